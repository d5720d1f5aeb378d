/**
 * What each code asks of the reader: `fix` — the input, a file or the machine has to change; `retry` — the same
 * command may work later; `stop` — somebody interrupted it; `bug` — ours, please report it.
 */
export const ERROR_CODES = {
  'bad-input': 'fix',
  'unknown-command': 'fix',
  'unknown-model': 'fix',
  'unknown-version': 'fix',
  'unknown-name': 'fix',
  'bad-yaml': 'fix',
  'bad-json': 'fix',
  'bad-file': 'fix',
  'too-large': 'fix',
  'newer-schema': 'fix',
  'path-escape': 'fix',
  'no-registry': 'fix',
  'no-repository': 'fix',
  'no-commit': 'fix',
  'no-identity': 'fix',
  'dirty-tree': 'fix',
  'detached-head': 'fix',
  'merge-under-way': 'fix',
  'shallow-clone': 'fix',
  'bad-artifact': 'fix',
  'not-runnable': 'fix',
  'digest-mismatch': 'fix',
  'bad-data': 'fix',
  'missing-engine': 'fix',
  'cannot-write': 'fix',
  'shape-mismatch': 'fix',
  'empty-sample': 'fix',
  unsupported: 'fix',
  'stale-card': 'fix',
  'not-believed': 'fix',
  'no-github': 'fix',
  'missing-permission': 'fix',
  'rate-limited': 'retry',
  'moved-meanwhile': 'retry',
  'remote-failed': 'retry',
  'timed-out': 'retry',
  interrupted: 'stop',
  bug: 'bug',
} as const

export type ErrorCode = keyof typeof ERROR_CODES

/** A spot in a file. `path` is relative to the repository's root; `line` and `column` count from 1. */
export interface Place {
  readonly path: string
  readonly line?: number
  readonly column?: number
}

export interface ErrorFacts {
  readonly code: ErrorCode
  /** What is wrong, as a sentence without its full stop. */
  readonly message: string
  /** What to do about it, as a sentence without its full stop. */
  readonly next: string
  readonly place?: Place | undefined
  /** How long GitHub asks to wait before it is asked anything again, in milliseconds. */
  readonly waitMs?: number | undefined
  readonly cause?: unknown
}

/** The one error that Modelyard throws on purpose. Anything else that is thrown is a bug. */
export class ModelyardError extends Error {
  readonly code: ErrorCode
  readonly next: string
  readonly place: Place | undefined
  readonly waitMs: number | undefined
  override readonly name = 'ModelyardError'

  constructor(facts: ErrorFacts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause })
    this.code = facts.code
    this.next = facts.next
    this.place = facts.place
    this.waitMs = facts.waitMs
  }
}

/** `models/a.yaml:3:7`, with as much of it as is known. */
export function placeText(place: Place): string {
  return [place.path, place.line, place.column].filter(part => part !== undefined).join(':')
}

/**
 * Exit status of a command that threw: 2 what somebody can fix, 3 what a retry may fix, 130 interrupted
 * (128 + SIGINT, as shells have it), 70 a bug (EX_SOFTWARE).
 */
export function exitStatusOf(code: ErrorCode): 2 | 3 | 70 | 130 {
  const kind = ERROR_CODES[code]
  if (kind === 'fix') return 2
  if (kind === 'retry') return 3
  return kind === 'stop' ? 130 : 70
}

/** Exit status of a command that answered: 0 done or passed, 1 failed or inconclusive. */
export function exitStatusOfOutcome(outcome: 'passed' | 'failed' | 'inconclusive' | undefined): 0 | 1 {
  return outcome === undefined || outcome === 'passed' ? 0 : 1
}

/** What of a retraining's candidate was put before people, though its gates did not pass. */
const PUT_BEFORE_PEOPLE: readonly string[] = ['proposed', 'unchanged', 'left']

/** Of an answer what tells its exit status. */
interface Answer {
  readonly kind: string
  readonly outcome?: 'passed' | 'failed' | 'inconclusive' | undefined
  readonly status?: string | undefined
  /** What becomes of what a retraining made. */
  readonly candidate?: string | undefined
}

/**
 * The same of a whole answer. That the gates of a retraining's candidate did not pass is told by its pull request, a draft or
 * closed: a schedule that turned red each time would tell nobody anything more.
 */
export function exitStatusOfAnswer({ outcome, status = '', candidate }: Answer): 0 | 1 {
  const isTold = (candidate === 'draft' || candidate === 'closed') && PUT_BEFORE_PEOPLE.includes(status)
  return isTold ? 0 : exitStatusOfOutcome(outcome)
}
