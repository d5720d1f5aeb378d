import * as z from 'zod/mini'
import { isMissing, type JudgedEvidence, withoutEvidence } from './judged-evidence.ts'
import type { GateFinding } from './result.ts'

/** `{tests: true}`: none fails; `{tests: {at-least: 20}}`: and so many pass. */
export const TestsPassed = z.lazy(() =>
  z.strictObject({
    tests: z.union([z.literal(true), z.strictObject({ 'at-least': z.int().check(z.minimum(1)) })]),
  }),
)
export type TestsPassed = z.infer<typeof TestsPassed>

/**
 * Passes when no test failed or broke off and at least as many passed as are asked for. Where none ran the answer is
 * inconclusive: a runner that found no tests reports no failure either.
 */
export function evaluateTests({ tests }: TestsPassed, evidence: JudgedEvidence): GateFinding {
  const least = tests === true ? 1 : tests['at-least']
  const about = { gate: 'tests', wanted: { is: 'at-least', value: least, unit: 'count' } } as const
  const found = evidence.of('tests')
  if (isMissing(found)) return withoutEvidence(about, found)
  const { passed, failed, errors, skipped, failures } = found.evidence.facts
  const judged = {
    ...about,
    observed: { value: passed, unit: 'count' as const },
    evidence: found.digest,
    ...(failures.length === 0
      ? {}
      : {
          parts: failures.map(({ name, message }) => ({ name, outcome: 'failed' as const, reason: message })),
        }),
  }
  if (failed + errors > 0)
    return {
      ...judged,
      outcome: 'failed',
      reason: `${failed} failed and ${errors} broke off, beside ${passed} that passed`,
      next: 'a version that passes them',
    }
  if (passed === 0)
    return {
      ...judged,
      outcome: 'inconclusive',
      reason: skipped > 0 ? `all ${skipped} tests were skipped` : 'no test ran',
      next: 'a report in which tests ran',
    }
  return passed >= least
    ? { ...judged, outcome: 'passed', reason: 'no test failed' }
    : {
        ...judged,
        outcome: 'failed',
        reason: 'too few tests ran',
        next: 'more tests, or a change of the policy',
      }
}
