import * as z from 'zod/mini'
import { Contract } from '../evidence/contract.ts'
import { Outcome } from '../gates/outcome.ts'
import { Measured, Side } from './measurement.ts'

/** `contract`. */
export const ContractResult = z.strictObject({
  kind: z.literal('contract'),
  outcome: Outcome.check(z.describe('`failed` where a promise was broken.')),
  version: Side,
  champion: z
    .optional(Side)
    .check(z.describe('Whose signature it was held to; left out without one, and at an endpoint.')),
  url: z.optional(z.string()).check(z.describe('The endpoint, without what stands behind a question mark.')),
  facts: Contract,
  ...Measured,
})
export type ContractResult = z.infer<typeof ContractResult>
