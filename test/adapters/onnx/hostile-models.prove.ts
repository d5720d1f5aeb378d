import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openInference } from '../../../src/adapters/onnx/inference.ts'
import { openStopwatch, type StopwatchOptions } from '../../../src/adapters/onnx/stopwatch.ts'
import { type ErrorCode, ModelyardError } from '../../../src/domain/errors/index.ts'
import type { Batch, Inference, Scores, ScoringLimits } from '../../../src/ports.ts'
import { fixture } from '../../support/fixture-models.ts'

const TIMING_CHILD = new URL('../../../src/adapters/onnx/time-child.ts', import.meta.url)
const CHILD = new URL('../../../src/adapters/onnx/score-child.ts', import.meta.url)
const inference = openInference(CHILD, 'test')
const model = (name: string) => fixture(`models/hostile/${name}.onnx`)

async function* threeRows(): AsyncGenerator<Batch> {
  yield { start: 0, rows: 3, columns: [{ kind: 'number', values: Float64Array.of(1, 2, 3) }] }
}

/** Scores three rows, fed as every one of these models asks for them. */
async function scored(name: string, limits: ScoringLimits, engine: Inference = inference): Promise<Scores> {
  const bytes = model(name)
  const { signature } = await engine.describe(bytes)
  const inputs = signature.inputs.map(input => ({
    name: input.name,
    datatype: input.datatype,
    rowShape: [1],
    columns: [0],
  }))
  return engine.score({ model: bytes, inputs, batches: threeRows(), task: 'regression', limits })
}

/** What each file does to the process that runs it, as its user reads it; undefined where it scores. */
const FINDINGS: Readonly<Record<string, readonly [ErrorCode, RegExp] | undefined>> = {
  'custom-operator': ['not-runnable', /cannot be loaded: .*Frobnicate/],
  'deep-nesting': ['bad-artifact', /no ONNX model/],
  empty: ['bad-artifact', /is empty/],
  'endless-loop': ['timed-out', /no answer within 2 s/],
  'external-data-absolute': ['bad-artifact', /`w` in another file, at `\/etc\/passwd`/],
  'external-data-deep': ['bad-artifact', /`w` in another file, at `(?:\.\.\/)+etc\/passwd`/],
  'external-data-git-config': ['bad-artifact', /`w` in another file, at `\.git\/config`/],
  'external-data-missing': ['bad-artifact', /`w` in another file, at `weights\.bin`/],
  'external-data-parent': ['bad-artifact', /`w` in another file, at `\.\.\/\.\.\/etc\/passwd`/],
  'future-opset': ['not-runnable', /cannot be loaded/],
  'giant-constant': ['not-runnable', /fails on the data: .*allocate memory/],
  'giant-initializer': ['not-runnable', /cannot be loaded/],
  'giant-input': ['not-runnable', /fails on the data: .*dimensions/],
  'giant-tile': ['not-runnable', /fails on the data: .*4294967296/],
  'hostile-names': undefined,
  'memory-3gib': ['not-runnable', /allocat|died \(SIGABRT\)|took more than/i],
  'nan-output': undefined,
  'overflow-initializer': ['not-runnable', /cannot be loaded/],
  pickle: ['bad-artifact', /no ONNX model/],
  'random-bytes': ['bad-artifact', /no ONNX model/],
  text: ['bad-artifact', /Git LFS pointer/],
  truncated: ['bad-artifact', /cut short/],
  'unknown-operator': ['not-runnable', /cannot be loaded: .*Frobnicate/],
  'wrong-row-count': ['not-runnable', /given 3 rows and answered with 1/],
}

describe('what a hostile model does to its process is a finding', () => {
  test('each of the files that there are', () => {
    const files = readdirSync(new URL('../../fixtures/models/hostile/', import.meta.url))
    expect(Object.keys(FINDINGS).sort()).toEqual(files.map(name => name.replace('.onnx', '')).sort())
    expect(files).toHaveLength(24)
  })

  test.each(Object.entries(FINDINGS))('%s', async (name, finding) => {
    const limits = { bytes: 2 * 2 ** 30, batchSeconds: 2, loadSeconds: 60 }
    const answer = await scored(name, limits).catch((error: unknown) => error)
    if (finding === undefined) {
      expect(answer).toMatchObject({ rows: 3, values: { length: 3 } })
      return
    }
    if (!(answer instanceof ModelyardError)) throw answer
    const [code, message] = finding
    expect(answer).toMatchObject({
      code,
      message: expect.stringMatching(message),
      next: expect.stringMatching(/./),
    })
    expect(answer.message.length).toBeLessThan(400)
    expect(answer.message).not.toMatch(/[\n\r]|\.cc:\d|modelyard-model-/)
  })
})

/** Times one request of three rows, fed as every one of these models asks for them, beside a model that is right. */
async function timed(name: string, limits: StopwatchOptions): Promise<Float64Array> {
  const planned = async (one: Uint8Array) => ({
    model: one,
    inputs: (await inference.describe(one)).signature.inputs.map(input => ({
      name: input.name,
      datatype: input.datatype,
      rowShape: [1],
      columns: [0],
    })),
    task: 'regression' as const,
  })
  const loaded = await openStopwatch(TIMING_CHILD, limits).load({
    models: [await planned(model('hostile-names')), await planned(model(name))],
    rows: { start: 0, rows: 3, columns: [{ kind: 'number', values: Float64Array.of(1, 2, 3) }] },
    rowsPerRequest: 3,
  })
  try {
    return await loaded.time({ models: Uint32Array.of(0, 1), requests: Uint32Array.of(0, 0) })
  } finally {
    await loaded.close()
  }
}

/** What timing finds otherwise: answers are not looked at there. */
const TIMED: typeof FINDINGS = { ...FINDINGS, 'wrong-row-count': undefined }

describe('what it does to the process that times it is one too', () => {
  test.each(Object.entries(TIMED))('%s', async (name, finding) => {
    const answer = await timed(name, { bytes: 2 * 2 ** 30, patienceMs: 2000 }).catch(
      (error: unknown) => error,
    )
    if (finding === undefined) {
      expect(answer).toHaveLength(2)
      return
    }
    if (!(answer instanceof ModelyardError)) throw answer
    const [code, message] = finding
    expect(answer).toMatchObject({
      code,
      message: expect.stringMatching(message),
      next: expect.stringMatching(/./),
    })
    expect(answer.message.length).toBeLessThan(400)
    expect(answer.message).not.toMatch(/[\n\r]|\.cc:\d|modelyard-model-/)
  })

  test('one that grows where only its size is watched is killed', async () => {
    const limits = { bytes: 2 ** 30, patienceMs: 60_000, bySystem: false }
    await expect(timed('memory-3gib', limits)).rejects.toMatchObject({
      code: 'not-runnable',
      message: expect.stringMatching(/ran the models died \(it took more than 1\.0 GiB\)/),
    })
  })
})
