import type { About } from './judged-evidence.ts'
import { overall } from './outcome.ts'
import type { GateFinding, GatePart } from './result.ts'

/** What a gate of several parts says beside its outcome. */
export interface PartTexts {
  /** Where every part that counts passed. */
  readonly passed: string
  /** Where no part counts: nothing was judged, so nothing passed. */
  readonly none: string
  /** What would change the answer. */
  readonly next: string
}

/** The answer of a gate that looks at several things: the worst decides, and the first of the worst is observed. */
export function fromParts(
  about: About,
  parts: readonly GatePart[],
  evidence: string,
  { passed, none, next }: PartTexts,
): GateFinding {
  const judged = parts.filter(({ outcome }) => outcome !== 'left-out')
  const outcome = overall(judged.map(part => part.outcome as Exclude<GatePart['outcome'], 'left-out'>))
  const worst = judged.filter(part => part.outcome === outcome)
  const [first] = worst
  const others = worst.length > 1 ? `, and ${worst.length - 1} more` : ''
  const reason =
    first === undefined ? none : outcome === 'passed' ? passed : `\`${first.name}\`: ${first.reason}${others}`
  return {
    ...about,
    outcome,
    ...(first?.observed === undefined ? {} : { observed: first.observed }),
    reason,
    ...(outcome === 'passed' ? {} : { next }),
    evidence,
    parts: [...parts],
  }
}
