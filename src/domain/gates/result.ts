import * as z from 'zod/mini'
import { Outcome } from './outcome.ts'

/** A gate's kind is the name of its file in this folder. */
export const GATE_KINDS = [
  'metric-limit',
  'not-worse',
  'better',
  'guardrails',
  'slice-limit',
  'slice-not-worse',
  'fairness',
  'fairness-change',
  'latency',
  'size',
  'reproducible',
  'contract',
  'data',
  'tests',
  'custom',
  'freshness',
] as const
export type GateKind = (typeof GATE_KINDS)[number]

/** What numbers of a gate count; left out: the unit of its metric. */
const Unit = z.optional(z.enum(['ratio', 'bytes', 'days', 'count', 'share']))

/** What was seen: a number, and where there is a difference, its interval; or a word. */
export const Observed = z.strictObject({
  value: z.optional(z.number()),
  low: z.optional(z.number()),
  high: z.optional(z.number()),
  word: z.optional(z.string()),
  unit: Unit,
})
export type Observed = z.infer<typeof Observed>

/** What the rule asks for: `value` on the side that `is` says, or a `word`. */
export const Wanted = z.strictObject({
  is: z.enum(['at-least', 'at-most', 'above', 'below', 'equal']),
  value: z.optional(z.number()),
  word: z.optional(z.string()),
  unit: Unit,
})
export type Wanted = z.infer<typeof Wanted>

/** One of several things that a gate looked at: a guardrail's metric, a slice, a column's groups, a check. */
export const GatePart = z.strictObject({
  name: z.string(),
  outcome: z.union([Outcome, z.literal('left-out')]),
  observed: z.optional(Observed),
  reason: z.string(),
})
export type GatePart = z.infer<typeof GatePart>

/** One gate's answer, with what it saw and what it wanted. `left-out` gates had nothing to be compared with. */
export const GateResult = z.strictObject({
  gate: z.enum(GATE_KINDS),
  about: z
    .optional(z.string())
    .check(z.describe('What the rule names: a metric, a measure, a quantile, a name of their own.')),
  source: z
    .enum(['model', 'floor', 'default'])
    .check(z.describe('Whose line it is; `default`: what Modelyard adds where a policy leaves it open.')),
  outcome: z.union([Outcome, z.literal('left-out')]),
  observed: z.optional(Observed),
  wanted: Wanted,
  reason: z.string(),
  next: z.optional(z.string()).check(z.describe('What would change the answer.')),
  evidence: z.optional(z.string()).check(z.describe('SHA-256 of the evidence that was judged.')),
  parts: z.optional(z.array(GatePart)),
})
export type GateResult = z.infer<typeof GateResult>

/** What a gate's own rule says; who asked for it is added by the judge. */
export type GateFinding = Omit<GateResult, 'source'>

const Advice = z.strictObject({ message: z.string(), next: z.string() })

/** All gates of a stage and the worst of them. */
export const GateTree = z.strictObject({
  outcome: Outcome,
  gates: z.array(GateResult),
  remarks: z.array(Advice).check(z.describe('What makes it inconclusive as a whole, e.g. an empty policy.')),
  warnings: z.optional(z.array(Advice)).check(z.describe('What to know beside; no outcome depends on it.')),
})
export type GateTree = z.infer<typeof GateTree>
