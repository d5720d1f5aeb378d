import { normalQuantile } from '../stats/quantiles.ts'
import { changeBounds, type GroupCounts, type Rate, rateBounds } from './group-rates.ts'
import { type Bounded, differenceBounds } from './proportion-bounds.ts'

/** What all bounds of one measure may miss together. */
const MISSED = 0.05

type Side = 'challenger' | 'champion'

/**
 * The largest minus the smallest rate over groups, of one or of several rates the largest such difference: with bounds
 * that hold it with 95 % confidence however many groups there are.
 *
 * Every pair of groups has Newcombe's interval at the level that Bonferroni asks for, so with 95 % confidence all pairs
 * lie in theirs, and the largest difference between the largest low and the largest high. A percentile of resampled
 * differences would lie too high: the largest of noisy differences is above 0 where all groups are equal.
 *
 * @param groups - Two or more, each with rows of every rate.
 */
export function differenceOver(groups: readonly GroupCounts[], rates: readonly Rate[], side: Side): Bounded {
  return largest(pairsOf(groups, rates).map(pair => pairDifference(pair, side, zFor(groups, rates, MISSED))))
}

/**
 * How much {@link differenceOver} is larger for the challenger than for the champion, on the same rows.
 *
 * With (k, l) the champion's pair that differs most, the change is at least that of this pair's own difference, paired
 * within each group, and at least the challenger's largest difference less the champion's; and likewise from above with
 * the challenger's pair. Which pairs these can be is known with half of what may be missed, the paired changes with the
 * other half.
 */
export function changeOfDifference(groups: readonly GroupCounts[], rates: readonly Rate[]): Bounded {
  const pairs = pairsOf(groups, rates)
  const zOfLevel = zFor(groups, rates, MISSED / 4)
  const zOfChange = zFor(groups, rates, MISSED / 2)
  const found = pairs.map(({ rate, first, second }) => ({
    champion: pairDifference({ rate, first, second }, 'champion', zOfLevel),
    challenger: pairDifference({ rate, first, second }, 'challenger', zOfLevel),
    change: differenceBounds(
      changeBounds(first.rates[rate], zOfChange),
      changeBounds(second.rates[rate], zOfChange),
    ),
  }))
  const before = largest(found.map(({ champion }) => champion))
  const now = largest(found.map(({ challenger }) => challenger))
  const lows = found
    .filter(({ champion }) => champion.high >= before.low)
    .map(({ champion, change }) => Math.max(change.low, now.low - champion.high))
  const highs = found
    .filter(({ challenger }) => challenger.high >= now.low)
    .map(({ challenger, change }) => Math.min(change.high, challenger.high - before.low))
  return {
    value: now.value - before.value,
    low: Math.max(-1, Math.min(...lows)),
    high: Math.min(1, Math.max(...highs)),
  }
}

/**
 * The smallest by the largest selection rate over groups; undefined where nobody is selected in any. Its bounds come
 * from Wilson's of each group, with Bonferroni over the groups.
 *
 * @param missed - What the bounds may miss.
 */
export function ratioOver(groups: readonly GroupCounts[], side: Side, missed = MISSED): Bounded | undefined {
  const z = normalQuantile(1 - missed / (2 * groups.length))
  const rates = groups.map(({ rates: { selection } }) => rateBounds(selection, side, z))
  const most = Math.max(...rates.map(({ value }) => value))
  const least = Math.min(...rates.map(({ value }) => value))
  if (most === 0) return undefined
  const ratios = rates.flatMap((a, first) =>
    rates.flatMap((b, second) =>
      first === second ? [] : [{ low: a.low / b.high, high: b.low === 0 ? 1 : a.high / b.low }],
    ),
  )
  const value = least / most
  return {
    value,
    low: Math.min(value, ...ratios.map(({ low }) => low)),
    high: Math.max(value, Math.min(1, ...ratios.map(({ high }) => high))),
  }
}

/** The challenger's ratio less the champion's, where both have one; each side's bounds miss half. */
export function changeOfRatio(groups: readonly GroupCounts[]): Bounded | undefined {
  const now = ratioOver(groups, 'challenger', MISSED / 2)
  const before = ratioOver(groups, 'champion', MISSED / 2)
  if (now === undefined || before === undefined) return undefined
  return {
    value: now.value - before.value,
    low: now.low - before.high,
    high: now.high - before.low,
  }
}

interface Pair {
  readonly rate: Rate
  readonly first: GroupCounts
  readonly second: GroupCounts
}

/** All ordered pairs of groups, for each rate. */
function pairsOf(groups: readonly GroupCounts[], rates: readonly Rate[]): Pair[] {
  return rates.flatMap(rate =>
    groups.flatMap(first => groups.flatMap(second => (first === second ? [] : [{ rate, first, second }]))),
  )
}

/** The two-sided quantile with which all pairs together miss no more. */
function zFor(groups: readonly GroupCounts[], rates: readonly Rate[], missed: number): number {
  const pairs = (groups.length * (groups.length - 1) * rates.length) / 2
  return normalQuantile(1 - missed / (2 * pairs))
}

function pairDifference({ rate, first, second }: Pair, side: Side, z: number): Bounded {
  return differenceBounds(rateBounds(first.rates[rate], side, z), rateBounds(second.rates[rate], side, z))
}

/** The largest of differences, whose pairs stand among them in both orders: ≥ 0. */
function largest(differences: readonly Bounded[]): Bounded {
  return {
    value: Math.max(...differences.map(({ value }) => value)),
    low: Math.max(0, ...differences.map(({ low }) => low)),
    high: Math.min(1, Math.max(...differences.map(({ high }) => high))),
  }
}
