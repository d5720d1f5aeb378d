import type { Notes } from '../../src/domain/registry/notes.ts'
import { conditionOf } from '../../src/domain/registry/search/evaluate.ts'
import type { SearchedVersion } from '../../src/domain/registry/search/fields.ts'
import { parseFilter } from '../../src/domain/registry/search/filter.ts'
import type { VersionRecord } from '../../src/domain/registry/version.ts'
import { versionRecord } from './models.ts'

export interface SearchedFacts {
  readonly model?: string
  readonly version?: number
  readonly record?: Partial<VersionRecord>
  readonly stage?: string
  readonly aliases?: readonly string[]
  readonly notes?: Notes
}

/** A version as a filter sees it. */
export function searchedVersion({
  model = 'churn',
  version = 1,
  record = {},
  stage = 'development',
  aliases = [],
  notes = {},
}: SearchedFacts = {}): SearchedVersion {
  return { model, record: versionRecord(version, record), stage, aliases, notes: () => notes }
}

/** What a filter says of a version: true, false or null. */
export function judge(filter: string, facts: SearchedFacts = {}): boolean | null {
  return conditionOf(filter, parseFilter(filter))(searchedVersion(facts))
}
