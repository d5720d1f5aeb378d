import { describe, expect, test } from 'vitest'
import { openEndpoint } from '../../../src/adapters/http/endpoint.ts'
import type { Asked, Given } from '../../support/churn-server.ts'
import { startServer } from '../../support/endpoints.ts'

const endpoint = openEndpoint(1000)

const post = (url: string, timeoutMs = 10_000) =>
  endpoint.call({ method: 'POST', url, body: '[1]', timeoutMs })
const serving = (given: Given) => startServer(async () => given)

test('the answer comes as it is, with its media type alone', async () => {
  const seen: Asked[] = []
  const url = await startServer(async asked => {
    seen.push(asked)
    return { status: 422, type: 'Application/JSON; charset=utf-8', body: '{"é": 1}' }
  })
  expect(await post(`${url}/predict?a=1`)).toEqual({
    is: 'answer',
    status: 422,
    contentType: 'application/json',
    text: '{"é": 1}',
  })
  expect(seen).toEqual([{ path: '/predict?a=1', method: 'POST', type: 'application/json', body: '[1]' }])
})

test('silence is over when the time is', async () => {
  expect(await post(await startServer(async () => undefined), 200)).toMatchObject({ why: 'timed-out' })
})

test('an answer that begins and does not end is over when the time is', async () => {
  const slow = async function* () {
    yield '['
    await new Promise(() => {})
  }
  expect(await post(await serving({ body: slow() }), 300)).toMatchObject({ why: 'timed-out' })
})

test('more than the limit is not read, and just the limit is', async () => {
  expect(await post(await serving({ body: 'x'.repeat(1001) }))).toMatchObject({ why: 'too-large' })
  expect(await post(await serving({ body: 'x'.repeat(1000) }))).toMatchObject({ is: 'answer' })
})

test('nobody there is told so', async () => {
  expect(await post('http://127.0.0.1:1/')).toMatchObject({ why: 'unreachable' })
  expect(await post('http://no-such-host.invalid/')).toMatchObject({ why: 'unreachable' })
})

describe('redirects', () => {
  const redirecting = (status: number, to: (path: string) => string) =>
    startServer(async ({ path, method, body }) =>
      path === '/there'
        ? { body: `${method} ${body}` }
        : { status, headers: { location: to(path) }, body: '' },
    )

  test.each([307, 308])('%i within the same host is followed, method and body kept', async status => {
    const url = await redirecting(status, () => '/there')
    expect(await post(`${url}/here`)).toMatchObject({ text: 'POST [1]' })
  })

  test.each([301, 302, 303])('%i, which makes a GET of it, is not followed', async status => {
    const url = await redirecting(status, () => '/there')
    expect(await post(`${url}/here`)).toMatchObject({ why: 'redirected' })
  })

  test('to another host or port is not followed', async () => {
    let asked = false
    const other = await startServer(async () => {
      asked = true
      return { body: '[]' }
    })
    expect(await post(await redirecting(307, () => `${other}/there`))).toMatchObject({ why: 'redirected' })
    expect(asked).toBe(false)
  })

  test('in a circle comes to an end', async () => {
    expect(await post(await redirecting(307, path => path))).toMatchObject({ why: 'redirected' })
  })
})

test.each([
  'ftp://127.0.0.1/',
  'file:///etc/passwd',
  'data:application/json,[]',
  '127.0.0.1:80',
  '',
  'http://a:b@127.0.0.1/',
])('an address like %j is refused without being repeated', async url => {
  await expect(post(url)).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.not.stringMatching(/passwd|a:b/),
  })
})

test('an interruption is an error', async () => {
  const controller = new AbortController()
  const url = await startServer(async () => {
    controller.abort()
    return undefined
  })
  const call = endpoint.call({ method: 'GET', url, timeoutMs: 10_000, signal: controller.signal })
  await expect(call).rejects.toMatchObject({ code: 'interrupted' })
})

describe('waiting for an endpoint', () => {
  const never = new Promise(() => {})

  test('ends when it answers well', async () => {
    let asked = 0
    const url = await startServer(async () => {
      asked += 1
      return { status: asked < 3 ? 503 : 200, body: '' }
    })
    expect(await endpoint.waitFor(url, 20_000, never)).toBe(true)
    expect(asked).toBe(3)
  })

  test('ends when there is no more use in it', async () => {
    const url = await serving({ status: 503, body: '' })
    expect(await endpoint.waitFor(url, 20_000, Promise.resolve())).toBe(false)
    expect(await endpoint.waitFor(url, 20_000, Promise.reject(new Error('it died')))).toBe(false)
  })

  test('ends when the time is over', async () => {
    expect(await endpoint.waitFor(await serving({ status: 503, body: '' }), 150, never)).toBe(false)
  })
})
