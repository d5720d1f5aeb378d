import type { Drafts, Identity, Repository, Worktree } from '../../ports.ts'
import { openDrafts } from './drafts.ts'
import { bareError } from './git-errors.ts'
import type { Location } from './location.ts'
import { type GitIndex, openWorktree } from './worktree.ts'

export interface GitAdapters {
  readonly repository: Repository
  readonly worktree: Worktree
  readonly identity: Identity
  readonly drafts: Drafts
}

/** What reads and writes a repository in one way: by the git program, or without it. */
export interface GitMeans {
  readonly repository: Repository
  readonly identity: Identity
  readonly index: GitIndex
}

/** Everything of a repository, by one way to reach it. */
export function adaptersBy(
  { repository, identity, index }: GitMeans,
  location: Location,
  folder: string,
): GitAdapters {
  const worktree = location.isBare
    ? noWorktree(location.root)
    : openWorktree(location, folder, repository, index)
  return { repository, identity, worktree, drafts: openDrafts(location) }
}

/** What a bare repository has in the place of files. */
function noWorktree(root: string): Worktree {
  const refuse = async () => {
    throw bareError()
  }
  return {
    root,
    operation: async () => undefined,
    listFiles: refuse,
    visibleFiles: refuse,
    readFile: refuse,
    writeFile: refuse,
    modified: refuse,
    follow: refuse,
    pathFromRoot: () => undefined,
  }
}
