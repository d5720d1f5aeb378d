import { timestamp } from '../registry/names.ts'
import type { RetrainingFacts } from './facts.ts'
import { findHolds, type HoldFinding } from './holds.ts'
import { isFired, type TriggerFinding } from './trigger.ts'
import { findTriggers } from './triggers.ts'

/** `cannot-tell`: nothing fired, and of something it is not known whether it did. */
export type Decision = 'retrain' | 'held-back' | 'not-due' | 'cannot-tell'

export interface RetrainingDecision {
  readonly decision: Decision
  readonly triggers: readonly TriggerFinding[]
  readonly holds: readonly HoldFinding[]
  /** UTC to the second: from when on it would begin, where time alone holds it back. */
  readonly from?: string
}

/**
 * Whether a model is trained again now: where something fired and nothing holds it back. What is missing never fires and
 * never lets pass; what holds back hides nothing that fired. Pure: the same facts, the same decision.
 */
export function decideRetraining(facts: RetrainingFacts): RetrainingDecision {
  const triggers = findTriggers(facts)
  const holds = findHolds(facts, triggers)
  const holding = holds.filter(({ is }) => is === 'holds' || is === 'unknown')
  if (!triggers.some(isFired)) {
    const decision = triggers.some(({ is }) => is === 'unknown') ? 'cannot-tell' : 'not-due'
    return { decision, triggers, holds }
  }
  if (holding.length === 0) return { decision: 'retrain', triggers, holds }
  const ends = holding.map(({ until }) => (until === undefined ? Number.NaN : Date.parse(until)))
  const from = Math.max(...ends)
  return { decision: 'held-back', triggers, holds, ...(Number.isNaN(from) ? {} : { from: timestamp(from) }) }
}
