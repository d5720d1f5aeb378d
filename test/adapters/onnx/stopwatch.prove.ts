import { describe, expect, test } from 'vitest'
import { openTables } from '../../../src/adapters/duckdb/tables.ts'
import { parseOnnx } from '../../../src/adapters/onnx/model-file.ts'
import { openStopwatch } from '../../../src/adapters/onnx/stopwatch.ts'
import { sampleRows } from '../../../src/commands/sample-rows.ts'
import { planInputs } from '../../../src/domain/comparison/input-plan.ts'
import { pairedTurns, timesByPair } from '../../../src/domain/latency/schedule.ts'
import { randomStream } from '../../../src/domain/stats/random.ts'
import type { Batch, InputPlan, TimedModel } from '../../../src/ports.ts'
import { fixture } from '../../support/fixture-models.ts'

const childPath = new URL('../../../src/adapters/onnx/time-child.ts', import.meta.url)
const stopwatch = openStopwatch(childPath)

const DATA = new URL('../../../examples/telco-churn/data/test.csv', import.meta.url).pathname

/** Models of the example, and rows for requests of theirs. */
async function telcoModels(
  versions: readonly string[],
  rowsPerRequest: number,
  requests: number,
): Promise<{ models: TimedModel[]; rows: Batch; rowsPerRequest: number }> {
  const tables = openTables('.', '.')
  const present = await tables.columns(DATA)
  const sides = versions.map(version => {
    const model = fixture(`models/telco-churn/${version}/model.onnx`)
    return { model, plan: planInputs(parseOnnx(model).signature, present, 'churn') }
  })
  let behind = 0
  const models = sides.map(({ model, plan }): TimedModel => {
    const inputs = plan.inputs.map(input => ({ ...input, columns: input.columns.map(at => at + behind) }))
    behind += plan.columns.length
    return { model, inputs, task: 'classification' }
  })
  const columns = sides.flatMap(({ plan }) => plan.columns)
  const length = rowsPerRequest
  const rows = await sampleRows(tables, { path: DATA, uri: 'test.csv' }, columns, { parts: requests, length })
  return { models, rows, rowsPerRequest }
}

const turns = (models: number[], requests: number[]) => ({
  models: Uint32Array.from(models),
  requests: Uint32Array.from(requests),
})

/** One number a row. */
const oneColumn = (rows: number): Batch => ({
  start: 0,
  rows,
  columns: [{ kind: 'number', values: new Float64Array(rows).fill(1) }],
})

async function hostile(name: string, patienceMs?: number) {
  const model = fixture(`models/hostile/${name}.onnx`)
  const { signature } = parseOnnx(model)
  const inputs = signature.inputs.map(
    (input): InputPlan => ({ name: input.name, datatype: input.datatype, rowShape: [1], columns: [0] }),
  )
  return openStopwatch(childPath, { patienceMs }).load({
    models: [{ model, inputs, task: 'regression' }],
    rows: oneColumn(4),
    rowsPerRequest: 1,
  })
}

test('a time for every turn, in the order of the turns', async () => {
  const loaded = await stopwatch.load(await telcoModels(['v1', 'v3', 'v5', 'v7'], 3, 10))
  const times = await loaded.time(turns([0, 1, 2, 3, 0], [0, 9, 4, 2, 0]))
  expect(times).toHaveLength(5)
  expect(times.every(time => time > 0 && time < 60_000)).toBe(true)
  expect(await loaded.time(turns([], []))).toHaveLength(0)
  await loaded.close()
})

test('the perceptron is slower than the boosted trees in batches of 256', async () => {
  const loaded = await stopwatch.load(await telcoModels(['v2', 'v8'], 256, 5))
  const order = pairedTurns(30, [0, 1], 5, randomStream(1))
  await loaded.time(order)
  const [trees, perceptron] = timesByPair(order, await loaded.time(order), 0)
  await loaded.close()
  const median = (times: Float64Array) => times.toSorted()[15] as number
  expect(median(perceptron) / median(trees)).toBeGreaterThan(1)
})

describe('what goes wrong in the child is an error of ours', () => {
  test.each([
    ['random-bytes', 'bad-artifact'],
    ['unknown-operator', 'not-runnable'],
  ])('%s cannot be loaded', async (name, code) => {
    await expect(hostile(name)).rejects.toMatchObject({ code })
  })

  test('a model that fails on the rows', async () => {
    const loaded = await hostile('giant-tile')
    await expect(loaded.time(turns([0], [0]))).rejects.toMatchObject({ code: 'not-runnable' })
    await loaded.close()
  })

  test('one that never answers is given up', async () => {
    const loaded = await hostile('endless-loop', 1500)
    await expect(loaded.time(turns([0], [0]))).rejects.toMatchObject({ code: 'timed-out' })
    await loaded.close()
  })

  test('turns that name no request of a loaded model', async () => {
    const loaded = await stopwatch.load(await telcoModels(['v3'], 1, 2))
    await expect(loaded.time(turns([1], [0]))).rejects.toMatchObject({ code: 'not-runnable' })
    await loaded.close()
  })

  test('an interruption ends it', async () => {
    const controller = new AbortController()
    const loaded = await stopwatch.load({
      ...(await telcoModels(['v3'], 1, 2)),
      signal: controller.signal,
    })
    controller.abort()
    await expect(loaded.time(turns([0], [0]))).rejects.toMatchObject({ code: 'interrupted' })
    await loaded.close()
  })
})

test.runIf(process.platform === 'linux')(
  'the memory of models that are timed is limited, and how is said',
  async () => {
    for (const [bySystem, limit] of [
      [true, 'system'],
      [false, 'watched'],
    ] as const) {
      const loaded = await openStopwatch(childPath, { bySystem }).load(await telcoModels(['v3'], 1, 2))
      expect(loaded.memoryLimit).toBe(limit)
      await loaded.close()
    }
  },
)
