import { openAsBlob } from 'node:fs'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { ByteStore, KnownBytes, StoredAt } from '../../ports.ts'
import { type Api, type ApiOptions, openApi } from './api.ts'
import { bytesAt } from './byte-stream.ts'
import type { GitHubContext } from './context.ts'
import { countOf, textOf, valueAt } from './event.ts'
import { eachPage } from './pages.ts'

type ReleaseFileAt = Extract<StoredAt, { is: 'release' }>

interface Release {
  readonly id: number
  readonly isDraft: boolean
  readonly uploadUrl: string
  readonly assets: readonly Asset[]
}

interface Asset {
  readonly id: number
  readonly name: string
  /** False where an upload broke off. */
  readonly isWhole: boolean
  readonly bytes: number | undefined
  /** Undefined for what was uploaded before GitHub took digests. */
  readonly sha256: string | undefined
}

const RELEASES = '/repos/{owner}/{repo}/releases'
/** Of one upload: 2 GiB at 1 MiB/s. */
const UPLOAD_MS = 2100 * 1000
const MOST_TRIES = 3
/** Drafts stand in no other list; those of a release come first. */
const MOST_PAGES = 10

/**
 * Files of this repository's releases. A release that is not there is made as a draft, filled, and published: where
 * releases are immutable nothing can be added afterwards. A repeat finds the draft and goes on.
 */
