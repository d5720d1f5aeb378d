import * as z from 'zod'
import { METRIC_NAMES, TASKS } from '../comparison/metric-catalogue.ts'
import { UserName } from '../registry/names.ts'
import { sorted } from '../registry/sorted.ts'

const Metric = z.enum(METRIC_NAMES)

/** What was predicted: shared by everything that measures predictions. */
export const Setting = z.strictObject({
  task: z.enum(TASKS),
  rows: z.int().min(1),
  target: UserName,
  'positive-class': UserName.optional(),
  'positive-rows': z.int().min(0).optional(),
  classes: z.array(UserName).min(2).max(10_000).optional(),
})
export type Setting = z.infer<typeof Setting>

/** Why a metric has no value on these rows, e.g. `one class only`. */
export const Undefined = sorted(z.partialRecord(Metric, z.string().max(300)))

/** One model's metrics on one set of rows. */
export const Evaluation = Setting.extend({
  metrics: sorted(z.partialRecord(Metric, z.number())),
  undefined: Undefined.optional(),
})
export type Evaluation = z.infer<typeof Evaluation>
