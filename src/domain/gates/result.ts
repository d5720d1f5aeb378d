import * as z from 'zod/mini'
import { Outcome } from './outcome.ts'

/** What was seen: a number, and where there is a difference, its interval. */
export const Observed = z.strictObject({
  value: z.number(),
  low: z.optional(z.number()),
  high: z.optional(z.number()),
})

/** What the rule asks for: `value` on the side that `is` says. */
export const Wanted = z.strictObject({ is: z.enum(['at-least', 'at-most', 'above']), value: z.number() })

/** One gate's answer, with what it saw and what it wanted. `left-out` gates had nothing to be compared with. */
export const GateResult = z.strictObject({
  gate: z.enum(['metric-limit', 'not-worse']),
  metric: z.string(),
  source: z.enum(['model', 'floor']),
  outcome: z.union([Outcome, z.literal('left-out')]),
  observed: z.optional(Observed),
  wanted: Wanted,
  reason: z.string(),
  next: z.optional(z.string()).check(z.describe('What would change the answer.')),
  evidence: z.optional(z.string()).check(z.describe('SHA-256 of the evidence that was judged.')),
})
export type GateResult = z.infer<typeof GateResult>

/** What a gate's own rule says; who asked for it is added by the judge. */
export type GateFinding = Omit<GateResult, 'source'>

/** All gates of a stage and the worst of them. */
export const GateTree = z.strictObject({
  outcome: Outcome,
  gates: z.array(GateResult),
  /** What holds for the policy as a whole, e.g. that it is empty. */
  remarks: z.array(z.strictObject({ message: z.string(), next: z.string() })),
})
export type GateTree = z.infer<typeof GateTree>
