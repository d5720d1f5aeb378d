import { judgeConflict, judgePull } from '../src/commands/judge-pull.ts'
import type { PullState } from '../src/ports.ts'
import { checkAnswer } from './check-answer.ts'
import type { Reach } from './reach.ts'
import type { Settling } from './settler.ts'

/** Judges an open pull request as it stands now, and lets its check run say so. */
export async function settlePull(number: number, reach: Reach): Promise<Settling> {
  const pull = await reach.pulls.read(number)
  if (pull === undefined || !pull.isOpen) return 'settled'
  const trial = await trialOf(pull, reach)
  if (trial === undefined) return 'again'
  const judgement =
    trial.is === 'conflict'
      ? judgeConflict(pull, trial.base)
      : await judgePull({ ...pull, trial }, reach.ports, { app: reach.app, rules: reach.gateRules })
  await reach.checks.settle(checkAnswer(judgement, reach.ports.artifacts))
  return 'settled'
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
