import { LEAST_CLUSTERS } from '../domain/comparison/clusters.ts'
import { evaluatePredictions } from '../domain/comparison/measure.ts'
import type { Evaluation, Traps } from '../domain/evidence/evaluation.ts'
import type { ModelDefinition } from '../domain/registry/definition.ts'
import type { MeasuredBy } from './evaluation-columns.ts'
import type { ScoredVersion } from './labelled-scores.ts'

/** What is found of one scored version: its metrics, and what would otherwise have passed in silence. */
export function evaluationFacts(
  { target, evaluate }: Pick<ModelDefinition, 'target' | 'evaluate'>,
  { predictions, traps: found }: Pick<ScoredVersion, 'predictions' | 'traps'>,
  { settings, slices, clusters, repeatedKeys }: MeasuredBy,
): Evaluation {
  const facts = evaluatePredictions(predictions, target, { settings, slices, clusters, intervals: true })
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
  const own = Object.keys(evaluate?.metrics ?? {})
  return [
    // Until their commands are run: silence would pass for a measurement.
    ...(own.length === 0 ? [] : [`metrics of your own were not measured: ${own.join(', ')}`]),
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
