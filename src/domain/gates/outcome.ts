import * as z from 'zod/mini'

/** `inconclusive`: the evidence asked for is missing or too small. Never read as passed. */
export const Outcome = z.enum(['passed', 'failed', 'inconclusive'])
export type Outcome = z.infer<typeof Outcome>

const WORST: readonly Outcome[] = ['failed', 'inconclusive', 'passed']

/** The worst outcome. No results at all is inconclusive: a promotion that nothing judged did not pass. */
export function overall(outcomes: readonly Outcome[]): Outcome {
  return WORST.find(outcome => outcomes.includes(outcome)) ?? 'inconclusive'
}
