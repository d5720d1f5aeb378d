import { describe, expect, test } from 'vitest'
import { quantileRatio } from '../../../src/domain/stats/quantile-ratio.ts'
import { seeded } from '../../support/seeded.ts'

const choices = seeded(5)
const times = (count: number, scale = 1) =>
  Float64Array.from({ length: count }, () => scale * (1 + choices.below(1_000) / 1_000))
const setting = { blocks: 20, resamples: 400, seed: 3 }

describe('the ratio of a quantile of two models’ times', () => {
  test('is that of numpy’s quantiles', () => {
    // numpy.quantile([1, 2, 4, 8, 16], 0.95) is 14.4, of [3, 1, 2, 5, 4] it is 4.8.
    const champion = Float64Array.of(3, 1, 2, 5, 4)
    const challenger = Float64Array.of(1, 2, 4, 8, 16)
    const few = { blocks: 5, resamples: 20, seed: 1 }
    expect(quantileRatio({ champion, challenger }, 0.95, few)?.value).toBeCloseTo(3, 12)
    expect(quantileRatio({ champion, challenger }, 0.5, few)?.value).toBeCloseTo(4 / 3, 12)
  })

  test('of a challenger that always takes a tenth longer is 1.1 with no doubt', () => {
    const champion = times(200)
    const ratio = quantileRatio({ champion, challenger: champion.map(time => 1.1 * time) }, 0.95, setting)
    for (const bound of [ratio?.value, ratio?.low, ratio?.high]) expect(bound).toBeCloseTo(1.1, 12)
  })

  test('holds its value, and is the same for the same seed', () => {
    const pairs = { champion: times(203), challenger: times(203, 1.2) }
    for (const share of [0.5, 0.95, 0.99]) {
      const ratio = quantileRatio(pairs, share, setting)
      expect(ratio?.low).toBeLessThanOrEqual(ratio?.value as number)
      expect(ratio?.high).toBeGreaterThanOrEqual(ratio?.value as number)
      expect(quantileRatio(pairs, share, setting)).toEqual(ratio)
    }
  })

  test('is as uncertain as its blocks are: within a block nothing varies', () => {
    // 20 disturbances of 10 pairs each hit the challenger alone.
    const champion = new Float64Array(200).fill(1)
    const challenger = champion.map((_, pair) => 1 + (Math.floor(pair / 10) % 3))
    const width = (blocks: number) => {
      const ratio = quantileRatio({ champion, challenger }, 0.6, { ...setting, blocks })
      return (ratio?.high as number) - (ratio?.low as number)
    }
    expect(width(20)).toBeGreaterThan(width(200))
  })

  test('is undefined where the clock saw no time', () => {
    const none = new Float64Array(40)
    expect(quantileRatio({ champion: none, challenger: times(40) }, 0.5, setting)).toBeUndefined()
  })

  test.each([
    ['another number of times', times(40), times(39), setting, 'shape-mismatch'],
    ['fewer pairs than blocks', times(19), times(19), setting, 'empty-sample'],
    ['a single block', times(19), times(19), { ...setting, blocks: 1 }, 'empty-sample'],
  ])('refuses %s', (_what, champion, challenger, how, code) => {
    expect(() => quantileRatio({ champion, challenger }, 0.5, how)).toThrow(expect.objectContaining({ code }))
  })
})
