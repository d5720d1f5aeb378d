import { readFileSync } from 'node:fs'
import { alignBinary, type BinaryPredictions } from '../../src/domain/comparison/predictions.ts'
import type { Disagreement } from '../../src/domain/evidence/comparison.ts'
import type { Curves } from '../../src/domain/evidence/evaluation.ts'
import type { Fairness, FairnessGroup } from '../../src/domain/evidence/fairness.ts'
import { randomStream } from '../../src/domain/stats/random.ts'
import { actualLabels, fixture, labelColumn, readColumns } from '../../test/support/fixture-models.ts'

// What the sample reports say of the example models, measured on their predictions of 1,409 test rows.

/** A binary classifier's calls on the test rows. */
export interface Scored {
  readonly probability: Float64Array
  readonly positive: readonly boolean[]
}

const TEST_DATA = readColumns(
  readFileSync(new URL('../../examples/telco-churn/data/test.csv', import.meta.url), 'utf8'),
)

export function scoredBy(version: number): Scored {
  const model = `telco-churn/v${version}`
  const columns = readColumns(fixture(`models/${model}/predictions.csv`).toString('utf8'))
  return {
    probability: Float64Array.from(columns.get('probability') ?? [], Number),
    positive: actualLabels(model).map(label => label === 'Yes'),
  }
}

/** As the product's own metrics take them, on some rows or on all. */
export function predictionsOn(
  { probability, positive }: Scored,
  rows?: readonly number[],
): BinaryPredictions {
  const wanted = rows ?? positive.map((_, at) => at)
  const values = Float64Array.from(wanted, row => probability[row] as number)
  const labels = wanted.map(row => (positive[row] ? 'Yes' : 'No'))
  return alignBinary(
    { rows: values.length, probabilities: { classes: [], values, width: 1 } },
    labelColumn('churn', labels),
    'Yes',
  )
}

/** The rows of each value of a column, by value. */
export function rowsByValue(column: string): [value: string, rows: number[]][] {
  const groups = Map.groupBy((TEST_DATA.get(column) ?? []).entries(), ([, value]) => value)
  return [...groups]
    .map(([value, found]): [string, number[]] => [value, found.map(([row]) => row)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

export function curvesOf({ probability, positive }: Scored): Curves {
  const order = [...probability.keys()].sort(
    (a, b) => (probability[b] as number) - (probability[a] as number),
  )
  const positives = positive.filter(Boolean).length
  const negatives = positive.length - positives
  const roc: [number, number][] = [[0, 0]]
  const recall: [number, number][] = []
  let [hits, misses] = [0, 0]
  for (const [at, row] of order.entries()) {
    if (positive[row]) hits += 1
    else misses += 1
    // Rows that share a score are called together.
    if (probability[row] === probability[order[at + 1] ?? -1]) continue
    roc.push([misses / negatives, hits / positives])
    recall.push([hits / positives, hits / (hits + misses)])
  }
  const bins = 10
  const calibration = Array.from({ length: bins }, (_, bin) => {
    const ascending = [...order].reverse()
    const part = ascending.slice((bin * order.length) / bins, ((bin + 1) * order.length) / bins)
    return {
      rows: part.length,
      predicted: mean(part.map(row => probability[row] as number)),
      observed: mean(part.map(row => Number(positive[row]))),
    }
  })
  return { roc: thinned(roc), 'precision-recall': thinned(recall), calibration }
}

function thinned(points: readonly [number, number][]): [number, number][] {
  const step = Math.max(1, Math.ceil(points.length / 200))
  return points.filter((_, at) => at % step === 0 || at === points.length - 1)
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const isCalled = ({ probability }: Scored, row: number) => (probability[row] as number) >= 0.5

export function confusionOf(scored: Scored): number[][] {
  const count = (actual: boolean, called: boolean) =>
    scored.positive.filter((positive, row) => positive === actual && isCalled(scored, row) === called).length
  return [
    [count(false, false), count(false, true)],
    [count(true, false), count(true, true)],
  ]
}

export function disagreementOf(champion: Scored, challenger: Scored): Disagreement {
  const rows = [...champion.positive.keys()].filter(
    row => isCalled(champion, row) !== isCalled(challenger, row),
  )
  const right = (scored: Scored) => rows.filter(row => isCalled(scored, row) === scored.positive[row]).length
  const apart = (row: number) =>
    Math.abs((champion.probability[row] as number) - (challenger.probability[row] as number))
  return {
    rows: rows.length,
    'champion-right': right(champion),
    'challenger-right': right(challenger),
    examples: [...rows].sort((a, b) => apart(b) - apart(a)).slice(0, 5),
  }
}

const RESAMPLES = 2000

/** Rates per group of a column, and the difference of true-positive rates with percentiles of a seeded bootstrap. */
export function fairnessBy(
  column: string,
  setting: Omit<Fairness, 'columns' | 'least-rows'>,
  champion: Scored,
  challenger: Scored,
): Fairness {
  const groups = rowsByValue(column)
  const opportunity = (scored: Scored, of: readonly (readonly number[])[]) => {
    const found = of.map(rows =>
      mean(rows.filter(row => scored.positive[row]).map(row => Number(isCalled(scored, row)))),
    )
    return Math.max(...found) - Math.min(...found)
  }
  const all = groups.map(([, rows]) => rows)
  const random = randomStream(0)
  const draws = Array.from({ length: RESAMPLES }, () => {
    const drawn = all.map(rows => rows.map(() => rows[random.below(rows.length)] as number))
    return [opportunity(champion, drawn), opportunity(challenger, drawn)] as const
  })
  const bounded = (value: number, values: readonly number[]) => {
    const sorted = [...values].sort((a, b) => a - b)
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] as number
    return { value, low: at(0.025), high: at(0.975) }
  }
  const [before, after] = [opportunity(champion, all), opportunity(challenger, all)]
  return {
    ...setting,
    'least-rows': 30,
    columns: [
      {
        column,
        groups: groups.map(([value, rows]) => groupOf(value, rows, champion, challenger)),
        measures: [
          {
            measure: 'equal-opportunity-difference',
            champion: bounded(
              before,
              draws.map(([first]) => first),
            ),
            challenger: bounded(
              after,
              draws.map(([, second]) => second),
            ),
            change: bounded(
              after - before,
              draws.map(([first, second]) => second - first),
            ),
          },
        ],
      },
    ],
  }
}

function groupOf(
  value: string,
  rows: readonly number[],
  champion: Scored,
  challenger: Scored,
): FairnessGroup {
  const rates = (scored: Scored) => {
    const share = (of: readonly number[]) => mean(of.map(row => Number(isCalled(scored, row))))
    return {
      'selection-rate': share(rows),
      'true-positive-rate': share(rows.filter(row => scored.positive[row])),
      'false-positive-rate': share(rows.filter(row => !scored.positive[row])),
    }
  }
  return {
    value,
    rows: rows.length,
    positives: rows.filter(row => champion.positive[row]).length,
    status: 'judged',
    challenger: rates(challenger),
    champion: rates(champion),
  }
}
