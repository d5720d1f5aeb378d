import type { Interval } from '../evidence/interval.ts'
import { normalInterval } from '../stats/difference.ts'
import { logLosses, squaredDistances } from './binary-metrics.ts'
import { closedFormOfGroups } from './closed-form.ts'
import { decisionInfluence, rowsOfCalls } from './decision-influence.ts'
import { DECISION_METRICS, type Decisions, meanCost } from './decisions.ts'
import { withinRange } from './level-intervals.ts'
import type { MetricName } from './metric-catalogue.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import type { Predictions } from './predictions.ts'
import { type Ranking, rankingOf } from './ranking.ts'
import { enoughOfClasses } from './undefined-metrics.ts'

/** What is taken for true where a metric is estimated without labels. */
export const ASSUMPTIONS = [
  'calibrated: of the rows of this population that the model gives a probability, that share is positive',
  'no concept drift: what the inputs say of the target is still what it was when calibration was measured',
  'independent: given its probability, whether one row is positive says nothing of another',
] as const

/** A metric that nobody could measure yet. */
export interface ConfidenceEstimate {
  readonly value: number
  /** 95 %: of the metric in the population that the rows were drawn from. Takes as long as all the rest. */
  readonly ofPopulation: () => Interval
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

/** {@link estimateByConfidence} of what a model predicted; undefined where it gives no probabilities of two classes. */
export function estimatesOn(
  predictions: Predictions,
  settings: Pick<SettingsInEffect, 'threshold' | 'cost'>,
): ConfidenceEstimates | undefined {
  if (predictions.task !== 'binary-classification' || !predictions.hasProbabilities) return undefined
  const { positive, probability } = predictions
  return estimateByConfidence(probability, settings, () => rankingOf(positive, probability))
}

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
 * @param ranking - Rows in the order of their probability.
 * @see Kivimäki, Białek, Kuberski & Nurminen 2025, arXiv:2505.05295 (of four metrics); Le Cam 1960, doi:10.2140/pjm.1960.10.1181 (Poisson-binomial sums); closedFormOfGroups for the
 *   interval of the population
 */
export function estimateByConfidence(
  probability: Float64Array,
  { threshold, cost }: Pick<SettingsInEffect, 'threshold' | 'cost'>,
  ranking: () => Pick<Ranking, 'order' | 'ends'>,
): ConfidenceEstimates {
  const calls = expectedCalls(probability, threshold)
  const chances = chancesOf(probability)
  const positives = calls.expected.truePositive + calls.expected.falseNegative
  const metrics = new Map<EstimatedMetric, ConfidenceEstimate>()
  for (const name of ESTIMATED_METRICS) {
    if (!enoughOfClasses(name, positives, probability.length - positives)) continue
    const expectation =
      name === 'roc-auc'
        ? expectedArea(chances, ranking())
        : name === 'brier' || name === 'log-loss'
          ? expectedLoss(chances, name === 'brier' ? squaredDistances : logLosses)
          : expectedDecision(name, calls, cost)
    if (expectation !== undefined) metrics.set(name, estimated(name, probability.length, expectation))
  }
  return { expected: calls.expected, metrics }
}

interface ExpectedCalls {
  readonly expected: Decisions
  /** Σ pᵢ (1 − pᵢ) of the rows that are called negative, and of those called positive. */
  readonly variances: readonly [calledNegative: number, calledPositive: number]
}

function expectedCalls(probability: Float64Array, threshold: number): ExpectedCalls {
  let [truePositive, falsePositive, trueNegative, falseNegative] = [0, 0, 0, 0]
  let [ofNegative, ofPositive] = [0, 0]
  for (const chance of probability) {
    if (chance >= threshold) {
      truePositive += chance
      falsePositive += 1 - chance
      ofPositive += chance * (1 - chance)
    } else {
      falseNegative += chance
      trueNegative += 1 - chance
      ofNegative += chance * (1 - chance)
    }
  }
  const expected = { truePositive, falsePositive, trueNegative, falseNegative }
  return { expected, variances: [ofNegative, ofPositive] }
}

/** A metric's value, and what moves it. */
interface Expectation {
  readonly value: number
  /** By how much a row of each kind moves it; 0 on average. */
  readonly moved: ArrayLike<number>
  /** How many rows of each kind are expected. */
  readonly rows: ArrayLike<number>
  /** Σ pᵢ (1 − pᵢ) (ψᵢ(1) − ψᵢ(0))². */
  readonly variance: number
}

/** All rows that are and were called alike are of one kind. */
function expectedDecision(
  name: Exclude<EstimatedMetric, 'roc-auc' | 'brier' | 'log-loss'>,
  { expected, variances: [ofNegative, ofPositive] }: ExpectedCalls,
  cost: SettingsInEffect['cost'],
): Expectation | undefined {
  const moved = decisionInfluence(name, expected, cost)
  if (moved === undefined) return undefined
  const [trueNegative, falsePositive, falseNegative, truePositive] = moved
  return {
    value: name !== 'cost' ? DECISION_METRICS[name](expected) : cost ? meanCost(expected, cost) : Number.NaN,
    moved,
    rows: rowsOfCalls(expected),
    variance:
      ofNegative * (falseNegative - trueNegative) ** 2 + ofPositive * (truePositive - falsePositive) ** 2,
  }
}

/** [2n] each row's chance of being positive, then that of being negative: each row is of two kinds of its own. */
function chancesOf(probability: Float64Array): Float64Array {
  const rows = probability.length
  const chances = new Float64Array(2 * rows)
  chances.set(probability)
  for (let row = 0; row < rows; row += 1) chances[rows + row] = 1 - (probability[row] as number)
  return chances
}

function varianceOf(moved: Float64Array, chances: Float64Array): number {
  const rows = moved.length / 2
  let variance = 0
  for (let row = 0; row < rows; row += 1) {
    const apart = (moved[row] as number) - (moved[rows + row] as number)
    variance += (chances[row] as number) * (chances[rows + row] as number) * apart * apart
  }
  return variance
}

function expectedLoss(
  chances: Float64Array,
  losses: (positive: Uint8Array, probability: Float64Array) => Float64Array,
): Expectation {
  const rows = chances.length / 2
  const probability = chances.subarray(0, rows)
  const moved = new Float64Array(2 * rows)
  moved.set(losses(new Uint8Array(rows).fill(1), probability))
  moved.set(losses(new Uint8Array(rows), probability), rows)
  let sum = 0
  for (let kind = 0; kind < moved.length; kind += 1)
    sum += (chances[kind] as number) * (moved[kind] as number)
  const value = sum / rows
  for (let kind = 0; kind < moved.length; kind += 1) moved[kind] = (moved[kind] as number) - value
  return { value, moved, rows: chances, variance: varianceOf(moved, chances) }
}

/** A row is never its own pair: below, a row's part of its group of ties is taken off. */
function expectedArea(chances: Float64Array, { order, ends }: Pick<Ranking, 'order' | 'ends'>): Expectation {
  const rows = chances.length / 2
  let [positives, certain] = [0, 0]
  for (let row = 0; row < rows; row += 1) {
    const chance = chances[row] as number
    positives += chance
    certain += chance * (1 - chance)
  }
  const negatives = rows - positives
  const pairs = positives * negatives - certain
  // Of a positive row the expected negatives below it, of a negative one the expected positives above it.
  const won = new Float64Array(2 * rows)
  let [below, above, sum, start] = [0, positives, 0, 0]
  for (let at = 0; at < rows; at += 1) {
    if (ends[at] !== 1) continue
    // All of a group have one score, so one probability.
    const chance = chances[order[at] as number] as number
    const size = at + 1 - start
    above -= size * chance
    const [losers, winners] = [below + ((size - 1) * (1 - chance)) / 2, above + ((size - 1) * chance) / 2]
    for (; start <= at; start += 1) {
      won[order[start] as number] = losers
      won[rows + (order[start] as number)] = winners
    }
    sum += size * chance * losers
    below += size * (1 - chance)
  }
  const value = sum / pairs
  const scale = rows / pairs
  for (let row = 0; row < rows; row += 1) {
    const chance = chances[row] as number
    won[row] = scale * ((won[row] as number) - value * (negatives - 1 + chance))
    won[rows + row] = scale * ((won[rows + row] as number) - value * (positives - chance))
  }
  return { value, moved: won, rows: chances, variance: varianceOf(won, chances) }
}

function estimated(
  name: EstimatedMetric,
  rows: number,
  { value, moved, rows: counts, variance }: Expectation,
): ConfidenceEstimate {
  const within = ({ low, high }: { readonly low: number; readonly high: number }): Interval =>
    withinRange(name, { low, high, level: 0.95, method: 'closed-form' })
  return {
    value,
    ofPopulation: () =>
      within(closedFormOfGroups(value, moved, counts) ?? { low: -Infinity, high: Infinity }),
    // The variance is no estimate here, so no t distribution.
    onLabels: within(normalInterval(value, Math.sqrt(variance) / rows)),
  }
}
