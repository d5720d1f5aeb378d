import * as z from 'zod/mini'

/** What was promised, and whether it was kept. */
export const ContractCheck = z.strictObject({
  check: z.string().check(z.maxLength(100)),
  outcome: z
    .enum(['kept', 'broken', 'not-asked'])
    .check(z.describe('`not-asked`: it has no meaning for this model, and says why.')),
  probes: z.int().check(z.minimum(0)),
  detail: z.optional(z.string().check(z.maxLength(500))),
})
export type ContractCheck = z.infer<typeof ContractCheck>

/** Whether a model keeps what its signature and its endpoint promise. */
export const Contract = z.strictObject({
  against: z.enum(['artifact', 'endpoint']),
  protocol: z.optional(z.enum(['rows', 'v2'])),
  inputs: z.int().check(z.minimum(0)),
  probes: z.int().check(z.minimum(0)),
  checks: z.array(ContractCheck).check(z.minLength(1), z.maxLength(100)),
})
export type Contract = z.infer<typeof Contract>
