import { monotoneTimes } from '../domain/registry/timeline.ts'
import type { Repository } from '../ports.ts'

/** Commits that are looked at, the newest of those between: each costs a call of git. */
const MOST_LOOKED_AT = 100
/** Those that are named. */
const MOST_NAMED = 5
const LONGEST_SUBJECT = 120

export interface FoundCommits {
  /** Newest first, five at most. */
  readonly commits: readonly { readonly commit: string; readonly subject: string }[]
  readonly inAll: number
  /** Older ones between that nobody looked at. */
  readonly left: number
}

/**
 * First-parent commits after one moment and not after another, by times that are monotone along the chain, which changed a
 * path that counts.
 *
 * @param moments - UTC, milliseconds.
 * @returns Or why it cannot be told: a phrase.
 */
export async function commitsBetween(
  head: string,
  { from, to }: { readonly from: number; readonly to: number },
  counts: (path: string) => boolean,
  repository: Repository,
): Promise<FoundCommits | { readonly why: string }> {
  const { entries, complete } = await repository.chain(head)
  const times = monotoneTimes(entries)
  const first = times.findIndex(time => time > from)
  if (!complete && first === 0)
    return { why: 'this clone is shallow: fetch the rest, in a workflow by `fetch-depth: 0`' }
  const end = times.findLastIndex(time => time <= to) + 1
  const between = first === -1 ? [] : entries.slice(first, end).map(({ commit }) => commit)
  const found: { readonly commit: string; readonly subject: string }[] = []
  for (const commit of between.slice(-MOST_LOOKED_AT).reverse()) {
    const { parents, message } = await repository.commitFacts(commit)
    const [parent] = parents
    // The first commit of all brought everything.
    const changes = parent === undefined ? undefined : await repository.changes(parent, commit, [])
    if (changes === undefined || changes.some(({ path }) => counts(path))) found.push(named(commit, message))
  }
  const left = Math.max(0, between.length - MOST_LOOKED_AT)
  return { commits: found.slice(0, MOST_NAMED), inAll: found.length, left }
}

/** Who wrote it has no part in this. */
function named(commit: string, message: string) {
  const [subject = ''] = message.split('\n')
  const isLong = subject.length > LONGEST_SUBJECT
  return { commit, subject: isLong ? `${[...subject].slice(0, LONGEST_SUBJECT - 1).join('')}…` : subject }
}
