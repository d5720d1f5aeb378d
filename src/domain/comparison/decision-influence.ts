import { DECISION_METRICS, type Decisions } from './decisions.ts'
import type { MetricName } from './metric-catalogue.ts'
import type { CostMatrix } from './metric-settings.ts'

/** One number for each way to call a row: at 2 × what it is + what it is called. */
export type OfCalls = readonly [
  trueNegative: number,
  falsePositive: number,
  falseNegative: number,
  truePositive: number,
]

/**
 * How much a row moves a metric of decisions, which is the same for all rows that are and were called alike. Of a ratio
 * Σ part / Σ whole it is (part − ratio · whole) · n / Σ whole.
 *
 * @returns Undefined for other metrics, and where nothing is below the line.
 */
export function decisionInfluence(
  name: MetricName,
  decisions: Decisions,
  cost: CostMatrix | undefined,
): OfCalls | undefined {
  const rows = rowsOfCalls(decisions)
  if (name === 'balanced-accuracy') {
    const [recall, specificity] = [RATIOS.recall, RATIOS.specificity].map(([part, whole]) =>
      ofRatio(part, whole, rows),
    )
    if (recall === undefined || specificity === undefined) return undefined
    return recall.map((value, call) => (value + (specificity[call] as number)) / 2) as unknown as OfCalls
  }
  if (name === 'matthews') return leftOut(DECISION_METRICS.matthews, decisions)
  const parts = ratioParts(name, cost)
  return parts === undefined ? undefined : ofRatio(...parts, rows)
}

/** How many rows are and were called alike. */
export function rowsOfCalls({
  trueNegative,
  falsePositive,
  falseNegative,
  truePositive,
}: Decisions): OfCalls {
  return [trueNegative, falsePositive, falseNegative, truePositive]
}

function decisionsOfCalls([trueNegative, falsePositive, falseNegative, truePositive]: OfCalls): Decisions {
  return { trueNegative, falsePositive, falseNegative, truePositive }
}

/** What each row adds above the line of a ratio and below it; undefined for what is none. */
export function ratioParts(
  name: MetricName,
  cost: CostMatrix | undefined,
): readonly [above: OfCalls, below: OfCalls] | undefined {
  if (name === 'cost') {
    return (
      cost && [
        [cost['true-negative'], cost['false-positive'], cost['false-negative'], cost['true-positive']],
        EACH,
      ]
    )
  }
  return Object.hasOwn(RATIOS, name) ? RATIOS[name as keyof typeof RATIOS] : undefined
}

const EACH: OfCalls = [1, 1, 1, 1]

/** What each row adds above the line and below it. */
const RATIOS = {
  accuracy: [[1, 0, 0, 1], EACH],
  precision: [
    [0, 0, 0, 1],
    [0, 1, 0, 1],
  ],
  recall: [
    [0, 0, 0, 1],
    [0, 0, 1, 1],
  ],
  specificity: [
    [1, 0, 0, 0],
    [1, 1, 0, 0],
  ],
  f1: [
    [0, 0, 0, 2],
    [0, 1, 1, 2],
  ],
} as const satisfies Record<string, readonly [part: OfCalls, whole: OfCalls]>

/** (n − 1) (metric − metric without such a row), around its mean; 0 where there is no such row. */
function leftOut(metric: (decisions: Decisions) => number, decisions: Decisions): OfCalls {
  const rows = rowsOfCalls(decisions)
  const all = rows.reduce((sum, count) => sum + count, 0)
  const value = metric(decisions)
  const moved = rows.map((count, call) => {
    const left = rows.map((other, at) => (at === call ? other - 1 : other)) as unknown as OfCalls
    return count === 0 ? 0 : (all - 1) * (value - metric(decisionsOfCalls(left)))
  })
  const mean = moved.reduce((sum, each, call) => sum + each * (rows[call] as number), 0) / all
  return moved.map(each => each - mean) as unknown as OfCalls
}

function ofRatio(part: OfCalls, whole: OfCalls, rows: OfCalls): OfCalls | undefined {
  const sum = (values: OfCalls) =>
    values.reduce((total, value, call) => total + value * (rows[call] as number), 0)
  const below = sum(whole)
  if (below === 0) return undefined
  const [ratio, scale] = [sum(part) / below, sum(EACH) / below]
  return part.map((value, call) => (value - ratio * (whole[call] as number)) * scale) as unknown as OfCalls
}
