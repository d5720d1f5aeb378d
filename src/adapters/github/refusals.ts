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
    return Math.max(0, Math.ceil(Number.isNaN(reset) ? LONGEST_WAIT_SECONDS : reset))
  }
  return status === 429 || /rate limit|abuse detection/i.test(message) ? LONGEST_WAIT_SECONDS : undefined
}

export function rateLimited(seconds: number, now: number): ModelyardError {
  const at = new Date(now + seconds * 1000).toISOString().slice(0, 19)
  return new ModelyardError({
    code: 'rate-limited',
    message: `GitHub takes no more calls of this token before ${at}Z, in ${minutes(seconds)}`,
    next: 'run the step again then; nothing was half done',
  })
}

function minutes(seconds: number): string {
  return seconds < 120 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} minutes`
}

/** Whether nobody may write there, whatever the token: GitHub says so with the status of a missing permission. */
export function isLocked({ status, message }: Refusal): boolean {
  return status === 403 && /\bis locked\b|\blocked (?:issue|conversation|pull request)\b/i.test(message)
}

/**
 * What a token may not do, with the line that grants it.
 *
 * @param wanted - The permission that fits what is written to, e.g. `pull-requests`, where GitHub accepts several.
 */
export function missingPermission({ message, headers }: Refusal, wanted: string): ModelyardError {
  if (/not permitted to create or approve pull requests/i.test(message)) {
    return new ModelyardError({
      code: 'missing-permission',
      message: 'the settings of the repository do not let Actions open pull requests',
      next: 'tick "Allow GitHub Actions to create and approve pull requests" in Settings → Actions → General → Workflow permissions; where it is greyed out, the organisation has the same setting',
    })
  }
  const lines = acceptedPermissions(headers['x-accepted-github-permissions'], wanted)
  return new ModelyardError({
    code: 'missing-permission',
    message: `the token may not do this (${message}): it lacks ${lines.join(' and ')}`,
    next: `grant it in the job of the workflow: permissions: { ${lines.join(', ')} }`,
  })
}

/**
 * The lines of `permissions:` that an endpoint asks for. GitHub separates alternatives by `;` and what is needed
 * together by `,`: `issues=write; pull_requests=write`.
 */
function acceptedPermissions(header: string | number | undefined, wanted: string): string[] {
  const alternatives = String(header ?? '')
    .split(';')
    .map(alternative =>
      alternative.split(',').flatMap(permission => {
        const [, name, level] = /^\s*([a-z_]+)=(read|write|admin)\s*$/.exec(permission) ?? []
        // A workflow's token has that one always.
        return name === undefined || name === 'metadata' ? [] : [`${name.replaceAll('_', '-')}: ${level}`]
      }),
    )
    .filter(lines => lines.length > 0)
  return (
    alternatives.find(lines => lines.some(line => line.startsWith(`${wanted}:`))) ??
    alternatives[0] ?? [`${wanted}: write`]
  )
}
