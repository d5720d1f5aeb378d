import { describe, expect, test } from 'vitest'
import { ModelyardError } from '../../../src/domain/errors/index.ts'
import { quantileRatiosOverBlocks } from '../../../src/domain/latency/block-ratio.ts'
import { randomStream } from '../../../src/domain/stats/random.ts'

const DRAWN = { blocks: 10, resamples: 500, seed: 3 }

/** Times like a machine's: a floor, and now and then a pause that lasts several requests. */
function machineTimes(seed: number, pairs: number, slower = 1): [Float64Array, Float64Array] {
  const random = randomStream(seed)
  const draw = () => random.below(1_000_000) / 1_000_000
  const times = [new Float64Array(pairs), new Float64Array(pairs)] as [Float64Array, Float64Array]
  let pause = 0
  for (let pair = 0; pair < pairs; pair += 1) {
    if (draw() < 0.01) pause = 5
    for (const [side, factor] of [1, slower].entries())
      (times[side] as Float64Array)[pair] =
        factor * (1 - 0.3 * Math.log(1 - draw()) + (pause > 0 ? 4 * draw() : 0))
    pause -= 1
  }
  return times
}

test('quantiles are times that were taken, worked by hand', () => {
  const first = Float64Array.from({ length: 100 }, (_, index) => 100 - index)
  const second = first.map(time => 3 * time)
  const { p50, p95, p99 } = quantileRatiosOverBlocks(first, second, DRAWN)
  expect([p50.first, p95.first, p99.first]).toEqual([50, 95, 99])
  expect([p50.second, p95.second, p99.second]).toEqual([150, 285, 297])
})

test('a series that is a multiple of the other has that ratio, without doubt', () => {
  const [first] = machineTimes(1, 400)
  const { p50, p95 } = quantileRatiosOverBlocks(
    first,
    first.map(time => 1.5 * time),
    DRAWN,
  )
  for (const { ratio } of [p50, p95]) {
    expect(ratio.value).toBeCloseTo(1.5, 12)
    expect(ratio.low).toBeCloseTo(1.5, 12)
    expect(ratio.high).toBeCloseTo(1.5, 12)
  }
})

test('turning the two about turns the ratio and its interval about', () => {
  const [first, second] = machineTimes(2, 400, 1.2)
  const forth = quantileRatiosOverBlocks(first, second, DRAWN)
  const back = quantileRatiosOverBlocks(second, first, DRAWN)
  for (const name of ['p50', 'p95', 'p99'] as const) {
    expect(back[name].ratio.value).toBeCloseTo(1 / forth[name].ratio.value, 12)
    expect(back[name].ratio.low).toBeCloseTo(1 / forth[name].ratio.high, 1)
  }
})

test('the same seed gives the same interval, another one another', () => {
  const [first, second] = machineTimes(4, 400)
  const draw = (seed: number) => quantileRatiosOverBlocks(first, second, { ...DRAWN, seed }).p95.ratio
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
})

test('a pause of the machine that covers one block hardly moves the middle of the interval', () => {
  const [first, second] = machineTimes(5, 1000)
  second.fill(50, 0, 100)
  const { p50 } = quantileRatiosOverBlocks(first, second, DRAWN)
  expect(p50.ratio.low).toBeLessThan(1.1)
  expect(p50.ratio.high).toBeLessThan(1.5)
})

test('intervals of equal models hold 1 in about 95 of 100 cases, and never say a tenth slower', () => {
  const cases = 120
  let held = { p50: 0, p95: 0 }
  let alarms = 0
  for (let index = 0; index < cases; index += 1) {
    const { p50, p95 } = quantileRatiosOverBlocks(...machineTimes(100 + index, 1000), {
      blocks: 50,
      resamples: 200,
      seed: index,
    })
    const holds = ({ low, high }: { low: number; high: number }) => low <= 1 && 1 <= high
    held = { p50: held.p50 + Number(holds(p50.ratio)), p95: held.p95 + Number(holds(p95.ratio)) }
    if (p50.ratio.low > 1.1) alarms += 1
  }
  // Four standard errors of a share of 120 around 0.95 are 0.08.
  expect(held.p50 / cases).toBeGreaterThan(0.87)
  expect(held.p95 / cases).toBeGreaterThan(0.87)
  expect(alarms).toBe(0)
})

describe('what cannot be compared is refused', () => {
  test.each([
    ['series of different lengths', 20, 19, 'shape-mismatch'],
    ['fewer pairs than blocks', 9, 9, 'empty-sample'],
    ['no pairs', 0, 0, 'empty-sample'],
  ] as const)('%s', (_what, first, second, code) => {
    const ask = () =>
      quantileRatiosOverBlocks(new Float64Array(first).fill(1), new Float64Array(second).fill(1), DRAWN)
    expect(ask).toThrow(expect.objectContaining({ code }))
    expect(ask).toThrow(ModelyardError)
  })
})
