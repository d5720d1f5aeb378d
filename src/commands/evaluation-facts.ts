import { LEAST_CLUSTERS } from '../domain/comparison/clusters.ts'
import { evaluatePredictions } from '../domain/comparison/measure.ts'
import { withOwnMetrics } from '../domain/comparison/own-metrics.ts'
import type { Evaluation, Traps } from '../domain/evidence/evaluation.ts'
import type { ModelDefinition } from '../domain/registry/definition.ts'
import type { MeasuredBy } from './evaluation-columns.ts'
import type { MeasuredScores } from './own-metrics-by-command.ts'

/** What is found of one scored version: its metrics, and what would otherwise have passed in silence. */
export function evaluationFacts(
  { target, evaluate }: Pick<ModelDefinition, 'target' | 'evaluate'>,
  { predictions, traps: found, own }: Pick<MeasuredScores, 'predictions' | 'traps' | 'own'>,
  { settings, slices, clusters, repeatedKeys }: MeasuredBy,
): Evaluation {
  const options = { settings, slices, clusters, intervals: true }
  const facts = withOwnMetrics(evaluatePredictions(predictions, target, options), own, { slices, clusters })
  // With a key it is the key that tells rows apart, without one the whole row.
  const { 'duplicate-keys': repeatedRows, ...others } = found
  const repeated = evaluate?.key === undefined ? (repeatedRows ?? 0) : repeatedKeys
  const traps: Traps = { ...others, ...(repeated === 0 ? {} : { 'duplicate-keys': repeated }) }
  return { ...facts, ...(Object.keys(traps).length === 0 ? {} : { traps }) }
}

/** What is to be said about how a version was measured, as sentences without their full stops. */
export function measuringRemarks(
  { evaluate }: Pick<ModelDefinition, 'evaluate'>,
  { clusters, repeatedKeys }: MeasuredBy,
): string[] {
  const whole = Object.entries(evaluate?.metrics ?? {}).flatMap(([name, { per }]) =>
    per === 'set' ? [`\`${name}\``] : [],
  )
  return [
    ...(whole.length === 0
      ? []
      : [
          `${whole.join(', ')} ${whole.length === 1 ? 'is' : 'are'} one number for all rows: without an interval, what compares it with the champion is inconclusive`,
        ]),
    ...(repeatedKeys === 0
      ? []
      : [
          `${repeatedKeys === 1 ? '1 row has' : `${repeatedKeys} rows have`} a \`${evaluate?.key}\` that another row has before`,
        ]),
    ...(clusters === undefined ? [] : clusterRemarks(clusters.column, clusters.count)),
  ]
}

/** Below this many clusters their spread is known too badly for intervals that miss as rarely as they say. */
const ENOUGH_CLUSTERS = 40

function clusterRemarks(column: string, count: number): string[] {
  if (count >= ENOUGH_CLUSTERS) return []
  return [
    count < LEAST_CLUSTERS
      ? `the rows have ${count} values of \`${column}\`; with fewer than ${LEAST_CLUSTERS} there are no intervals`
      : `the rows have ${count} values of \`${column}\`; with fewer than ${ENOUGH_CLUSTERS} intervals are too narrow`,
  ]
}
