import * as z from 'zod/mini'
import { METRIC_NAMES } from '../comparison/metric-catalogue.ts'
import { Interval } from '../evidence/interval.ts'
import { Outcome } from '../gates/outcome.ts'
import { GROUNDS, MetricFinding } from '../performance/metric-finding.ts'
import { ModelName, Sha256, UserName } from '../registry/names.ts'
import { Side } from './measurement.ts'

const Rows = z.int().check(z.minimum(0))
const Metric = z.enum(METRIC_NAMES)
const File = { uri: z.string(), sha256: Sha256, rows: Rows }

/** `performance`. */
export const PerformanceResult = z.strictObject({
  kind: z.literal('performance'),
  model: ModelName,
  outcome: Outcome.check(
    z.describe('`failed`: a metric degraded; `inconclusive`: one could not be told, or none was judged.'),
  ),
  version: z.optional(Side).check(z.describe('Whose metrics on record are the baseline.')),
  predictions: z.strictObject(File),
  labels: z
    .optional(z.strictObject({ ...File, key: UserName }))
    .check(z.describe('Left out where they stand beside the predictions.')),
  labelled: Rows.check(z.describe('Predictions whose label has come.')),
  findings: z.array(MetricFinding),
  degraded: z.array(z.string()).check(z.describe('What of them degraded: a metric, or one on a slice.')),
  estimates: z
    .optional(
      z.strictObject({
        rows: Rows,
        'calibration-error': z.optional(z.number()).check(z.describe('As it stands on record.')),
        assumptions: z.array(z.string()),
        metrics: z.array(
          z.strictObject({
            metric: Metric,
            value: z.number(),
            interval: Interval.check(
              z.describe(
                'Of the population that the rows are drawn from; where it is believed, widened by what the evaluation on record leaves open.',
              ),
            ),
            'on-labels': Interval.check(z.describe('Of these rows, once their labels have come.')),
            ground: z.optional(z.enum(GROUNDS)).check(z.describe('Why it is not believed.')),
          }),
        ),
      }),
    )
    .check(z.describe('Of the predictions without a label, by the probabilities that the model gave.')),
  reconciled: z
    .array(
      z.strictObject({
        metric: Metric,
        estimated: z.number(),
        low: z.number(),
        high: z.number(),
        measured: z.number(),
        held: z.boolean(),
      }),
    )
    .check(z.describe('Whether estimates of the labelled rows held what was measured there.')),
  remarks: z.array(z.string()),
  next: z.array(z.string()),
})
export type PerformanceResult = z.infer<typeof PerformanceResult>
