import { MODEL } from './acme.ts'
import type { Job } from './workflow-run.ts'

/**
 * Evaluates and compares where the policy of the stage asks for it, as candidate.yml and promote.yml do alike.
 *
 * @param own - What one of them alone says: promote.yml the champion, candidate.yml whether the training data are profiled.
 */
export async function measureAsked(
  job: Job,
  version: string,
  asked: string,
  stage: string,
  own: { readonly champion?: string; readonly profile?: boolean } = {},
): Promise<void> {
  const { champion, profile } = own
  const importance = asked.includes('"importance"')
  if (importance || profile || /"(?:evaluation|size|fairness)"/.test(asked)) {
    const asks = { importance: `${importance}`, ...(profile !== undefined && { profile: `${profile}` }) }
    await job.step('evaluate', { model: MODEL, version, ...asks }, 'may fail')
  }
  if (/"(?:comparison|data)"/.test(asked))
    await job.step(
      'compare',
      { model: MODEL, ...(champion && { champion }), challenger: version, for: stage },
      'may fail',
    )
  const beyond = /"(?:latency|contract)"/.exec(asked)
  if (beyond !== null) throw new Error(`the demo does not measure ${beyond[0]}`)
}
