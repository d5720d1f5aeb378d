import type { EvidenceKind, EvidenceOf, StoredEvidence } from '../evidence/evidence.ts'
import type { GateFinding } from './result.ts'

/** Why there is nothing to judge, and what would bring it. */
export interface MissingEvidence {
  readonly why: string
  readonly next: string
}

export type Found<K extends EvidenceKind> = StoredEvidence<EvidenceOf<K>> | MissingEvidence

/** Which evidence of a kind a rule asks for, where several things are measured under one kind. */
export interface Choice<K extends EvidenceKind> {
  readonly suits: (facts: EvidenceOf<K>['facts']) => boolean
  /** What it is called where there is none, e.g. `custom measurement \`load test\``. */
  readonly named: string
}

/** The evidence that fits what is judged, or why there is none. */
export interface JudgedEvidence {
  /** Whether the base names a champion to compare with; the champion itself has none. */
  readonly hasChampion: boolean
  /** The newest of a kind that fits. */
  of<K extends EvidenceKind>(kind: K, choice?: Choice<K>): Found<K>
}

export function isMissing(evidence: StoredEvidence | MissingEvidence): evidence is MissingEvidence {
  return 'why' in evidence
}

/** What a gate says of itself before it has looked at anything. */
export type About = Pick<GateFinding, 'gate' | 'about' | 'wanted'>

export function withoutEvidence(about: About, { why, next }: MissingEvidence): GateFinding {
  return { ...about, outcome: 'inconclusive', reason: why, next }
}

/** A gate that compares, where the base names nothing to compare with. */
export function leftOut(about: About): GateFinding {
  return { ...about, outcome: 'left-out', reason: 'there is no champion to compare with' }
}
