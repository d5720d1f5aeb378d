import type { CheckButton, CheckConclusion } from '../domain/results/judgement.ts'

/** A line of a file, or the top of one, that a check says something of. */
export interface CheckAnnotation {
  readonly path: string
  /** From 1. */
  readonly line: number
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

/** What a check run says of a commit. */
export interface CheckAnswer {
  readonly name: string
  readonly head: string
  readonly conclusion: CheckConclusion
  readonly title: string
  /** Markdown, at most 65,535 characters. */
  readonly summary: string
  /** At most 50, the worst first. */
  readonly annotations: readonly CheckAnnotation[]
  /** What tells one answer from another: an answer of the same is not set again. */
  readonly digest: string
  /** Beside it, at most three. */
  readonly buttons: readonly CheckButton[]
}

/** A check run of ours. */
export interface OwnCheck {
  readonly head: string
  /** How often a button of it was pressed. */
  readonly presses: number
  /** By whom last; undefined where nobody did. */
  readonly pressedBy: string | undefined
}

export interface SettledCheck {
  readonly id: number
  /** `updated`: one stood there that said something else, our own of before or another process's. */
  readonly change: 'created' | 'updated' | 'unchanged'
}

/**
 * Check runs of ours. Every call may throw `missing-permission`, `rate-limited`, `remote-failed`, `timed-out` or
 * `no-github`.
 */
export interface Checks {
  /** Lets every check run of this name say so; repeated after any interruption there is one that does. */
  settle(answer: CheckAnswer): Promise<SettledCheck>
  /** Puts buttons beside the newest check run of this name; where there is none, nothing is done. */
  offer(check: Pick<CheckAnswer, 'name' | 'head' | 'buttons'>): Promise<void>
  /** @returns Undefined where there is no such check run of ours. */
  read(id: number): Promise<OwnCheck | undefined>
  /** Notes that a button was pressed, the how manieth time that was, and by whom. */
  press(id: number, press: number, login: string): Promise<void>
}
