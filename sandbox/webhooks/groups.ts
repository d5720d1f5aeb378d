import type { Commit } from '../git/commits.ts'
import type { QueueEntry } from '../state/merge-queue.ts'
import { announce, type Changed } from './announce.ts'

/** Tells of a merge group whose checks are wanted, or that is no more. */
export function announceGroup(
  changed: Changed,
  { ref, sha, base, into }: QueueEntry,
  commit: Commit,
  destroyed?: 'merged' | 'invalidated' | 'dequeued',
): void {
  const person = ({ name, email }: Commit['author']) => ({ name, email })
  announce(changed, 'merge_group', destroyed === undefined ? 'checks_requested' : 'destroyed', () => ({
    ...(destroyed && { reason: destroyed }),
    merge_group: {
      head_sha: sha,
      head_ref: ref,
      base_sha: base,
      base_ref: `refs/heads/${into}`,
      head_commit: {
        id: sha,
        tree_id: commit.tree,
        message: commit.message,
        timestamp: new Date(commit.committer.at).toISOString(),
        author: person(commit.author),
        committer: person(commit.committer),
      },
    },
  }))
}
