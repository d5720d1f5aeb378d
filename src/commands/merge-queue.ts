/** Where GitHub's merge queue makes its branches. */
export const QUEUE_REFS = 'refs/heads/gh-readonly-queue/'

/** A branch of the merge queue: a pull request that waits its turn, put on top of what is to be merged before it. */
export interface QueueRef {
  /** The branch that it will be merged to, by its short name. */
  readonly into: string
  readonly number: number
  /** The commit that it was put on: where that branch stood, or the branch of another one in the queue. */
  readonly onto: string
}

/** A pull request of a merge group, with what it adds and to what. */
export interface QueuedPull {
  readonly number: number
  readonly base: string
  readonly commit: string
}

/** Reads a ref as GitHub names it: `refs/heads/gh-readonly-queue/main/pr-7-SHA`. */
export function parseQueueRef(ref: string): QueueRef | undefined {
  if (!ref.startsWith(QUEUE_REFS) || ref.length > 400) return undefined
  const [, into, number, onto] =
    /^(.+)\/pr-([1-9]\d{0,8})-([0-9a-f]{40})$/.exec(ref.slice(QUEUE_REFS.length)) ?? []
  return into === undefined || onto === undefined ? undefined : { into, number: Number(number), onto }
}

/**
 * The pull requests that a merge group would merge, the first to be merged first: from the branch that they go to, over
 * the branches of the queue, to the group. However many commits each of them brings, where it begins is where the one
 * before it ends.
 *
 * @param known - The queue's branches and their commits.
 * @param tip - Where the branch stands that they go to.
 * @returns Undefined where the group is not there, or is built on neither that branch nor on others in the queue.
 */
export function planGroup(
  ref: string,
  known: ReadonlyMap<string, string>,
  tip: string,
): readonly QueuedPull[] | undefined {
  const queued = [...known].flatMap(([name, commit]) => {
    const parsed = parseQueueRef(name)
    return parsed === undefined ? [] : [{ name, commit, ...parsed }]
  })
  let last = queued.find(({ name }) => name === ref)
  const into = last?.into
  const pulls: QueuedPull[] = []
  // Names that anybody could have made lead in circles: no group is longer than the queue.
  while (last !== undefined && pulls.length < queued.length) {
    const { number, onto, commit }: QueueRef & { readonly commit: string } = last
    pulls.unshift({ number, base: onto, commit })
    if (onto === tip) return pulls
    last = queued.find(one => one.commit === onto && one.into === into)
  }
  return undefined
}
