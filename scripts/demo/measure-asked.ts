import { MODEL } from './acme.ts'
import type { Job } from './workflow-run.ts'

/**
 * Evaluates and compares where the policy of the stage asks for it, as candidate.yml and promote.yml do alike.
 *
 * @param against - What promote.yml names as the champion; candidate.yml leaves that to the Action.
 */
export async function measureAsked(
  job: Job,
  version: string,
  asked: string,
  stage: string,
  against: { readonly champion?: string } = {},
): Promise<void> {
  const importance = asked.includes('"importance"')
  if (importance || /"(?:evaluation|size|fairness)"/.test(asked))
    await job.step('evaluate', { model: MODEL, version, importance: `${importance}` }, 'may fail')
  if (/"(?:comparison|data)"/.test(asked))
    await job.step('compare', { model: MODEL, ...against, challenger: version, for: stage }, 'may fail')
  const beyond = /"(?:latency|contract)"/.exec(asked)
  if (beyond !== null) throw new Error(`the demo does not measure ${beyond[0]}`)
}
