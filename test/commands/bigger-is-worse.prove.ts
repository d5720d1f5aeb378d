import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compare } from '../../src/commands/compare.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import { gates } from '../../src/commands/gates.ts'
import { promote } from '../../src/commands/promote.ts'
import { register } from '../../src/commands/register.ts'
import type { GatesResult } from '../../src/domain/results/gates.ts'
import type { ComparisonResult } from '../../src/domain/results/measurement.ts'
import { fixture, testRows } from '../support/fixture-models.ts'
import { type RealBench, realBench, run } from '../support/real-bench.ts'
import { sha256 } from '../support/workbench.ts'

const model = 'rides'
const versionOf = (version: number) => fixture(`models/chicago-ridership/v${version}/model.onnx`)

/** The ridge of scikit-learn in production, and its gradient boosting, 145 times as large, that asks to replace it. */
async function smallAgainstBig(metric: 'mae' | 'rmse'): Promise<RealBench> {
  const [header = '', ...rows] = fixture('data/chicago-ridership.csv').toString('utf8').trimEnd().split('\n')
  const held = `${[header, ...testRows('chicago-ridership/v1').map(row => rows[row])].join('\n')}\n`
  const bench = await realBench({
    '.github/modelyard.yml': 'lifecycle: {stages: [development, production, archived]}\n',
    [`registry-data/models/${model}/model.yaml`]: `task: regression
target: ridership
evaluate: {data: {uri: test.csv, sha256: ${sha256(held)}}, primary-metric: ${metric}}
policy:
  production: {gates: [{metric: ${metric}, max: 5}, {metric: ${metric}, better: true}], defaults: false}
`,
    'test.csv': held,
  })
  const columns = header
    .replaceAll('"', '')
    .split(',')
    .filter(name => name !== 'ridership' && name !== 'date')
  await bench.write({ '.git/1.onnx': versionOf(1), '.git/2.onnx': versionOf(2) })
  await run(register, bench, { model, artifact: join(bench.root, '.git/1.onnx'), columns, merge: true })
  await run(evaluate, bench, { model, version: '1' })
  await run(promote, bench, { model, version: '1', stage: 'production', merge: true })
  await run(register, bench, { model, artifact: join(bench.root, '.git/2.onnx'), merge: true })
  return bench
}

async function judged(metric: 'mae' | 'rmse') {
  const bench = await smallAgainstBig(metric)
  const compared = await run<ComparisonResult>(compare, bench, { model })
  const { outcome, gates: tree } = await run<GatesResult>(gates, bench, { model, version: '2' })
  return { compared, outcome, gates: tree.gates.map(gate => [gate.gate, gate.outcome]) }
}

test('of two models of the ridership the bigger one is the worse, by its mean absolute error, and comes no further', async () => {
  const { compared, outcome, gates } = await judged('mae')
  expect(versionOf(2).length).toBeGreaterThan(100 * versionOf(1).length)
  expect(compared).toMatchObject({ verdict: 'worse', outcome: 'failed' })
  expect(compared.facts.metrics.mae?.interval?.low).toBeGreaterThan(0.4)
  expect([outcome, gates]).toEqual([
    'failed',
    [
      ['metric-limit', 'passed'],
      ['better', 'failed'],
    ],
  ])
})

test('by its root mean squared error, which a few days carry, 971 days leave it open, and it comes no further either', async () => {
  const { compared, outcome } = await judged('rmse')
  expect(compared).toMatchObject({ verdict: 'inconclusive', outcome: 'inconclusive' })
  expect(compared.facts.metrics.rmse?.difference).toBeCloseTo(3.59 - 3.41, 2)
  expect(compared.facts.metrics.rmse?.interval?.low).toBeLessThan(0)
  expect(outcome).toBe('inconclusive')
})
