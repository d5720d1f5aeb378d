import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { alias } from '../../src/commands/alias.ts'
import { archive } from '../../src/commands/archive.ts'
import type { Command } from '../../src/commands/define.ts'
import { promote } from '../../src/commands/promote.ts'
import { register } from '../../src/commands/register.ts'
import { rollback } from '../../src/commands/rollback.ts'
import type { RegistrationResult } from '../../src/domain/results/registration.ts'
import { fakeTables } from '../fakes/ports.ts'
import { sha256, TEST_ROWS, type Workbench, workbench } from './workbench.ts'

/** The files of a registry and of its configuration, by path. */
export type Registry = ReadonlyMap<string, Uint8Array>

const CONFIG = '.github/modelyard.yml'

/** The registry that this repository carries. */
export async function carriedRegistry(): Promise<Registry> {
  return readRegistry(fileURLToPath(new URL('../../', import.meta.url)))
}

async function readRegistry(root: string): Promise<Registry> {
  const entries = await readdir(join(root, 'registry-data'), { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\//, ''),
    )
  const files = [CONFIG, ...paths.sort()].map(
    async (path): Promise<[string, Uint8Array]> => [path, await readFile(join(root, path))],
  )
  return new Map(await Promise.all(files))
}

const MODEL = `# what the team says
description: "Who leaves: a test"   # quoted
owners: ["@acme/leads", '@ada']
task: binary-classification
target: churn
positive-class: "Yes"
train: {command: node train.ts, data: data/train.csv, seed: 7, watch: ["**/*.ts"]}
evaluate: {data: {uri: data/test.csv, sha256: ${sha256(TEST_ROWS)}}, primary-metric: roc-auc}
aliases: {champion: production, next: canary}
policy:
  canary:
    gates: [{metric: roc-auc, min: 0.7}]
    defaults: false
    max-versions: 2
  staging:
    gates:
      - {metric: roc-auc, min: 0.7}
      - {metric: roc-auc, max: 1}
    defaults: false
  production:
    gates: [{metric: roc-auc, min: 0.7}]
    defaults: false
    approvals: {required: 1, from: ["@acme/leads"], not-author: true}
    rollback: {approvals: {required: 1}}
`

const LIFECYCLE = `# the registry of a test
registry: registry-data
lifecycle:
  stages: [new, staging, canary, production, gone]
  transitions:
    new: [staging]
    staging: [canary, new]
    canary: [production, canary]
    gone: [new]
floors:
  canary: {max-versions: 3}
  production: {approvals: {required: 1}}
workflows: [.github/workflows/train.yml]
`

/**
 * A registry whose commands were run: two models, a lifecycle of its own, promotions that displaced, rollbacks, free
 * and tied aliases, an archived version, one purged and one that is a folder.
 */
export async function movedRegistry(): Promise<{ readonly files: Registry; readonly bench: Workbench }> {
  const bench = await workbench({
    files: {
      [CONFIG]: LIFECYCLE,
      'registry-data/README.md': 'The models.\n',
      'registry-data/models/churn/model.yaml': MODEL,
      'registry-data/models/sales/model.yaml': 'task: regression\ntarget: sales\naliases: {}\n',
      'data/test.csv': TEST_ROWS,
      'data/train.csv': TEST_ROWS,
    },
    ports: { tables: fakeTables({ 'train.csv': { tenure: ['1', '2'], churn: ['Yes', 'No'] } }) },
  })
  const run = async (command: Command, input: Record<string, unknown>) => {
    const result = await command.execute({ model: 'churn', merge: true, ...input }, bench.ports, {})
    expect(result).toMatchObject({ status: 'merged' })
  }
  const unapproved = { unapproved: 'a test' }
  await registered(bench, 'one', { param: ['rate=0.1', 'deep=true'], tag: ['team=fraud', 'round=1'] })
  await registered(bench, 'two', { metric: ['roc-auc=0.8'], description: 'The second.\nMore of it.' })
  await registered(bench, 'three')
  for (const stage of ['staging', 'canary', 'production']) {
    await run(promote, { version: '1', stage, ...unapproved })
  }
  for (const stage of ['staging', 'canary', 'production']) {
    await run(promote, { version: '2', stage, reason: 'better', ...unapproved })
  }
  await run(alias, { alias: 'shadow', version: '3' })
  await run(rollback, { stage: 'production', version: '1', reason: 'recall fell', ...unapproved })
  for (const stage of ['staging', 'canary']) await run(promote, { version: '3', stage, ...unapproved })
  await registered(bench, 'four')
  await run(alias, { alias: 'shadow', version: '4' })
  await run(alias, { alias: 'oldest', version: '1' })
  await run(alias, { alias: 'shadow', remove: true })
  await run(archive, { version: '4', purge: true })
  const folder = join(bench.root, '.git', 'saved')
  await bench.write({ '.git/saved/weights.bin': 'weights', '.git/saved/config/net.json': '{}' })
  await run(register, { model: 'sales', artifact: folder })
  await run(alias, { model: 'sales', alias: 'nightly', version: '1' })
  return { files: await readRegistry(bench.root), bench }
}

async function registered(bench: Workbench, text: string, more: Record<string, unknown> = {}): Promise<void> {
  const artifact = join(bench.root, '.git/artifact.onnx')
  await writeFile(artifact, `ONNX ${text}`)
  const { record } = (await register.execute(
    { model: 'churn', artifact, merge: true, ...more },
    bench.ports,
    {},
  )) as RegistrationResult
  await bench.draft(record?.version ?? 0, sha256(`ONNX ${text}`), 0.8)
}
