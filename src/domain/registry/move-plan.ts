import type { GateTree } from '../gates/result.ts'
import type { Reason } from '../problem.ts'
import type { Pointers } from './pointers.ts'
import type { SourcedApprovalRule } from './policy.ts'
import type { PromotionRecord } from './record.ts'

/** What is known of the artifact's bytes when a move is planned: they are hashed again each time. */
export type ArtifactFinding =
  | { readonly is: 'same' }
  | { readonly is: 'different'; readonly sha256: string }
  | { readonly is: 'absent'; readonly why: string; readonly next: string }

/** Who asks, when, why, and where it is judged. */
export interface Request {
  readonly requestedBy: string
  /** UTC to the second. */
  readonly requestedAt: string
  readonly reason?: string | undefined
  /** Why the approvals that the policy asks for are done without, at a terminal. */
  readonly unapproved?: string | undefined
  readonly judgedAt: 'terminal' | number
}

/** A move of pointers, planned: what would be recorded, what it needs, or why it cannot be. */
export type MovePlan =
  | { readonly plan: 'refused'; readonly reasons: readonly Reason[]; readonly gates?: GateTree | undefined }
  | { readonly plan: 'unchanged'; readonly why: string }
  | PlannedMove

export interface PlannedMove {
  readonly plan: 'move'
  /** The record's number, which is also the lock: two promotions of a model collide on it. */
  readonly number: number
  readonly record: PromotionRecord
  readonly pointers: Pointers
  readonly gates?: GateTree | undefined
  /** The approval rules that must be met, judged beside the gates. */
  readonly approvals: readonly SourcedApprovalRule[]
  /** Whether the policy leaves approvals to people: then nothing judges them, and reports say so. */
  readonly byHand?: boolean | undefined
}

export function refuse(...reasons: readonly Reason[]): MovePlan {
  return { plan: 'refused', reasons }
}

/** The last fields of every record. */
export function requestFields({ requestedBy, requestedAt, reason, unapproved }: Request) {
  return {
    'requested-by': requestedBy,
    'requested-at': requestedAt,
    ...(reason === undefined ? {} : { reason }),
    ...(unapproved === undefined ? {} : { unapproved }),
  }
}

/** Why the bytes of a version cannot be trusted, if they cannot. */
export function artifactReason(
  version: number,
  expected: string,
  finding: ArtifactFinding,
): Reason | undefined {
  if (finding.is === 'same') return undefined
  if (finding.is === 'absent') return { message: finding.why, next: finding.next }
  return {
    message: `the artifact of version ${version} hashes to ${finding.sha256.slice(0, 12)}…, its record says ${expected.slice(0, 12)}…`,
    next: 'the bytes were changed after they were registered: restore them from git, or register them as a new version',
  }
}
