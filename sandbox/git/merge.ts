import type { BareRepository } from './bare-repository.ts'
import { createCommit, readCommit, type Signature } from './commits.ts'
import { isAncestor, mergeBase } from './log.ts'
import { mergeTest, pickTest } from './merge-trees.ts'
import { moveRef, readRef } from './refs.ts'
import { GitRefusal } from './refusal.ts'
import { gitLines } from './run-git.ts'

export type MergeMethod = 'merge' | 'squash' | 'rebase'

export interface MergeRequest {
  /** Short name of the branch that takes the head in. */
  readonly branch: string
  /** Commit, which must be in this repository. */
  readonly head: string
  readonly method: MergeMethod
  /** Of the merge or squash commit; a rebase keeps each commit's own. */
  readonly message: string
  /** Of the merge or squash commit; a rebase keeps each commit's own. */
  readonly author: Signature
  readonly committer: Signature
}

/**
 * Merges into a branch, as GitHub's three buttons do: `merge` always makes a merge commit, `squash` one commit on top,
 * `rebase` anew each commit that is no merge and changes something there, also where it could fast-forward.
 *
 * @returns The commit at which the branch stands now.
 * @throws {GitRefusal} `conflict`; `unrelated`; `nothing-to-do` when the branch has it all; `moved` when somebody else
 * moved the branch meanwhile; `not-found` for the branch or the head.
 */
export async function mergeInto(repository: BareRepository, request: MergeRequest): Promise<string> {
  const name = `refs/heads/${request.branch}`
  const base = (await readRef(repository, name))?.sha
  if (base === undefined) throw new GitRefusal('not-found', 'Base does not exist')
  const head = (await readCommit(repository, request.head)).sha
  if (await isAncestor(repository, head, base)) throw new GitRefusal('nothing-to-do', 'Already merged')
  if ((await mergeBase(repository, base, head)) === undefined) {
    throw new GitRefusal('unrelated', `No common ancestor between ${base} and ${head}.`)
  }
  const sha = await METHODS[request.method](repository, base, head, request)
  await moveRef(repository, { name, before: base, after: sha })
  return sha
}

type Method = (
  repository: BareRepository,
  base: string,
  head: string,
  request: MergeRequest,
) => Promise<string>

const METHODS: Readonly<Record<MergeMethod, Method>> = {
  merge: (repository, base, head, request) => commitMerge(repository, base, head, [base, head], request),
  squash: (repository, base, head, request) => commitMerge(repository, base, head, [base], request),
  rebase,
}

async function commitMerge(
  repository: BareRepository,
  base: string,
  head: string,
  parents: readonly string[],
  { author, committer, message }: MergeRequest,
): Promise<string> {
  const merged = await mergeTest(repository, base, head)
  if (!merged.mergeable) throw conflict(merged.conflicts)
  return createCommit(repository, { tree: merged.tree, parents, author, committer, message })
}

async function rebase(
  repository: BareRepository,
  base: string,
  head: string,
  { committer }: MergeRequest,
): Promise<string> {
  const own = ['rev-list', '--reverse', '--topo-order', '--no-merges', `${base}..${head}`]
  let top = base
  for (const sha of await gitLines(repository, own)) {
    top = await pick(repository, top, sha, committer)
  }
  return top
}

async function pick(
  repository: BareRepository,
  top: string,
  picked: string,
  committer: Signature,
): Promise<string> {
  const merged = await pickTest(repository, top, picked)
  if (!merged.mergeable) throw conflict(merged.conflicts)
  const [{ author, message, parents, tree }, { tree: topTree }] = await Promise.all([
    readCommit(repository, picked),
    readCommit(repository, top),
  ])
  const wasEmpty = parents[0] !== undefined && (await readCommit(repository, parents[0])).tree === tree
  // What became empty is there already; what somebody made empty is kept.
  if (merged.tree === topTree && !wasEmpty) return top
  return createCommit(repository, { tree: merged.tree, parents: [top], author, committer, message })
}

function conflict(paths: readonly string[]): GitRefusal {
  return new GitRefusal('conflict', `Merge conflict in ${paths.join(', ')}`)
}
