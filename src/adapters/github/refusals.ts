import { ModelyardError } from '../../domain/errors/index.ts'

/** An answer of GitHub's that is none of the wanted ones. */
export interface Refusal {
  readonly status: number
  /** GitHub's sentence, redacted. */
  readonly message: string
  readonly headers: Readonly<Record<string, string | number | undefined>>
}

/** Longer waits are not waited for: the step would stand still and say nothing. */
export const LONGEST_WAIT_SECONDS = 60
/** What GitHub's documentation says to wait where an answer does not. */
const USUAL_WAIT_SECONDS = 60

/**
 * How long GitHub asks to wait, where it refused because of a rate limit: by `retry-after`, by the reset of a limit
 * that is used up, otherwise a minute, as GitHub's documentation says of secondary limits.
 *
 * @param now - UTC, milliseconds; the answer's own date is taken where it has one.
 * @returns Seconds; undefined for any other refusal.
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function rateLimitWait({ status, message, headers }: Refusal, now: number): number | undefined {
  if (status !== 403 && status !== 429) return undefined
  const after = Number(headers['retry-after'])
  if (headers['retry-after'] !== undefined && after >= 0) return after
  if (String(headers['x-ratelimit-remaining']) === '0') {
    const date = Date.parse(String(headers.date))
    const reset = Number(headers['x-ratelimit-reset']) - (Number.isNaN(date) ? now : date) / 1000
    return Math.max(0, Math.ceil(Number.isNaN(reset) ? USUAL_WAIT_SECONDS : reset))
  }
  return status === 429 || /rate limit|abuse detection/i.test(message) ? USUAL_WAIT_SECONDS : undefined
}

/**
 * Waits of one call and its repeats, at least a second each.
 *
 * @param longestSeconds - More than that is not waited for, all of them together.
 * @returns From a refusal to milliseconds; undefined for any other refusal than a rate limit's. It throws `rateLimited`
 *   where they would be more.
 */
export function patience(
  now: () => number,
  longestSeconds: number = LONGEST_WAIT_SECONDS,
): (refusal: Refusal) => number | undefined {
  let waitedSeconds = 0
  return refusal => {
    const wait = rateLimitWait(refusal, now())
    if (wait === undefined) return undefined
    waitedSeconds += Math.max(1, wait)
    if (waitedSeconds > longestSeconds) throw rateLimited(wait, now())
    return Math.max(1, wait) * 1000
  }
}

export function rateLimited(seconds: number, now: number): ModelyardError {
  const at = new Date(now + seconds * 1000).toISOString().slice(0, 19)
  return new ModelyardError({
    code: 'rate-limited',
    message: `GitHub takes no more calls of this token before ${at}Z, in ${minutes(seconds)}`,
    next: 'run the step again then; nothing was half done',
    waitMs: seconds * 1000,
  })
}

function minutes(seconds: number): string {
  return seconds < 120 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} minutes`
}

/** Whether nobody may write there, whatever the token: GitHub says so with the status of a missing permission. */
export function isLocked({ status, message }: Refusal): boolean {
  return status === 403 && /\bis locked\b|\blocked (?:issue|conversation|pull request)\b/i.test(message)
}
