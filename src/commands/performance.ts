import * as z from 'zod/mini'
import { ASSUMPTIONS } from '../domain/comparison/confidence-estimates.ts'
import { metricEntry, primaryMetric } from '../domain/comparison/metric-catalogue.ts'
import { settingsInEffect, unusualSettings } from '../domain/comparison/metric-settings.ts'
import { slicesOf } from '../domain/comparison/slices.ts'
import type { Evaluation } from '../domain/evidence/evaluation.ts'
import { bindsRows, isOfNamedRows } from '../domain/evidence/judging-rows.ts'
import { degradedIn, outcomeOfMetrics } from '../domain/performance/judge-metric.ts'
import { lookAtPerformance, type Performance } from '../domain/performance/look-at-performance.ts'
import type { ModelDefinition } from '../domain/registry/definition.ts'
import { UserName } from '../domain/registry/names.ts'
import type { MetricSla } from '../domain/registry/sla-keys.ts'
import type { PerformanceResult } from '../domain/results/performance.ts'
import type { Ports } from '../ports.ts'
import { defineMeasurement } from './define.ts'
import { readTextColumns, settingsIn } from './evaluation-columns.ts'
import { model, version } from './inputs.ts'
import { readLabelledPredictions } from './labelled-predictions.ts'
import type { MeasuredVersion } from './measured-version.ts'
import { monitoredVersion } from './monitored-reference.ts'
import { digestOfData, gatherEvidence } from './move-facts.ts'
import { namedFile } from './named-file.ts'
import { sideOf } from './version-side.ts'
import { missingKey, readWorkingDefinition, type WorkingDefinition } from './working-definition.ts'

const File = z.string().check(z.minLength(1), z.maxLength(4000))

const input = z.strictObject({
  model,
  predictions: z
    .optional(File)
    .check(
      z.describe(
        'What it predicted in production, as a file of predictions, with the target where it is known; left out: what model.yaml names.',
      ),
    ),
  labels: z
    .optional(File)
    .check(z.describe('The labels that have come, in a file of their own: the key and the target.')),
  key: z
    .optional(UserName)
    .check(z.describe('With --labels: the column of both files by which a label finds its prediction.')),
  version: z
    .optional(version)
    .check(z.describe('Whose metrics on record are the baseline; left out: the champion.')),
})

export const performance = defineMeasurement({
  name: 'performance',
  summary: 'Whether a model is as good in production as it was when it was evaluated.',
  details: `Measures the metrics that model.yaml names under sla on the predictions whose label has come, and judges each
by its 95 % interval: degraded where all of it lies beyond the limit; where it lies on both sides, too few rows to tell.
What has no label yet is estimated for two classes from the probabilities themselves. That is believed where the
evaluation on record found such an estimate to hold, and where it held on the labelled rows what was measured there.`,
  positional: ['model', 'predictions'],
  examples: [
    {
      command: 'modelyard performance telco-churn predictions.csv',
      does: 'measures a file of predictions that holds the target too, empty where it is not known yet',
    },
    {
      command: 'modelyard performance telco-churn predictions.csv --labels labels.csv --key customer_id',
      does: 'finds the labels by a key',
    },
  ],
  permission: 'read',
  doors: ['action', 'cli'],
  input,
  results: ['performance'],
  async run(input, ports, watch): Promise<PerformanceResult> {
    const working = await readWorkingDefinition(input.model, ports.worktree)
    const { definition } = working
    const given = { ...input, ...(await filesOf(input, working, ports)) }
    const rules = rulesOf(definition)
    watch.progress?.('reading what was predicted')
    const found = await readLabelledPredictions(given, definition, ports)
    const columns = [...new Set(rules.flatMap(({ slices = [] }) => slices))]
    const slices = await readTextColumns(columns, { path: given.predictions }, ports.tables)
    const measured = await monitoredVersion(given, ports)
    const onRecord = measured === undefined ? undefined : await evaluationOf(measured, definition, ports)
    const settings = settingsIn(definition.evaluate ?? {})
    const isAlike =
      onRecord === undefined ||
      JSON.stringify(onRecord.settings ?? {}) ===
        JSON.stringify(unusualSettings(definition.task, settings) ?? {})
    watch.progress?.('computing metrics')
    const performance = lookAtPerformance(
      { ...found, slices: slicesOf([...slices.values()]) },
      rules,
      settingsInEffect(settings),
      isAlike ? onRecord : undefined,
    )
    return {
      kind: 'performance',
      model: given.model,
      outcome: outcomeOfMetrics(performance.findings),
      ...(measured && { version: sideOf(measured.state, measured.record) }),
      predictions: {
        uri: given.predictions,
        sha256: await digestOfData(given.predictions, ports.artifacts),
        rows: found.labelled.length + found.unlabelled.length,
      },
      ...(found.labels && { labels: found.labels }),
      labelled: found.labelled.length,
      findings: [...performance.findings],
      degraded: degradedIn(performance.findings),
      ...estimatesIn(performance, found.unlabelled.length, onRecord),
      reconciled: [...performance.reconciled],
      remarks: [
        ...found.remarks,
        ...(measured === undefined ? ['no version serves, so there is no baseline'] : []),
        ...(measured !== undefined && onRecord === undefined
          ? [`version ${measured.record.version} has no evaluation on record, so there is no baseline`]
          : []),
        ...(isAlike
          ? []
          : [
              'the evaluation on record measured by other settings than model.yaml says now, so it is no baseline',
            ]),
      ],
      next:
        measured !== undefined && (onRecord === undefined || !isAlike)
          ? [`modelyard evaluate ${given.model} ${measured.record.version}`]
          : [],
    }
  },
})

