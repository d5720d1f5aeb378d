import { namesOf, profileCategories } from '../../../src/domain/drift/category-profile.ts'
import { confirmedDrift, DEFAULT_CONFIRMATION } from '../../../src/domain/drift/confirmed.ts'
import { type Edges, edgesAt, edgesOfFew } from '../../../src/domain/drift/edges.ts'
import { DEFAULT_THRESHOLDS, type FeatureDrift } from '../../../src/domain/drift/feature-drift.ts'
import { type ColumnProfile, judgeDrift } from '../../../src/domain/drift/judge-drift.ts'
import { profileNumbers } from '../../../src/domain/drift/number-profile.ts'
import type { Draws } from '../draws.ts'
import { categoriesDriftByDefault, driftsByDefault } from '../evidently.ts'
import { countLevels, fallingChances } from '../samples.ts'
import { EXACT, type Scenario } from '../scenario.ts'

/** Rows of the reference and of each run's sample. */
const SIZES = [
  [1_000, 100],
  [1_000, 1_000],
  [100_000, 100_000],
] as const
const FEATURES = [10, 30, 100] as const
/** Runs of a month, one a day, all against one reference. */
const MONTH = 30
const WEEK = 7
const SHARES = 128
const FEW = 64
/** Of three columns two are numbers, and of these every third is in whole steps. */
const isCategory = (feature: number) => feature % 3 === 2
const chancesOf = (feature: number) => fallingChances(2 + (feature % 20))

type Column = Float64Array | ReadonlyMap<string, number>

/** What moves: the first feature, by so many standard deviations; nothing where it is 0. */
function drawSample(rows: number, features: number, shift: number, draws: Draws): Column[] {
  const shared = Float64Array.from({ length: rows }, () => draws.normal())
  return Array.from({ length: features }, (_, feature) => {
    if (isCategory(feature)) return countLevels(chancesOf(feature), rows, draws)
    return shared.map(common => {
      const value = Math.SQRT1_2 * (common + draws.normal()) + (feature === 0 ? shift : 0)
      return feature % 9 === 0 ? value : feature % 3 === 0 ? Math.round(3 * value) : value
    })
  })
}

/** As a column's profile is made where DuckDB finds its quantiles. */
function cutOf(values: Float64Array): Edges {
  const sorted = values.toSorted()
  const different = new Set(sorted)
  if (different.size <= FEW) return edgesOfFew(different)
  const last = sorted.length - 1
  return edgesAt(
    Array.from(
      { length: SHARES + 1 },
      (_, part) =>
        sorted[Math.max(0, Math.ceil((part / SHARES) * sorted.length) - 1)] ?? (sorted[last] as number),
    ),
  )
}

type Profiled = readonly [Edges | ReadonlySet<string>, ColumnProfile]

function profiledReference(columns: readonly Column[]): Profiled[] {
  return columns.map((column): Profiled => {
    if (!(column instanceof Float64Array)) {
      const names = namesOf(column)
      return [names, profileCategories(column, 0, names)]
    }
    const cut = cutOf(column)
    return [cut, profileNumbers(column, 0, cut)]
  })
}

function judgeRun(reference: readonly Profiled[], columns: readonly Column[], seed: number): FeatureDrift[] {
  const named = (profiles: readonly ColumnProfile[]) =>
    new Map(profiles.map((profile, feature) => [`f${feature}`, profile]))
  const current = columns.map((column, feature) => {
    const [how] = reference[feature] as Profiled
    return column instanceof Float64Array
      ? profileNumbers(column, 0, how as Edges)
      : profileCategories(column, 0, how as ReadonlySet<string>)
  })
  return judgeDrift(named(reference.map(([, profile]) => profile)), named(current), DEFAULT_THRESHOLDS, seed)
}

const isAlarm = (found: readonly FeatureDrift[]) => found.some(({ status }) => status === 'drift')

