import type { MetricName } from '../../src/domain/comparison/metric-catalogue.ts'
import type { CostMatrix } from '../../src/domain/comparison/metric-settings.ts'
import type { ScoredPopulation } from './populations.ts'
import { CLASSES, type ClassPopulation, type TargetPopulation } from './populations-of-tasks.ts'
import { accuracy, area, brier, f1, logLoss, mae, rmse } from './truths.ts'

// Every metric of whole populations, signed so that more is better; written apart from the product's.

export const COST: CostMatrix = {
  'true-positive': -5,
  'false-positive': 1,
  'true-negative': 0,
  'false-negative': 3,
}

/** A model's metric, from its members' chances to be positive and its scores. */
type BinaryTruth = (chance: Float64Array, scores: Float64Array) => number

/** Shares of all rows. */
function decisions(chance: Float64Array, scores: Float64Array) {
  let [hits, called, positives] = [0, 0, 0]
  for (const [member, score] of scores.entries()) {
    const share = (chance[member] as number) / scores.length
    positives += share
    if (score < 0.5) continue
    hits += share
    called += 1 / scores.length
  }
  return {
    hits,
    alarms: called - hits,
    missed: positives - hits,
    passed: 1 - called - positives + hits,
    positives,
  }
}

type Decided = ReturnType<typeof decisions>

const decided =
  (metric: (shares: Decided) => number): BinaryTruth =>
  (chance, scores) =>
    metric(decisions(chance, scores))

const recall = ({ hits, positives }: Decided) => hits / positives
const specificity = ({ passed, positives }: Decided) => passed / (1 - positives)

/** From the highest score down: what shares of the positive and of the negative rows are at least as high. */
function* walkDown(chance: Float64Array, scores: Float64Array) {
  const order = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number))
  const positives = chance.reduce((sum, p) => sum + p, 0)
  let [hits, seen] = [0, 0]
  for (const [at, member] of order.entries()) {
    hits += chance[member] as number
    seen += 1
    const next = order[at + 1]
    // Only behind the last of equal scores.
    if (next !== undefined && scores[next] === scores[member]) continue
    yield { hits, seen, positives, all: order.length }
  }
}

const averagePrecision: BinaryTruth = (chance, scores) => {
  let [sum, before] = [0, 0]
  for (const { hits, seen, positives } of walkDown(chance, scores)) {
    sum += ((hits - before) / positives) * (hits / seen)
    before = hits
  }
  return sum
}

const separation: BinaryTruth = (chance, scores) => {
  let most = 0
  for (const { hits, seen, positives, all } of walkDown(chance, scores))
    most = Math.max(most, hits / positives - (seen - hits) / (all - positives))
  return most
}

/** Of the tenth of the rows with the highest scores. */
const lift: BinaryTruth = (chance, scores) => {
  for (const { hits, seen, positives, all } of walkDown(chance, scores))
    if (seen >= 0.1 * all) return hits / seen / (positives / all)
  return Number.NaN
}

const calibration: BinaryTruth = (chance, scores) => {
  const bins = new Float64Array(10)
  for (const [member, score] of scores.entries()) {
    const bin = Math.max(0, Math.ceil(score * 10) - 1)
    bins[bin] = (bins[bin] as number) + (chance[member] as number) - score
  }
  return -bins.reduce((sum, gap) => sum + Math.abs(gap), 0) / scores.length
}

const BINARY: Readonly<Partial<Record<MetricName, BinaryTruth>>> = {
  'roc-auc': area,
  'average-precision': averagePrecision,
  accuracy,
  'balanced-accuracy': decided(shares => (recall(shares) + specificity(shares)) / 2),
  f1,
  precision: decided(({ hits, alarms }) => hits / (hits + alarms)),
  recall: decided(recall),
  specificity: decided(specificity),
  matthews: decided(
    ({ hits, alarms, missed, passed }) =>
      (hits * passed - alarms * missed) /
      Math.sqrt((hits + alarms) * (hits + missed) * (passed + alarms) * (passed + missed)),
  ),
  'log-loss': logLoss,
  brier,
  'calibration-error': calibration,
  'ks-separation': separation,
  lift,
  cost: decided(
    ({ hits, alarms, missed, passed }) =>
      -(
        hits * COST['true-positive'] +
        alarms * COST['false-positive'] +
        missed * COST['false-negative'] +
        passed * COST['true-negative']
      ),
  ),
}

