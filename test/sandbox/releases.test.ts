import { createHash } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { expect, test } from 'vitest'
import { addAsset, addRelease, releaseSettingsOf } from '../../sandbox/state/releases.ts'
import { clientOf, openScene, type Scene } from '../support/sandbox.ts'

const RELEASES = '/repos/{owner}/{repo}/releases'
const ASSET = `${RELEASES}/assets/{asset_id}` as const
const BYTES = Buffer.from([0, 255, 128, 7])

async function scene() {
  const opened = await openScene({ contents: 'write' })
  const { data: release } = await opened.octokit.request(`POST ${RELEASES}`, {
    ...opened.place,
    tag_name: 'v4',
  })
  const upload = (name: string, bytes: Buffer = BYTES) => uploaded(opened, release.upload_url, name, bytes)
  return { ...opened, release, upload }
}

interface Uploaded {
  readonly id: number
  readonly name: string
  readonly size: number
  readonly state: string
  readonly digest: string
}

async function uploaded({ token }: Scene, address: string, name: string, bytes: Buffer) {
  const url = `${address.replace(/\{.*$/, '')}?name=${encodeURIComponent(name)}`
  const headers = {
    authorization: `token ${token.value}`,
    'content-type': 'application/octet-stream',
    'user-agent': 'tests',
    'x-github-api-version': '2026-03-10',
  }
  const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(bytes) })
  return { status: response.status, body: (await response.json()) as Uploaded }
}

test('a release is found by its tag, as the latest, and in the list, newest first', async () => {
  const { octokit, place, release } = await scene()
  await octokit.request(`POST ${RELEASES}`, { ...place, tag_name: 'v5', prerelease: true })
  const byTag = await octokit.request(`GET ${RELEASES}/tags/{tag}`, { ...place, tag: 'v4' })
  expect(byTag.data).toMatchObject({ id: release.id, draft: false, immutable: false, assets: [] })
  expect((await octokit.request(`GET ${RELEASES}/latest`, place)).data.tag_name).toBe('v4')
  const { data } = await octokit.request(`GET ${RELEASES}`, place)
  expect(data.map(({ tag_name }) => tag_name)).toEqual(['v5', 'v4'])
  await expect(octokit.request(`POST ${RELEASES}`, { ...place, tag_name: 'v4' })).rejects.toMatchObject({
    status: 422,
    response: { data: { errors: [{ code: 'already_exists', field: 'tag_name' }] } },
  })
})

test('what was uploaded comes back byte for byte from elsewhere, without the token', async () => {
  const { octokit, place, upload, token, sandbox } = await scene()
  const { status, body } = await upload('model.onnx')
  expect([status, body.size, body.state]).toEqual([201, 4, 'uploaded'])
  expect(body.digest).toBe(`sha256:${createHash('sha256').update(BYTES).digest('hex')}`)
  const asked = await octokit.request(`GET ${ASSET}`, {
    ...place,
    asset_id: body.id,
    headers: { accept: 'application/octet-stream' },
    request: { redirect: 'manual' },
  })
  expect(asked.status).toBe(302)
  const location = String(asked.headers.location)
  expect(Buffer.from(await (await fetch(location)).arrayBuffer())).toEqual(BYTES)
  expect((await fetch(location, { headers: { authorization: `token ${token.value}` } })).status).toBe(400)
  expect((await octokit.request(`GET ${ASSET}`, { ...place, asset_id: body.id })).data.name).toBe(
    'model.onnx',
  )
  expect(sandbox.usedPermissions(token)).toContainEqual({ name: 'contents', level: 'write' })
})

test('of one name there is one asset, and a deleted one makes room for another', async () => {
  const { octokit, place, upload, release } = await scene()
  const first = await upload('model.onnx')
  expect(await upload('model.onnx', Buffer.from('other'))).toMatchObject({
    status: 422,
    body: { errors: [{ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }] },
  })
  await octokit.request(`DELETE ${ASSET}`, { ...place, asset_id: first.body.id })
  expect((await upload('model.onnx')).status).toBe(201)
  const { data } = await octokit.request(`GET ${RELEASES}/{release_id}/assets`, {
    ...place,
    release_id: release.id,
  })
  expect(data.map(({ name }) => name)).toEqual(['model.onnx'])
})

test('names are spelled as GitHub spells them, and empty files refused', async () => {
  const { upload } = await scene()
  expect((await upload('my model (4).onnx')).body.name).toBe('my.model.4.onnx')
  expect((await upload('empty', Buffer.alloc(0))).status).toBe(422)
})

test('an asset of 2 GiB is refused before a byte of it is read', async () => {
  const { release, token } = await scene()
  const address = `${release.upload_url.replace(/\{.*$/, '')}?name=huge.bin`
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const call = httpRequest(address, {
      method: 'POST',
      headers: {
        authorization: `token ${token.value}`,
        'content-length': String(2 * 2 ** 30),
        'content-type': 'application/octet-stream',
        'user-agent': 'tests',
        'x-github-api-version': '2026-03-10',
      },
    })
    call.on('response', response => {
      resolve(response.statusCode)
      call.destroy()
    })
    call.on('error', reject)
    call.flushHeaders()
  })
  expect(status).toBe(422)
})

test('a draft has no tag of its own, is unseen by readers, and takes assets until it is published', async () => {
  const { octokit, place, sandbox } = await scene()
  const { data: draft } = await octokit.request(`POST ${RELEASES}`, { ...place, tag_name: 'v6', draft: true })
  const byTag = () => octokit.request(`GET ${RELEASES}/tags/{tag}`, { ...place, tag: 'v6' })
  await expect(byTag()).rejects.toMatchObject({ status: 404 })
  const reader = clientOf(sandbox, sandbox.world.issueToken({ kind: 'person', login: 'rita' }))
  expect((await reader.request(`GET ${RELEASES}`, place)).data.map(({ tag_name }) => tag_name)).toEqual([
    'v4',
  ])
  await octokit.request(`PATCH ${RELEASES}/{release_id}`, { ...place, release_id: draft.id, draft: false })
  expect((await byTag()).data.id).toBe(draft.id)
})

test('where releases are immutable, a published one keeps its assets', async () => {
  const { octokit, place, repository, sandbox, token } = await scene()
  releaseSettingsOf(repository).immutable = true
  const release = addRelease(sandbox.world, repository, { tag: 'v7', author: 'ada' })
  const asset = addAsset(sandbox.world, release, { name: 'm', bytes: BYTES, uploader: 'ada' })
  const remove = octokit.request(`DELETE ${ASSET}`, { ...place, asset_id: asset.id })
  await expect(remove).rejects.toMatchObject({ status: 422 })
  const { data } = await octokit.request(`GET ${RELEASES}/tags/{tag}`, { ...place, tag: 'v7' })
  expect(data.immutable).toBe(true)
  const again = await uploaded({ token } as Scene, data.upload_url, 'n', BYTES)
  expect(again.status).toBe(422)
})

test('reading releases takes contents: read, and changing them contents: write', async () => {
  const { octokit, place, sandbox, token } = await openScene(
    { contents: 'read' },
    { tolerate: ['permission'] },
  )
  expect((await octokit.request(`GET ${RELEASES}`, place)).data).toEqual([])
  await expect(octokit.request(`POST ${RELEASES}`, { ...place, tag_name: 'v1' })).rejects.toMatchObject({
    status: 403,
  })
  expect(sandbox.unusedPermissions(token)).toEqual([])
})
