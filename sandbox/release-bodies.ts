import { apiRoot, fullName, HTML_ROOT, userBody } from './bodies.ts'
import { fill } from './fill.ts'
import { nodeId } from './node-id.ts'
import type { Call } from './route.ts'
import type { Release, ReleaseAsset } from './state/releases.ts'

/** A release with all its assets, as every answer about one shows it. */
export function releaseBody(call: Call, release: Release): Readonly<Record<string, unknown>> {
  const api = apiRoot(call, call.repository)
  const url = `${api}/releases/${release.id}`
  const page = `${HTML_ROOT}/${fullName(call.repository)}/releases`
  // A draft has no tag of its own yet, and so no address by it.
  const place = release.draft ? `untagged-${release.id}` : encodeURIComponent(release.tag)
  return fill('release', {
    id: release.id,
    node_id: nodeId('Release', release.id),
    url,
    html_url: `${page}/tag/${place}`,
    assets_url: `${url}/assets`,
    // On github.com this is another host, uploads.github.com; whoever uploads has to take it from here.
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: release.draft ? null : `${api}/tarball/${encodeURIComponent(release.tag)}`,
    zipball_url: release.draft ? null : `${api}/zipball/${encodeURIComponent(release.tag)}`,
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    immutable: release.immutable,
    created_at: release.createdAt,
    published_at: release.publishedAt,
    author: userBody(call, release.author),
    assets: release.assets.map(asset => assetBody(call, release, asset)),
  })
}

export function assetBody(
  call: Call,
  release: Release,
  asset: ReleaseAsset,
): Readonly<Record<string, unknown>> {
  const page = `${HTML_ROOT}/${fullName(call.repository)}/releases/download`
  return fill('release-asset', {
    id: asset.id,
    node_id: nodeId('ReleaseAsset', asset.id),
    url: `${apiRoot(call, call.repository)}/releases/assets/${asset.id}`,
    browser_download_url: `${page}/${encodeURIComponent(release.tag)}/${encodeURIComponent(asset.name)}`,
    name: asset.name,
    label: asset.label,
    state: asset.state,
    content_type: asset.contentType,
    size: asset.bytes.length,
    digest: asset.state === 'uploaded' ? `sha256:${asset.sha256}` : null,
    download_count: asset.downloads,
    created_at: asset.createdAt,
    updated_at: asset.createdAt,
    uploader: userBody(call, asset.uploader),
  })
}
