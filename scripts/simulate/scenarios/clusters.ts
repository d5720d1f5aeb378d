import { closedForm } from '../../../src/domain/comparison/closed-form.ts'
import { pairedBootstrap } from '../../../src/domain/stats/paired-bootstrap.ts'
import type { Draws } from '../draws.ts'
import { type Bounds, passes, placeOf } from '../paired.ts'
import { COVERAGE, GATE, type Scenario, type Wanted } from '../scenario.ts'

const DATA =
  'Each row’s difference is half its own and half its cluster’s, both normal; clusters hold 1 to 9 rows; 0 is true.'

const SETTINGS: readonly { clusters: number; wanted?: Wanted }[] = [
  { clusters: 20, wanted: 'stated' },
  { clusters: 60 },
  { clusters: 280 },
]

/** The mean difference of drawn rows. */
function clusteredMean(clusters: number, shift: number, draws: Draws) {
  const codes: number[] = []
  const values: number[] = []
  for (let cluster = 0; cluster < clusters; cluster += 1) {
    const shared = draws.normal()
    for (let row = draws.below(9); row >= 0; row -= 1) {
      codes.push(cluster)
      values.push(shift + Math.SQRT1_2 * (shared + draws.normal()))
    }
  }
  const statistic = (counts: Uint32Array) => {
    let [sum, rows] = [0, 0]
    for (let row = 0; row < counts.length; row += 1) {
      sum += (counts[row] as number) * (values[row] as number)
      rows += counts[row] as number
    }
    return sum / rows
  }
  return {
    rows: codes.length,
    values,
    statistic,
    clusters: { codes: Uint32Array.from(codes), count: clusters },
  }
}

interface Method {
  readonly name: string
  readonly method: string
  /** Shown beside what the product takes, and held to nothing. */
  readonly isStated?: true
  interval(sample: ReturnType<typeof clusteredMean>, draws: Draws): Bounds | undefined
}

const METHODS: readonly Method[] = [
  {
    name: 'clusters',
    method: 'Mean, bootstrap of clusters, percentile',
    isStated: true,
    interval: ({ rows, statistic, clusters: drawn }, draws) =>
      pairedBootstrap(rows, 1_000, draws.seed(), statistic, drawn),
  },
  {
    name: 'clusters-closed-form',
    method: 'Mean, closed form over clusters',
    interval({ values, clusters: { codes, count } }) {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const influence = Float64Array.from(values, value => value - mean)
      return closedForm(mean, influence, { column: 'customer', codes, count })
    },
  },
]

const setting = (clusters: number) => `${clusters} clusters, about ${5 * clusters} rows`

const ofMethod = ({ name, interval, isStated, ...about }: Method): Scenario[] => [
  {
    ...about,
    data: DATA,
    name: `${name}-interval`,
    kind: 'interval',
    cases: SETTINGS.map(({ clusters: count, wanted = COVERAGE }) => ({
      setting: setting(count),
      wanted: isStated ? 'stated' : wanted,
      run: draws => placeOf(interval(clusteredMean(count, 0, draws), draws), 0),
    })),
  },
  {
    ...about,
    data: DATA,
    name: `${name}-gate`,
    kind: 'gate',
    cases: SETTINGS.map(({ clusters: count, wanted = GATE }) => {
      const margin = 2.8 / Math.sqrt(1.6 * count)
      return {
        setting: setting(count),
        wanted: isStated ? 'stated' : wanted,
        run: draws =>
          [-margin, 0, margin].map(shift => {
            const found = interval(clusteredMean(count, shift, draws), draws)
            return found !== undefined && passes(found, margin)
          }),
      }
    }),
  },
]

export const clusters: readonly Scenario[] = [
  ...METHODS.flatMap(ofMethod),
  {
    data: DATA,
    name: 'clusters-ignored',
    kind: 'interval',
    method: 'Mean, bootstrap of rows, clusters ignored',
    cases: [
      {
        setting: setting(60),
        wanted: 'stated',
        run(draws) {
          const { rows, statistic } = clusteredMean(60, 0, draws)
          return placeOf(pairedBootstrap(rows, 1_000, draws.seed(), statistic), 0)
        },
      },
    ],
  },
]
