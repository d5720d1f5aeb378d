import type { BareRepository } from './bare-repository.ts'
import { createCommit, type Signature } from './commits.ts'
import { type MergeTest, mergeTest } from './merge-trees.ts'
import { moveRef, readRef } from './refs.ts'

export interface PullHeads {
  readonly number: number
  /** Commits, both in this repository: a fork's head is taken over first by `takeCommit`. */
  readonly base: string
  readonly head: string
}

/** As `mergeTest`, with the merge commit that workflows of the pull request check out. */
export type PullMerge =
  | Extract<MergeTest, { mergeable: false }>
  | { readonly mergeable: true; readonly sha: string }

/**
 * Puts `refs/pull/N/head` at the head, and `refs/pull/N/merge` at a new merge of the head into the base. Where they
 * conflict, the ref of the merge stays where it last was, or is not made.
 *
 * @param committer - Who makes the merge commit, and when.
 */
export async function updatePullRefs(
  repository: BareRepository,
  { number, base, head }: PullHeads,
  committer: Signature,
): Promise<PullMerge> {
  const refs = pullRefs(number)
  await moveRef(repository, {
    name: refs.head,
    before: await standing(repository, refs.head),
    after: head,
    force: true,
  })
  const merged = await mergeTest(repository, base, head)
  if (!merged.mergeable) return merged
  const message = `Merge ${head} into ${base}`
  const draft = { tree: merged.tree, parents: [base, head], author: committer, committer, message }
  const sha = await createCommit(repository, draft)
  await moveRef(repository, {
    name: refs.merge,
    before: await standing(repository, refs.merge),
    after: sha,
    force: true,
  })
  return { mergeable: true, sha }
}

/** Takes the ref of the merge away, as GitHub does when a pull request is closed; that of the head stays for ever. */
export async function closePullRefs(repository: BareRepository, number: number): Promise<void> {
  const { merge } = pullRefs(number)
  const before = await standing(repository, merge)
  if (before !== null) await moveRef(repository, { name: merge, before, after: null })
}

/** The names of the refs that the server keeps for a pull request; nobody can push to them. */
export function pullRefs(number: number): { readonly head: string; readonly merge: string } {
  return { head: `refs/pull/${number}/head`, merge: `refs/pull/${number}/merge` }
}

async function standing(repository: BareRepository, name: string): Promise<string | null> {
  return (await readRef(repository, name))?.sha ?? null
}
