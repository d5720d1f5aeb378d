import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openTables } from '../../../src/adapters/duckdb/tables.ts'
import { openInference } from '../../../src/adapters/onnx/inference.ts'
import { planInputs } from '../../../src/domain/comparison/input-plan.ts'
import { evaluatePredictions } from '../../../src/domain/comparison/measure.ts'
import {
  alignBinary,
  alignMulticlass,
  alignRegression,
  type Predictions,
} from '../../../src/domain/comparison/predictions.ts'
import type { Inference } from '../../../src/ports.ts'
import {
  actualLabels,
  FIXTURE_MODELS,
  fixture,
  labelColumn,
  REFERENCE_NAMES,
  referenceMetrics,
  testRows,
} from '../../support/fixture-models.ts'
import { repositoryAt, temporaryFolder } from '../../support/temporary.ts'

const inference: Inference = openInference(
  new URL('../../../src/adapters/onnx/score-child.ts', import.meta.url),
  'test',
)

/** A CSV of the model's test rows. */
async function testData(model: string): Promise<string> {
  if (model.startsWith('telco-churn'))
    return new URL('../../../examples/telco-churn/data/test.csv', import.meta.url).pathname
  const folder = await temporaryFolder()
  const path = model.startsWith('chicago') ? 'data/chicago-ridership.csv' : 'models/digits/data.csv'
  const [header, ...lines] = fixture(path).toString('utf8').trimEnd().split('\n')
  const rows = testRows(model).map(row => lines[row])
  await repositoryAt(folder).write({ 'test.csv': `${[header, ...rows].join('\n')}\n` })
  return join(folder, 'test.csv')
}

const TARGETS: Readonly<Record<string, string>> = {
  'telco-churn': 'churn',
  'chicago-ridership': 'ridership',
  digits: 'digit',
}

async function predict(model: string): Promise<Predictions> {
  const bytes = fixture(`models/${model}/model.onnx`)
  const { signature } = await inference.describe(bytes)
  const tables = openTables('.')
  const path = await testData(model)
  const target = TARGETS[model.split('/')[0] as string] as string
  const { inputs, columns } = planInputs(signature, await tables.columns(path), target)
  const regression = referenceMetrics(model).task === 'regression'
  const scores = await inference.score({
    model: bytes,
    inputs,
    batches: tables.read(path, columns, 500),
    task: regression ? 'regression' : 'classification',
  })
  const labels = actualLabels(model)
  if (regression) {
    return alignRegression(scores.values as Float64Array, {
      name: target,
      values: Float64Array.from(labels, Number),
    })
  }
  return referenceMetrics(model).task === 'binary-classification'
    ? alignBinary(scores, labelColumn(target, labels), 'Yes')
    : alignMulticlass(scores, labelColumn(target, labels))
}

describe('metrics of our own scoring are those that Python onnxruntime gives', () => {
  test.each(FIXTURE_MODELS)('%s within 1e-6 relative', async model => {
    const { onnx } = referenceMetrics(model)
    const { metrics } = evaluatePredictions(await predict(model), 'target')
    let compared = 0
    for (const [theirs, ours] of Object.entries(REFERENCE_NAMES)) {
      const expected = onnx[theirs]
      if (typeof expected !== 'number') continue
      compared += 1
      expect(Math.abs((metrics[ours] as number) - expected), ours).toBeLessThanOrEqual(
        1e-6 * Math.abs(expected),
      )
    }
    expect(compared).toBeGreaterThanOrEqual(6)
  })
})
