import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A stand-in for the runner's cache service, with its store of blobs. */
export interface CacheService {
  /** What a step finds in its environment. */
  readonly env: Readonly<Record<string, string>>
  /** Calls of the service by name, and of the store by method. */
  readonly calls: readonly string[]
  /** Of each call, whether it came with a token. */
  readonly authorized: readonly boolean[]
  /** Puts bytes into the store that no client of ours made. */
  plant(key: string, version: string, bytes: Buffer): void
  /** From now on nothing is answered. */
  fail(): void
}

export async function cacheService(): Promise<CacheService> {
  const entries = new Map<string, string>()
  const blobs = new Map<string, Buffer>()
  const calls: string[] = []
  const authorized: boolean[] = []
  const pathOf = (id: string) => `/store/cache/${Buffer.from(id).toString('hex')}`
  let isDown = false
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const { origin, pathname } = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`)
    authorized.push(request.headers.authorization !== undefined)
    if (isDown) return void response.writeHead(503).end()
    if (pathname.startsWith('/store/')) {
      calls.push(request.method ?? '')
      if (request.method === 'PUT') {
        blobs.set(pathname, body)
        response.writeHead(201)
      }
      response.end(request.method === 'PUT' ? '' : blobs.get(pathname))
      return
    }
    const method = pathname.split('/').at(-1) ?? ''
    calls.push(method)
    const asked = JSON.parse(body.toString()) as { key: string; version: string }
    const id = `${asked.key}/${asked.version}`
    const url = `${origin}${pathOf(id)}`
    const answers: Record<string, () => object> = {
      CreateCacheEntry: () => ({ ok: !entries.has(id), signed_upload_url: url }),
      FinalizeCacheEntryUpload: () => {
        entries.set(id, url)
        return { ok: true, entry_id: '1' }
      },
      GetCacheEntryDownloadURL: () =>
        entries.has(id) ? { ok: true, signed_download_url: url, matched_key: asked.key } : { ok: false },
    }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[method]?.() ?? {}))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    calls,
    authorized,
    plant(key, version, bytes) {
      const id = `${key}/${version}`
      entries.set(id, `http://127.0.0.1:${port}${pathOf(id)}`)
      blobs.set(pathOf(id), bytes)
    },
    fail() {
      isDown = true
    },
    env: {
      ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/`,
      ACTIONS_RUNTIME_TOKEN: 'a-token-of-the-run',
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
