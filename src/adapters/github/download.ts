import { ModelyardError } from '../../domain/errors/index.ts'

/**
 * What lies at the address that GitHub sent to, which is another's: without the token, and not a byte more than wanted.
 *
 * @returns Undefined where it is larger.
 * @throws {ModelyardError} `remote-failed` where the store cannot be asked, or sends somewhere else.
 */
export async function download(
  fetch: typeof globalThis.fetch,
  location: string,
  mostBytes: number,
  timeoutMs: number,
): Promise<Uint8Array | undefined> {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(location, { redirect: 'error', signal })
    if (!response.ok || response.body === null) throw new Error(`${response.status}`)
    const parts: Uint8Array[] = []
    let bytes = 0
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += part.length
      // What a list says of its size is no promise.
      if (bytes > mostBytes) return undefined
      parts.push(part)
    }
    return Buffer.concat(parts)
  } catch (error) {
    // The address is a secret for as long as it is good.
    throw new ModelyardError({
      code: 'remote-failed',
      message: `an artifact could not be read (${error instanceof Error ? error.name : 'no answer'})`,
      next: 'run the step again in a while',
    })
  }
}
