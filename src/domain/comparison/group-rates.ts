import type { FairnessGroup } from '../evidence/fairness.ts'
import type { Bounded } from './proportion-bounds.ts'
import { pairedChangeBounds, wilsonBounds } from './proportion-bounds.ts'

/** Groups with fewer rows are shown, and are in no difference. */
export const LEAST_ROWS = 30
/** And those with fewer rows of either class, whose true- or false-positive rate would be noise. */
const LEAST_OF_CLASS = 10

/** Which rows a rate looks at. */
export const RATES = ['selection', 'truePositive', 'falsePositive'] as const
export type Rate = (typeof RATES)[number]

/** How often a model calls rows of a group positive, beside another model on the same rows. */
export interface RateCounts {
  readonly rows: number
  readonly challenger: number
  readonly champion: number
  readonly onlyChallenger: number
  readonly onlyChampion: number
}

export interface GroupCounts {
  readonly value: string
  readonly isJudged: boolean
  readonly rates: Readonly<Record<Rate, RateCounts>>
}

/**
 * Counts the calls of both models in a group.
 *
 * @param rows - The group's rows.
 * @param positive - [n] 1 or 0.
 * @param challenger - [n] 1 where the row is called positive.
 * @param champion - [n]; without one the challenger's own.
 */
export function countGroup(
  value: string,
  rows: Uint32Array,
  positive: Uint8Array,
  challenger: Uint8Array,
  champion: Uint8Array,
): GroupCounts {
  // By class: rows, called by the challenger, by the champion, by both.
  const cells = [new Float64Array(4), new Float64Array(4)] as const
  for (const row of rows) {
    const cell = cells[positive[row] as 0 | 1]
    const [now, before] = [challenger[row] as number, champion[row] as number]
    cell[0] = (cell[0] as number) + 1
    cell[1] = (cell[1] as number) + now
    cell[2] = (cell[2] as number) + before
    cell[3] = (cell[3] as number) + now * before
  }
  const [negatives, positives] = cells
  const all = negatives.map((count, index) => count + (positives[index] as number))
  return {
    value,
    isJudged:
      rows.length >= LEAST_ROWS && [negatives, positives].every(([count = 0]) => count >= LEAST_OF_CLASS),
    rates: { selection: rateOf(all), truePositive: rateOf(positives), falsePositive: rateOf(negatives) },
  }
}

function rateOf([rows = 0, challenger = 0, champion = 0, both = 0]: Float64Array): RateCounts {
  return {
    rows,
    challenger,
    champion,
    onlyChallenger: challenger - both,
    onlyChampion: champion - both,
  }
}

/** A model's rate in a group with Wilson's bounds. */
export function rateBounds(counts: RateCounts, side: 'challenger' | 'champion', z: number): Bounded {
  return wilsonBounds(counts[side], counts.rows, z)
}

/** How much more often the challenger calls rows of a group positive. */
export function changeBounds({ onlyChallenger, onlyChampion, rows }: RateCounts, z: number): Bounded {
  return pairedChangeBounds(onlyChallenger, onlyChampion, rows, z)
}

/** A group as evidence shows it. */
export function shownGroup({ value, isJudged, rates }: GroupCounts, hasChampion: boolean): FairnessGroup {
  const shown = (side: 'challenger' | 'champion') => ({
    'selection-rate': rates.selection[side] / rates.selection.rows,
    ...(rates.truePositive.rows === 0
      ? {}
      : { 'true-positive-rate': rates.truePositive[side] / rates.truePositive.rows }),
    ...(rates.falsePositive.rows === 0
      ? {}
      : { 'false-positive-rate': rates.falsePositive[side] / rates.falsePositive.rows }),
  })
  return {
    value,
    rows: rates.selection.rows,
    positives: rates.truePositive.rows,
    status: isJudged ? 'judged' : 'insufficient-data',
    challenger: shown('challenger'),
    ...(hasChampion ? { champion: shown('champion') } : {}),
  }
}
