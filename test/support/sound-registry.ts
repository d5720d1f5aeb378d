import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { validate } from '../../src/commands/validate.ts'
import type { Problem } from '../../src/domain/problem.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import { promotion, rollbackRecord } from './models.ts'
import { type Files, modelFiles } from './registry-files.ts'
import { expectUnchanged } from './unchanged.ts'
import { REGISTRY_FILES, type Workbench } from './workbench.ts'

const MODEL = 'registry-data/models/churn'

/** Where each kind of file of a registry lies in these tests. */
export const PLACES = {
  config: '.github/modelyard.yml',
  definition: `${MODEL}/model.yaml`,
  notes: `${MODEL}/versions/1/notes.yaml`,
  pointers: `${MODEL}/stages.json`,
  record: `${MODEL}/promotions/2.json`,
  version: `${MODEL}/versions/1/version.json`,
  last: `${MODEL}/versions/last.json`,
} as const

/** A registry with two versions and a rollback, in which `validate` finds nothing. */
export const SOUND: Files = {
  ...REGISTRY_FILES,
  ...modelFiles('churn', {
    definition: REGISTRY_FILES[PLACES.definition] ?? '',
    versions: [{ params: { depth: 3, layers: [8, 2] }, metrics: { 'roc-auc': 0.8 } }, {}],
    notes: { 1: '# said of it\ndescription: The first.\ntags: {team: fraud}\n' },
    evaluated: { 1: 0.8 },
    records: [
      promotion(1, 'development', 'staging', { aliases: { challenger: 1 } }),
      promotion(1, 'staging', 'production', { aliases: { challenger: null, champion: 1 } }),
      promotion(2, 'development', 'staging', { aliases: { challenger: 2 } }),
      promotion(2, 'staging', 'production', {
        displaces: 1,
        aliases: { challenger: null, champion: 2 },
      }),
      rollbackRecord(1, 'production', { displaces: 2, aliases: { champion: 1 } }),
    ],
  }),
}

/** What `validate` finds with a file as it is given; it is put back afterwards, and nothing else moves. */
export async function validatedWith(
  { root, ports }: Workbench,
  path: string,
  content: string | Uint8Array,
): Promise<ValidationResult> {
  const place = join(root, path)
  const sound = await readFile(place)
  await writeFile(place, content)
  try {
    return (await expectUnchanged(root, () => validate.execute({}, ports, {}))) as ValidationResult
  } finally {
    await writeFile(place, sound)
  }
}

/** A problem as a test expects it: words of its sentences, the rest letter for letter. */
export interface Expected {
  readonly code: Problem['code']
  readonly line: number
  readonly column?: number
  readonly message?: string
  readonly next: string
  readonly severity?: Problem['severity']
}

/** The problem that fits, as far as a test says it. */
export function problemAt(
  path: string,
  { code, line, column, message = '', next, severity = 'error' }: Expected,
): unknown {
  return {
    severity,
    code,
    place: column === undefined ? expect.objectContaining({ path, line }) : { path, line, column },
    message: expect.stringContaining(message),
    next: expect.stringContaining(next),
  }
}
