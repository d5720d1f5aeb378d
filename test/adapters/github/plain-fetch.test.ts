import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { plainFetch } from '../../../src/adapters/github/plain-fetch.ts'

async function serving(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a packed answer is unpacked, and a text keeps its characters', async () => {
  const url = await serving((request, response) => {
    expect(request.headers['accept-encoding']).toBe('gzip')
    response.writeHead(200, { 'content-encoding': 'gzip', 'set-cookie': ['a=1', 'b=2'] })
    response.end(gzipSync('{"text":"größer ✓"}'))
  })
  const answer = await plainFetch(url)
  expect(await answer.text()).toBe('{"text":"größer ✓"}')
  expect(answer.headers.get('set-cookie')).toBe('a=1,b=2')
})

test('a text is sent with the length of its bytes', async () => {
  const url = await serving(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    response.end(`${request.method} ${request.headers['content-length']} ${Buffer.concat(parts)}`)
  })
  const answer = await plainFetch(url, { method: 'PATCH', body: 'größer' })
  expect(await answer.text()).toBe('PATCH 8 größer')
})

test('a repository that moved is found, and another host does not get the token', async () => {
  const heard: (string | undefined)[] = []
  const other = await serving((request, response) => {
    heard.push(request.headers.authorization)
    response.end('there')
  })
  const url = await serving((request, response) => {
    heard.push(request.headers.authorization)
    const location = { '/a': '/b', '/c': `${other}/d` }[request.url ?? '']
    response.writeHead(location === undefined ? 200 : 301, location === undefined ? {} : { location })
    response.end('here')
  })
  const headers = { authorization: 'token ghs_canary' }
  expect(await (await plainFetch(`${url}/a`, { headers })).text()).toBe('here')
  expect(await (await plainFetch(`${url}/c`, { headers })).text()).toBe('there')
  expect(heard).toEqual([...Array.from({ length: 5 }, () => 'token ghs_canary'), undefined])
  const shown = await plainFetch(`${url}/c`, { headers, redirect: 'manual' })
  expect([shown.status, shown.headers.get('location')]).toEqual([301, `${other}/d`])
})

test('a signal ends the wait for an answer, and for the rest of one', async () => {
  const url = await serving((request, response) => {
    if (request.url === '/within') response.write('{')
  })
  await expect(plainFetch(`${url}/before`, { signal: AbortSignal.timeout(50) })).rejects.toThrow()
  const within = await plainFetch(`${url}/within`, { signal: AbortSignal.timeout(50) })
  await expect(within.text()).rejects.toThrow()
})

test('what has no body leaves its connection for the next call', async () => {
  const ports = new Set<number | undefined>()
  const url = await serving((request, response) => {
    ports.add(request.socket.remotePort)
    response.writeHead(204).end()
  })
  for (let call = 0; call < 6; call += 1) expect((await plainFetch(url)).status).toBe(204)
  // The first may still be on its way back when the second begins.
  expect(ports.size).toBeLessThan(6)
})
