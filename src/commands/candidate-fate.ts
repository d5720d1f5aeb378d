import type { CandidateFate } from '../domain/results/registration.ts'
import type { OpenPull, Ports, PullRequest, PullRequests } from '../ports.ts'
import { sayOnce } from './say-once.ts'

/** A candidate of a retraining, and the run that made it. */
export interface FatedCandidate {
  readonly fate: CandidateFate
  /** The workflow's. */
  readonly run: number
  readonly stage: string
}

type Outside = Pick<Ports, 'comments' | 'openPulls'>

/** Why nothing is proposed, a sentence without its full stop, and which pull request stands in its place. */
export interface StandingCandidate {
  readonly why: string
  readonly pullRequest: PullRequest
}

/**
 * What stands already, so that this candidate is not proposed: its own pull request, where somebody merged or closed it, one of
 * a newer run, or one that waits for a decision where this one did not pass. Undefined where it is to be proposed.
 */
export async function standingCandidate(
  { fate, run }: FatedCandidate,
  branch: string,
  into: string,
  pullRequests: PullRequests,
  { openPulls }: Outside,
): Promise<StandingCandidate | undefined> {
  const last = await pullRequests.lastRun(branch)
  const found = last !== undefined && last.id >= run ? await openPulls.find(last.pull) : undefined
  if (last !== undefined && found !== undefined) {
    if (last.id > run) return standing(found, `run ${last.id} made a newer one`)
    if (found.state !== 'open') return standing(found, `its pull request is ${found.state} already`)
  }
  if (fate === 'ready') return undefined
  const waiting = (await openPulls.list(into)).find(
    pull => pull.branch === branch && pull.isOurs && !pull.isDraft && pull.number !== found?.number,
  )
  return waiting && standing(waiting, 'another one waits for a decision, and this one did not pass')
}

function standing({ number, url }: OpenPull, why: string): StandingCandidate {
  return {
    why: `pull request ${number} is left alone: ${why}`,
    pullRequest: { number, url, change: 'unchanged' },
  }
}

/** Closes the pull request of a candidate whose gates failed. First the words: what is closed is not looked at again. */
export async function closeUnfit(
  { fate, stage }: Pick<FatedCandidate, 'fate' | 'stage'>,
  number: number,
  { comments, openPulls }: Outside,
): Promise<void> {
  if (fate !== 'closed') return
  const why = `The gates of ${stage} failed, so this candidate is closed; what each of them wanted stands in its description. The next training opens another one.`
  await sayOnce(comments, { is: 'pull-request', number }, 'unfit', why)
  await openPulls.close(number)
}
