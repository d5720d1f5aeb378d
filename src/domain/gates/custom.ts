import * as z from 'zod/mini'
import { UserName } from '../registry/names.ts'
import { type About, isMissing, type JudgedEvidence, withoutEvidence } from './judged-evidence.ts'
import { holds, type Limit, wantedBy } from './metric-limit.ts'
import type { GateFinding } from './result.ts'

/** `{custom: load test, passed: true}` or `{custom: load test, value: requests-per-second, min: 200}`. */
export const CustomFinding = z.lazy(() =>
  z.union([
    z.strictObject({ custom: UserName, passed: z.literal(true) }),
    z.strictObject({ custom: UserName, value: UserName, min: z.number() }),
    z.strictObject({ custom: UserName, value: UserName, max: z.number() }),
  ]),
)
export type CustomFinding = z.infer<typeof CustomFinding>

/** Passes when what the team measured under that name says so, or its value lies on the wanted side of the limit. */
export function evaluateCustom(rule: CustomFinding, evidence: JudgedEvidence): GateFinding {
  const limit: Limit | undefined =
    'passed' in rule ? undefined : 'min' in rule ? { min: rule.min } : { max: rule.max }
  const about: About = {
    gate: 'custom',
    about: 'value' in rule ? `${rule.custom}, ${rule.value}` : rule.custom,
    wanted: limit === undefined ? { is: 'equal', word: 'passed' } : wantedBy(limit),
  }
  const found = evidence.of('custom', {
    suits: ({ name }) => name === rule.custom,
    named: `custom measurement \`${rule.custom}\``,
  })
  if (isMissing(found)) return withoutEvidence(about, found)
  const { passed, values, note } = found.evidence.facts
  const answer = 'value' in rule ? ownValue(values, rule.value) : passed
  if (answer === undefined) {
    return {
      ...about,
      outcome: 'inconclusive',
      reason: 'value' in rule ? `it holds no value \`${rule.value}\`` : 'it does not say whether it passed',
      next: 'measure it with what the gate reads, or name another value',
      evidence: found.digest,
    }
  }
  const good = typeof answer === 'number' ? limit !== undefined && holds(limit, answer) : answer
  const said = note === undefined ? '' : `: ${note}`
  return {
    ...about,
    outcome: good ? 'passed' : 'failed',
    observed: typeof answer === 'number' ? { value: answer } : { word: answer ? 'passed' : 'failed' },
    reason: `${good ? 'as wanted' : 'not as wanted'}${said}`,
    ...(good ? {} : { next: 'a version with which it comes out otherwise' }),
    evidence: found.digest,
  }
}

function ownValue(values: Readonly<Record<string, number>> | undefined, name: string): number | undefined {
  return values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined
}
