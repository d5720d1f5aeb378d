import { mergePatched } from './breaking-changes.ts'

type Json = Readonly<Record<string, unknown>>

/** A pull request outlives the fork that it came from, and then GitHub sends null for it. */
const LOST_FORK = {
  properties: { head: { properties: { repo: { nullable: true }, user: { nullable: true } } } },
}

/** Where GitHub's description is stricter than GitHub: merge patches by schema. */
const ERRATA: Readonly<Record<string, Json>> = {
  'pull-request': LOST_FORK,
  'pull-request-simple': LOST_FORK,
  // The words about uploading name a third one, of those that broke off.
  'release-asset': { properties: { state: { enum: ['uploaded', 'open', 'starter'] } } },
}

export function corrected(name: string, schema: Json): Json {
  const patch = ERRATA[name]
  return patch === undefined ? schema : (mergePatched(schema, patch) as Json)
}
