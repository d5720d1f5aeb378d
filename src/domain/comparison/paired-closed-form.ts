import type { PairedMetric } from '../evidence/comparison.ts'
import type { Interval } from '../evidence/interval.ts'
import { delongDifference } from '../stats/delong.ts'
import type { DifferenceInterval } from '../stats/difference.ts'
import { Z_975 } from '../stats/quantiles.ts'
import { closedForm } from './closed-form.ts'
import type { Clusters } from './clusters.ts'
import { calledPositive } from './decisions.ts'
import { influenceOf } from './influence.ts'
import type { MetricName } from './metric-catalogue.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import { samePredictions } from './predicted-rows.ts'
import type { BinaryPredictions, Predictions } from './predictions.ts'
import { pairedChangeBounds } from './proportion-bounds.ts'

/** An interval of a difference, and what it rests on where that is known. */
export type Inference = Pick<PairedMetric, 'interval' | 'standard-error' | 'p-value'>

/** DeLong's interval of the difference of two areas. */
export function areaDifference(champion: Predictions, challenger: Predictions): Inference {
  const [a, b] = [champion as BinaryPredictions, challenger as BinaryPredictions]
  return inference(delongDifference(a.positive, a.probability, b.probability), 'delong')
}

/**
 * The interval of challenger − champion without drawing: of a share of rows that counts half a row more in each way to
 * agree or disagree, otherwise to the first order by how much each row moves either metric.
 *
 * @returns Undefined for a metric without such a form; and where no row moved a metric although the models differ: that
 *   is no certainty, on few rows.
 */
export function differenceInClosedForm(
  name: MetricName,
  champion: Predictions,
  challenger: Predictions,
  difference: number,
  settings: SettingsInEffect,
  clusters: Clusters | undefined,
): Inference | undefined {
  const [first, second] = [influenceOf(name, champion, settings), influenceOf(name, challenger, settings)]
  if (first === undefined || second === undefined) return undefined
  const moved = second.map((value, row) => value - (first[row] as number))
  const found = closedForm(difference, moved, clusters)
  if (found === undefined) return undefined
  const isSame = samePredictions(champion, challenger)
  const shares =
    clusters === undefined && !isSame ? shareChange(name, champion, challenger, settings) : undefined
  if (shares !== undefined) return inference({ ...found, ...shares }, 'closed-form')
  return found.standardError === 0 && !isSame ? undefined : inference(found, 'closed-form')
}

/** Of accuracy, recall and specificity: which rows only one of the two gets right, among those that count. */
function shareChange(
  name: MetricName,
  champion: Predictions,
  challenger: Predictions,
  { threshold }: SettingsInEffect,
): { readonly low: number; readonly high: number } | undefined {
  if (champion.task !== 'binary-classification' || challenger.task !== 'binary-classification')
    return undefined
  if (name !== 'accuracy' && name !== 'recall' && name !== 'specificity') return undefined
  const { positive } = champion
  const before = calledPositive(champion.probability, threshold)
  const after = calledPositive(challenger.probability, threshold)
  let [rows, onlyBefore, onlyAfter] = [0, 0, 0]
  for (let row = 0; row < positive.length; row += 1) {
    const is = positive[row] as number
    if (name !== 'accuracy' && is !== (name === 'recall' ? 1 : 0)) continue
    rows += 1
    if (before[row] === after[row]) continue
    if (after[row] === is) onlyAfter += 1
    else onlyBefore += 1
  }
  return pairedChangeBounds(onlyAfter, onlyBefore, rows, Z_975)
}

function inference(
  { low, high, pValue, standardError }: DifferenceInterval,
  method: Interval['method'],
): Inference {
  return {
    interval: { low, high, level: 0.95, method },
    'p-value': pValue,
    'standard-error': standardError,
  }
}
