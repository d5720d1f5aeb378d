import * as z from 'zod/mini'

/** How a job of a workflow ended, in GitHub's words. */
export const JobResult = z.enum(['success', 'failure', 'cancelled', 'skipped'])
export type JobResult = z.infer<typeof JobResult>

/** The `needs` context of a deciding job: what ran before it. */
export const Needs = z.record(z.string(), z.looseObject({ result: JobResult }))
export type Needs = z.infer<typeof Needs>

/** What a commit status says; its description has at most 140 characters. */
export interface Conclusion {
  readonly state: 'success' | 'failure'
  readonly description: string
}

export interface PipelineFacts {
  readonly needs: Needs
  /** Jobs that the caller switched off: that they were skipped is no lack. */
  readonly switchedOff: readonly string[]
  /** Jobs that only show something: a comparison on a pull request is a preview, which lets nothing fail. */
  readonly previews: readonly string[]
  /** Jobs that had nothing to do: no model was touched, or none that has a command of theirs. */
  readonly nothingFor: readonly string[]
  /** The job that has to pass in any case. */
  readonly registry: string
}

const MOST = 140

/**
 * What the jobs of a pipeline come to on an ordinary pull request. A job that was skipped or cancelled is missing
 * evidence, and missing evidence never passes; but for one that its own switch left out, one that only shows
 * something, and those that had nothing to do.
 */
export function concludePipeline(facts: PipelineFacts): Conclusion {
  const { needs, registry } = facts
  // The same words for the same results, in whatever order a runner tells them.
  const before = (job: string) => (job === registry ? `0${job}` : `1${job}`)
  const judged = Object.entries(needs)
    .filter(([job]) => isJudged(job, facts))
    .sort(([a], [b]) => (before(a) < before(b) ? -1 : 1))
  const named = (...results: readonly JobResult[]) =>
    judged.filter(([, { result }]) => results.includes(result)).map(([job]) => job)
  const [failed, missing] = [named('failure'), named('cancelled', 'skipped')]
  if (!(registry in needs)) missing.unshift(registry)
  if (failed.length > 0) return conclusion('failure', `failed: ${failed.join(', ')}`)
  if (missing.length > 0) return conclusion('failure', `no result of: ${missing.join(', ')}`)
  if (named('success').every(job => job === registry))
    return conclusion('success', 'the registry holds; no model has to be trained for this change')
  return conclusion('success', `passed: ${named('success').join(', ')}`)
}

function isJudged(
  job: string,
  { needs, switchedOff, previews, nothingFor, registry }: PipelineFacts,
): boolean {
  if (job === registry) return true
  const wasSkipped = needs[job]?.result === 'skipped'
  return !previews.includes(job) && !(wasSkipped && (nothingFor.includes(job) || switchedOff.includes(job)))
}

/** At most as long as GitHub takes it. */
export function conclusion(state: Conclusion['state'], description: string): Conclusion {
  return {
    state,
    description: description.length <= MOST ? description : `${description.slice(0, MOST - 1)}…`,
  }
}
