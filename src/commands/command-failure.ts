import { ModelyardError } from '../domain/errors/index.ts'
import type { CommandEnd, Limits } from '../ports.ts'

/** What a command of model.yaml that measures may take where nobody says otherwise. */
export const USUAL_LIMITS: Limits = { seconds: 3600, bytes: 4 * 2 ** 30 }
/** Of what the command said, in an error. */
const TAIL_LINES = 12
/** The shell's own answer where there is no such program. */
const NOT_FOUND = 127

/** A command as errors speak of it. */
export interface NamedCommand {
  /** E.g. `` `predict` ``. */
  readonly named: string
  /** What it finds in its environment. */
  readonly variables: readonly string[]
}

/** Why a command did not end well: `timed-out`, or `not-runnable` where it failed or was killed. */
export function failureOf(
  end: CommandEnd,
  { seconds, bytes = Number.POSITIVE_INFINITY }: Limits,
  { named, variables }: NamedCommand,
): ModelyardError | undefined {
  const { status, signal, exceeded } = end
  if (exceeded === 'time') {
    return new ModelyardError({
      code: 'timed-out',
      message: `${named} was not done within ${seconds} s${lastWords(end)}`,
      next: 'make it faster, or evaluate on fewer rows',
    })
  }
  if (exceeded === undefined && status === 0) return undefined
  const how =
    exceeded === 'memory'
      ? `took more than ${(bytes / 2 ** 30).toFixed(1)} GiB of memory`
      : status === undefined
        ? `was ended by ${signal ?? 'a signal'}`
        : `ended with status ${status}`
  return new ModelyardError({
    code: 'not-runnable',
    message: `${named} ${how}${lastWords(end)}`,
    next:
      status === NOT_FOUND
        ? 'the shell found no such program: install it, or correct the command in model.yaml'
        : `run the command of model.yaml yourself, with ${variables.slice(0, -1).join(', ')} and ${variables.at(-1)} set`,
  })
}

/** The end of what a command said, in lines of their own. */
export function lastWords({ tail }: CommandEnd): string {
  const lines = tail.trimEnd().split('\n').slice(-TAIL_LINES)
  return tail.trim() === '' ? ', and said nothing' : `; it said last:\n${lines.join('\n')}`
}
