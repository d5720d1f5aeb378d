import {
  type GroupAtHand,
  judgeGroup,
  judgeUnknownGroup,
  type QueuedAtHand,
} from '../src/commands/judge-group.ts'
import { parseQueueRef, planGroup, QUEUE_REFS, type QueuedPull } from '../src/commands/merge-queue.ts'
import { checkAnswer } from './check-answer.ts'
import type { Reach } from './reach.ts'
import type { Settling } from './settler.ts'

/** Judges a merge group as it stands now, and lets the check run of its commit say so. */
export async function settleGroup(ref: string, head: string, reach: Reach): Promise<Settling> {
  const queued = parseQueueRef(ref)
  if (queued === undefined) return 'settled'
  const { into, number } = queued
  const branch = `refs/heads/${into}`
  const known = await reach.refs(QUEUE_REFS)
  const tip = (await reach.fetch([branch, ref])).get(branch)
  // Merged, or made anew, which is another group.
  if (known.get(ref) !== head || tip === undefined) return 'settled'
  const plan = planGroup(ref, known, tip)
  const pulls = plan === undefined ? [] : await pullsAtHand(plan, into, reach)
  if (pulls === undefined) return 'again'
  const [first, ...others] = pulls
  const group: GroupAtHand | undefined = first && { head, into, pulls: [first, ...others] }
  const judgement =
    group === undefined ? judgeUnknownGroup(number, head, into) : await judgeGroup(group, reach.ports)
  await reach.checks.settle(checkAnswer(judgement, reach.ports.artifacts))
  return 'settled'
}

/** The groups that wait now, of one commit or all. */
export async function openGroups({ refs }: Pick<Reach, 'refs'>, head?: string) {
  return [...(await refs(QUEUE_REFS))].flatMap(([ref, sha]) =>
    parseQueueRef(ref) !== undefined && (head === undefined || head === sha) ? [{ ref, sha }] : [],
  )
}

/** Undefined where one of them was merged, closed or pushed to meanwhile: then the queue makes its groups anew. */
async function pullsAtHand(
  plan: readonly QueuedPull[],
  into: string,
  { pulls, fetch }: Reach,
): Promise<readonly QueuedAtHand[] | undefined> {
  const refs = plan.flatMap(({ number }) => [`refs/pull/${number}/head`, `refs/pull/${number}/merge`])
  const found = await fetch(refs)
  const atHand: QueuedAtHand[] = []
  for (const { number, base, commit } of plan) {
    const pull = await pulls.read(number)
    const isThere = pull?.isOpen && pull.into === into && found.get(`refs/pull/${number}/head`) === pull.head
    if (!isThere) return undefined
    atHand.push({ ...pull, trial: { base, commit }, merge: found.get(`refs/pull/${number}/merge`) })
  }
  return atHand
}
