import { logLosses, squaredDistances } from '../comparison/binary-metrics.ts'
import { closedFormOfGroups } from '../comparison/closed-form.ts'
import { decisionInfluence } from '../comparison/decision-influence.ts'
import { DECISION_METRICS, type Decisions, meanCost } from '../comparison/decisions.ts'
import { withinRange } from '../comparison/level-intervals.ts'
import type { MetricName } from '../comparison/metric-catalogue.ts'
import type { SettingsInEffect } from '../comparison/metric-settings.ts'
import { enoughOfClasses } from '../comparison/undefined-metrics.ts'
import type { Interval } from '../evidence/interval.ts'
import { normalInterval } from '../stats/difference.ts'
import { ascendingRanking } from '../stats/order.ts'

/** What is taken for true where a metric is estimated without labels. */
export const ASSUMPTIONS = [
  'calibrated: of the rows of this population that the model gives a probability, that share is positive',
  'no concept drift: what the inputs say of the target is still what it was when calibration was measured',
  'independent: given its probability, whether one row is positive says nothing of another',
] as const

/** A metric that nobody could measure yet. */
export interface ConfidenceEstimate {
  readonly value: number
  /** 95 %: of the metric in the population that the rows were drawn from. */
  readonly interval: Interval
  /** 95 %: where the metric of these very rows will lie once their labels have come. */
  readonly onLabels: Interval
}

export interface ConfidenceEstimates {
  /** Rows that are expected to be, and were, called alike; no whole numbers. */
  readonly expected: Decisions
  /** In the order in which they are estimated; without those that the rows are too few for. */
  readonly metrics: ReadonlyMap<EstimatedMetric, ConfidenceEstimate>
}

export const ESTIMATED_METRICS = [
  'roc-auc',
  'accuracy',
  'balanced-accuracy',
  'f1',
  'precision',
  'recall',
  'specificity',
  'log-loss',
  'brier',
  'cost',
] as const satisfies readonly MetricName[]
export type EstimatedMetric = (typeof ESTIMATED_METRICS)[number]

/**
 * Confidence-based performance estimation: what a binary classifier's metrics are expected to be on rows without labels,
 * when its probabilities hold.
 *
 * Row i is positive with its probability pᵢ, independently. A row called positive adds pᵢ to the true and 1 − pᵢ to the
 * false positives, another pᵢ to the false and 1 − pᵢ to the true negatives; metrics of decisions are those of these
 * sums. The mean of (yᵢ − pᵢ)² is expected to be that of pᵢ (1 − pᵢ), log-loss the mean entropy. ROC AUC is
 * Σ pᵢ (1 − pⱼ) [sᵢ > sⱼ, a tie half] / Σ pᵢ (1 − pⱼ) over all pairs of two rows. For ratios these are ratios of
 * expectations, which are off from the expected ratio by the order of 1/n.
 *
 * Both intervals are by the delta method, ψᵢ(y) being how much row i moves the metric where it turns out to be y. Of the
 * labels of these rows only chance in y counts: the variance is that of a Poisson-binomial sum,
 * Σ pᵢ (1 − pᵢ) (ψᵢ(1) − ψᵢ(0))² / n². Of the population rows are drawn by chance as well:
 * Σ (pᵢ ψᵢ(1)² + (1 − pᵢ) ψᵢ(0)²) / n², as wide as a measurement on as many rows. Neither holds any error of calibration.
 *
 * A metric is left out with fewer than 30 rows, or fewer than 10 expected of a class that it looks at, and where nothing
 * is below its line.
 *
 * @param probability - [n] of the positive class, in [0, 1].
 * @see Kivimäki, Białek, Kuberski & Nurminen 2025, arXiv:2505.05295 (of four metrics); Le Cam 1960, doi:10.2140/pjm.1960.10.1181 (Poisson-binomial sums); closedFormOfGroups for the
 *   interval of the population
 */
export function estimateByConfidence(
  probability: Float64Array,
  settings: Pick<SettingsInEffect, 'threshold' | 'cost'>,
): ConfidenceEstimates {
  const expected = expectedDecisions(probability, settings.threshold)
  const positives = expected.truePositive + expected.falseNegative
  const metrics = new Map<EstimatedMetric, ConfidenceEstimate>()
  for (const name of ESTIMATED_METRICS) {
    if (!enoughOfClasses(name, positives, probability.length - positives)) continue
    const expectation = expectationOf(name, probability, expected, settings)
    if (expectation !== undefined) metrics.set(name, estimated(name, probability, expectation))
  }
  return { expected, metrics }
}

