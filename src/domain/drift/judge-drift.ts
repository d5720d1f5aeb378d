import type { Outcome } from '../gates/outcome.ts'
import { benjaminiHochberg } from '../stats/multiple-testing.ts'
import { type TwoProportions, twoProportions } from '../stats/two-proportions.ts'
import { type CategoryProfile, valuesIn } from './category-profile.ts'
import { type CategoryTest, testCategories } from './category-test.ts'
import type { DriftThresholds, FeatureDrift, LearnedThresholds } from './feature-drift.ts'
import { type NumberProfile, numbersIn } from './number-profile.ts'
import { type NumberTest, testNumbers } from './number-test.ts'

/** A column that is not compared, or could not be read. */
export interface OtherColumn {
  readonly type: 'other' | 'unreadable'
}

export type ColumnProfile = NumberProfile | CategoryProfile | OtherColumn

/** A sample: its columns by name, in their order, the current one counted into the cells of the reference. */
export type SampleProfile = ReadonlyMap<string, ColumnProfile>

/** A distance that was computed anew from the rows, where the profiles left it open. */
export type ExactDistances = ReadonlyMap<string, { readonly distance: number; readonly pValue: number }>

/** Thresholds of a run, and those of features that were learned. */
export interface JudgedBy extends DriftThresholds {
  readonly learned?: LearnedThresholds | undefined
}

/** Fewer say nothing of a distribution: a single odd row would be an alarm. */
const LEAST_ROWS = 30

interface Tested {
  readonly feature: string
  /** What is known without a test; the tests decide otherwise. */
  readonly known?: Pick<FeatureDrift, 'status' | 'grounds'>
  readonly values?: NumberTest | CategoryTest
  readonly missing?: Missing
  readonly range?: FeatureDrift['range']
}

interface Missing extends TwoProportions {
  readonly rates: [number, number]
}

type Ground = FeatureDrift['grounds'][number]

/**
 * What changed from a reference to a current sample, feature by feature: the reference's in their order, then new ones.
 *
 * A feature drifted where the distance of its distributions, or the difference between its shares of missing values, is
 * above the threshold **and** its p-value, adjusted by Benjamini and Hochberg over all tests of the run, below the level:
 * of many features some differ by chance, and of many rows every difference is significant. Where nothing was found the
 * rows must have been enough to find it, or the feature has insufficient data. A feature that cannot be tested keeps no
 * other from being tested.
 *
 * @param exact - Of features that {@link undecided} named, once somebody computed them.
 * @param seed - The same seed gives the same.
 */
export function judgeDrift(
  reference: SampleProfile,
  current: SampleProfile,
  thresholds: JudgedBy,
  seed: number,
  exact: ExactDistances = new Map(),
): FeatureDrift[] {
  const kept = [...reference].map(([feature, before]) =>
    tested(feature, before, current.get(feature), thresholds, seed, exact),
  )
  const added = [...current.keys()].filter(feature => !reference.has(feature))
  const all: Tested[] = [...kept, ...added.map(feature => known(feature, 'skipped', 'new'))]
  const pValues = all.flatMap(({ values, missing }) => [values, missing].flatMap(test => test?.pValue ?? []))
  const adjusted = benjaminiHochberg(pValues)
  let at = 0
  const next = () => adjusted[at++] as number
  return all.map(one => {
    const chances = { values: one.values && next(), missing: one.missing && next() }
    return judged(one, chances, pValues.length, thresholds)
  })
}

/** The features whose status hangs on where their rows lie within the cells of the profile. */
export function undecided(found: readonly FeatureDrift[]): string[] {
  return found.filter(({ grounds }) => grounds.includes('cells-too-wide')).map(({ feature }) => feature)
}

/**
 * Whether nothing drifted: `failed` where a feature did, `inconclusive` where one could not be told or none was compared.
 */
export function outcomeOfDrift(found: readonly FeatureDrift[]): Outcome {
  const statuses = new Set(found.map(({ status }) => status))
  if (statuses.has('drift')) return 'failed'
  return statuses.has('ok') && !statuses.has('insufficient-data') && !statuses.has('error')
    ? 'passed'
    : 'inconclusive'
}

function tested(
  feature: string,
  before: ColumnProfile,
  after: ColumnProfile | undefined,
  { numbers, learned }: JudgedBy,
  seed: number,
  exact: ExactDistances,
): Tested {
  if (before.type === 'unreadable' || after?.type === 'unreadable')
    return known(feature, 'error', 'unreadable')
  if (before.type === 'other') return known(feature, 'skipped', 'not-compared')
  if (after === undefined) return known(feature, 'drift', 'gone')
  if (after.type === 'other' || after.type !== before.type) return known(feature, 'drift', 'other-type')
  const [held, holds] = [valuesOf(before), valuesOf(after)]
  const [rows, now] = [rowsOf(before), rowsOf(after)]
  if (Math.min(rows, now) < LEAST_ROWS) return known(feature, 'insufficient-data', 'too-few-rows')
  const missing = missingOf([rows - held, rows], [now - holds, now])
  if (held === 0 || holds === 0) return { ...known(feature, 'skipped', 'no-values'), ...missing }
  if (Math.min(held, holds) < LEAST_ROWS)
    return { ...known(feature, 'insufficient-data', 'too-few-rows'), ...missing }
  if (before.type === 'number' && after.type === 'number') {
    const values = testNumbers(before, after, learned?.get(feature) ?? numbers, seed)
    const found = exact.get(feature)
    const known = found === undefined ? values : { ...values, ...found, atMost: found.distance }
    return { feature, ...missing, values: known, ...rangeOf(before, after) }
  }
  const [first, second] = [before, after] as [CategoryProfile, CategoryProfile]
  return { feature, ...missing, values: testCategories(first, second) }
}

