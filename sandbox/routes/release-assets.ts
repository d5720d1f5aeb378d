import { paged } from '../paging.ts'
import { assetBody } from '../release-bodies.ts'
import { type Answer, type Call, invalid, notFound, numberAt, type Routes } from '../route.ts'
import { addAsset, assetOf, type Release, type ReleaseAsset } from '../state/releases.ts'
import { assetUrl } from '../storage-door.ts'
import { releaseAt } from './releases.ts'

export const releaseAssetRoutes: Routes = {
  'repos/list-release-assets': call => {
    const release = releaseAt(call)
    return paged(call, release.assets, asset => assetBody(call, release, asset))
  },
  'repos/get-release-asset': call => {
    const { release, asset } = assetAt(call)
    // Asked for bytes, GitHub sends to where they lie.
    if (call.accept === 'application/octet-stream') {
      if (asset.state !== 'uploaded') throw notFound()
      asset.downloads += 1
      return { status: 302, headers: { location: assetUrl(call.url, call.repository, asset) } }
    }
    return { status: 200, body: assetBody(call, release, asset) }
  },
  'repos/upload-release-asset': upload,
  'repos/delete-release-asset': call => {
    const { release, asset } = assetAt(call)
    refuseImmutable(release)
    release.assets.splice(release.assets.indexOf(asset), 1)
    return { status: 204 }
  },
}

function assetAt(call: Call): { readonly release: Release; readonly asset: ReleaseAsset } {
  const found = assetOf(call.repository, numberAt(call.path, 'asset_id'))
  if (found === undefined) throw notFound()
  return found
}

function upload(call: Call): Answer {
  const release = releaseAt(call)
  const refuse = (code: 'already_exists' | 'custom', field: string, message?: string) =>
    invalid({ resource: 'ReleaseAsset', code, field, ...(message && { message }) })
  refuseImmutable(release)
  const name = renamed(String(call.query.name))
  if (name === '') throw refuse('custom', 'name', 'name is missing')
  if (release.assets.some(asset => asset.name === name)) throw refuse('already_exists', 'name')
  if (call.bytes.length === 0) throw refuse('custom', 'size', 'size must be greater than or equal to 1')
  const asset = addAsset(call.world, release, {
    name,
    label: call.query.label === undefined ? null : String(call.query.label),
    contentType: call.contentType || 'application/octet-stream',
    bytes: call.bytes,
    uploader: call.actor.account.login,
  })
  return { status: 201, body: assetBody(call, release, asset) }
}

function refuseImmutable({ immutable }: Release): void {
  if (!immutable) return
  const message = 'Cannot upload assets to an immutable release.'
  throw invalid({ resource: 'ReleaseAsset', code: 'custom', field: 'release', message })
}

/** GitHub's own spelling of a name: what is none of these becomes a dot, dots in a row become one, those at the ends go. */
function renamed(name: string): string {
  return name.replace(/[^\w+@-]+/g, '.').replace(/^\.+|\.+$/g, '')
}
