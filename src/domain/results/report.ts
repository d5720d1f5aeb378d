import * as z from 'zod/mini'
import { ObjectId } from '../registry/names.ts'
import { ReportedAnswers } from './reported.ts'

/** `report`. */
export const ReportResult = z.strictObject({
  kind: z.literal('report'),
  shown: z
    .enum(['comment', 'summary'])
    .check(z.describe('`summary`: no comment could be written; the answer is all there is.')),
  change: z
    .enum(['created', 'updated', 'unchanged', 'superseded', 'none'])
    .check(z.describe('`superseded`: a later run reported already, and its report stays.')),
  why: z
    .optional(z.enum(['locked', 'read-only', 'no-target']))
    .check(
      z.describe('Why there is no comment: nobody may write there, this token may not, or there is nothing.'),
    ),
  on: z.enum(['pull-request', 'issue', 'commit']),
  number: z.optional(z.int()),
  sha: z.optional(ObjectId),
  part: z.string().check(z.describe("The writer's part of the comment; empty for the only one.")),
  comment: z.optional(z.strictObject({ id: z.int(), url: z.string() })),
  removed: z.int().check(z.describe('Comments that were made twice and are merged into this one.')),
  shortened: z.boolean().check(z.describe('Whether the comment holds less than this answer.')),
  answers: ReportedAnswers,
  remarks: z.array(z.string()),
  next: z.array(z.string()),
})
export type ReportResult = z.infer<typeof ReportResult>
