import type { ComparisonEvidence, EvaluationEvidence, StoredEvidence } from '../evidence/evidence.ts'

/** Why there is nothing to judge, and what would bring it. */
export interface MissingEvidence {
  readonly why: string
  readonly next: string
}

/** The evidence that fits what is judged, one of each kind, or why there is none. */
export interface JudgedEvidence {
  readonly evaluation: StoredEvidence<EvaluationEvidence> | MissingEvidence
  readonly comparison: StoredEvidence<ComparisonEvidence> | MissingEvidence
  /** Whether the base names a champion to compare with; the champion itself has none. */
  readonly hasChampion: boolean
}

export function isMissing(evidence: StoredEvidence | MissingEvidence): evidence is MissingEvidence {
  return 'why' in evidence
}
