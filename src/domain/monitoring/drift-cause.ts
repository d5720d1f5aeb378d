import * as z from 'zod/mini'
import { ObjectId, Sha256, Timestamp } from '../registry/names.ts'
import { NamedWindow } from './window.ts'

const Share = z.number().check(z.minimum(0), z.maximum(1))
const Count = z.int().check(z.minimum(0))
const Features = z.array(z.string())

/** What may be behind a drift. */
export const CAUSES = ['pipeline-change', 'seasonality', 'real-shift'] as const
export type Cause = (typeof CAUSES)[number]

/** What speaks for a cause, in the order of the causes. */
export const SIGNS = [
  'other-type',
  'gone',
  'missing-values',
  'categories',
  'unit',
  'at-once',
  'other-reference',
  'commits',
  'same-months',
  'gradual',
  'performance',
] as const
export type Sign = (typeof SIGNS)[number]

const Hint = z.strictObject({
  cause: z.enum(CAUSES),
  signs: z.array(
    z.strictObject({
      sign: z.enum(SIGNS),
      features: Features.check(z.describe('Of which it holds; none: of the model.')),
      unit: z.optional(z.string()),
    }),
  ),
})
export type Hint = z.infer<typeof Hint>

/** Since when it drifts what drifted, what came at that time, and what it looks like. */
export const DriftCause = z.strictObject({
  ranked: z
    .array(
      z.strictObject({
        feature: z.string(),
        effect: Share,
        importance: z.optional(z.number()).check(z.describe("In the metric's unit.")),
      }),
    )
    .check(z.describe('What drifted, by effect times importance where that is on record.')),
  importance: z.optional(Sha256).check(z.describe('Digest of the evidence.')),
  onsets: z
    .array(
      z.strictObject({
        features: Features,
        since: Timestamp,
        window: z.optional(NamedWindow).check(z.describe('That the first run looked at.')),
        after: z.optional(Timestamp).check(z.describe('The last run that found that they do not drift.')),
        commits: z
          .optional(z.array(z.strictObject({ commit: ObjectId, subject: z.string() })))
          .check(z.describe('That touched the model, its data or its pipeline between; newest first.')),
        'commits-in-all': z.optional(Count),
      }),
    )
    .check(z.describe('Newest first.')),
  classifier: z
    .optional(
      z.strictObject({
        auc: Share.check(z.describe('How well both samples are told apart; 0.5: not at all.')),
        'p-value': Share,
        permutations: Count,
        rows: z.array(Count).check(z.describe("That were drawn, the reference's first.")),
        features: Count,
      }),
    )
    .check(z.describe('A classifier two-sample test across features.')),
  hints: z.array(Hint).check(z.describe('Causes that something speaks for; none: nobody can tell.')),
  untold: z.array(z.string()).check(z.describe('What could not be told, and why.')),
})
export type DriftCause = z.infer<typeof DriftCause>
