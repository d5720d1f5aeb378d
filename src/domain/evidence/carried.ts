import type { Evidence, StoredEvidence } from './evidence.ts'
import { type Expectation, fits } from './select.ts'

/**
 * What a promotion takes along of evidence that is not committed yet: all that was judged, and of everything else that
 * was found out about this version, on these data and beside this champion, the last of a kind. So what a report
 * showed stays on record, and nothing is added that a gate could read in place of what it judged.
 *
 * @param pending - Oldest first.
 * @param judged - Digests.
 * @returns In the order in which git tells them afterwards, by the names of their files.
 */
export function carriedEvidence(
  pending: readonly StoredEvidence[],
  judged: readonly string[],
  expected: Expectation,
): readonly StoredEvidence[] {
  const carried = new Map<string, StoredEvidence>()
  for (const stored of pending) {
    if (fits(stored.evidence, expected)) carried.set(placeOf(stored.evidence), stored)
  }
  const chosen = pending.filter(({ digest }) => judged.includes(digest))
  for (const { evidence } of chosen) {
    carried.delete(placeOf(evidence))
    // A gate may ask for either contract, and then the newest counts: a second one would compete with it.
    if (evidence.kind === 'contract')
      for (const [place, { evidence: other }] of carried) if (other.kind === 'contract') carried.delete(place)
  }
  return [...chosen, ...carried.values()].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}

/** Kinds of which a version has one; of a team's own measurements, one of a name. */
function placeOf({ kind, facts }: Evidence): string {
  const within = kind === 'custom' ? facts.name : kind === 'contract' ? facts.against : ''
  return JSON.stringify([kind, within])
}

const sortKey = ({ digest, evidence: { kind } }: StoredEvidence) => `${kind}-${digest}`
