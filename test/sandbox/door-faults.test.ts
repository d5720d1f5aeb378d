import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Fault, serverError } from '../../sandbox/faults.ts'
import { lfsObjectsOf } from '../../sandbox/state/lfs-objects.ts'
import { addRun } from '../../sandbox/state/runs.ts'
import { STORAGE, storageUrl } from '../../sandbox/storage-door.ts'
import { openScene, type Scene } from '../support/sandbox.ts'

const BYTES = Buffer.from('a model of some length')
const OID = createHash('sha256').update(BYTES).digest('hex')
const TYPE = 'application/vnd.git-lfs+json'

async function upload({ sandbox, token }: Scene, repository: Scene['repository']) {
  const basic = Buffer.from(`x-access-token:${token.value}`).toString('base64')
  const batch = await fetch(`${sandbox.url}/acme/models.git/info/lfs/objects/batch`, {
    method: 'POST',
    headers: { accept: TYPE, 'content-type': TYPE, authorization: `Basic ${basic}` },
    body: JSON.stringify({ operation: 'upload', objects: [{ oid: OID, size: BYTES.length }] }),
  })
  if (!batch.ok) return { status: batch.status }
  const place = `${sandbox.url}/_lfs/${repository.id}/${OID}`
  return fetch(`${place}?sig=upload`, { method: 'PUT', body: new Uint8Array(BYTES) })
}

async function read(url: string) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(1000) })
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
  } catch (error) {
    return (error as Error).name
  }
}

describe('Git LFS', () => {
  test('a batch that fails does nothing, and is logged with its fault', async () => {
    const scene = await openScene({ contents: 'write' })
    scene.sandbox.faults.next('lfs/batch', serverError(503))
    expect((await upload(scene, scene.repository)).status).toBe(503)
    expect(scene.sandbox.log).toMatchObject([{ route: 'lfs/batch', status: 503, fault: 'status' }])
    expect((await upload(scene, scene.repository)).status).toBe(200)
  })

  test.for([
    ['before', false],
    ['after', true],
  ] as const)('an upload that fails %s its effect is kept: %s', async ([moment, isKept]) => {
    const scene = await openScene({ contents: 'write' })
    scene.sandbox.faults.next('lfs/upload', serverError(502, moment))
    expect((await upload(scene, scene.repository)).status).toBe(502)
    expect(lfsObjectsOf(scene.repository).has(OID)).toBe(isKept)
  })

  test('a download is cut off, silent, slow or stale', async () => {
    const { sandbox, repository } = await openScene({})
    const url = `${sandbox.url}/_lfs/${repository.id}/${OID}?sig=download`
    const next = (fault: Fault) => sandbox.faults.next('lfs/download', fault)
    next({ kind: 'stale' })
    lfsObjectsOf(repository).set(OID, BYTES)
    expect(await read(url)).toMatchObject({ status: 404 })
    expect(await read(url)).toEqual({ status: 200, bytes: BYTES })
    next({ kind: 'cut', moment: 'after' })
    expect(await read(url)).toBe('TypeError')
    next({ kind: 'cut', moment: 'before' })
    expect(await read(url)).toBe('TypeError')
    next({ kind: 'silence', moment: 'before' })
    expect(await read(url)).toBe('TimeoutError')
    let waited = 0
    next({ kind: 'slow', until: async () => void waited++ })
    expect(await read(url)).toEqual({ status: 200, bytes: BYTES })
    expect(waited).toBe(1)
  })
})

test('the store fails by its name, or at the call of a number', async () => {
  const { sandbox, repository } = await openScene({})
  const run = addRun(sandbox.world, repository, { headSha: 'a'.repeat(40), headBranch: 'main', actor: 'ada' })
  const artifact = { id: sandbox.world.nextId(), expired: false, name: 'made', zip: BYTES }
  run.artifacts.push(artifact)
  const url = storageUrl(sandbox.url, repository, artifact)
  sandbox.faults.next(STORAGE, serverError(500))
  sandbox.faults.next({ call: 2 }, { kind: 'cut', moment: 'after' })
  expect(await read(url)).toMatchObject({ status: 500 })
  expect(await read(url)).toBe('TypeError')
  expect(await read(url)).toEqual({ status: 200, bytes: BYTES })
})
