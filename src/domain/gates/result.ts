import * as z from 'zod'

/** `inconclusive`: the evidence asked for is missing or too small. Never read as passed. */
export const Outcome = z.enum(['passed', 'failed', 'inconclusive'])
export type Outcome = z.infer<typeof Outcome>

const WORST: readonly Outcome[] = ['failed', 'inconclusive', 'passed']

/** The worst outcome. No results at all is inconclusive: a promotion that nothing judged did not pass. */
export function overall(outcomes: readonly Outcome[]): Outcome {
  return WORST.find(outcome => outcomes.includes(outcome)) ?? 'inconclusive'
}

/** What was seen: a number, and where there is a difference, its interval. */
export const Observed = z.strictObject({
  value: z.number(),
  low: z.number().optional(),
  high: z.number().optional(),
})

/** What the rule asks for: `value` on the side that `is` says. */
export const Wanted = z.strictObject({ is: z.enum(['at-least', 'at-most', 'above']), value: z.number() })

/** One gate's answer, with what it saw and what it wanted. `left-out` gates had nothing to be compared with. */
export const GateResult = z.strictObject({
  gate: z.enum(['metric-limit', 'not-worse']),
  metric: z.string(),
  source: z.enum(['model', 'floor']),
  outcome: Outcome.or(z.literal('left-out')),
  observed: Observed.optional(),
  wanted: Wanted,
  reason: z.string(),
  next: z.string().optional().describe('What would change the answer.'),
  evidence: z.string().optional().describe('SHA-256 of the evidence that was judged.'),
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
