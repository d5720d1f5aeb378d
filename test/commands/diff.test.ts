import { describe, expect, test } from 'vitest'
import { GIT_ENGINES } from '../../src/adapters/git/index.ts'
import { diff } from '../../src/commands/diff.ts'
import type { DifferenceResult } from '../../src/domain/results/difference.ts'
import { Result } from '../../src/domain/results/index.ts'
import { digest, SERVING } from '../support/models.ts'
import { modelFiles, moveFiles, versionFiles } from '../support/registry-files.ts'
import { forAllTests } from '../support/temporary.ts'
import { REGISTRY_FILES, sha256, type Workbench, workbench } from '../support/workbench.ts'

async function run(bench: Workbench, first: string, second: string): Promise<DifferenceResult> {
  const result = (await diff.execute({ model: 'churn', first, second }, bench.ports, {})) as DifferenceResult
  expect(Result.parse(result)).toEqual(result)
  return result
}

const train = (letter: string, rows: number) => ({
  role: 'train',
  uri: `data/${letter}.csv`,
  sha256: digest(letter),
  rows,
})
const input = (name: string, datatype: 'FP32' | 'INT64') => ({ name, datatype, shape: [-1, 1] })
const FIRST = {
  metrics: { 'roc-auc': 0.75, f1: 0.5 },
  params: { learning_rate: 0.1, solver: 'saga' },
  data: [train('a', 800)],
  signature: { inputs: [input('tenure', 'FP32'), input('age', 'FP32')], outputs: [] },
}
const SECOND = {
  metrics: { 'roc-auc': 0.875, brier: 0.1 },
  params: { learning_rate: 0.1, depth: 3 },
  data: [train('b', 5634)],
  signature: { inputs: [input('tenure', 'INT64')], outputs: [] },
}
const FILES = {
  ...REGISTRY_FILES,
  ...modelFiles('churn', { versions: [FIRST, SECOND, {}], records: SERVING }),
}

describe.each(GIT_ENGINES)('diff, by %s', engine => {
  const bench = forAllTests(() => workbench({ engine, files: FILES }))

  test('tells params, metrics, data and signature fact by fact', async () => {
    const { changes, same } = await run(bench(), '1', '2')
    const of = (part: string) =>
      changes.filter(change => change.part === part).map(({ name, first, second }) => [name, first, second])
    expect(of('metrics')).toEqual([
      ['brier', undefined, '0.1'],
      ['f1', '0.5', undefined],
      ['roc-auc', '0.75', '0.875'],
    ])
    expect(of('params')).toEqual([
      ['depth', undefined, '3'],
      ['solver', 'saga', undefined],
    ])
    expect(of('data')).toEqual([
      ['train', 'data/a.csv', 'data/b.csv'],
      ['train rows', '800', '5634'],
      ['train sha256', digest('a').slice(0, 12), digest('b').slice(0, 12)],
    ])
    expect(of('signature')).toEqual([
      ['input age', 'FP32[?, 1]', undefined],
      ['input tenure', 'FP32[?, 1]', 'INT64[?, 1]'],
    ])
    expect(of('artifact')).toEqual([
      ['sha256', sha256('ONNX churn 1').slice(0, 12), sha256('ONNX churn 2').slice(0, 12)],
    ])
    expect(same).toEqual(['code'])
  })

  test('the other way around is the same with the sides changed', async () => {
    const [there, back] = [await run(bench(), '1', '2'), await run(bench(), '2', '1')]
    expect(back).toMatchObject({ first: 2, second: 1, same: there.same })
    const turned = back.changes.map(({ part, name, first, second, difference }) => ({
      part,
      name,
      ...(second === undefined ? {} : { first: second }),
      ...(first === undefined ? {} : { second: first }),
      ...(difference === undefined ? {} : { difference: 0 - difference }),
    }))
    expect(turned).toEqual(there.changes)
  })

  test('a version and itself are alike in all', async () => {
    expect(await run(bench(), 'champion', '1')).toEqual({
      kind: 'difference',
      model: 'churn',
      first: 1,
      second: 1,
      changes: [],
      same: ['metrics', 'params', 'data', 'signature', 'artifact', 'code'],
    })
  })

  test('what only one side says is shown on that side alone', async () => {
    const { changes } = await run(bench(), 'latest', 'champion')
    for (const change of changes.filter(({ part }) =>
      ['metrics', 'params', 'data', 'signature'].includes(part),
    ))
      expect(change).toEqual({ part: change.part, name: change.name, second: expect.any(String) })
    expect(changes.map(({ name }) => name)).toEqual(expect.arrayContaining(['roc-auc', 'train', 'input age']))
  })
})

describe('a version that is not there', () => {
  const bench = forAllTests(() => workbench({ files: FILES }))

  test.each([
    ['9', '1', 'go up to 3'],
    ['1', 'challengr', '`challenger`'],
    ['archived', '1', 'by its number'],
  ])('%s and %s: the next step is told', async (first, second, next) => {
    await expect(run(bench(), first, second)).rejects.toMatchObject({
      code: 'unknown-version',
      next: expect.stringContaining(next),
    })
  })
})

test('with a day a name means what it meant then', async () => {
  const bench = await workbench({
    files: {
      ...REGISTRY_FILES,
      ...versionFiles('churn', 1, FIRST),
      ...moveFiles('churn', SERVING.slice(0, 1)),
    },
  })
  await bench.commit('later', { ...versionFiles('churn', 2, SECOND) }, '2026-10-09T12:00:00Z')
  expect(await run(bench, 'latest@2026-10-05', 'latest')).toMatchObject({ first: 1, second: 2 })
})
