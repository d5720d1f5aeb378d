import type { Repository, World } from '../world.ts'
import { slot } from '../world.ts'

export interface CommitComment {
  readonly id: number
  readonly sha: string
  readonly author: string
  body: string
  readonly path: string | null
  readonly createdAt: string
  updatedAt: string
  /** Why it is folded away; null while it is shown. */
  minimized: string | null
}

/** Oldest first. */
export const commitCommentsOf = slot<CommitComment[]>('commit-comments', () => [])

export interface NewCommitComment {
  readonly author: string
  readonly body: string
  readonly path?: string | null
}

export function addCommitComment(
  world: World,
  repository: Repository,
  sha: string,
  { author, body, path = null }: NewCommitComment,
): CommitComment {
  const now = world.clock.iso()
  const comment: CommitComment = {
    id: world.nextId(),
    sha,
    author,
    body,
    path,
    createdAt: now,
    updatedAt: now,
    minimized: null,
  }
  commitCommentsOf(repository).push(comment)
  return comment
}
