import { ModelyardError } from '../../src/domain/errors/index.ts'
import type { Addresses } from '../settings.ts'

/** What GitHub gives out once of an App that was just made. */
export interface Credentials {
  readonly id: number
  readonly slug: string
  /** PEM. */
  readonly pem: string
  readonly webhookSecret: string
}

const TIMEOUT_MS = 30_000
const MOST_CHARACTERS = 100_000

/**
 * Gives a code of GitHub's for the secrets of the App that it was made for. GitHub takes it once, and for an hour.
 *
 * @returns Undefined where GitHub does not know the code, or no more.
 * @throws {ModelyardError} `remote-failed`, with nothing in it of what was answered: that may be the secrets.
 */
export async function takeCredentials(code: string, { apiUrl }: Addresses): Promise<Credentials | undefined> {
  const { status, text } = await answerOf(`${apiUrl}/app-manifests/${encodeURIComponent(code)}/conversions`)
  if (status === 404) return undefined
  const credentials = status === 201 ? credentialsIn(text) : undefined
  if (credentials !== undefined) return credentials
  throw failed(status === 201 ? 'GitHub answered with something else' : `GitHub answered with ${status}`)
}

/** Asked once: a second time there would be nothing. */
async function answerOf(url: string): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        accept: 'application/vnd.github+json',
        'user-agent': 'modelyard',
        'x-github-api-version': '2026-03-10',
      },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return { status: answer.status, text: await answer.text() }
  } catch {
    throw failed('GitHub could not be asked')
  }
}

/** As far as they can be written into a file, and are no less than what the App starts with. */
function credentialsIn(text: string): Credentials | undefined {
  if (text.length > MOST_CHARACTERS) return undefined
  const { id, slug, pem, webhook_secret: secret } = JSON.parse(text) as Readonly<Record<string, unknown>>
  const isWhole =
    typeof id === 'number' &&
    Number.isSafeInteger(id) &&
    typeof slug === 'string' &&
    /^[\w-]{1,100}$/.test(slug) &&
    typeof pem === 'string' &&
    /^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem) &&
    typeof secret === 'string' &&
    /^[\w-]{20,200}$/.test(secret)
  return isWhole ? { id, slug, pem, webhookSecret: secret } : undefined
}

function failed(message: string): ModelyardError {
  return new ModelyardError({
    code: 'remote-failed',
    message,
    next: "delete the App on GitHub, under the settings' developer settings, where there is one, and begin again",
  })
}
