import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/commands/compare.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import { register } from '../../src/commands/register.ts'
import type { ComparisonResult, EvaluationResult } from '../../src/domain/results/measurement.ts'
import { fixture, referenceMetrics } from '../support/fixture-models.ts'
import { churnBench, exampleBench, type RealBench, run } from '../support/real-bench.ts'
import { sha256 } from '../support/workbench.ts'

const PICKLE = Buffer.from('\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00]\x94.', 'latin1')
const PREDICTED = fixture('models/telco-churn/v8/predictions.csv')

/** The example with a pickle as its version 6, and what scikit-learn's version 8 predicted in a file. */
async function benchWithPickle(): Promise<RealBench> {
  const bench = await exampleBench()
  await bench.write({ '.git/model.pkl': PICKLE, '.git/predictions.csv': PREDICTED })
  const artifact = join(bench.root, '.git/model.pkl')
  await run(register, bench, { model: 'telco-churn', artifact, merge: true })
  return bench
}

const fileOf = (bench: RealBench) => join(bench.root, '.git/predictions.csv')

describe('a version that is no ONNX is judged by its predictions', () => {
  test('its metrics are those of the predictions, and the evidence names the file', async () => {
    const bench = await benchWithPickle()
    const result = await run<EvaluationResult>(evaluate, bench, {
      model: 'telco-churn',
      version: '6',
      predictions: fileOf(bench),
    })
    const { metrics } = result.facts as { readonly metrics: Readonly<Record<string, number>> }
    expect(metrics['roc-auc']).toBeCloseTo(referenceMetrics('telco-churn/v8').sklearn.roc_auc as number, 9)
    expect(metrics['log-loss']).toBeCloseTo(referenceMetrics('telco-churn/v8').sklearn.log_loss as number, 9)
    expect(result.engine).toContain('predictions from')
    const evidence = JSON.parse(await readFile(join(bench.root, result.evidence[0]?.path ?? ''), 'utf8'))
    expect(evidence.origin.predictions).toEqual([sha256(PREDICTED)])
  })

  test('against a champion that the engine scores, on the same rows, with the same gates', async () => {
    const bench = await benchWithPickle()
    const result = await run<ComparisonResult>(compare, bench, {
      model: 'telco-churn',
      challengerPredictions: fileOf(bench),
    })
    expect([result.champion.version, result.challenger.version]).toEqual([5, 6])
    expect(result.gates?.outcome).toBe('passed')
    expect(result.facts.metrics['roc-auc']?.interval).toBeDefined()
    expect(result.engine).toMatch(/^onnxruntime-node .*, predictions from /)
  })

  test('without the file it is not scored, and the next step names the flag', async () => {
    const bench = await benchWithPickle()
    await expect(run(evaluate, bench, { model: 'telco-churn', version: '6' })).rejects.toMatchObject({
      code: 'not-runnable',
      next: expect.stringContaining('--predictions'),
    })
  })
})

describe('a file of predictions that does not fit', () => {
  const cases: readonly [name: string, content: string, message: RegExp][] = [
    ['fewer rows', 'probability\n0.1\n0.2\n0.3\n', /3 predictions.*4 rows/],
    ['more rows', 'probability\n0.1\n0.2\n0.3\n0.4\n0.5\n', /5 predictions.*4 rows/],
    ['no rows', 'probability\n', /0 predictions.*4 rows/],
    ['no column that can be one', 'score\n1\n1\n1\n1\n', /no predictions/],
    ['more than 1', 'probability\n0.1\n0.2\n1.5\n0.4\n', /between 0 and 1, at row 3/],
    ['less than 0', 'probability\n-0.1\n0.2\n0.5\n0.4\n', /between 0 and 1, at row 1/],
    ['nothing in a row', 'probability\n0.1\n\n0.5\n0.4\n', /between 0 and 1, at row 2|3 predictions/],
    ['text', 'probability\n0.1\n0.2\nhigh\n0.4\n', /probability/],
    ['the other class only', 'probability_No\n0.1\n0.2\n0.3\n0.4\n', /No.*none is `Yes`/],
    ['the other class only, as 0', 'probability_0\n0.1\n0.2\n0.3\n0.4\n', /of 0 alone/],
  ]
  test.each(cases)('%s', async (_name, content, message) => {
    const bench = await churnBench()
    await bench.write({ '.git/predictions.csv': content })
    const found = run(evaluate, bench, { model: 'churn', version: '1', predictions: fileOf(bench) })
    await expect(found).rejects.toMatchObject({
      code: expect.stringMatching(/^(bad-data|not-runnable)$/),
      message: expect.stringMatching(message),
    })
  })

  test('a file that is not there', async () => {
    const bench = await churnBench()
    const found = run(evaluate, bench, { model: 'churn', version: '1', predictions: fileOf(bench) })
    await expect(found).rejects.toMatchObject({ message: expect.stringContaining('predictions.csv') })
  })
})

test.each([
  ['probability', 'probability\n0.9\n0.2\n0.3\n0.6\n'],
  ['probabilities of both classes', 'probability_Yes,probability_No\n0.9,0.1\n0.2,0.8\n0.3,0.7\n0.6,0.4\n'],
  ['in the other order', 'probability_No,probability_Yes\n0.1,0.9\n0.8,0.2\n0.7,0.3\n0.4,0.6\n'],
  ['the classes as 0 and 1', 'probability_0,probability_1\n0.1,0.9\n0.8,0.2\n0.7,0.3\n0.4,0.6\n'],
  ['labels alone', 'label\nYes\nNo\nNo\nYes\n'],
])('a perfect classifier is one, written as %s', async (_name, content) => {
  const bench = await churnBench()
  await bench.write({ '.git/predictions.csv': content })
  const { facts } = await run<EvaluationResult>(evaluate, bench, {
    model: 'churn',
    version: '1',
    predictions: fileOf(bench),
  })
  expect(facts).toMatchObject({ rows: 4, metrics: { accuracy: 1, f1: 1 } })
})

test('the same predictions of the same version are recorded once', async () => {
  const bench = await churnBench()
  await bench.write({ '.git/model.pkl': PICKLE })
  await run(register, bench, { model: 'churn', artifact: join(bench.root, '.git/model.pkl'), merge: true })
  await bench.write({ '.git/predictions.csv': 'probability\n0.9\n0.2\n0.3\n0.6\n' })
  const again = () =>
    run<EvaluationResult>(evaluate, bench, { model: 'churn', version: '2', predictions: fileOf(bench) })
  const first = await again()
  bench.ports.clock.advance(60_000)
  const second = await again()
  expect(second.evidence).toEqual(first.evidence.map(written => ({ ...written, is: 'repeat' })))
})