function judged(
  { feature, known: already, values, missing, range }: Tested,
  chances: { readonly values: number | undefined; readonly missing: number | undefined },
  tests: number,
  thresholds: JudgedBy,
): FeatureDrift {
  const { level } = thresholds
  const own = thresholds.learned?.get(feature)
  const usual = values?.test === 'kolmogorov-smirnov' ? thresholds.numbers : thresholds.categories
  const effect = own ?? usual
  const smallest = values?.smallestAt(level / Math.max(1, tests)) ?? 0
  const isLikely = chances.values !== undefined && chances.values < level
  const atMost = values !== undefined && 'atMost' in values ? values.atMost : (values?.distance ?? 0)
  const found: Ground[] = []
  if (values !== undefined && isLikely && values.distance > effect) found.push('distribution')
  if (
    missing !== undefined &&
    (chances.missing ?? 1) < level &&
    Math.abs(missing.difference) > thresholds.missing
  )
    found.push('missing-values')
  const open: Ground[] = []
  if (isLikely && (values?.distance ?? 0) <= effect && atMost > effect) open.push('cells-too-wide')
  if (!isLikely && smallest > effect) open.push('too-few-rows')
  const status =
    found.length > 0 ? 'drift' : (already?.status ?? (open.length > 0 ? 'insufficient-data' : 'ok'))
  return {
    feature,
    status,
    grounds: found.length > 0 ? found : (already?.grounds ?? open),
    ...(values && { values: shownOf(values, chances.values as number, smallest, own) }),
    ...(missing && {
      missing: {
        rates: missing.rates,
        'p-value': chances.missing as number,
        'unadjusted-p-value': missing.pValue,
      },
    }),
    ...(values !== undefined && 'added' in values && categoriesOf(values)),
    ...(range && { range }),
  }
}

function shownOf(
  values: NumberTest | CategoryTest,
  pValue: number,
  smallest: number,
  threshold: number | undefined,
): NonNullable<FeatureDrift['values']> {
  const shared = {
    test: values.test,
    distance: values.distance,
    ...(threshold !== undefined && { threshold }),
    'p-value': pValue,
    'unadjusted-p-value': values.pValue,
    'smallest-distance': smallest,
    psi: values.psi,
  }
  if (!('atMost' in values)) return shared
  const { atMost, wasserstein, location, direction, distance } = values
  return {
    ...shared,
    ...(atMost > distance && { 'distance-at-most': atMost }),
    ...(Number.isFinite(wasserstein) && { wasserstein }),
    ...(distance > 0 && { location, direction }),
  }
}

function categoriesOf({ added, vanished }: CategoryTest): Pick<FeatureDrift, 'added' | 'vanished'> {
  return {
    ...(Object.keys(added).length > 0 && { added }),
    ...(vanished.length > 0 && { vanished: [...vanished] }),
  }
}

function known(feature: string, status: FeatureDrift['status'], ground: Ground): Tested {
  return { feature, known: { status, grounds: [ground] } }
}

/** Where no row, or every row, of both has a value there is nothing to test, and no other test is to be adjusted for it. */
function missingOf(
  before: readonly [number, number],
  after: readonly [number, number],
): Pick<Tested, 'missing'> {
  const [first, second] = [before, after].map(([count, rows]) => ({ count, rows })) as [Share, Share]
  const missing = first.count + second.count
  if (missing === 0 || missing === first.rows + second.rows) return {}
  const rates: [number, number] = [first.count / first.rows, second.count / second.rows]
  return { missing: { ...twoProportions(first, second), rates } }
}

interface Share {
  readonly count: number
  readonly rows: number
}

/** Where the current sample leaves the reference's range. */
function rangeOf(before: NumberProfile, after: NumberProfile): Pick<Tested, 'range'> {
  const [reference, current] = [before, after].map(({ least, most }) => [
    least as number,
    most as number,
  ]) as [[number, number], [number, number]]
  return current[0] < reference[0] || current[1] > reference[1] ? { range: { reference, current } } : {}
}

function valuesOf(profile: NumberProfile | CategoryProfile): number {
  return profile.type === 'number' ? numbersIn(profile) : valuesIn(profile)
}

/** All rows; what is no number is missing like what is not there. */
function rowsOf(profile: NumberProfile | CategoryProfile): number {
  const { nulls } = profile
  return valuesOf(profile) + nulls + (profile.type === 'number' ? profile.nan + profile.infinite : 0)
}
