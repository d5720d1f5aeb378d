import type { BareRepository } from './bare-repository.ts'
import { createCommit, readCommit, type Signature } from './commits.ts'
import { mergeBase } from './log.ts'
import { runGit } from './run-git.ts'
import { emptyTree } from './trees.ts'

/** What two sides make together. */
export type MergeTest =
  | { readonly mergeable: true; readonly tree: string }
  | { readonly mergeable: false; readonly conflicts: readonly string[] }

// Of commits that serve one question and are on no branch.
const NOBODY: Signature = { name: 'Nobody', email: 'nobody@localhost', at: 0 }

/**
 * Whether git merges a head into a base by itself, and the tree that comes out. Commits that share no history are no
 * conflict of files, and not mergeable.
 */
export async function mergeTest(repository: BareRepository, base: string, head: string): Promise<MergeTest> {
  if ((await mergeBase(repository, base, head)) === undefined) return { mergeable: false, conflicts: [] }
  const args = ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', base, head]
  const { status, stdout } = await runGit(repository, args, { accept: [0, 1] })
  const [tree = '', ...conflicts] = stdout.toString('utf8').split('\0').filter(Boolean)
  return status === 0 ? { mergeable: true, tree } : { mergeable: false, conflicts }
}

/** Puts what a commit changed since its first parent on top of another commit, as a cherry-pick does. */
export async function pickTest(repository: BareRepository, onto: string, picked: string): Promise<MergeTest> {
  const { tree, parents } = await readCommit(repository, picked)
  const [before, top] = await Promise.all([
    parents[0] === undefined ? undefined : readCommit(repository, parents[0]),
    readCommit(repository, onto),
  ])
  // This git merges commits with a base of its own choice only: so three new ones with just the base that is meant.
  const base = await bareCommit(repository, before?.tree ?? (await emptyTree(repository)), [])
  const [ours, theirs] = await Promise.all([
    bareCommit(repository, top.tree, [base]),
    bareCommit(repository, tree, [base]),
  ])
  return mergeTest(repository, ours, theirs)
}

function bareCommit(repository: BareRepository, tree: string, parents: readonly string[]): Promise<string> {
  return createCommit(repository, { tree, parents, author: NOBODY, committer: NOBODY, message: '' })
}
