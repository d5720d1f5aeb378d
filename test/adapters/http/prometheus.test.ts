import { createServer, type IncomingHttpHeaders } from 'node:http'
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

test('what is pushed is put at its address as text, with a token of its own and not that of the server', async () => {
  const requests: {
    method?: string | undefined
    url?: string | undefined
    headers: IncomingHttpHeaders
    body: string
  }[] = []
  const made = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString('utf8')
    requests.push({ method: request.method, url: request.url, headers: request.headers, body })
    response.end()
  })
  await new Promise<void>(resolve => made.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void made.close())
  const url = `http://127.0.0.1:${(made.address() as AddressInfo).port}/metrics/job/modelyard/model/churn`
  const sent = await openPrometheus('secret', 'other').push(url, 'a 1\n', { timeoutMs: 5000 })
  expect(sent).toMatchObject({ is: 'answer', status: 200 })
  expect(requests).toMatchObject([
    {
      method: 'PUT',
      url: '/metrics/job/modelyard/model/churn',
      body: 'a 1\n',
      headers: { authorization: 'Bearer other', 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
    },
  ])
  await openPrometheus('secret').push(url, 'a 1\n', { timeoutMs: 5000 })
  expect(requests[1]?.headers.authorization).toBeUndefined()
})

test('a Pushgateway that does not answer is given up in time, and gets no token as plain text', async () => {
  const made = createServer(() => {})
  await new Promise<void>(resolve => made.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    made.closeAllConnections()
    made.close()
  })
  const url = `http://127.0.0.1:${(made.address() as AddressInfo).port}/metrics/job/a`
  const reply = await openPrometheus(undefined).push(url, 'a 1\n', { timeoutMs: 200 })
  expect(reply).toMatchObject({ is: 'nothing', why: 'timed-out' })
  const refused = openPrometheus(undefined, 'secret').push('http://gate.example/metrics', '', {
    timeoutMs: 200,
  })
  await expect(refused).rejects.toMatchObject({ code: 'bad-input' })
  await expect(refused).rejects.not.toThrow(/secret/)
})
