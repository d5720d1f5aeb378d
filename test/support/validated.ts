import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { validate } from '../../src/commands/validate.ts'
import { Result } from '../../src/domain/results/index.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import { SERVING } from './models.ts'
import { type Files, folderOf, modelFiles } from './registry-files.ts'
import { REGISTRY_FILES, type Workbench } from './workbench.ts'

export const FOLDER = folderOf('churn')
export const POINTERS = `${FOLDER}/stages.json`
export const CONFIG = '.github/modelyard.yml'
/** A registry that passes: version 1 in production, 2 in staging, 3 in development. */
export const FILES: Files = {
  ...REGISTRY_FILES,
  ...modelFiles('churn', {
    versions: [{}, {}, {}],
    records: SERVING,
    evaluated: { 1: 0.8 },
    notes: { 2: 'tags: {team: fraud}\n' },
  }),
}
/** The evaluation of version 1. */
export const [EVIDENCE = ''] = Object.keys(FILES).filter(path => path.includes('/evidence/'))

/** What `validate` answers. */
export async function judge(
  bench: Pick<Workbench, 'ports'>,
  input: Record<string, unknown> = {},
): Promise<ValidationResult> {
  const result = (await validate.execute(input, bench.ports, {})) as ValidationResult
  expect(Result.parse(result)).toEqual(result)
  return result
}

/** Brings the files on disk to what is committed, with these put over them; null removes one. */
export async function put(bench: Workbench, files: Readonly<Record<string, string | null>>): Promise<void> {
  await bench.git('checkout', '-qf', 'main')
  await bench.git('clean', '-qfdx')
  for (const [path, text] of Object.entries(files)) {
    if (text === null) await rm(join(bench.root, path), { recursive: true })
    else await bench.write({ [path]: text })
  }
}

/** A file of the registry with one place in it changed. */
export const edited = (path: string, from: string, to: string) => {
  const text = FILES[path] ?? ''
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  return { [path]: text.replace(from, to) }
}
export const pointers = (stages: Record<string, number[]>, aliases: Record<string, number>) => ({
  [POINTERS]: `${JSON.stringify({ schema: 1, stages, aliases }, null, 2)}\n`,
})
/** A problem of this code at this path; message and next step hold these words. */
export const problem = (code: string, path: string, message: string, next: string, place: object = {}) =>
  expect.objectContaining({
    severity: 'error',
    code,
    place: expect.objectContaining({ path, ...place }),
    message: expect.stringContaining(message),
    next: expect.stringContaining(next),
  })

/** Commits a change on a branch of its own, and judges that branch against main; null removes a file. */
export async function judgeBranch(
  bench: Workbench,
  files: Readonly<Record<string, string | null>>,
): Promise<ValidationResult> {
  await put(bench, files)
  await bench.git('checkout', '-q', '-B', 'side')
  await bench.commit('a change')
  return judge(bench, { base: 'main' }).finally(() => bench.git('checkout', '-qf', 'main'))
}
