import type { Confirmation } from '../drift/confirmed.ts'
import type { MonitorRun } from '../monitoring/run-record.ts'
import type { Retrain } from '../registry/retrain-keys.ts'

/** What was found, or a sentence without its full stop that says why it could not be. */
export type Known<T> = { readonly is: 'known'; readonly value: T } | Unknown
export interface Unknown {
  readonly is: 'unknown'
  readonly why: string
}

/** The newest version of a model, as its record says. */
export interface TrainedVersion {
  readonly version: number
  /** UTC, milliseconds. */
  readonly at: number
  /** Rows that it was trained on. */
  readonly rows?: number | undefined
}

/** A metric on rows whose labels came. */
export interface MeasuredMetric {
  readonly metric: string
  readonly value: number
  /** Of its interval. */
  readonly low?: number | undefined
  readonly high?: number | undefined
  /** What it was when the version was judged. */
  readonly baseline?: number | undefined
}

/** A training that an earlier decision began. */
export interface Retraining {
  /** The workflow's run. */
  readonly run: number
  /** When it began: UTC, milliseconds. */
  readonly at: number
  readonly state: 'running' | 'succeeded' | 'failed' | 'cancelled'
}

/** A pull request with a candidate that waits to be merged. */
export interface WaitingCandidate {
  readonly pull: number
  readonly isDraft: boolean
}

/** All that a decision on retraining rests on. Times are UTC, milliseconds. */
export interface RetrainingFacts {
  readonly now: number
  readonly policy: Retrain
  /** Whether a person asks for it. */
  readonly isAsked: boolean
  /** Undefined where no version is registered. */
  readonly trained: TrainedVersion | undefined
  /** Runs of monitoring in any order. */
  readonly monitoring: Known<readonly MonitorRun[]>
  /** In how many of the last of them a feature must have drifted. */
  readonly confirmation: Confirmation
  /** Rows with labels that there are now. */
  readonly rows: Known<number>
  /** The metric that the policy names, and which way is better. */
  readonly metric: { readonly name: string; readonly better: 'higher' | 'lower' }
  readonly measured: Known<readonly MeasuredMetric[]>
  /** In any order; as far back as {@link rememberedSince}. */
  readonly retrainings: Known<readonly Retraining[]>
  readonly candidates: Known<readonly WaitingCandidate[]>
}

const DAY_MS = 86_400_000

/** Since when retrainings have to be known: the month is counted, and those that failed in a row. */
export function rememberedSince(now: number): number {
  return Math.min(now - 2 * MOST_BACK_OFF_DAYS * DAY_MS, startOfMonth(now))
}

/** A failed retraining is tried again after so long, however many failed. */
export const MOST_BACK_OFF_DAYS = 32

/** What was found longer ago tells nothing of now. */
export const STALE_DAYS = 14

export const daysMs = (days: number): number => days * DAY_MS

export function startOfMonth(at: number, later = 0): number {
  const date = new Date(at)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1)
}
