import * as z from 'zod/mini'
import { UserName } from '../registry/names.ts'
import { Setting } from './evaluation.ts'
import { FAIRNESS_MEASURES } from './measures.ts'

export { FAIRNESS_MEASURES, type FairnessMeasure } from './measures.ts'

const Share = z.number().check(z.minimum(0), z.maximum(1))
const Count = z.int().check(z.minimum(0))

/** One group's rates by one model. A rate is left out where the group has no row for it. */
const Rates = z.strictObject({
  'selection-rate': Share,
  'true-positive-rate': z.optional(Share),
  'false-positive-rate': z.optional(Share),
})

export const FairnessGroup = z.strictObject({
  value: z.string().check(z.maxLength(200)),
  rows: Count,
  positives: Count,
  status: z
    .enum(['judged', 'insufficient-data'])
    .check(z.describe('Too small a group is shown, and is in no difference.')),
  challenger: Rates,
  champion: z.optional(Rates),
})
export type FairnessGroup = z.infer<typeof FairnessGroup>

/** A value with bounds that hold it with 95 % confidence over all groups together. */
const Bounded = z.strictObject({ value: z.number(), low: z.number(), high: z.number() })

/** A measure over the groups of a column; left out where fewer than two groups can be judged. */
export const MeasuredFairness = z.strictObject({
  measure: z.enum(FAIRNESS_MEASURES),
  challenger: Bounded,
  champion: z.optional(Bounded),
  change: z.optional(Bounded).check(z.describe('Challenger − champion on the same rows.')),
})
export type MeasuredFairness = z.infer<typeof MeasuredFairness>

export const FairnessColumn = z.strictObject({
  column: UserName,
  groups: z.array(FairnessGroup).check(z.maxLength(200)),
  measures: z.array(MeasuredFairness),
})

/** How a classifier treats groups of rows. */
export const Fairness = z.extend(Setting, {
  'least-rows': Count.check(z.describe('Groups with fewer rows, or fewer positives, are insufficient data.')),
  columns: z.array(FairnessColumn).check(z.maxLength(50)),
})
export type Fairness = z.infer<typeof Fairness>
