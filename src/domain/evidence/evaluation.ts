import * as z from 'zod/mini'
import { METRIC_NAMES, TASKS } from '../comparison/metric-catalogue.ts'
import { MetricSettings } from '../comparison/metric-settings.ts'
import { UserName } from '../registry/names.ts'
import { sorted } from '../registry/sorted.ts'
import { Interval } from './interval.ts'

const Metric = z.enum(METRIC_NAMES)

/** What was predicted: shared by everything that measures predictions. */
export const Setting = z.strictObject({
  task: z.enum(TASKS),
  rows: z.int().check(z.minimum(1)),
  target: UserName,
  'positive-class': z.optional(UserName),
  'positive-rows': z.optional(z.int().check(z.minimum(0))),
  classes: z.optional(z.array(UserName).check(z.minLength(2), z.maxLength(10_000))),
  settings: z.optional(MetricSettings).check(z.describe('Left out where all are as usual.')),
})
export type Setting = z.infer<typeof Setting>

/** Why a metric has no value on these rows, e.g. `one class only`. */
export const Undefined = sorted(z.partialRecord(Metric, z.string().check(z.maxLength(300))))

/** A metric of the user's own, as the command that computes it said. */
export const OwnMetric = z.strictObject({
  value: z.number().check(z.describe('The mean over the rows, or the number that it gave for all of them.')),
  direction: z.enum(['higher', 'lower', 'zero']),
  unit: z.optional(z.string().check(z.maxLength(40))),
  interval: z
    .optional(Interval)
    .check(z.describe('Of the value itself; one number for all rows has none, and a slice shows none.')),
})
export type OwnMetric = z.infer<typeof OwnMetric>

const OwnMetrics = sorted(z.record(UserName, OwnMetric))

/** What probabilities alone say of metrics on rows, before any label is looked at. */
const Estimated = sorted(
  z.partialRecord(
    Metric,
    z.strictObject({
      value: z.number(),
      low: z.number().check(z.describe('95 %: where the measured value was to lie.')),
      high: z.number(),
    }),
  ),
)

/** Points of a curve, thinned to at most 201. */
const Points = z.array(z.tuple([z.number(), z.number()])).check(z.maxLength(201))

/** A bin of predictions: what was predicted on average, and how often it came true. */
export const CalibrationBin = z.strictObject({
  rows: z.int().check(z.minimum(1)),
  predicted: z.number(),
  observed: z.number(),
})

export const Curves = z.strictObject({
  roc: z.optional(Points).check(z.describe('False-positive rate against true-positive rate.')),
  'precision-recall': z.optional(Points).check(z.describe('Recall against precision.')),
  calibration: z.optional(z.array(CalibrationBin).check(z.maxLength(20))),
  residuals: z.optional(Points).check(z.describe('Quantiles of predicted − actual: share against value.')),
})
export type Curves = z.infer<typeof Curves>

/** The rows that share a value of a column. The empty value is a missing one. */
export const SliceName = z.strictObject({ column: UserName, value: z.string().check(z.maxLength(200)) })

export const Slice = z.extend(SliceName, {
  rows: z.int().check(z.minimum(1)),
  'positive-rows': z.optional(z.int().check(z.minimum(0))),
  metrics: sorted(z.partialRecord(Metric, z.number())),
  undefined: z.optional(Undefined),
  estimated: z.optional(Estimated),
  'own-metrics': z.optional(OwnMetrics).check(z.describe('Those that have one number a row.')),
})
export type Slice = z.infer<typeof Slice>

/** How well one of several classes is found; the recall is left out where the rows hold none of it. */
export const ClassMetrics = z.strictObject({
  class: UserName,
  rows: z.int().check(z.minimum(0)),
  precision: z.number(),
  recall: z.optional(z.number()),
  f1: z.number(),
})
export type ClassMetrics = z.infer<typeof ClassMetrics>

/** What would otherwise pass in silence when rows meet a model. */
export const Traps = z.strictObject({
  'unknown-categories': z.optional(
    z.array(
      z.strictObject({
        column: UserName,
        rows: z.int().check(z.minimum(1)),
        examples: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(5)),
      }),
    ),
  ),
  'unused-columns': z.optional(z.array(UserName).check(z.maxLength(1000))),
  infinite: z.optional(z.int().check(z.minimum(1))).check(z.describe('Predictions that are infinite.')),
  'not-summing': z
    .optional(z.int().check(z.minimum(1)))
    .check(z.describe('Rows whose probabilities do not sum to 1.')),
  'duplicate-keys': z.optional(z.int().check(z.minimum(1))),
  'in-training-data': z
    .optional(z.int().check(z.minimum(1)))
    .check(z.describe('Rows of the evaluation data that stand in the training data too.')),
})
export type Traps = z.infer<typeof Traps>

/** One model's metrics on one set of rows. */
export const Evaluation = z.extend(Setting, {
  metrics: sorted(z.partialRecord(Metric, z.number())),
  undefined: z.optional(Undefined),
  'own-metrics': z.optional(OwnMetrics),
  intervals: z
    .optional(sorted(z.partialRecord(Metric, Interval)))
    .check(z.describe('95 % intervals of the values themselves.')),
  estimated: z
    .optional(Estimated)
    .check(z.describe('By the probabilities alone; beside what was measured it says how far they hold.')),
  confusion: z
    .optional(z.array(z.array(z.int().check(z.minimum(0)))).check(z.maxLength(50)))
    .check(z.describe('Rows are the actual classes in the order of `classes`, columns the predicted ones.')),
  curves: z.optional(Curves),
  slices: z.optional(z.array(Slice).check(z.maxLength(500))),
  'per-class': z
    .optional(z.array(ClassMetrics).check(z.maxLength(1000)))
    .check(z.describe('Of several classes, in the order of `classes`.')),
  traps: z.optional(Traps),
})
export type Evaluation = z.infer<typeof Evaluation>
