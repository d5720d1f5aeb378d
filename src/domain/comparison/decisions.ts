import type { CostMatrix } from './metric-settings.ts'

/** How often each call of a binary classifier was right or wrong. */
export interface Decisions {
  readonly truePositive: number
  readonly falsePositive: number
  readonly trueNegative: number
  readonly falseNegative: number
}

/** [n] 1 where a row is called positive. A loop: `from` with a function takes twenty times as long. */
export function calledPositive(probability: Float64Array, threshold: number): Uint8Array {
  const called = new Uint8Array(probability.length)
  for (let row = 0; row < called.length; row += 1)
    called[row] = (probability[row] as number) >= threshold ? 1 : 0
  return called
}

/**
 * Counts the calls.
 *
 * @param positive - [n] 1 or 0, what the rows are.
 * @param called - [n] 1 or 0, what they were called.
 * @param counts - [n] how often each row counts; left out: once.
 */
export function countDecisions(positive: Uint8Array, called: Uint8Array, counts?: Uint32Array): Decisions {
  let [truePositive, falsePositive, falseNegative, all] = [0, 0, 0, 0]
  for (let row = 0; row < positive.length; row += 1) {
    const count = counts === undefined ? 1 : (counts[row] as number)
    all += count
    if (called[row] === 1) {
      if (positive[row] === 1) truePositive += count
      else falsePositive += count
    } else if (positive[row] === 1) falseNegative += count
  }
  const trueNegative = all - truePositive - falsePositive - falseNegative
  return { truePositive, falsePositive, trueNegative, falseNegative }
}

interface Called {
  readonly positive: Uint8Array
  readonly threshold: number
  /** [n] As {@link calledPositive}. */
  readonly called: Uint8Array
  readonly decisions: Decisions
}

const known = new WeakMap<Float64Array, Called>()

/** What a classifier decides at a threshold. All metrics of decisions and their intervals ask, so the answer is kept. */
export function decisionsAt(
  positive: Uint8Array,
  probability: Float64Array,
  threshold: number,
): Pick<Called, 'called' | 'decisions'> {
  const before = known.get(probability)
  if (before?.positive === positive && before.threshold === threshold) return before
  const called = calledPositive(probability, threshold)
  const found = { positive, threshold, called, decisions: countDecisions(positive, called) }
  known.set(probability, found)
  return found
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

/**
 * Metrics of decisions. A ratio is undefined where no row is of its class, and 0 where it is the model that leaves
 * nothing below the line, as scikit-learn has it: precision of a model that calls nothing positive.
 */
export const DECISION_METRICS = {
  accuracy: ({ truePositive, trueNegative, falsePositive, falseNegative }) =>
    (truePositive + trueNegative) / (truePositive + trueNegative + falsePositive + falseNegative),
  'balanced-accuracy': ({ truePositive, trueNegative, falsePositive, falseNegative }) =>
    (truePositive / (truePositive + falseNegative) + trueNegative / (trueNegative + falsePositive)) / 2,
  f1: ({ truePositive, falsePositive, falseNegative }) =>
    (2 * truePositive) / (2 * truePositive + falsePositive + falseNegative),
  precision: ({ truePositive, falsePositive }) => ratio(truePositive, truePositive + falsePositive),
  recall: ({ truePositive, falseNegative }) => truePositive / (truePositive + falseNegative),
  specificity: ({ trueNegative, falsePositive }) => trueNegative / (trueNegative + falsePositive),
  matthews: ({ truePositive, trueNegative, falsePositive, falseNegative }) => {
    const scale =
      Math.sqrt(truePositive + falsePositive) *
      Math.sqrt(truePositive + falseNegative) *
      Math.sqrt(trueNegative + falsePositive) *
      Math.sqrt(trueNegative + falseNegative)
    return ratio(truePositive * trueNegative - falsePositive * falseNegative, scale)
  },
} as const satisfies Record<string, (decisions: Decisions) => number>

/** The mean cost of a row, as the matrix counts. */
export function meanCost(decisions: Decisions, cost: CostMatrix): number {
  const { truePositive, falsePositive, trueNegative, falseNegative } = decisions
  const total =
    truePositive * cost['true-positive'] +
    falsePositive * cost['false-positive'] +
    trueNegative * cost['true-negative'] +
    falseNegative * cost['false-negative']
  return total / (truePositive + falsePositive + trueNegative + falseNegative)
}
