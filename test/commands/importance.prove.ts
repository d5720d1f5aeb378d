import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/commands/compare.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import { measureImportance } from '../../src/commands/measure-importance.ts'
import { rowOrders } from '../../src/domain/comparison/importance.ts'
import type { ComparisonResult, EvaluationResult } from '../../src/domain/results/measurement.ts'
import { render } from '../../src/render/index.ts'
import { fixture } from '../support/fixture-models.ts'
import { floats, node, onnxModel, value } from '../support/onnx-model.ts'
import { CHURN_YAML, churnBench, exampleBench, MODEL, registerBytes, run } from '../support/real-bench.ts'
import { expectRefused } from '../support/unchanged.ts'

/** Predicts `a` and multiplies `b` by 0; takes a text that it never reads. */
const GIVES_A = onnxModel({
  inputs: [value('a', 'float', [0, 1]), value('b', 'float', [0, 1]), value('word', 'string', [0, 1])],
  outputs: [value('prediction', 'float', [0, 1])],
  nodes: [
    node('Mul', ['b', 'nothing'], ['none']),
    node('Add', ['a', 'none'], ['sum']),
    node('Identity', ['sum'], ['prediction']),
  ],
  initializers: [floats('nothing', [0])],
})

const line = (row: number) => `${(row * 7) % 97},${row % 5},${['x', 'y', 'z'][row % 3]},${(row * 7) % 97}`
const rowsOf = (count: number) =>
  `a,b,word,y\n${Array.from({ length: count }, (_, row) => line(row)).join('\n')}\n`

/** What the columns are worth to a model that predicts `a` for the target `y`, which is `a`. */
async function measured(count: number, seed: number) {
  const bench = await churnBench()
  await bench.write({ 'rows.csv': rowsOf(count) })
  const data = { path: join(bench.root, 'rows.csv'), uri: 'rows.csv', sha256: '', pinned: false }
  const definition = { task: 'regression', target: 'y' } as const
  const model = { name: 'it', bytes: GIVES_A }
  const steps: string[] = []
  const shares: number[] = []
  const request = { model, definition, settings: {}, metric: 'rmse', data, rows: count, seed } as const
  const found = await measureImportance(request, bench.ports, {
    progress: (step, share) => {
      steps.push(step)
      if (share !== undefined) shares.push(share)
    },
  })
  return { ...found, steps, shares }
}

describe('a model that predicts one of its columns', () => {
  test('loses by that column just what the shuffled values are off by, and by what it ignores exactly 0', async () => {
    // More than one batch of the engine, and not a multiple of it.
    const count = 2100
    const { features, steps, shares, ...facts } = await measured(count, 3)
    const losses = rowOrders(count, 10, 3).map(order => {
      const squares = Array.from(order, (from, row) => (((from * 7) % 97) - ((row * 7) % 97)) ** 2)
      return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / count)
    })
    expect(features).toEqual([
      {
        column: 'a',
        loss: expect.closeTo(losses.reduce((sum, loss) => sum + loss, 0) / 10, 9),
        low: expect.closeTo(Math.min(...losses), 9),
        high: expect.closeTo(Math.max(...losses), 9),
      },
      { column: 'b', loss: 0, low: 0, high: 0 },
      { column: 'word', loss: 0, low: 0, high: 0 },
    ])
    expect(facts).toEqual({ metric: 'rmse', rows: count, 'data-rows': count, repeats: 10, seed: 3, value: 0 })
    expect(steps[0]).toContain('3 columns, 10 times on 2100 rows')
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
  })

  test('gives the same by the same seed, and others by another', async () => {
    const first = await measured(40, 1)
    expect(await measured(40, 1)).toEqual(first)
    expect((await measured(40, 2)).features[0]?.loss).not.toBe(first.features[0]?.loss)
  })

  test('of many rows is asked about 5,000', async () => {
    const { features, ...facts } = await measured(6000, 0)
    expect(facts).toMatchObject({ rows: 5000, 'data-rows': 6000, value: 0 })
    expect(features.map(({ column, loss }) => [column, loss > 0])).toEqual([
      ['a', true],
      ['b', false],
      ['word', false],
    ])
  })
})

test("the example's version 5 leans on tenure, and not at all on `partner`, as evidence and report say", async () => {
  const bench = await exampleBench()
  const input = { model: 'telco-churn', version: '5', importance: true }
  const result = await run<EvaluationResult>(evaluate, bench, input)
  const features = result.importance?.features ?? []
  expect(features[0]?.column).toBe('tenure')
  expect(features.find(({ column }) => column === 'partner')).toEqual({
    column: 'partner',
    loss: 0,
    low: 0,
    high: 0,
  })
  expect(result.importance?.value).toBe(result.facts.metrics['roc-auc'])
  const written = result.evidence.find(({ path }) => path.includes('/importance-'))
  const evidence = JSON.parse(await readFile(join(bench.root, written?.path ?? ''), 'utf8'))
  expect(evidence).toMatchObject({
    kind: 'importance',
    subject: { artifact: result.version.artifact, data: result.data.sha256 },
    facts: result.importance,
  })
  expect(render(result, 'markdown')).toContain('<b>Importance</b> · most: tenure')
  // The comparison's report takes it up.
  const both = { model: 'telco-churn', champion: '1', challenger: '5', evidence: false }
  expect((await run<ComparisonResult>(compare, bench, both)).importance).toEqual(result.importance)
})

test('is not measured unless it is asked for', async () => {
  const result = await run<EvaluationResult>(evaluate, await churnBench(), { model: 'churn', version: '1' })
  expect(result).not.toHaveProperty('importance')
  expect(result.evidence.map(({ path }) => path).join()).not.toContain('importance')
})

describe('is refused', () => {
  test('for a file of predictions, which answers no other rows', async () => {
    const bench = await churnBench()
    await bench.write({ 'predictions.csv': 'probability\n0.9\n0.2\n0.1\n0.4\n' })
    const input = { model: 'churn', version: '1', importance: true, predictions: 'predictions.csv' }
    await expectRefused(bench.root, () => run(evaluate, bench, input), {
      code: 'bad-input',
      message: 'the rows as they are alone',
      next: 'leave out',
    })
  })

  test('for what is no ONNX, though a command predicts it', async () => {
    const bench = await churnBench()
    await registerBytes(bench, fixture('models/hostile/pickle.onnx'))
    await bench.commit('predict', { [`${MODEL}/model.yaml`]: `${CHURN_YAML}predict: {command: exit 1}\n` })
    const input = { model: 'churn', version: '2', importance: true }
    await expectRefused(bench.root, () => run(evaluate, bench, input), {
      code: 'not-runnable',
      message: 'version 2 is pickle',
      next: 'ONNX',
    })
  })

  test('where the metric has no value on the rows, and nothing is pinned', async () => {
    const bench = await churnBench()
    await bench.commit('one class', {
      'data/test.csv': 'phone_service,paperless_billing,streaming_tv,churn\n1,1,Yes,Yes\n1,0,No,Yes\n',
    })
    const input = { model: 'churn', version: '1', importance: true, pin: true }
    await expectRefused(bench.root, () => run(evaluate, bench, input), {
      code: 'bad-data',
      message: 'importance cannot be measured by roc-auc: the rows hold one class only',
      next: 'primary-metric',
    })
  })
})
