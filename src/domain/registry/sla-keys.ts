import * as z from 'zod/mini'
import { METRIC_NAMES } from '../comparison/metric-catalogue.ts'
import { Columns, ComparedMetric } from '../gates/rule-fields.ts'

const Metric = z.enum(METRIC_NAMES)

/** `5%` is a part of the baseline, a number is counted as the metric is. */
const Drop = z.union([
  z.string().check(
    z.regex(/^(?:[1-9]\d?|\d{1,2}\.\d*[1-9]\d*)%$/, {
      error: 'a percentage above 0% and below 100%, such as 5%',
    }),
  ),
  z.number().check(z.gt(0)),
])

const slices = z
  .optional(Columns)
  .check(
    z.describe('Columns of the predictions whose values make groups of rows, each judged by itself too.'),
  )

/** How bad a metric may become in production. */
export const MetricSla = z.union([
  z.strictObject({
    metric: z.enum(METRIC_NAMES).check(
      z.refine(name => ComparedMetric.safeParse(name).success, {
        error: 'a metric of which more or less is better',
      }),
    ),
    drop: Drop.check(
      z.describe('By how much it may be worse than its baseline: `5%` of it, or so much in its own unit.'),
    ),
    slices,
  }),
  z.strictObject({ metric: Metric, min: z.number(), slices }),
  z.strictObject({ metric: Metric, max: z.number(), slices }),
])
export type MetricSla = z.infer<typeof MetricSla>

/** What `sla` of model.yaml says of a model's own metrics. */
export const MetricsSla = {
  metrics: z
    .optional(z.array(MetricSla).check(z.minLength(1), z.maxLength(50)))
    .check(
      z.describe(
        "The model's own metrics, judged against those of the champion's evaluation; left out: the metric that decides may drop by 5%.",
      ),
    ),
}
