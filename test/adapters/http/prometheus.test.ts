import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openPrometheus } from '../../../src/adapters/http/prometheus.ts'

/** A server that keeps what it was sent as authorization. */
async function server(
  location?: string,
): Promise<{ readonly url: string; readonly seen: (string | undefined)[] }> {
  const seen: (string | undefined)[] = []
  const made = createServer((request, response) => {
    seen.push(request.headers.authorization)
    response.writeHead(location === undefined ? 200 : 307, location === undefined ? {} : { location })
    response.end('{}')
  })
  await new Promise<void>(resolve => made.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void made.close())
  return { url: `http://127.0.0.1:${(made.address() as AddressInfo).port}`, seen }
}

const ask = (token: string | undefined, url: string) => openPrometheus(token).ask(url, { timeoutMs: 5000 })

test('the token goes to the server that was named, and nowhere else', async () => {
  const there = await server()
  expect(await ask('secret', there.url)).toMatchObject({ is: 'answer', text: '{}' })
  expect(there.seen).toEqual(['Bearer secret'])
  const sending = await server(there.url)
  expect(await ask('secret', sending.url)).toMatchObject({ is: 'nothing', why: 'redirected' })
  expect(there.seen).toHaveLength(1)
})

test('without a token nothing is sent', async () => {
  const there = await server()
  await ask(undefined, there.url)
  await ask('', there.url)
  expect(there.seen).toEqual([undefined, undefined])
})

test('a token never goes over a network as plain text', async () => {
  const refused = ask('secret', 'http://prometheus.example:9090/api/v1/query')
  await expect(refused).rejects.toMatchObject({ code: 'bad-input' })
  await expect(refused).rejects.not.toThrow(/secret/)
  await expect(ask('secret', 'http://127.0.0.1.example/')).rejects.toMatchObject({ code: 'bad-input' })
})
