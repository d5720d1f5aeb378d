import { keptBeside, openStoredArtifacts } from '../adapters/files/stored-artifacts.ts'
import type { GitAdapters } from '../adapters/git/adapters.ts'
import type { StoredArtifacts } from '../ports.ts'
import type { GitHubPorts } from './github.ts'
import { once } from './once.ts'

/** Artifacts that lie elsewhere, kept in the repository's own git folder; what brings them is loaded when it is asked. */
export function lazyStored(
  { drafts, worktree }: Pick<GitAdapters, 'drafts' | 'worktree'>,
  outer: GitHubPorts['outer'],
): StoredArtifacts {
  return openStoredArtifacts(() => keptBeside(worktree.root, drafts.place('artifacts')), {
    release: async () => (await outer()).releases,
    lfs: async () => (await outer()).lfs,
    web: once(async () => (await import('../adapters/web/public-file.ts')).openWebFiles()),
  })
}
