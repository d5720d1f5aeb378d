import type { Retraining } from './facts.ts'

/** A run of the workflow that retrains, and how its jobs ended. */
export interface PastRun {
  readonly id: number
  /** When it was started: UTC, milliseconds. */
  readonly at: number
  readonly isFinished: boolean
  readonly jobs: readonly {
    /** As people see it: `retrain / candidate / train churn` for the job of a called workflow. */
    readonly name: string
    /** In GitHub's words; undefined where it has not ended. */
    readonly conclusion: string | undefined
  }[]
}

/** What makes and measures a candidate. That it is proposed is no part of it: gates that fail are an answer. */
const MAKES = ['train', 'measure', 'reproduce']

/**
 * What a run was for a model: a training, or undefined where it only decided. A run that goes on and did not come to its
 * models yet may still train this one.
 */
export function retrainingOf({ id, at, isFinished, jobs }: PastRun, model: string): Retraining | undefined {
  const own = jobs.flatMap(({ name, conclusion }) => {
    const [step, of, ...more] = (name.split(' / ').at(-1) ?? '').split(' ')
    const isOurs = step !== undefined && of === model && more.length === 0
    return isOurs && conclusion !== 'skipped' ? [{ step, conclusion }] : []
  })
  const made = own.filter(({ step }) => MAKES.includes(step))
  if (made.length === 0) return isFinished ? undefined : { run: id, at, state: 'running' }
  return { run: id, at, state: stateOf(made, isFinished) }
}

type Conclusions = readonly { readonly conclusion: string | undefined }[]

function stateOf(made: Conclusions, isFinished: boolean): Retraining['state'] {
  const ended = (...words: readonly (string | undefined)[]) =>
    made.some(({ conclusion }) => words.includes(conclusion))
  if (!isFinished) return 'running'
  if (ended('failure', 'timed_out', 'startup_failure')) return 'failed'
  return ended('cancelled', undefined) ? 'cancelled' : 'succeeded'
}
