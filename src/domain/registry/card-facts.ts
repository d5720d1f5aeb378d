import type { StoredEvidence } from '../evidence/evidence.ts'
import type { ModelDefinition } from './definition.ts'
import type { Notes } from './notes.ts'
import type { VersionRecord } from './version.ts'

/** What a model card is made from: files of the registry, and nothing else, so that the same files give the same card. */
export interface CardFacts {
  readonly model: string
  readonly definition: ModelDefinition
  readonly record: VersionRecord
  readonly notes: Notes
  /** The version's evidence in git order; of each kind the last counts. */
  readonly evidence: readonly StoredEvidence[]
}
