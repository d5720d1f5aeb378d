import { detectableAssociation, detectableDistance } from '../stats/detectable-effect.ts'
import { finiteValues } from '../stats/finite-values.ts'
import { homogeneity } from '../stats/homogeneity.ts'
import { kolmogorovSeries } from '../stats/kolmogorov-series.ts'
import { kolmogorovSmirnov } from '../stats/kolmogorov-smirnov.ts'
import { LEVEL } from './level.ts'
import type { COLUMN_TESTS, DataChange, NOT_TESTED } from './other-kinds.ts'

/** The smallest p-value of a resampled test is 1 / (RESAMPLES + 1). */
const RESAMPLES = 2000
const MOST_NAMED = 20
/** A word is kept letter for letter up to here. */
const LONGEST_WORD = 200

type Words = NonNullable<DataChange['columns'][number]['new-words']>

/** How far the distribution of a column lies from the other's. */
export interface ColumnTest {
  readonly test: (typeof COLUMN_TESTS)[number]
  /** KS distance of numbers, bias-corrected Cramér V of words. */
  readonly distance: number
  readonly pValue: number
  /** The smallest distance that so many rows can show at {@link LEVEL}. */
  readonly smallestDistance: number
  /** Of the champion's and of the challenger's rows: neither missing nor finite. */
  readonly noNumbers?: readonly [number, number]
  readonly newWords?: Words
  readonly goneWords?: Words
}

/** What was found of a column, or why it could not be tested. */
export type TestedColumn = ColumnTest | { readonly notTested: (typeof NOT_TESTED)[number] }

/** Rows that are missing or hold what is no number are NaN; `missing` says how many of those are the former. */
export interface NumberSample {
  readonly values: Float64Array
  readonly missing: number
}

/**
 * Kolmogorov and Smirnov's test of a column of numbers. Where neither an exact way nor the series is right, p is drawn, and
 * so never below 1 / 2001, which no column among many others could pass for significant with: there the series answers,
 * which errs towards too large a chance where values tie.
 *
 * @param seed - The same seed gives the same p.
 */
export function testNumbers(champion: NumberSample, challenger: NumberSample, seed: number): TestedColumn {
  const samples = [champion, challenger] as const
  if (samples.some(({ values }) => finiteValues(values).values.length === 0))
    return { notTested: 'no-values' }
  const found = kolmogorovSmirnov(champion.values, challenger.values, { resamples: RESAMPLES, seed })
  const [n, m] = [found.reference.used, found.current.used]
  const isLeast = found.method === 'monte-carlo' && found.pValue <= 1 / (RESAMPLES + 1)
  const noNumbers = [
    found.reference.nan + found.reference.infinite - champion.missing,
    found.current.nan + found.current.infinite - challenger.missing,
  ] as const
  return {
    test: 'kolmogorov-smirnov',
    distance: found.statistic,
    pValue: isLeast ? Math.min(found.pValue, kolmogorovSeries(found.statistic, n, m)) : found.pValue,
    smallestDistance: detectableDistance(n, m, LEVEL),
    ...(noNumbers[0] + noNumbers[1] === 0 ? {} : { noNumbers }),
  }
}

/**
 * The test of homogeneity of a column of categories.
 *
 * @param champion - Rows by word, missing ones left out; undefined: there are too many words for categories.
 */
export function testWords(
  champion: ReadonlyMap<string, number> | undefined,
  challenger: ReadonlyMap<string, number> | undefined,
): TestedColumn {
  if (champion === undefined || challenger === undefined) return { notTested: 'many-words' }
  if (champion.size === 0 || challenger.size === 0) return { notTested: 'no-values' }
  const found = homogeneity(champion, challenger)
  const total = [...champion.values(), ...challenger.values()].reduce((sum, count) => sum + count, 0)
  const { degreesOfFreedom, added, vanished } = found
  return {
    test: found.method,
    distance: found.cramersVCorrected,
    pValue: found.pValue,
    smallestDistance: degreesOfFreedom === 0 ? 0 : detectableAssociation(degreesOfFreedom + 1, total, LEVEL),
    ...(added.length === 0 ? {} : { newWords: named(added) }),
    ...(vanished.length === 0 ? {} : { goneWords: named(vanished) }),
  }
}

/** Of a column that is the same cell for cell. */
export function unchanged(kind: 'number' | 'text'): ColumnTest {
  const test = kind === 'number' ? 'kolmogorov-smirnov' : 'chi-squared'
  return { test, distance: 0, pValue: 1, smallestDistance: 0 }
}

function named(words: readonly string[]): Words {
  return { count: words.length, first: words.slice(0, MOST_NAMED).map(word => word.slice(0, LONGEST_WORD)) }
}
