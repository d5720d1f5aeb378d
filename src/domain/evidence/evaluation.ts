import * as z from 'zod/mini'
import { METRIC_NAMES, TASKS } from '../comparison/metric-catalogue.ts'
import { UserName } from '../registry/names.ts'
import { sorted } from '../registry/sorted.ts'

const Metric = z.enum(METRIC_NAMES)

/** What was predicted: shared by everything that measures predictions. */
export const Setting = z.strictObject({
  task: z.enum(TASKS),
  rows: z.int().check(z.minimum(1)),
  target: UserName,
  'positive-class': z.optional(UserName),
  'positive-rows': z.optional(z.int().check(z.minimum(0))),
  classes: z.optional(z.array(UserName).check(z.minLength(2), z.maxLength(10_000))),
})
export type Setting = z.infer<typeof Setting>

/** Why a metric has no value on these rows, e.g. `one class only`. */
export const Undefined = sorted(z.partialRecord(Metric, z.string().check(z.maxLength(300))))

/** One model's metrics on one set of rows. */
export const Evaluation = z.extend(Setting, {
  metrics: sorted(z.partialRecord(Metric, z.number())),
  undefined: z.optional(Undefined),
})
export type Evaluation = z.infer<typeof Evaluation>
