import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { isPublicAddress } from '../../../src/adapters/web/public-address.ts'
import { openWebFiles, type WebOptions } from '../../../src/adapters/web/public-file.ts'

// The sandbox of an address: a server on this machine stands for the public internet, so that 127.0.0.1 alone is let
// through beside what is public. Everything else that must be refused is refused by the product's own rule.

const BYTES = Buffer.from('a model')
const HTTP: WebOptions = {
  schemes: ['http:'],
  isAllowed: address => address === '127.0.0.1' || isPublicAddress(address),
  resolve: (_, then) => then(null, [{ address: '127.0.0.1', family: 4 }]),
}

async function serving(answer: RequestListener, address = '127.0.0.1') {
  const seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    seen.push(request)
    answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, address, resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { seen, port: (server.address() as AddressInfo).port }
}

const model: RequestListener = (_, response) => void response.end(BYTES)

async function bytesOf(url: string, options: WebOptions = HTTP, bytes = BYTES.length): Promise<Buffer> {
  const parts: Uint8Array[] = []
  const stream = await openWebFiles(options).open({ is: 'web', url }, { sha256: 'a'.repeat(64), bytes })
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

const refused = (message: string) => ({ code: 'bad-artifact', message: expect.stringContaining(message) })

test('a public address gives its bytes, and gets no token, cookie or referrer', async () => {
  const { seen, port } = await serving(model)
  expect(await bytesOf(`http://models.example:${port}/m`)).toEqual(BYTES)
  expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ])
})

test('threat 19: no address of this machine or its network is asked, however it is spelled', async () => {
  const { seen, port } = await serving(model)
  const spelled = [
    '127.0.0.1',
    '[::1]',
    '169.254.169.254',
    '[::ffff:127.0.0.1]',
    '2130706433',
    '0x7f.1',
    '10.0.0.1',
  ]
  for (const host of spelled) {
    const asked = bytesOf(`http://${host}:${port}/m`, { schemes: ['http:'] })
    await expect(asked, host).rejects.toMatchObject(refused('no address of the public internet'))
  }
  expect(seen).toEqual([])
})

test('threat 19: a name that leads to a private address is refused by the connection itself', async () => {
  const { seen, port } = await serving(model)
  const resolve: WebOptions['resolve'] = (_, then) => then(null, [{ address: '127.0.0.1', family: 4 }])
  const asked = bytesOf(`http://models.example:${port}/m`, { schemes: ['http:'], resolve })
  await expect(asked).rejects.toMatchObject(refused('127.0.0.1'))
  expect(seen).toEqual([])
})

test('threat 19: of several answers one that is private is enough', async () => {
  const { port } = await serving(model)
  const resolve: WebOptions['resolve'] = (_, then) =>
    then(null, [
      { address: '127.0.0.1', family: 4 },
      { address: '169.254.169.254', family: 4 },
    ])
  await expect(bytesOf(`http://models.example:${port}/m`, { ...HTTP, resolve })).rejects.toMatchObject(
    refused('169.254.169.254'),
  )
})

test.each(['http://[::1]:9/m', 'http://169.254.169.254/latest/meta-data', 'http://127.0.0.2:9/m'])(
  'threat 19: a redirect to %s is not followed',
  async location => {
    const { port } = await serving((_, response) => void response.writeHead(302, { location }).end())
    await expect(bytesOf(`http://models.example:${port}/m`)).rejects.toMatchObject(
      refused('no address of the public internet'),
    )
  },
)

test('threat 19: an answer of DNS that changes between two looks is judged by each connection', async () => {
  const { seen, port } = await serving(
    (_, response) => void response.writeHead(302, { location: '/again' }).end(),
  )
  const answers = ['127.0.0.1', '169.254.169.254']
  const looked: string[] = []
  const resolve: WebOptions['resolve'] = (host, then) => {
    looked.push(host)
    then(null, [{ address: answers[looked.length - 1] ?? '', family: 4 }])
  }
  await expect(bytesOf(`http://models.example:${port}/m`, { ...HTTP, resolve })).rejects.toMatchObject(
    refused('169.254.169.254'),
  )
  // One look for each connection: what was judged is what is connected to.
  expect([looked.length, seen.length]).toEqual([2, 1])
})

test('a redirect to another public host is followed, without anything of ours', async () => {
  const { seen, port } = await serving((request, response) => {
    if (request.url === '/m') response.writeHead(307, { location: `http://cdn.example:${port}/real` }).end()
    else response.end(BYTES)
  })
  expect(await bytesOf(`http://models.example:${port}/m`)).toEqual(BYTES)
  expect(seen.map(({ headers }) => headers.host)).toEqual([`models.example:${port}`, `cdn.example:${port}`])
})

test.each([
  'http://models.example/m',
  'ftp://models.example/m',
  'file:///etc/passwd',
  'https://u:p@models.example/m',
])('only https is spoken: %s is refused before anything is looked up', async url => {
  const resolve = () => expect.fail('it was looked up')
  await expect(bytesOf(url, { resolve })).rejects.toMatchObject({ code: 'bad-artifact' })
})

test('it is not sent round in a circle', async () => {
  const { seen, port } = await serving(
    (_, response) => void response.writeHead(302, { location: '/m' }).end(),
  )
  await expect(bytesOf(`http://models.example:${port}/m`)).rejects.toMatchObject(refused('from one address'))
  expect(seen.length).toBe(6)
})

test('a file that says another length is refused before it is read', async () => {
  const { port } = await serving(model)
  await expect(bytesOf(`http://models.example:${port}/m`, HTTP, 3)).rejects.toMatchObject({
    code: 'digest-mismatch',
  })
})

test('whoever stops sending is not waited for', async () => {
  const { port } = await serving((_, response) => void response.writeHead(200).write('a'))
  const asked = bytesOf(`http://models.example:${port}/m`, { ...HTTP, totalMs: 200 })
  await expect(asked).rejects.toMatchObject({ code: 'timed-out' })
  const silent = await serving(() => {})
  const quiet = bytesOf(`http://models.example:${silent.port}/m`, { ...HTTP, idleMs: 100 })
  await expect(quiet).rejects.toMatchObject({ code: 'timed-out' })
})

test.each([
  [404, 'bad-artifact'],
  [403, 'bad-artifact'],
  [503, 'remote-failed'],
])('an answer of %i is %s', async (status, code) => {
  const { port } = await serving((_, response) => void response.writeHead(status).end())
  await expect(bytesOf(`http://models.example:${port}/m`)).rejects.toMatchObject({ code })
})

test.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1::1', true],
  ['100.64.0.1', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.0.1', false],
  ['198.19.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['0.0.0.0', false],
  ['::', false],
  ['::1', false],
  ['fe80::1', false],
  ['fe80::1%eth0', false],
  ['fd00::1', false],
  ['::ffff:93.184.216.34', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['models.example', false],
])('%s is an address of the public internet: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected)
})
