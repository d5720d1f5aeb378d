import { slot } from '../world.ts'

/** A job that names an environment, and waits for what protects that. */
export interface HeldJob {
  readonly run: number
  readonly job: string
  readonly environment: string
  /** The App whose rule it waits for; undefined when that let it go on. */
  app: number | undefined
  /** Whether a person has to let it go on, too. */
  awaitsPeople: boolean
  /** How often its App said something without a verdict. */
  remarks: number
}

/** What somebody said of jobs that wait. */
export interface JobReview {
  readonly run: number
  readonly environment: string
  readonly state: 'approved' | 'rejected' | 'pending'
  readonly by: string
  readonly comment: string
}

/** An environment, with the Apps whose rules are enabled in it. */
export interface Environment {
  readonly id: number
  readonly name: string
  readonly rules: { readonly id: number; readonly app: number }[]
}

export const heldJobsOf = slot<HeldJob[]>('held-jobs', () => [])
/** Oldest first. */
export const jobReviewsOf = slot<JobReview[]>('job-reviews', () => [])
export const environmentsOf = slot<Environment[]>('environments', () => [])