function flaggedByDefault(reference: readonly Column[], current: readonly Column[]): number {
  return reference.filter((before, feature) => {
    const after = current[feature] as Column
    return before instanceof Float64Array
      ? driftsByDefault(before, after as Float64Array)
      : categoriesDriftByDefault(before, after as ReadonlyMap<string, number>)
  }).length
}

/** Of so many rows a run takes seconds: one is drawn, and none of a month. */
const isLarge = (rows: number) => rows > 10_000
const isFewEnough = ({ m, features }: { readonly m: number; readonly features: number }) =>
  features === 10 || (features === 100 && !isLarge(m))

const settings = SIZES.flatMap(([n, m]) =>
  FEATURES.map(features => ({
    n,
    m,
    features,
    setting: `${features} features, ${n.toLocaleString('en')} against ${m.toLocaleString('en')} rows`,
  })),
)
const DATA =
  'Columns of one table, two in three numbers that correlate by a half, the others categories of 2 to 21 levels; daily runs against one reference.'

const ours: Scenario = {
  name: 'monitoring-alarm',
  kind: 'alarm',
  method: 'Any feature drifts: adjusted p < 0.05 and distance > 0.1',
  data: DATA,
  cases: settings.map(({ n, m, features, setting }) => ({
    setting,
    wanted: EXACT,
    stream: `monitoring, ${setting}`,
    run(draws) {
      const reference = profiledReference(drawSample(n, features, 0, draws))
      const runs = Array.from({ length: isLarge(m) ? 1 : MONTH }, () =>
        judgeRun(reference, drawSample(m, features, 0, draws), draws.seed()),
      )
      const isTold = runs.map(
        (_, run) => confirmedDrift(runs.slice(0, run + 1), DEFAULT_CONFIRMATION).length > 0,
      )
      const first = isAlarm(runs[0] ?? [])
      return isLarge(m) ? [first] : [first, runs.some(isAlarm), isTold.includes(true)]
    },
  })),
}

/** Restated, not its code: what is measured of itself is another thing. */
const theirs = (['any', 'half'] as const).map(
  (which): Scenario => ({
    name: `monitoring-evidently-${which}`,
    kind: 'alarm',
    method:
      which === 'any'
        ? 'Evidently’s default rules, restated: any column'
        : 'Evidently’s default rules, restated: half of the columns',
    data: DATA,
    cases: settings.map(({ n, m, features, setting }) => ({
      setting,
      wanted: 'stated',
      run(draws) {
        const reference = drawSample(n, features, 0, draws)
        const flagged = flaggedByDefault(reference, drawSample(m, features, 0, draws))
        return [which === 'any' ? flagged > 0 : flagged >= features / 2]
      },
    })),
  }),
)

const SHIFTS = [0.3, 0.5, 1] as const

const found: Scenario = {
  name: 'monitoring-finds',
  kind: 'finding',
  method: 'One feature of numbers moves',
  data: `${DATA} From the first run on one feature lies higher by a share of its standard deviation.`,
  cases: settings.filter(isFewEnough).flatMap(({ n, m, features, setting }) =>
    SHIFTS.map(shift => ({
      setting: `${setting}, ${shift} sd`,
      wanted: 'stated' as const,
      run(draws: Draws) {
        const reference = profiledReference(drawSample(n, features, 0, draws))
        const runs = Array.from({ length: isLarge(m) ? 2 : WEEK }, () =>
          judgeRun(reference, drawSample(m, features, shift, draws), draws.seed()),
        )
        const isTold = runs.map((_, run) =>
          confirmedDrift(runs.slice(0, run + 1), DEFAULT_CONFIRMATION).includes('f0'),
        )
        const early = [runs[0]?.[0]?.status === 'drift', isTold[1] === true]
        return isLarge(m) ? early : [...early, isTold.includes(true)]
      },
    })),
  ),
}

export const monitoring: readonly Scenario[] = [ours, ...theirs, found]
