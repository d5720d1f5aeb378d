import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { GitHubContext } from '../../src/adapters/github/context.ts'
import { NO_EVENT } from '../../src/adapters/github/event.ts'

export interface ServedCall {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}

export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Ends the connection instead: before a word of the answer, or in the middle of it. */
  readonly cut?: 'before' | 'within'
  /** Never answers. */
  readonly silent?: true
}

/**
 * A server that answers calls in turn, the last reply again and again; for how single answers are read. `slept` keeps
 * the waits that were asked for, none of which is waited.
 */
export async function startGitHub(...replies: Reply[]) {
  const calls: ServedCall[] = []
  const slept: number[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    const { method = '', url = '', headers } = request
    calls.push({ method, url, headers, body: text === '' ? undefined : JSON.parse(text) })
    answer(response, replies[Math.min(calls.length, replies.length) - 1] ?? {})
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const options = {
    sleep: async (ms: number) => {
      slept.push(ms)
    },
  }
  return { url, calls, slept, options, context: contextAt(url) }
}

export function contextAt(url: string, given: Partial<GitHubContext> = {}): GitHubContext {
  return {
    apiUrl: url,
    graphqlUrl: `${url}/graphql`,
    serverUrl: 'https://github.example',
    owner: 'acme',
    repository: 'models',
    token: 'ghs_canary0123456789',
    run: 4242,
    attempt: 1,
    workflow: '.github/workflows/pipeline.yml',
    sha: 'a'.repeat(40),
    event: NO_EVENT,
    ...given,
  }
}

function answer(
  response: ServerResponse,
  { status = 200, headers = {}, body = {}, cut, silent }: Reply,
): void {
  if (silent) return
  if (cut === 'before') {
    response.destroy()
    return
  }
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(text) }),
    ...headers,
  })
  if (cut === 'within') {
    response.write(text.slice(0, 1), () => response.destroy())
    return
  }
  response.end(status === 204 ? undefined : text)
}
