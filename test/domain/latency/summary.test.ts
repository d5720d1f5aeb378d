import { expect, test } from 'vitest'
import { Latency } from '../../../src/domain/evidence/latency.ts'
import { noisyQuantiles, summarizeLatency } from '../../../src/domain/latency/summary.ts'

const SETTING = { rowsPerRequest: 4, warmUp: 100, blocks: 20, seed: 1 }
const flat = (ms: number) => new Float64Array(200).fill(ms)

test('the facts are evidence: times of both in milliseconds, ratios challenger by champion', () => {
  const facts = Latency.parse(summarizeLatency([flat(2), flat(2)], [flat(2), flat(5)], SETTING))
  expect(facts).toMatchObject({ 'rows-per-request': 4, pairs: 200, 'warm-up': 100, blocks: 20, seed: 1 })
  expect(facts.quantiles.p95).toEqual({
    'champion-ms': 2,
    'challenger-ms': 5,
    ratio: { value: 2.5, low: 2.5, high: 2.5 },
  })
  expect(facts['same-against-same'].p50).toEqual({ value: 1, low: 1, high: 1 })
})

test('the champion that differs from itself, up or down, makes the machine noisy', () => {
  const noisy = (again: number) =>
    noisyQuantiles(summarizeLatency([flat(2), flat(again)], [flat(2), flat(2)], SETTING))
  expect(noisy(2)).toEqual([])
  expect(noisy(2.3)).toEqual(['p50', 'p95'])
  expect(noisy(1.7)).toEqual(['p50', 'p95'])
})

test('p99 alone makes no machine noisy', () => {
  const again = flat(2)
  for (let pair = 0; pair < 4; pair += 1) again[pair * 50] = 30
  expect(noisyQuantiles(summarizeLatency([flat(2), again], [flat(2), flat(2)], SETTING))).toEqual([])
})
