import { overall } from '../domain/gates/outcome.ts'
import { type CheckConclusion, GATE_CHECK, type JudgementResult } from '../domain/results/judgement.ts'
import type { Ports, Repository } from '../ports.ts'
import { judgePull, nothingToJudge, type PullAtHand } from './judge-pull.ts'

/** A pull request in a merge group, whose trial is what the queue made of it: its base is where the one before it ends. */
export interface QueuedAtHand extends PullAtHand {
  /** What GitHub merged for trial outside of the queue; undefined where it has none. */
  readonly merge: string | undefined
}

/** A merge group whose commits are at hand. */
export interface GroupAtHand {
  readonly head: string
  /** The branch that it goes to, by its short name. */
  readonly into: string
  /** At least one, the first to be merged first. */
  readonly pulls: readonly [QueuedAtHand, ...QueuedAtHand[]]
}

/**
 * Judges a merge group: each of its pull requests as `judgePull` does, against the commit that it lands on, whose policy
 * and pointers are those that the ones before it leave. The worst of them is the group's.
 *
 * Approvals are of heads, and whoever may push could make a commit that looks like the queue's: where approvals are asked
 * for, the group must hold the files as the approved head has them, or as GitHub's own trial merged them.
 */
export async function judgeGroup({ head, into, pulls }: GroupAtHand, ports: Ports): Promise<JudgementResult> {
  const judged: JudgementResult[] = []
  for (const pull of pulls) judged.push(await judgeQueued(pull, into, ports))
  const all = <T>(of: (one: JudgementResult) => readonly T[]) => judged.flatMap(of)
  return {
    kind: 'judgement',
    outcome: overall(judged.map(({ outcome }) => outcome)),
    check: GATE_CHECK,
    conclusion: WORST.find(one => judged.some(({ conclusion }) => conclusion === one)) ?? 'action_required',
    'pull-request': pulls.at(-1)?.number ?? pulls[0].number,
    group: pulls.map(({ number }) => number),
    head,
    base: pulls[0].trial.base,
    problems: all(({ problems }) => problems),
    moves: all(({ moves }) => moves),
    governed: all(({ governed }) => governed),
    buttons: [],
    remarks: [...new Set(all(({ remarks }) => remarks))],
    next: [...new Set(all(({ next }) => next))],
  }
}

const WORST: readonly CheckConclusion[] = ['failure', 'action_required', 'success']

/** What is said of a group whose pull requests cannot be told. */
export function judgeUnknownGroup(number: number, head: string, into: string): JudgementResult {
  return nothingToJudge(
    { number, head },
    undefined,
    `what the merge group is built on is neither ${into} nor another group of its queue`,
    'put the pull request into the queue again',
  )
}

async function judgeQueued(pull: QueuedAtHand, into: string, ports: Ports): Promise<JudgementResult> {
  const { number, trial } = pull
  // Otherwise what it is judged against would not be what it lands on.
  if ((await ports.repository.mergeBase(trial.base, trial.commit)) !== trial.base)
    return nothingToJudge(
      pull,
      trial.base,
      `pull request ${number} is not on top of what it is to be merged to`,
      'put it into the queue again',
    )
  const judged = await judgePull(pull, ports)
  const isAsked = judged.moves.length > 0 || judged.governed.length > 0
  const strange = isAsked ? await strangeFiles(pull, ports.repository) : []
  if (strange.length === 0) return judged
  const [first] = strange
  const more = strange.length === 1 ? '' : ` and ${strange.length - 1} more`
  return {
    ...judged,
    outcome: overall([judged.outcome, 'inconclusive']),
    conclusion: judged.conclusion === 'success' ? 'action_required' : judged.conclusion,
    remarks: [
      `nobody approved what the merge makes of ${first}${more}: it is not as the head of pull request ${number} has it`,
      ...judged.remarks,
    ],
    next: [
      ...judged.next,
      `bring ${into} into the branch of pull request ${number}, and have it approved again`,
    ],
  }
}

/** What a queued pull request changes, and its head does not hold so. */
async function strangeFiles(
  { head, merge, trial: { base, commit } }: QueuedAtHand,
  repository: Repository,
): Promise<readonly string[]> {
  if (merge !== undefined) {
    const [tried, made] = [await repository.commitFacts(merge), await repository.commitFacts(commit)]
    const [first, second] = tried.parents
    if (first === base && second === head && tried.tree === made.tree) return []
  }
  const changed = await repository.changes(base, commit, [])
  const other = new Set((await repository.changes(head, commit, [])).map(({ path }) => path))
  return changed.map(({ path }) => path).filter(path => other.has(path))
}
