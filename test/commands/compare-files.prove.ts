import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/commands/compare.ts'
import { Result } from '../../src/domain/results/index.ts'
import type { ComparisonResult } from '../../src/domain/results/measurement.ts'
import { chartsOf } from '../../src/render/charts/index.ts'
import { render } from '../../src/render/index.ts'
import { fixture, referenceMetrics } from '../support/fixture-models.ts'
import { CHURN_ROWS, exampleBench, realPorts, run } from '../support/real-bench.ts'
import { repositoryAt, temporaryFolder } from '../support/temporary.ts'
import { type ExpectedRefusal, expectRefused, expectUnchanged } from '../support/unchanged.ts'

const EXAMPLE = fileURLToPath(new URL('../../examples/telco-churn/data/test.csv', import.meta.url))

/** A folder that is no git repository, with these files and the ports that the command line has there. */
async function plainFolder(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = await temporaryFolder()
  await repositoryAt(root).write(files)
  return { root, ports: await realPorts(root) }
}

const churn = (version: number, file: 'model.onnx' | 'predictions.csv' = 'model.onnx') =>
  fixture(`models/telco-churn/v${version}/${file}`)

const BOTH = { champion: 'a.onnx', challenger: 'b.onnx', target: 'churn' }

describe('two files, without a registry or a repository', () => {
  test('give what two versions of the same bytes give, and nothing is written', async () => {
    const folder = await plainFolder({ 'a.onnx': churn(1), 'b.onnx': churn(2) })
    await cp(EXAMPLE, join(folder.root, 'test.csv'))
    const slices = ['female', 'senior_citizen']
    const input = { ...BOTH, data: 'test.csv', positiveClass: 'Yes', slices }
    const result = await expectUnchanged(folder.root, () => run<ComparisonResult>(compare, folder, input))
    const bench = await exampleBench()
    const versions = { model: 'telco-churn', champion: '1', challenger: '2', evidence: false }
    const registered = await run<ComparisonResult>(compare, bench, versions)
    expect(result.facts).toEqual(registered.facts)
    expect(result).toMatchObject({
      verdict: registered.verdict,
      readings: registered.readings,
      champion: { file: 'a.onnx', artifact: registered.champion.artifact },
      challenger: { file: 'b.onnx', artifact: registered.challenger.artifact },
      data: { uri: 'test.csv', sha256: registered.data.sha256 },
      evidence: [],
      fairness: registered.fairness,
    })
    for (const key of ['model', 'commit', 'gates', 'policy-commit', 'judged-for'])
      expect(result).not.toHaveProperty(key)
    for (const side of ['champion-evaluation', 'challenger-evaluation'] as const)
      expect(result[side]?.curves, side).toEqual(registered[side]?.curves)
    expect(chartsOf(result, 'light').map(({ name }) => name)).toEqual([
      'metrics',
      'slices',
      'roc',
      'precision-recall',
      'calibration',
    ])
    expect(Result.safeParse(JSON.parse(render(result, 'json'))).success).toBe(true)
    expect(render(result, 'markdown')).toContain('b.onnx is better than the champion, a.onnx')
    expect(render(result, 'text')).toContain('Challenger better: ROC AUC')
  })

  test('of one are predictions, made by any framework, in each of the formats', async () => {
    const jsonl = churn(8, 'predictions.csv')
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map(line => JSON.stringify({ probability: Number(line.split(',')[2]) }))
    const folder = await plainFolder({
      'a.csv': churn(8, 'predictions.csv'),
      'b.jsonl': jsonl.join('\n'),
      'c.onnx': churn(8),
    })
    const pair = (champion: string, challenger: string) =>
      run<ComparisonResult>(compare, folder, { champion, challenger, data: EXAMPLE, target: 'churn' })
    const same = await pair('a.csv', 'b.jsonl')
    expect(same).toMatchObject({ identical: true, engine: 'predictions from a.csv and b.jsonl' })
    const auc = referenceMetrics('telco-churn/v8').sklearn.roc_auc as number
    expect(same.facts.metrics['roc-auc']?.challenger).toBeCloseTo(auc, 9)
    const mixed = await pair('b.jsonl', 'c.onnx')
    expect(mixed.facts.metrics['roc-auc']?.challenger).toBeCloseTo(auc, 5)
  })

  test('are measured on the rows that a file names; predictions may be of those or of all', async () => {
    const data = fixture('data/chicago-ridership.csv')
    const rows = fixture('models/chicago-ridership/test-rows.csv')
    const predictions = fixture('models/chicago-ridership/v1/predictions.csv')
    const model = fixture('models/chicago-ridership/v1/model.onnx')
    const folder = await plainFolder({
      'data.csv': data,
      'rows.csv': rows,
      'a.csv': predictions,
      'b.onnx': model,
    })
    const input = {
      champion: 'a.csv',
      challenger: 'b.onnx',
      data: 'data.csv',
      target: 'ridership',
      rows: 'rows.csv',
    }
    const result = await run<ComparisonResult>(compare, folder, input)
    const { sklearn } = referenceMetrics('chicago-ridership/v1')
    expect(result.facts).toMatchObject({ task: 'regression', rows: 971 })
    expect(result.facts.metrics.rmse?.champion).toBeCloseTo(sklearn.rmse as number, 9)
    expect(result.facts.metrics.rmse?.challenger).toBeCloseTo(sklearn.rmse as number, 4)

    const numbers = rows.toString('utf8').trimEnd().split('\n').slice(1).map(Number)
    const all = data
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map(() => '0')
    const lines = predictions.toString('utf8').trimEnd().split('\n')
    const at = (lines[0] ?? '').split(',').indexOf('prediction')
    for (const [index, row] of numbers.entries()) all[row] = (lines[index + 1] ?? '').split(',')[at] ?? ''
    await writeFile(join(folder.root, 'a.csv'), `prediction\n${all.join('\n')}\n`)
    expect((await run<ComparisonResult>(compare, folder, input)).facts).toEqual(result.facts)
  })

  test('of several classes: the task is told by the target', async () => {
    const folder = await plainFolder({
      'data.csv': fixture('models/digits/data.csv'),
      'rows.txt': '0\n7\n11\n',
      'a.onnx': fixture('models/digits/v1/model.onnx'),
      'b.onnx': fixture('models/digits/v2/model.onnx'),
    })
    const input = { champion: 'a.onnx', challenger: 'b.onnx', data: 'data.csv', target: 'digit' }
    const result = await run<ComparisonResult>(compare, folder, { ...input, rows: 'rows.txt' })
    expect(result.facts).toMatchObject({ task: 'multiclass-classification', rows: 3 })
    expect(result.facts.classes).toHaveLength(10)
  })
})

