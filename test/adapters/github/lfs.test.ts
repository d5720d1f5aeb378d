import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { secondaryLimit } from '../../../sandbox/faults.ts'
import type { Granted } from '../../../sandbox/roles.ts'
import type { SandboxOptions } from '../../../sandbox/server.ts'
import { lfsObjectsOf } from '../../../sandbox/state/lfs-objects.ts'
import { openGitHubLfs } from '../../../src/adapters/github/lfs.ts'
import { contextAt, type Reply, startGitHub } from '../../support/github-server.ts'
import { openScene } from '../../support/sandbox.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const BYTES = Buffer.from('a model\0\xff')
const KNOWN = { sha256: createHash('sha256').update(BYTES).digest('hex'), bytes: BYTES.length }
const LFS = { is: 'lfs' } as const

async function scene(permissions: Granted = { contents: 'write' }, options: SandboxOptions = {}) {
  const opened = await openScene(permissions, options)
  const { sandbox, token } = opened
  const context = contextAt(sandbox.url, {
    token: token.value,
    serverUrl: sandbox.url,
    owner: 'acme',
    repository: 'models',
  })
  const path = join(await temporaryFolder(), 'given.onnx')
  await writeFile(path, BYTES)
  return { ...opened, path, lfs: openGitHubLfs(context, { sleep: async () => {} }) }
}

async function read(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

test('an object is sent once, verified, and got back', async () => {
  const { lfs, path, repository, sandbox } = await scene()
  expect(await lfs.store(path, KNOWN, LFS)).toBe('stored')
  expect(await lfs.store(path, KNOWN, LFS)).toBe('there')
  expect(await read(await lfs.open(LFS, KNOWN))).toEqual(BYTES)
  expect([...lfsObjectsOf(repository).keys()]).toEqual([KNOWN.sha256])
  expect(sandbox.log.map(({ route }) => route)).toEqual([
    'lfs/batch',
    'lfs/upload',
    'lfs/verify',
    'lfs/batch',
    'lfs/batch',
    'lfs/download',
  ])
})

test('an object that is not there is told from trouble', async () => {
  const { lfs } = await scene({ contents: 'read' })
  await expect(lfs.open(LFS, KNOWN)).rejects.toMatchObject({
    code: 'bad-artifact',
    next: expect.stringContaining('git lfs push'),
  })
})

test('a token that may not write is told so', async () => {
  const { lfs, path } = await scene({ contents: 'read' }, { tolerate: ['permission'] })
  await expect(lfs.store(path, KNOWN, LFS)).rejects.toMatchObject({
    code: 'missing-permission',
    next: expect.stringContaining('contents: write'),
  })
})

async function served(...replies: Reply[]) {
  const server = await startGitHub(...replies)
  const lfs = openGitHubLfs({ ...server.context, serverUrl: server.url }, server.options)
  return { ...server, lfs }
}

test('the token goes along with the batch alone', async () => {
  const store = await startGitHub({ body: 'bytes' })
  const actions = { download: { href: `${store.url}/object`, header: { 'x-own': 'yes' } } }
  const { lfs, calls, context } = await served({ body: { objects: [{ oid: KNOWN.sha256, actions }] } })
  // Only the repository's own host may be spoken to without TLS.
  await expect(lfs.open(LFS, KNOWN)).rejects.toMatchObject({ code: 'remote-failed' })
  expect(store.calls).toEqual([])
  const basic = Buffer.from(`x-access-token:${context.token}`).toString('base64')
  expect(calls[0]?.headers.authorization).toBe(`Basic ${basic}`)
})

test('a rate limit is waited for, and told where it is long', async () => {
  const { lfs, path, sandbox } = await scene()
  sandbox.faults.next('lfs/batch', secondaryLimit(1))
  expect(await lfs.store(path, KNOWN, LFS)).toBe('stored')
  sandbox.faults.next('lfs/batch', secondaryLimit(3600))
  await expect(lfs.open(LFS, KNOWN)).rejects.toMatchObject({
    code: 'rate-limited',
    message: expect.stringContaining('60 minutes'),
  })
})

test('an answer about another object is no answer', async () => {
  const { lfs } = await served({ body: { objects: [{ oid: 'b'.repeat(64) }] } })
  await expect(lfs.open(LFS, KNOWN)).rejects.toMatchObject({ code: 'remote-failed' })
})

test('what passes by itself is asked again, three times at most', async () => {
  const passing = await served(
    { status: 502 },
    { status: 429, body: {} },
    { body: { objects: [{ oid: KNOWN.sha256 }] } },
  )
  await expect(passing.lfs.store('', KNOWN, LFS)).resolves.toBe('there')
  const lasting = await served({ status: 500 })
  await expect(lasting.lfs.open(LFS, KNOWN)).rejects.toMatchObject({ code: 'remote-failed' })
  expect(lasting.calls).toHaveLength(3)
})
