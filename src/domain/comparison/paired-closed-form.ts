import type { PairedMetric } from '../evidence/comparison.ts'
import type { Interval } from '../evidence/interval.ts'
import { delongStudent } from '../stats/delong.ts'
import type { DifferenceInterval } from '../stats/difference.ts'
import type { Discordance } from '../stats/proportion-difference.ts'
import { ratioOfMeans } from '../stats/ratio-of-means.ts'
import { calledClasses } from './class-table.ts'
import { closedForm, unitsOf } from './closed-form.ts'
import type { Clusters } from './clusters.ts'
import { influenceOf } from './influence.ts'
import type { MetricName } from './metric-catalogue.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import { countPairedDecisions, decisionDifference, tangoDifference } from './paired-decisions.ts'
import { samePredictions } from './predicted-rows.ts'
import type {
  BinaryPredictions,
  MulticlassPredictions,
  Predictions,
  RegressionPredictions,
} from './predictions.ts'

/** An interval of a difference, and what it rests on where that is known. */
export type Inference = Pick<PairedMetric, 'interval' | 'standard-error' | 'p-value' | 'degrees-of-freedom'>

/** DeLong's interval of the difference of two areas, as wide as the rows that carry it allow. */
export function areaDifference(champion: Predictions, challenger: Predictions): Inference {
  const [a, b] = [champion as BinaryPredictions, challenger as BinaryPredictions]
  return inference(delongStudent(a.positive, a.probability, b.probability), 'delong')
}

/** From a metric and its difference, challenger − champion, to an interval; undefined where there is no closed form. */
export type ClosedForms = (name: MetricName, difference: number) => Inference | undefined

/**
 * Intervals of challenger − champion without drawing: of decisions from how often the models agree, otherwise by how
 * much each row moves either metric.
 *
 * None where no row moved a metric although the models differ: that is no certainty, on few rows.
 */
export function closedFormsOf(
  champion: Predictions,
  challenger: Predictions,
  settings: SettingsInEffect,
  clusters: Clusters | undefined,
): ClosedForms {
  const isSame = samePredictions(champion, challenger)
  const cells =
    clusters === undefined && !isSame && isBinary(champion) && isBinary(challenger)
      ? countPairedDecisions(champion, challenger, settings)
      : undefined
  const countsRight = clusters === undefined && !isSame && isMulticlass(champion) && isMulticlass(challenger)
  return (name, difference) => {
    const ofDecisions = cells && decisionDifference(name, difference, cells, settings)
    if (ofDecisions !== undefined) return inference(ofDecisions, ofDecisions.method)
    const found =
      name === 'r2' && isRegression(champion) && isRegression(challenger)
        ? explainedMore(difference, champion, challenger, clusters)
        : byInfluence(name, difference, champion, challenger, settings, clusters)
    if (found === undefined) return undefined
    if (countsRight && name === 'accuracy') {
      const { method, ...bounds } = tangoDifference(discordanceOf(champion, challenger))
      return inference({ ...found, ...bounds }, method)
    }
    const isCertain = found.low === found.high
    return isCertain && !isSame ? undefined : inference(found, 'closed-form')
  }
}

/** What one of two regressions explains more, by how much there is to explain. */
function explainedMore(
  difference: number,
  champion: RegressionPredictions,
  challenger: RegressionPredictions,
  clusters: Clusters | undefined,
): DifferenceInterval | undefined {
  const { actual } = champion
  let mean = 0
  for (const value of actual) mean += value / actual.length
  const [gained, spread] = [new Float64Array(actual.length), new Float64Array(actual.length)]
  for (let row = 0; row < actual.length; row += 1) {
    const is = actual[row] as number
    gained[row] =
      ((champion.predicted[row] as number) - is) ** 2 - ((challenger.predicted[row] as number) - is) ** 2
    spread[row] = (is - mean) ** 2
  }
  const [above, below] = [unitsOf(gained, clusters), unitsOf(spread, clusters)]
  const found = above && below && ratioOfMeans(above, below)
  return found && { difference, ...found }
}

/** How often one of the two alone calls a row what it is. */
function discordanceOf(champion: MulticlassPredictions, challenger: MulticlassPredictions): Discordance {
  const [before, after] = [calledClasses(champion), calledClasses(challenger)]
  const { actual } = champion
  let [firstOnly, secondOnly] = [0, 0]
  for (let row = 0; row < actual.length; row += 1) {
    const [first, second] = [before[row] === actual[row], after[row] === actual[row]]
    if (first && !second) firstOnly += 1
    if (second && !first) secondOnly += 1
  }
  return { firstOnly, secondOnly, total: actual.length }
}

function isMulticlass(predictions: Predictions): predictions is MulticlassPredictions {
  return predictions.task === 'multiclass-classification'
}

function isRegression(predictions: Predictions): predictions is RegressionPredictions {
  return predictions.task === 'regression'
}

function isBinary(predictions: Predictions): predictions is BinaryPredictions {
  return predictions.task === 'binary-classification'
}

function byInfluence(
  name: MetricName,
  difference: number,
  champion: Predictions,
  challenger: Predictions,
  settings: SettingsInEffect,
  clusters: Clusters | undefined,
): DifferenceInterval | undefined {
  const first = influenceOf(name, champion, settings)
  const second = first === undefined ? undefined : influenceOf(name, challenger, settings)
  if (first === undefined || second === undefined) return undefined
  for (let row = 0; row < first.length; row += 1)
    second[row] = (second[row] as number) - (first[row] as number)
  return closedForm(difference, second, clusters)
}

/** As evidence tells it. */
export function inference(
  { low, high, pValue, standardError, freedom = Number.POSITIVE_INFINITY }: DifferenceInterval,
  method: Interval['method'],
): Inference {
  return {
    interval: { low, high, level: 0.95, method },
    ...(Number.isFinite(freedom) ? { 'degrees-of-freedom': freedom } : {}),
    'p-value': pValue,
    'standard-error': standardError,
  }
}
