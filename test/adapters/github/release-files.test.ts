import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Granted } from '../../../sandbox/roles.ts'
import type { SandboxOptions } from '../../../sandbox/server.ts'
import { addAsset, addRelease, releaseSettingsOf, releasesOf } from '../../../sandbox/state/releases.ts'
import { openGitHubReleases } from '../../../src/adapters/github/release-files.ts'
import { contextAt } from '../../support/github-server.ts'
import { openScene } from '../../support/sandbox.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const BYTES = Buffer.from('a model\0\xff')
const KNOWN = { sha256: createHash('sha256').update(BYTES).digest('hex'), bytes: BYTES.length }
const AT = { is: 'release', tag: 'churn/v4', name: 'model.onnx' } as const

async function scene(permissions: Granted = { contents: 'write' }, options: SandboxOptions = {}) {
  const opened = await openScene(permissions, options)
  const { sandbox, repository, token } = opened
  const context = contextAt(sandbox.url, { token: token.value, owner: 'acme', repository: 'models' })
  const path = join(await temporaryFolder(), 'given.onnx')
  await writeFile(path, BYTES)
  const files = openGitHubReleases(context, { sleep: async () => {} })
  const release = (bytes: Uint8Array = BYTES, facts = {}) => {
    const made = addRelease(sandbox.world, repository, { tag: AT.tag, author: 'ada', ...facts })
    addAsset(sandbox.world, made, { name: AT.name, bytes, uploader: 'ada' })
    return made
  }
  const only = () => {
    const [first, ...others] = releasesOf(repository)
    expect(others).toEqual([])
    return first
  }
  return { ...opened, files, path, release, only }
}

async function read(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

test('a file comes from the release of its tag, by a token that may read', async () => {
  const { files, release, sandbox, token } = await scene({ contents: 'read' })
  release()
  expect(await read(await files.open(AT, KNOWN))).toEqual(BYTES)
  expect(sandbox.unusedPermissions(token)).toEqual([])
})

test('other bytes are refused before one of them is read', async () => {
  const { files, release, sandbox } = await scene({ contents: 'read' })
  release(Buffer.from('other'))
  await expect(files.open(AT, KNOWN)).rejects.toMatchObject({ code: 'digest-mismatch' })
  expect(sandbox.log.map(({ operationId }) => operationId)).toEqual(['repos/get-release-by-tag'])
})

test.each([
  ['no release', () => {}],
  ['a draft', (made: Awaited<ReturnType<typeof scene>>) => void made.release(BYTES, { draft: true })],
])('%s holds nothing that a reader finds', async (_, arrange) => {
  const made = await scene({ contents: 'read' })
  arrange(made)
  await expect(made.files.open(AT, KNOWN)).rejects.toMatchObject({ code: 'bad-artifact' })
})

test('a release that is not there is made as a draft, filled, and published', async () => {
  const { files, path, repository, only, sandbox } = await scene()
  releaseSettingsOf(repository).immutable = true
  expect(await files.store(path, KNOWN, AT)).toBe('stored')
  expect(only()).toMatchObject({ tag: AT.tag, draft: false, immutable: true, assets: [{ name: AT.name }] })
  expect(await files.store(path, KNOWN, AT)).toBe('there')
  expect(sandbox.log.filter(({ method }) => method !== 'GET').map(({ operationId }) => operationId)).toEqual([
    'repos/create-release',
    'repos/upload-release-asset',
    'repos/update-release',
  ])
})

test('the same bytes are left, and others under the name refused', async () => {
  const { files, path, release, only } = await scene()
  release(Buffer.from('other'))
  await expect(files.store(path, KNOWN, AT)).rejects.toMatchObject({ code: 'digest-mismatch' })
  expect(only()?.assets[0]?.bytes).toEqual(Buffer.from('other'))
})

test('an upload that broke off is taken away and made again', async () => {
  const { files, path, sandbox, repository, only } = await scene()
  const draft = addRelease(sandbox.world, repository, { tag: AT.tag, author: 'ada', draft: true })
  addAsset(sandbox.world, draft, { name: AT.name, bytes: Buffer.alloc(0), uploader: 'ada', state: 'starter' })
  expect(await files.store(path, KNOWN, AT)).toBe('stored')
  expect(only()).toMatchObject({ draft: false, assets: [{ state: 'uploaded', sha256: KNOWN.sha256 }] })
})

const CALLS = ['repos/create-release', 'repos/upload-release-asset', 'repos/update-release']

test.each(CALLS)('a connection cut after %s took effect: one release, one file', async operation => {
  const { files, path, sandbox, only } = await scene()
  sandbox.faults.next(operation, { kind: 'cut', moment: 'after' })
  expect(await files.store(path, KNOWN, AT)).toBe('stored')
  expect(only()).toMatchObject({ draft: false, assets: [{ sha256: KNOWN.sha256 }] })
})

test.each(CALLS)('after a crash at %s a repeat goes on with what is there', async operation => {
  const { files, path, sandbox, only } = await scene()
  const status = { kind: 'status', status: 422, message: 'no', moment: 'before' } as const
  sandbox.faults.next(operation, status, 4)
  await files.store(path, KNOWN, AT).catch(() => {})
  while (sandbox.faults.unmet().length > 0) await files.store(path, KNOWN, AT).catch(() => {})
  await files.store(path, KNOWN, AT)
  expect(only()).toMatchObject({ draft: false, assets: [{ sha256: KNOWN.sha256 }] })
})

test('a token that may only read is told what it lacks', async () => {
  const { files, path } = await scene({ contents: 'read' }, { tolerate: ['permission'] })
  await expect(files.store(path, KNOWN, AT)).rejects.toMatchObject({ code: 'missing-permission' })
})

test('the token goes to no host that an answer names', async () => {
  const { path } = await scene()
  const { startGitHub } = await import('../../support/github-server.ts')
  const seen = await startGitHub({ status: 500 })
  const release = {
    id: 7,
    draft: false,
    upload_url: 'https://evil.example/assets{?name,label}',
    assets: [],
  }
  const server = await startGitHub({ body: release })
  const files = openGitHubReleases(server.context, server.options)
  await expect(files.store(path, KNOWN, AT)).rejects.toMatchObject({
    code: 'remote-failed',
    message: expect.stringContaining('another host'),
  })
  expect(seen.calls).toEqual([])
})
