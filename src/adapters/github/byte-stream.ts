import { ModelyardError } from '../../domain/errors/index.ts'

/** So long nothing may come. */
const IDLE_MS = 30_000

/**
 * The bytes that lie at an address, as they come. No redirect is followed, and what is sent along is given alone: the
 * address is another's, and gets no token of GitHub.
 *
 * @throws {ModelyardError} `bad-artifact` where nothing lies there; `remote-failed`, `timed-out`.
 */
export async function* bytesAt(
  fetch: typeof globalThis.fetch,
  address: string,
  headers: Readonly<Record<string, string>> = {},
  idleMs: number = IDLE_MS,
): AsyncGenerator<Uint8Array> {
  const idle = new AbortController()
  const timer = setTimeout(() => idle.abort(), idleMs)
  try {
    const response = await fetch(address, { headers, redirect: 'error', signal: idle.signal })
    if (!response.ok || response.body === null) throw failed(`${response.status}`)
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      timer.refresh()
      yield part
    }
  } catch (error) {
    if (error instanceof ModelyardError) throw error
    throw idle.signal.aborted ? timedOut() : failed(error instanceof Error ? error.name : 'no answer')
  } finally {
    clearTimeout(timer)
  }
}

// Not the address: it is a secret for as long as it is good.
function failed(why: string): ModelyardError {
  return new ModelyardError({
    code: 'remote-failed',
    message: `an artifact could not be read from where GitHub keeps it (${why})`,
    next: 'run the step again in a while',
  })
}

function timedOut(): ModelyardError {
  return new ModelyardError({
    code: 'timed-out',
    message: 'an artifact stopped coming from where GitHub keeps it',
    next: 'run the step again in a while',
  })
}