/** Challenger − champion. */
export type Differences<P> = Readonly<Partial<Record<MetricName, (population: P) => number>>>

export const BINARY_DIFFERENCES: Differences<ScoredPopulation> = differencesOf(
  BINARY,
  truth =>
    ({ chance, first, second }) =>
      truth(chance, second) - truth(chance, first),
)

const WIDTH = CLASSES.length
type ClassTruth = (chance: Float64Array, probabilities: Float64Array) => number

/** Of each class the shares of all rows that were called it rightly, that were called it, and that are it. */
function classShares(chance: Float64Array, probabilities: Float64Array) {
  const members = chance.length / WIDTH
  const shares = CLASSES.map(() => ({ right: 0, called: 0, actual: 0 }))
  for (let member = 0; member < members; member += 1) {
    const given = probabilities.subarray(member * WIDTH, (member + 1) * WIDTH)
    const best = given.indexOf(Math.max(...given))
    for (const [label, share] of shares.entries()) {
      const likely = (chance[member * WIDTH + label] as number) / members
      share.actual += likely
      if (label !== best) continue
      share.called += 1 / members
      share.right += likely
    }
  }
  return shares
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const f1OfClass = ({ right, called, actual }: { right: number; called: number; actual: number }) =>
  (2 * right) / (called + actual)

const MULTICLASS: Readonly<Partial<Record<MetricName, ClassTruth>>> = {
  accuracy: (chance, probabilities) => sum(classShares(chance, probabilities).map(({ right }) => right)),
  'balanced-accuracy': (chance, probabilities) =>
    sum(classShares(chance, probabilities).map(({ right, actual }) => right / actual)) / WIDTH,
  'macro-f1': (chance, probabilities) => sum(classShares(chance, probabilities).map(f1OfClass)) / WIDTH,
  'weighted-f1': (chance, probabilities) =>
    sum(classShares(chance, probabilities).map(share => share.actual * f1OfClass(share))),
  'roc-auc-ovr': (chance, probabilities) => {
    const column = (matrix: Float64Array, label: number) => matrix.filter((_, at) => at % WIDTH === label)
    return sum(CLASSES.map((_, label) => area(column(chance, label), column(probabilities, label)))) / WIDTH
  },
  'log-loss': (chance, probabilities) =>
    chance.reduce((total, p, at) => total + p * Math.log(probabilities[at] as number), 0) /
    (chance.length / WIDTH),
}

export const MULTICLASS_DIFFERENCES: Differences<ClassPopulation> = differencesOf(
  MULTICLASS,
  truth =>
    ({ chance, first, second }) =>
      truth(chance, second) - truth(chance, first),
)

type ErrorTruth = (errors: Float64Array, actual: Float64Array) => number

const REGRESSION: Readonly<Partial<Record<MetricName, ErrorTruth>>> = {
  rmse,
  mae,
  'median-absolute-error': errors => {
    const sorted = errors.map(Math.abs).sort()
    const middle = sorted.length / 2
    return -((sorted[Math.floor(middle - 0.5)] as number) + (sorted[Math.floor(middle)] as number)) / 2
  },
  mape: (errors, actual) => mae(errors.map((error, member) => error / (actual[member] as number))),
  // Of the median.
  'pinball-loss': errors => mae(errors) / 2,
  r2: (errors, actual) => {
    const mean = actual.reduce((total, value) => total + value, 0) / actual.length
    const spread = actual.map(value => value - mean)
    return 1 - (rmse(errors) / rmse(spread)) ** 2
  },
}

export const REGRESSION_DIFFERENCES: Differences<TargetPopulation> = differencesOf(
  REGRESSION,
  truth =>
    ({ actual, first, second }) =>
      truth(second, actual) - truth(first, actual),
)

function differencesOf<T, P>(
  truths: Readonly<Partial<Record<MetricName, T>>>,
  between: (truth: T) => (population: P) => number,
): Differences<P> {
  return Object.fromEntries(Object.entries(truths).map(([name, truth]) => [name, between(truth as T)]))
}