/** What the command names, or else what model.yaml does; labels and predictions go together. */
async function filesOf(
  { predictions, labels, key }: z.output<typeof input>,
  working: WorkingDefinition,
  { worktree }: Pick<Ports, 'worktree'>,
): Promise<Pick<z.output<typeof input>, 'labels' | 'key'> & { readonly predictions: string }> {
  if (predictions !== undefined) return { predictions, labels, key }
  const named = working.definition.monitor?.performance
  if (named === undefined)
    throw missingKey(
      working,
      'monitor.performance',
      'monitor: {performance: {predictions: seen/predictions.csv}}; or name the file: modelyard performance MODEL FILE',
    )
  return {
    predictions: await namedFile(named.predictions, worktree),
    labels: labels ?? (named.labels && (await namedFile(named.labels, worktree))),
    key: key ?? named.key,
  }
}

/** Of a metric that is best at 0 a drop means nothing. */
function rulesOf(definition: ModelDefinition): readonly MetricSla[] {
  const given = definition.sla?.metrics
  if (given !== undefined) return given
  const metric = primaryMetric(definition)
  return metricEntry(metric).direction === 'zero' ? [] : [{ metric, drop: '5%' }]
}

/** The newest evaluation on record, of rows that judge where model.yaml names them. */
async function evaluationOf(
  { registry, state, record }: MeasuredVersion,
  { evaluate }: ModelDefinition,
  ports: Ports,
): Promise<Evaluation | undefined> {
  const { all } = await gatherEvidence({ registry, state }, record, ports)
  const named = evaluate?.data
  return all
    .flatMap(({ evidence }) =>
      evidence.kind === 'evaluation' && (!bindsRows(named) || isOfNamedRows(evidence.subject, named))
        ? [evidence.facts]
        : [],
    )
    .at(-1)
}

function estimatesIn(
  { estimates }: Performance,
  rows: number,
  onRecord: Evaluation | undefined,
): Pick<PerformanceResult, 'estimates'> {
  if (estimates.length === 0) return {}
  const error = onRecord?.metrics['calibration-error']
  return {
    estimates: {
      rows,
      ...(error === undefined ? {} : { 'calibration-error': error }),
      assumptions: [...ASSUMPTIONS],
      metrics: estimates.map(({ metric, value, interval, onLabels, ground }) => ({
        metric,
        value,
        interval,
        'on-labels': onLabels,
        ...(ground && { ground }),
      })),
    },
  }
}