describe('what is neither two files nor two versions', () => {
  const files = { 'a.onnx': churn(3), 'b.onnx': churn(3), 'test.csv': CHURN_ROWS, 'rows.csv': 'row\n1\n0\n' }
  const data = 'test.csv'

  test.each<[string, Record<string, unknown>, Omit<ExpectedRefusal, 'code'> & { code?: 'bad-data' }]>([
    ['a model and a target', { ...BOTH, data, model: 'churn' }, { message: 'a model of the registry' }],
    ['one file and one version', { ...BOTH, data, challenger: '3' }, { message: 'no file `3`' }],
    ['a file and no target', { champion: 'a.onnx', challenger: '2' }, { next: '--target COLUMN' }],
    [
      'a model, a file and no target',
      { model: 'churn', challenger: './b.onnx' },
      { next: '--target COLUMN' },
    ],
    ['files and no data', BOTH, { next: '--data test.csv' }],
    ['neither', {}, { message: 'needs MODEL, or two files' }],
    ['a stage for files', { ...BOTH, data, for: 'production' }, { message: '--for is for versions' }],
    ['rows of a model', { model: 'churn', rows: 'rows.csv' }, { message: '--rows is for two files' }],
    [
      'a file that is not there',
      { ...BOTH, data, champion: 'gone.onnx' },
      { message: 'no file `gone.onnx`' },
    ],
    [
      'rows that do not rise',
      { ...BOTH, data, rows: 'rows.csv' },
      { code: 'bad-data', message: 'row 0 after row 1' },
    ],
    [
      'a target that is not there',
      { ...BOTH, data, target: 'left' },
      { code: 'bad-data', message: 'lacks the column' },
    ],
  ])('%s', async (_what, input, expected) => {
    const folder = await plainFolder(files)
    await expectRefused(folder.root, () => run(compare, folder, input), { code: 'bad-input', ...expected })
  })

  test('a model of the registry, where there is no repository', async () => {
    const folder = await plainFolder(files)
    await expectRefused(folder.root, () => run(compare, folder, { model: 'churn' }), {
      code: 'no-repository',
    })
  })

  test('a positive class that nothing tells', async () => {
    const folder = await plainFolder({
      ...files,
      'test.csv': CHURN_ROWS.replaceAll('Yes\n', 'left\n').replaceAll('No\n', 'stayed\n'),
    })
    await expectRefused(folder.root, () => run(compare, folder, { ...BOTH, data }), {
      code: 'bad-input',
      next: '--positive-class',
    })
  })

  test('a folder in place of a file', async () => {
    const folder = await plainFolder(files)
    await mkdir(join(folder.root, 'c.onnx'))
    await expectRefused(folder.root, () => run(compare, folder, { ...BOTH, data, champion: 'c.onnx' }), {
      code: 'bad-input',
      message: 'no file `c.onnx`',
    })
  })
})
