import { isRivalBranch } from '../domain/registry/merged-move.ts'
import type { OpenPull, Ports } from '../ports.ts'
import { sayOnce } from './say-once.ts'

type Outside = Pick<Ports, 'comments' | 'openPulls'>

/** Closes a pull request and says why, once. */
async function closeWithReason(
  pull: Pick<OpenPull, 'number'>,
  subject: string,
  why: string,
  { comments, openPulls }: Outside,
): Promise<void> {
  // First the words: a pull request that is closed is not looked at again.
  await sayOnce(comments, { is: 'pull-request', number: pull.number }, subject, why)
  await openPulls.close(pull.number)
}

export interface Settled {
  readonly model: string
  readonly stage: string
  readonly version: number
  /** Where a person reads of the merge. */
  readonly url: string
}

/**
 * Closes what else of ours asks to bring a version of the model to the stage: its record has a number that is taken now.
 * A pull request of a person's is left alone, and so is a candidate, which its pipeline builds anew.
 */
export async function closeRivals(
  { model, stage, version, url }: Settled,
  into: string,
  ports: Outside,
): Promise<readonly OpenPull[]> {
  const rivals = (await ports.openPulls.list(into)).filter(
    ({ branch, isOurs }) => isOurs && isRivalBranch(branch, model, stage),
  )
  const why = `Version ${version} of ${model} came to ${stage} meanwhile (${url}), so this proposal is closed. Ask for it again to have it judged against what serves now.`
  for (const rival of rivals) await closeWithReason(rival, `closed-${model}-${stage}`, why, ports)
  return rivals
}
