import { describe, expect, test } from 'vitest'
import {
  changeOfDifference,
  changeOfRatio,
  differenceOver,
  ratioOver,
} from '../../../src/domain/comparison/group-differences.ts'
import { countGroup, type GroupCounts } from '../../../src/domain/comparison/group-rates.ts'
import type { Bounded } from '../../../src/domain/comparison/proportion-bounds.ts'
import { seeded } from '../../support/seeded.ts'

const RUNS = 2_000
const POSITIVES = 0.27
const ALARMS = 0.1

/** A group's size and the true-positive rates of both models. */
interface Group {
  readonly rows: number
  readonly champion: number
  readonly challenger: number
}

const alike = (...sizes: readonly number[]): Group[] =>
  sizes.map(rows => ({ rows, champion: 0.5, challenger: 0.5 }))
/** The challenger finds fewer positives in the first group. */
const unfair = (by: number, ...sizes: readonly number[]): Group[] =>
  sizes.map((rows, index) => ({ rows, champion: 0.5, challenger: index === 0 ? 0.5 - by : 0.5 }))

/** The two models call seven rows of ten by the same luck. */
function drawn(groups: readonly Group[], uniform: () => number): GroupCounts[] {
  return groups.map(({ rows, champion, challenger }, index) => {
    const [positive, first, second] = [new Uint8Array(rows), new Uint8Array(rows), new Uint8Array(rows)]
    for (let row = 0; row < rows; row += 1) {
      const isPositive = uniform() < POSITIVES
      const luck = uniform()
      const other = uniform() < 0.7 ? luck : uniform()
      positive[row] = isPositive ? 1 : 0
      first[row] = luck < (isPositive ? champion : ALARMS) ? 1 : 0
      second[row] = other < (isPositive ? challenger : ALARMS) ? 1 : 0
    }
    return countGroup(
      String(index),
      Uint32Array.from({ length: rows }, (_, row) => row),
      positive,
      second,
      first,
    )
  })
}

const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
const lowest = (values: readonly number[]) => Math.min(...values) / Math.max(...values)
const selected = (hits: number) => POSITIVES * hits + (1 - POSITIVES) * ALARMS

describe('bounds of fairness miss at most 5 % within the simulation’s interval, and let through at most 2.5 %', () => {
  test.each([
    ['equal, 150 and 150', alike(150, 150)],
    ['equal, 60 and 240', alike(60, 240)],
    ['equal, 100 and 1,309', alike(100, 1309)],
    ['equal, five of 900 to 59', alike(900, 250, 120, 80, 59)],
    ['unfair by 0.1, 150 and 150', unfair(0.1, 150, 150)],
    ['unfair by 0.1, 700 and 709', unfair(0.1, 700, 709)],
    ['unfair by 0.3, 700 and 709', unfair(0.3, 700, 709)],
    ['unfair by 0.1, 100 and 1,309', unfair(0.1, 100, 1309)],
  ])('%s', (_what, groups) => {
    const choices = seeded(11)
    const uniform = () => choices.below(2 ** 30) / 2 ** 30
    const truth = {
      difference: spread(groups.map(({ challenger }) => challenger)),
      change:
        spread(groups.map(({ challenger }) => challenger)) - spread(groups.map(({ champion }) => champion)),
      ratio: lowest(groups.map(({ challenger }) => selected(challenger))),
      changeOfRatio:
        lowest(groups.map(({ challenger }) => selected(challenger))) -
        lowest(groups.map(({ champion }) => selected(champion))),
    }
    const missed = { difference: 0, change: 0, ratio: 0, changeOfRatio: 0 }
    // A gate passes on the bound that lies towards unfairness.
    const passed = { difference: 0, change: 0 }
    let judged = 0
    for (let run = 0; run < RUNS; run += 1) {
      const counts = drawn(groups, uniform)
      if (counts.some(({ isJudged }) => !isJudged)) continue
      judged += 1
      const found = {
        difference: differenceOver(counts, ['truePositive'], 'challenger'),
        change: changeOfDifference(counts, ['truePositive']),
        ratio: ratioOver(counts, 'challenger'),
        changeOfRatio: changeOfRatio(counts),
      }
      for (const name of Object.keys(missed) as (keyof typeof missed)[]) {
        const { low, high } = found[name] as Bounded
        // A difference of 0 at the end of its bounds is not missed, but for rounding.
        if (low > truth[name] + 1e-12 || high < truth[name] - 1e-12) missed[name] += 1
      }
      if (found.difference.high < truth.difference) passed.difference += 1
      if (found.change.high < truth.change) passed.change += 1
    }
    const within = (share: number) => share + 3 * Math.sqrt((share * (1 - share)) / judged)
    expect(judged).toBeGreaterThan(0.8 * RUNS)
    for (const [name, count] of Object.entries(missed))
      expect(count / judged, name).toBeLessThan(within(0.05))
    for (const [name, count] of Object.entries(passed))
      expect(count / judged, name).toBeLessThan(within(0.025))
  })
})
