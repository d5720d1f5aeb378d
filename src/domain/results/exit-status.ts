import { exitStatusOfOutcome } from '../errors/index.ts'
import type { Result } from './index.ts'

/** What of a retraining's candidate was put before people, though its gates did not pass. */
const PUT_BEFORE_PEOPLE: readonly string[] = ['proposed', 'unchanged', 'left']

/**
 * Exit status of a command that answered. That the gates of a retraining's candidate did not pass is told by its pull request, a
 * draft or closed: a schedule that turned red each time would tell nobody anything more.
 */
export function exitStatusOfResult(result: Result): 0 | 1 {
  if (
    result.kind === 'registration' &&
    (result.candidate === 'draft' || result.candidate === 'closed') &&
    PUT_BEFORE_PEOPLE.includes(result.status)
  )
    return 0
  return exitStatusOfOutcome('outcome' in result ? result.outcome : undefined)
}
