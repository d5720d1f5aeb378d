import { judgeElsewhere } from '../src/commands/judge-elsewhere.ts'
import { judgeGroup, judgeUnknownGroup, type QueuedAtHand } from '../src/commands/judge-group.ts'
import {
  parseQueueRef,
  planGroup,
  QUEUE_REFS,
  type QueuedPull,
  type QueueRef,
} from '../src/commands/merge-queue.ts'
import type { JudgementResult } from '../src/domain/results/judgement.ts'
import type { Reach } from './reach.ts'
import { sayJudgement } from './say-judgement.ts'
import { settlePull } from './settle-pull.ts'
import type { Settling } from './settler.ts'

/** Judges a merge group as it stands now, and lets the check run of its commit say so. */
export async function settleGroup(ref: string, head: string, reach: Reach): Promise<Settling> {
  const queued = parseQueueRef(ref)
  if (queued === undefined) return 'settled'
  const branch = `refs/heads/${queued.into}`
  const known = await reach.refs(QUEUE_REFS)
  const tip = (await reach.fetch([branch, ref])).get(branch)
  // Merged, or made anew, which is another group.
  if (known.get(ref) !== head || tip === undefined) return 'settled'
  // What the queue makes is the head of no pull request: somebody made a branch of such a name. The one check of the commit
  // would let the pull request be merged too, so that it says what that comes to, and nothing of the group.
  const [own] = await reach.pulls.ofHead(head)
  if (own !== undefined) return settlePull(own, reach)
  const isElsewhere = queued.into !== (await reach.defaultBranch())
  return sayJudgement(reach, noted =>
    isElsewhere
      ? judgementElsewhere(queued, head, noted)
      : judgementOf(planGroup(ref, known, tip), queued, head, noted),
  )
}

/** @returns Undefined where what it merges is moving. */
async function judgementOf(
  plan: readonly QueuedPull[] | undefined,
  { number, into }: QueueRef,
  head: string,
  reach: Reach,
): Promise<JudgementResult | undefined> {
  if (plan === undefined) return judgeUnknownGroup(number, head, into)
  const pulls = await pullsAtHand(plan, into, reach)
  if (pulls === undefined) return undefined
  const [first, ...others] = pulls
  return first === undefined
    ? judgeUnknownGroup(number, head, into)
    : judgeGroup({ head, into, pulls: [first, ...others] }, reach.ports)
}

/** By what the default branch asks for: the policy of another one is whatever its writers made it. */
async function judgementElsewhere({ number, into }: QueueRef, head: string, reach: Reach) {
  const known = await reach.defaultBranch()
  const branch = `refs/heads/${known}`
  const base = (await reach.fetch([branch])).get(branch)
  if (base === undefined) return undefined
  return judgeElsewhere({ number, head, into }, known, base, reach.ports)
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