export function openGitHubReleases(
  context: GitHubContext,
  options: ApiOptions = {},
): ByteStore<ReleaseFileAt> {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  const { fetch } = globalThis
  const find = async (tag: string) =>
    releaseIn(await api.request(`GET ${RELEASES}/tags/{tag}`, { ...place, tag }, 'contents'))
  return {
    async open({ tag, name }, wanted) {
      const asset = (await find(tag))?.assets.find(one => one.name === name && one.isWhole)
      if (asset === undefined) throw absent(context, tag, name)
      refuseOther(asset, wanted, tag)
      const answer = await api.request(
        `GET ${RELEASES}/assets/{asset_id}`,
        {
          ...place,
          asset_id: asset.id,
          headers: { accept: 'application/octet-stream' },
          request: { redirect: 'manual' },
        },
        'contents',
      )
      if (answer.is !== 'answer') throw absent(context, tag, name)
      if (answer.location !== undefined) return bytesAt(fetch, answer.location)
      return once(new Uint8Array(answer.data as ArrayBuffer))
    },
    async store(path, known, { tag, name }) {
      const release = (await find(tag)) ?? (await draftOf(api, place, tag)) ?? (await begun(api, place, tag))
      const stored = await withAsset(api, context, release, { path, known, tag, name })
      if (release.isDraft) {
        const published = { ...place, release_id: release.id, draft: false, make_latest: 'false' }
        await api.request(`PATCH ${RELEASES}/{release_id}`, published, 'contents')
      }
      return stored
    },
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

type Place = Readonly<Record<'owner' | 'repo', string>>

/** A draft that an earlier attempt left: nobody finds one by its tag. */
async function draftOf(api: Api, place: Place, tag: string): Promise<Release | undefined> {
  for await (const page of eachPage(api, `GET ${RELEASES}`, place, 'contents', undefined, MOST_PAGES)) {
    const found = page?.find(
      one => valueAt(one, ['draft']) === true && textOf(valueAt(one, ['tag_name'])) === tag,
    )
    if (found !== undefined) return releaseOf(found)
  }
  return undefined
}

async function begun(api: Api, place: Place, tag: string): Promise<Release> {
  const wanted = { ...place, tag_name: tag, name: tag, draft: true, make_latest: 'false' }
  const made = releaseIn(await api.request(`POST ${RELEASES}`, wanted, 'contents'))
  // No answer came: it was made, or not.
  const release = made ?? (await draftOf(api, place, tag))
  if (release !== undefined) return release
  throw notTaken(`the release ${tag} could not be made`)
}

interface Upload {
  readonly path: string
  readonly known: KnownBytes
  readonly tag: string
  readonly name: string
}

/** Uploads until GitHub shows a whole file of this digest: an answer that did not come tells nothing. */
async function withAsset(
  api: Api,
  context: GitHubContext,
  release: Release,
  upload: Upload,
): Promise<'stored' | 'there'> {
  const place = { owner: context.owner, repo: context.repository }
  const { known, tag, name } = upload
  let { assets } = release
  for (let attempt = 1; ; attempt += 1) {
    const present = assets.find(asset => asset.name === name)
    if (present?.isWhole) {
      refuseOther(present, known, tag)
      return attempt === 1 ? 'there' : 'stored'
    }
    if (attempt > MOST_TRIES) throw notTaken(`${name} could not be uploaded to the release ${tag}`)
    if (present !== undefined)
      await api.request(
        `DELETE ${RELEASES}/assets/{asset_id}`,
        { ...place, asset_id: present.id },
        'contents',
      )
    await uploaded(api, context, release, upload)
    const again = { ...place, release_id: release.id }
    assets = releaseIn(await api.request(`GET ${RELEASES}/{release_id}`, again, 'contents'))?.assets ?? []
  }
}

async function uploaded(
  api: Api,
  context: GitHubContext,
  { uploadUrl }: Release,
  { path, name }: Upload,
): Promise<void> {
  const address = new URL(uploadUrl.replace(/\{.*$/, ''))
  if (!isGitHubs(address, context)) throw notTaken('GitHub names another host to upload to')
  address.searchParams.set('name', name)
  const parameters = {
    data: await openAsBlob(path),
    headers: { 'content-type': 'application/octet-stream' },
    request: { timeoutMs: UPLOAD_MS, redirect: 'error' },
  }
  try {
    await api.request(`POST ${address.href}`, parameters, 'contents')
  } catch (error) {
    // Somebody else may have been quicker; what stands there now tells.
    if (!(error instanceof ModelyardError) || error.code !== 'remote-failed') throw error
  }
}

/** The token goes along: to the API's own host, or to the one that stands beside it for uploads. */
function isGitHubs({ protocol, host }: URL, { apiUrl }: GitHubContext): boolean {
  const api = new URL(apiUrl)
  return protocol === api.protocol && (host === api.host || host === api.host.replace(/^api\./, 'uploads.'))
}

/** By what GitHub says of it, before a byte is read. */
function refuseOther({ name, bytes, sha256 }: Asset, wanted: KnownBytes, tag: string): void {
  if ((sha256 ?? wanted.sha256) === wanted.sha256 && (bytes ?? wanted.bytes) === wanted.bytes) return
  const found = sha256 === undefined ? `has ${bytes} bytes` : `hashes to ${sha256.slice(0, 12)}…`
  throw new ModelyardError({
    code: 'digest-mismatch',
    message: `${name} of the release ${tag} ${found}, and what is wanted hashes to ${wanted.sha256.slice(0, 12)}… (${wanted.bytes} bytes)`,
    next: 'a name holds the same bytes for ever: name another release or another file',
  })
}

function releaseIn(answer: Awaited<ReturnType<Api['request']>>): Release | undefined {
  return answer.is === 'answer' ? releaseOf(answer.data) : undefined
}

function releaseOf(data: unknown): Release | undefined {
  const [id, uploadUrl] = [countOf(valueAt(data, ['id'])), textOf(valueAt(data, ['upload_url']))]
  if (id === undefined || uploadUrl === undefined) return undefined
  const assets = valueAt(data, ['assets'])
  return {
    id,
    uploadUrl,
    isDraft: valueAt(data, ['draft']) === true,
    assets: (Array.isArray(assets) ? assets : []).flatMap(assetOf),
  }
}

function assetOf(data: unknown): Asset[] {
  const [id, name] = [countOf(valueAt(data, ['id'])), textOf(valueAt(data, ['name']))]
  if (id === undefined || name === undefined) return []
  return [
    {
      id,
      name,
      isWhole: valueAt(data, ['state']) === 'uploaded',
      bytes: countOf(valueAt(data, ['size'])),
      sha256: /^sha256:([0-9a-f]{64})$/.exec(textOf(valueAt(data, ['digest'])) ?? '')?.[1],
    },
  ]
}

function absent({ owner, repository }: GitHubContext, tag: string, name: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-artifact',
    message: `no release ${tag} of ${owner}/${repository} holds ${name}, as far as this token sees`,
    next: `upload it: gh release upload ${tag} ${name}; a draft has to be published`,
  })
}

function notTaken(message: string): ModelyardError {
  return new ModelyardError({
    code: 'remote-failed',
    message,
    next: 'run the step again: what is there already is left; a published immutable release takes no more files',
  })
}
