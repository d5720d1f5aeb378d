import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { lfsObjectsOf } from '../../sandbox/state/lfs-objects.ts'
import type { Token } from '../../sandbox/world.ts'
import { openScene, type Scene } from '../support/sandbox.ts'

const BYTES = Buffer.from('a model\0\xff')
const OID = createHash('sha256').update(BYTES).digest('hex')
const OBJECT = { oid: OID, size: BYTES.length }
const JSON_TYPE = 'application/vnd.git-lfs+json'

interface Action {
  readonly href: string
  readonly header: Record<string, string>
}

interface Answered {
  readonly actions?: Record<string, Action>
  readonly error?: { readonly code: number }
}

/** The only object that an answer is about, with its actions. */
function only(answer: { readonly body: { readonly objects: readonly Answered[] } }) {
  const [object] = answer.body.objects
  const action = (name: string): Action => object?.actions?.[name] ?? { href: '', header: {} }
  return { ...object, action }
}

async function batch(
  { sandbox }: Scene,
  token: Token | undefined,
  operation: string,
  objects: readonly object[],
) {
  const authorization = token && `Basic ${Buffer.from(`x-access-token:${token.value}`).toString('base64')}`
  const response = await fetch(`${sandbox.url}/acme/models.git/info/lfs/objects/batch`, {
    method: 'POST',
    headers: { accept: JSON_TYPE, 'content-type': JSON_TYPE, ...(authorization && { authorization }) },
    body: JSON.stringify({ operation, transfers: ['basic'], objects, hash_algo: 'sha256' }),
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as { objects: Answered[] },
  }
}

async function follow(action: Action, method: string, body?: Buffer | string) {
  const init = { method, headers: action.header, ...(body && { body: new Uint8Array(Buffer.from(body)) }) }
  return fetch(action.href, init)
}

test('an object is sent, verified, and got back by its id', async () => {
  const scene = await openScene({ contents: 'write' })
  const { token, repository, sandbox } = scene
  const sent = await batch(scene, token, 'upload', [OBJECT])
  expect([sent.status, sent.headers.get('content-type')]).toEqual([200, JSON_TYPE])
  const { action } = only(sent)
  expect((await follow(action('verify'), 'POST', JSON.stringify(OBJECT))).status).toBe(404)
  expect((await follow(action('upload'), 'PUT', BYTES)).status).toBe(200)
  expect((await follow(action('verify'), 'POST', JSON.stringify(OBJECT))).status).toBe(200)
  const again = only(await batch(scene, token, 'upload', [OBJECT]))
  expect(again.actions).toBeUndefined()
  const got = only(await batch(scene, token, 'download', [OBJECT]))
  const answer = await follow(got.action('download'), 'GET')
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(BYTES)
  expect([...lfsObjectsOf(repository).keys()]).toEqual([OID])
  expect(sandbox.usedPermissions(token)).toEqual([
    { name: 'contents', level: 'write' },
    { name: 'contents', level: 'read' },
  ])
})

test('the store takes no bytes of another id, and no token of GitHub', async () => {
  const scene = await openScene({ contents: 'write' })
  const { action } = only(await batch(scene, scene.token, 'upload', [OBJECT]))
  expect((await follow(action('upload'), 'PUT', 'other')).status).toBe(400)
  const withToken = { ...action('upload'), header: { authorization: `token ${scene.token.value}` } }
  expect((await follow(withToken, 'PUT', BYTES)).status).toBe(400)
  expect(lfsObjectsOf(scene.repository).size).toBe(0)
})

test('each object has its own error, beside those that are there', async () => {
  const scene = await openScene({ contents: 'read' })
  lfsObjectsOf(scene.repository).set(OID, BYTES)
  const objects = [
    OBJECT,
    { oid: 'a'.repeat(64), size: 1 },
    { oid: 'nonsense', size: 1 },
    { ...OBJECT, size: 1 },
  ]
  const { status, body } = await batch(scene, scene.token, 'download', objects)
  const codes = body.objects.map(one => one.error?.code)
  expect([status, codes]).toEqual([200, [undefined, 404, 422, 404]])
})

test('an object of more than 2 GiB is refused', async () => {
  const scene = await openScene({ contents: 'write' })
  const { body } = await batch(scene, scene.token, 'upload', [{ oid: OID, size: 3 * 2 ** 30 }])
  expect(body.objects[0]?.error?.code).toBe(422)
})

test('without a token it asks for one; a reader may not send', async () => {
  const scene = await openScene({ contents: 'read' }, { tolerate: ['permission'] })
  const nobody = await batch(scene, undefined, 'download', [OBJECT])
  expect([nobody.status, nobody.headers.get('lfs-authenticate')]).toEqual([401, 'Basic realm="GitHub"'])
  expect((await batch(scene, scene.token, 'upload', [OBJECT])).status).toBe(403)
})
