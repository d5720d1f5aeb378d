import { judgeElsewhere } from '../src/commands/judge-elsewhere.ts'
import { judgeConflict, judgePull } from '../src/commands/judge-pull.ts'
import { judgementOfHead } from '../src/commands/shared-head.ts'
import type { JudgementResult } from '../src/domain/results/judgement.ts'
import type { PullState } from '../src/ports.ts'
import type { Reach } from './reach.ts'
import { sayJudgement } from './say-judgement.ts'
import type { Settling } from './settler.ts'

/** Judges an open pull request as it stands now, and lets its check run say so. */
export async function settlePull(number: number, reach: Reach): Promise<Settling> {
  const pull = await reach.pulls.read(number)
  if (pull === undefined || pull.isMerged) return 'settled'
  if (!pull.isOpen) {
    // What it lacked may have been said of a commit that others ask for too.
    const [other] = pull.sameHead ?? (await reach.pulls.ofHead(pull.head))
    return other === undefined ? 'settled' : settlePull(other, reach)
  }
  const judge = async (noted: Reach) => {
    const own = await judgementOf(pull, noted)
    if (own === undefined) return undefined
    const others = own.conclusion === 'success' ? await othersOf(pull, noted) : []
    return others && judgementOfHead(own, ...others)
  }
  return sayJudgement(reach, judge, [pull])
}

/** @returns Undefined while GitHub is not ready, or something moved meanwhile. */
async function judgementOf(pull: PullState, reach: Reach): Promise<JudgementResult | undefined> {
  if (pull.into !== pull.defaultBranch) return judgementElsewhere(pull, reach)
  const trial = await trialOf(pull, reach)
  if (trial === undefined) return undefined
  return trial.is === 'conflict'
    ? judgeConflict(pull, trial.base, reach.ports)
    : judgePull({ ...pull, trial }, reach.ports, { app: reach.app, rules: reach.gateRules })
}

async function judgementElsewhere(pull: PullState, { fetch, ports }: Reach) {
  const [branch, own] = [`refs/heads/${pull.defaultBranch}`, `refs/pull/${pull.number}/head`]
  const refs = await fetch([branch, own])
  const base = refs.get(branch)
  if (base === undefined || refs.get(own) !== pull.head) return undefined
  return judgeElsewhere(pull, pull.defaultBranch, base, ports)
}

/** The judgements of the other pull requests that ask for the same commit; undefined where one came too early. */
async function othersOf(
  { number, head, sameHead }: PullState,
  reach: Reach,
): Promise<readonly JudgementResult[] | undefined> {
  const judged: JudgementResult[] = []
  for (const other of sameHead ?? (await reach.pulls.ofHead(head))) {
    const pull = other === number ? undefined : await reach.pulls.read(other)
    if (pull === undefined || !pull.isOpen || pull.head !== head) continue
    const judgement = await judgementOf(pull, reach)
    if (judgement === undefined) return undefined
    judged.push(judgement)
  }
  return judged
}

type Trial =
  | { readonly is: 'merge'; readonly base: string; readonly commit: string }
  | { readonly is: 'conflict'; readonly base: string }

/**
 * Head and base as they are now, merged for trial by GitHub; undefined while it has not, or something moved meanwhile.
 */
async function trialOf(
  { number, head, into, merges }: PullState,
  { fetch, ports: { repository } }: Reach,
): Promise<Trial | undefined> {
  const [branch, merge] = [`refs/heads/${into}`, `refs/pull/${number}/merge`]
  const refs = await fetch([branch, `refs/pull/${number}/head`, merge])
  const [base, commit] = [refs.get(branch), refs.get(merge)]
  if (base === undefined || refs.get(`refs/pull/${number}/head`) !== head) return undefined
  if (merges === false) return { is: 'conflict', base }
  if (commit === undefined) return undefined
  const [first, second] = (await repository.commitFacts(commit)).parents
  return first === base && second === head ? { is: 'merge', base, commit } : undefined
}
