import * as z from 'zod/mini'

const Count = z.int().check(z.minimum(0))

/** What a test run reported. */
export const Tests = z.strictObject({
  format: z.enum(['junit', 'tap', 'pytest']),
  report: z.string().check(z.maxLength(64), z.describe('SHA-256 of the report.')),
  passed: Count,
  failed: Count,
  errors: Count,
  skipped: Count,
  seconds: z.optional(z.number().check(z.minimum(0))),
  failures: z
    .array(
      z.strictObject({
        name: z.string().check(z.maxLength(300)),
        message: z.string().check(z.maxLength(500)),
      }),
    )
    .check(z.maxLength(20), z.describe('The first of those that failed.')),
})
export type Tests = z.infer<typeof Tests>
