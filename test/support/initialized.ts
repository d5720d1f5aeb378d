import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { openTables } from '../../src/adapters/duckdb/tables.ts'
import { init } from '../../src/commands/init.ts'
import { validate } from '../../src/commands/validate.ts'
import { Result } from '../../src/domain/results/index.ts'
import type { InitializationResult } from '../../src/domain/results/initialization.ts'
import type { Ports } from '../../src/ports.ts'
import { fakePeople } from '../fakes/ports.ts'
import type { TemporaryRepository } from './temporary.ts'
import { workbench } from './workbench.ts'

export const CONFIG = '.github/modelyard.yml'
export const TRAIN = 'tenure,plan,churn\n1,a,Yes\n2,b,No\n3,a,No\n'
export const TEST = 'tenure,plan,churn\n4,a,Yes\n5,b,No\n'
export const PYTHON = {
  'train.py': 'import sklearn\n',
  'requirements.txt': 'scikit-learn\n',
  'data/train.csv': TRAIN,
  'data/test.csv': TEST,
}

// Opened once: each is a database of its own. `init` names files from the root of the file system.
export const tables = openTables('/')

/** A repository with these files, real tables over it, and somebody who gives these answers. */
export async function uninitialized(files: Record<string, string>, answers: readonly string[] = []) {
  const people = fakePeople(...answers)
  const made = await workbench({ files, ports: { people } })
  return { ...made, people, ports: { ...made.ports, tables, people } }
}

export type Where = TemporaryRepository & { readonly ports: Ports }

export async function initialize(
  where: Pick<Where, 'ports'>,
  input: Record<string, unknown> = {},
): Promise<InitializationResult> {
  const result = (await init.execute(input, where.ports, {})) as InitializationResult
  expect(Result.parse(result)).toEqual(result)
  return result
}

export async function written(where: Where, path: string): Promise<string> {
  return readFile(join(where.root, path), 'utf8')
}
export const definitionPath = (model: string, root = 'registry-data') => `${root}/models/${model}/model.yaml`
export const definition = async (where: Where, model: string) =>
  parse(await written(where, definitionPath(model)))
export const decided = ({ decided: all }: InitializationResult) =>
  Object.fromEntries(all.map(({ what, value }) => [what, value]))

/** What init writes is what `validate` accepts. */
export async function expectValid(where: Where): Promise<void> {
  await where.commit('registry')
  expect(await validate.execute({}, where.ports, {})).toMatchObject({ outcome: 'passed', problems: [] })
}
