import * as z from 'zod/mini'
import {
  type Direction,
  type MetricName,
  metricEntry,
  metricsOf,
  primaryMetric,
  type Task,
} from '../comparison/metric-catalogue.ts'
import { Percentage } from '../gates/latency.ts'
import { isSchedule } from '../retraining/schedule-form.ts'
import { UserName } from './names.ts'

const Days = z.number().check(z.minimum(0), z.maximum(366))

const Drift = z.strictObject({
  distance: z
    .optional(z.number().check(z.gt(0), z.maximum(1)))
    .check(
      z.describe('Above which a feature asks for it whose drift `monitor.confirm` confirms; left out: 0.1.'),
    ),
})

const Performance = z
  .strictObject({
    metric: z.optional(UserName).check(z.describe('Left out: the primary metric.')),
    'worse-by': z
      .optional(Percentage)
      .check(z.describe('Than its baseline, in parts of that; left out, and without `worse-than`: 5%.')),
    'worse-than': z.optional(z.number()).check(z.describe('A value of the metric, in place of a share.')),
  })
  .check(
    z.refine(keys => keys['worse-by'] === undefined || keys['worse-than'] === undefined, {
      error: 'either `worse-by` or `worse-than`',
    }),
  )

const Schedule = z.string().check(
  z.maxLength(200),
  z.refine(isSchedule, {
    error: '`weekly`, `monthly` or a cron expression of five fields, such as 0 3 * * 1',
  }),
)

const NewRows = z.union([
  z.int().check(z.minimum(1), z.maximum(2 ** 40)),
  z
    .string()
    .check(z.regex(/^(?!0+(?:\.0+)?%)\d{1,4}(?:\.\d{1,3})?%$/, { error: 'rows, or a share like 20%' })),
])

/** When a model is trained again, and what holds it back. */
export const Retrain = z.strictObject({
  when: z
    .strictObject({
      drift: z.optional(Drift),
      performance: z.optional(Performance),
      schedule: z.optional(Schedule).check(z.describe('`weekly`, `monthly` or cron, in UTC.')),
      'new-rows': z
        .optional(NewRows)
        .check(z.describe('Labelled rows more than it was trained on: a number, or a share such as 20%.')),
    })
    .check(z.describe('Any one of these is enough; with none only a person asks for it.')),
  'cooldown-days': z
    .optional(Days)
    .check(z.describe('After a training none begins for so long; left out: 3.')),
  'budget-per-month': z
    .optional(z.int().check(z.minimum(1), z.maximum(1000)))
    .check(z.describe('Trainings in a month, in UTC; left out: 8.')),
  'back-off-days': z
    .optional(Days)
    .check(z.describe('After one that failed, twice as long after each more, 32 days at most; left out: 1.')),
})
export type Retrain = z.infer<typeof Retrain>

/** What of a model's definition says which metrics it has. */
interface Metrics {
  readonly task: Task
  readonly evaluate?:
    | {
        readonly metrics?: Readonly<Record<string, { readonly direction: Direction }>> | undefined
        readonly 'primary-metric'?: MetricName | undefined
      }
    | undefined
}

/** Which way a metric of a model is better; undefined where it has none of that name. */
export function directionOf({ task, evaluate }: Metrics, metric: string): Direction | undefined {
  const own = evaluate?.metrics ?? {}
  if (Object.hasOwn(own, metric)) return own[metric]?.direction
  if (!(metricsOf(task) as readonly string[]).includes(metric)) return undefined
  return metricEntry(metric as MetricName).direction
}

/** The metric whose performance is watched. */
export function judgedMetric(definition: Metrics, { when }: Retrain): string {
  return when.performance?.metric ?? primaryMetric(definition)
}

/** What is wrong with the keys that their own schema cannot see. */
export function* retrainIssues(
  definition: Metrics & { readonly retrain?: Retrain | undefined; readonly train?: unknown },
): Generator<{ readonly path: readonly string[]; readonly message: string }> {
  const { retrain, train } = definition
  if (retrain === undefined) return
  if (train === undefined) yield { path: [], message: 'accompanied by `train`, which says how' }
  const { performance } = retrain.when
  if (performance === undefined) return
  const metric = judgedMetric(definition, retrain)
  const direction = directionOf(definition, metric)
  const path = ['when', 'performance', 'metric']
  if (direction === undefined)
    yield { path, message: `a metric of ${definition.task} (${metricsOf(definition.task).join(', ')})` }
  if (direction === 'zero') yield { path, message: 'a metric of which one side is better' }
}