function expectedDecisions(probability: Float64Array, threshold: number): Decisions {
  let [truePositive, falsePositive, trueNegative, falseNegative] = [0, 0, 0, 0]
  for (const chance of probability) {
    if (chance >= threshold) {
      truePositive += chance
      falsePositive += 1 - chance
    } else {
      falseNegative += chance
      trueNegative += 1 - chance
    }
  }
  return { truePositive, falsePositive, trueNegative, falseNegative }
}

/** A metric's value, and [n] by how much each row moves it where it turns out to be of a class; their mean is 0. */
interface Expectation {
  readonly value: number
  readonly ifPositive: Float64Array
  readonly ifNegative: Float64Array
}

function expectationOf(
  name: EstimatedMetric,
  probability: Float64Array,
  expected: Decisions,
  { threshold, cost }: Pick<SettingsInEffect, 'threshold' | 'cost'>,
): Expectation | undefined {
  if (name === 'roc-auc') return expectedArea(probability)
  if (name === 'brier') return expectedLoss(probability, squaredDistances)
  if (name === 'log-loss') return expectedLoss(probability, logLosses)
  const moved = decisionInfluence(name, expected, cost)
  if (moved === undefined) return undefined
  const [trueNegative, falsePositive, falseNegative, truePositive] = moved
  return {
    value: name !== 'cost' ? DECISION_METRICS[name](expected) : cost ? meanCost(expected, cost) : Number.NaN,
    ifPositive: probability.map(chance => (chance >= threshold ? truePositive : falseNegative)),
    ifNegative: probability.map(chance => (chance >= threshold ? falsePositive : trueNegative)),
  }
}

function expectedLoss(
  probability: Float64Array,
  losses: (positive: Uint8Array, probability: Float64Array) => Float64Array,
): Expectation {
  const rows = probability.length
  const [ofPositive, ofNegative] = [
    losses(new Uint8Array(rows).fill(1), probability),
    losses(new Uint8Array(rows), probability),
  ]
  let sum = 0
  for (let row = 0; row < rows; row += 1) {
    const chance = probability[row] as number
    sum += chance * (ofPositive[row] as number) + (1 - chance) * (ofNegative[row] as number)
  }
  const value = sum / rows
  return {
    value,
    ifPositive: ofPositive.map(loss => loss - value),
    ifNegative: ofNegative.map(loss => loss - value),
  }
}

/** A row is never its own pair: below, a row's part of its group of ties is taken off. */
function expectedArea(probability: Float64Array): Expectation {
  const rows = probability.length
  const { order, ends } = ascendingRanking(probability)
  let [positives, certain] = [0, 0]
  for (const chance of probability) {
    positives += chance
    certain += chance * (1 - chance)
  }
  const negatives = rows - positives
  const pairs = positives * negatives - certain
  const [negativesBelow, positivesAbove] = [new Float64Array(rows), new Float64Array(rows)]
  let [below, above, won, start] = [0, positives, 0, 0]
  for (let at = 0; at < rows; at += 1) {
    if (ends[at] !== 1) continue
    // All of a group have one score, so one probability.
    const chance = probability[order[at] as number] as number
    const size = at + 1 - start
    above -= size * chance
    const [losers, winners] = [below + ((size - 1) * (1 - chance)) / 2, above + ((size - 1) * chance) / 2]
    for (; start <= at; start += 1) {
      negativesBelow[order[start] as number] = losers
      positivesAbove[order[start] as number] = winners
    }
    won += size * chance * losers
    below += size * (1 - chance)
  }
  const value = won / pairs
  const scale = rows / pairs
  return {
    value,
    ifPositive: negativesBelow.map(
      (count, row) => scale * (count - value * (negatives - 1 + (probability[row] as number))),
    ),
    ifNegative: positivesAbove.map(
      (count, row) => scale * (count - value * (positives - (probability[row] as number))),
    ),
  }
}

function estimated(
  name: MetricName,
  probability: Float64Array,
  expectation: Expectation,
): ConfidenceEstimate {
  const { value, ifPositive, ifNegative } = expectation
  const rows = probability.length
  const [chances, moved] = [new Float64Array(2 * rows), new Float64Array(2 * rows)]
  let variance = 0
  for (let row = 0; row < rows; row += 1) {
    const chance = probability[row] as number
    const [one, other] = [ifPositive[row] as number, ifNegative[row] as number]
    chances.set([chance, 1 - chance], 2 * row)
    moved.set([one, other], 2 * row)
    variance += chance * (1 - chance) * (one - other) ** 2
  }
  const within = ({ low, high }: { readonly low: number; readonly high: number }): Interval =>
    withinRange(name, { low, high, level: 0.95, method: 'closed-form' })
  return {
    value,
    interval: within(closedFormOfGroups(value, moved, chances) ?? { low: -Infinity, high: Infinity }),
    // The variance is no estimate here, so no t distribution.
    onLabels: within(normalInterval(value, Math.sqrt(variance) / rows)),
  }
}
