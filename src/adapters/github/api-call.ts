import { type Refusal, rateLimitWait } from './refusals.ts'

/**
 * How one call ended: `taken` with an answer that is wanted; `refused` by GitHub, as what is not there is; by a
 * `rate-limit`, the hour's calls being used up, or by a `secondary-limit`, for too much at once; `failed` on GitHub's
 * side; `unanswered`.
 */
export type CallOutcome = 'taken' | 'refused' | 'rate-limit' | 'secondary-limit' | 'failed' | 'unanswered'

/** One call of the API as it ended, repeats of it counted by themselves. */
export interface ApiCall {
  readonly outcome: CallOutcome
  /** What GitHub counts it under: `core`, `graphql`. */
  readonly resource?: string
  /** Calls that the token has left there, until the hour is over. */
  readonly remaining?: number
  /** Where a limit was met, how long GitHub asks to wait. */
  readonly waitMs?: number
}

/**
 * What is to be counted of a call.
 *
 * @param answer - Undefined where none came.
 * @param now - UTC, milliseconds.
 */
export function apiCallOf(answer: Refusal | undefined, now: number): ApiCall {
  if (answer === undefined) return { outcome: 'unanswered' }
  const resource = answer.headers['x-ratelimit-resource']
  const remaining = Number(answer.headers['x-ratelimit-remaining'])
  const isCounted = typeof resource === 'string' && Number.isInteger(remaining)
  const wait = rateLimitWait(answer, now)
  return {
    outcome: outcomeOf(answer, wait !== undefined),
    ...(isCounted && { resource, remaining }),
    ...(wait !== undefined && { waitMs: wait * 1000 }),
  }
}

function outcomeOf(answer: Refusal, isLimit: boolean): CallOutcome {
  if (answer.status < 400) return 'taken'
  if (answer.status >= 500) return 'failed'
  if (!isLimit) return 'refused'
  const isUsedUp = String(answer.headers['x-ratelimit-remaining']) === '0'
  return isUsedUp && answer.headers['retry-after'] === undefined ? 'rate-limit' : 'secondary-limit'
}
