import type { MergeMethod } from '../git/merge.ts'
import { slot } from '../world.ts'

/** A pull request in the merge queue of its base, with the group that merges it and those before it. */
export interface QueueEntry {
  readonly number: number
  /** Short name of the branch that it goes to. */
  readonly into: string
  /** The full name of the group's branch. */
  readonly ref: string
  readonly base: string
  readonly sha: string
  readonly by: string
  readonly method: MergeMethod
}

/** The first to be merged first. */
export const queueOf = slot<QueueEntry[]>('merge-queue', () => [])
