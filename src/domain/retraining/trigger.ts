import * as z from 'zod/mini'
import { Timestamp } from '../registry/names.ts'

/** What asks for a retraining. */
export const TRIGGERS = ['drift', 'performance', 'schedule', 'new-rows', 'command'] as const

/** What one of them came to. */
export const TriggerFinding = z.strictObject({
  trigger: z.enum(TRIGGERS),
  is: z
    .enum(['fired', 'unconfirmed', 'quiet', 'unknown'])
    .check(
      z.describe(
        '`unconfirmed`: fired, on evidence that may be chance; `unknown`: what it rests on is missing.',
      ),
    ),
  why: z.string().check(z.describe('A sentence without its full stop.')),
  before: z
    .optional(Timestamp)
    .check(
      z.describe(
        'Of drift: the start of the day of the last run that found none of it; rows before it were as they used to be.',
      ),
    ),
  figures: z
    .array(
      z.strictObject({
        of: z.string().check(z.describe('A feature, a metric, or rows.')),
        value: z.number(),
        limit: z.number().check(z.describe('What it is held against.')),
      }),
    )
    .check(z.describe('The furthest beyond the limit first.')),
})
export type TriggerFinding = z.infer<typeof TriggerFinding>

/** Whether somebody would have to be told that it fired. */
export const isFired = ({ is }: Pick<TriggerFinding, 'is'>): boolean => is === 'fired' || is === 'unconfirmed'
