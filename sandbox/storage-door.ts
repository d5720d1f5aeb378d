import type { IncomingMessage } from 'node:http'
import type { DoorAnswer } from './door-faults.ts'
import { assetOf, type ReleaseAsset } from './state/releases.ts'
import { type Artifact, runsOf } from './state/runs.ts'
import type { Repository, World } from './world.ts'

const PREFIX = '/_storage/'

/** The address under which everybody who knows it gets an archive: its own signature, no token. */
export function storageUrl(url: string, { id: repository }: Repository, { id }: Artifact): string {
  return `${url}${PREFIX}${repository}/${id}?sig=sandbox`
}

/** The same for an asset of a release. */
export function assetUrl(url: string, { id: repository }: Repository, { id }: ReleaseAsset): string {
  return `${url}${PREFIX}${repository}/assets/${id}?sig=sandbox`
}

export function isStorageCall(url: string): boolean {
  return url.startsWith(PREFIX)
}

/** What faults and the log call a request to the store. */
export const STORAGE = `${PREFIX}artifact`

/** Answers as the store does to which GitHub sends: bytes, and a refusal to whoever shows it GitHub's token. */
export function answerStorage(world: World, request: IncomingMessage): DoorAnswer {
  const found = storedAt(world, request.url ?? '')
  const status = request.headers.authorization !== undefined ? 400 : found === undefined ? 404 : 200
  return {
    status,
    headers: { 'content-type': found?.type ?? 'text/plain' },
    bytes: status === 200 ? found?.bytes : undefined,
  }
}

function storedAt(
  world: World,
  url: string,
): { readonly type: string; readonly bytes: Uint8Array } | undefined {
  const [, repositoryId, kind, id] = /^\/_storage\/(\d+)\/(assets\/)?(\d+)\?sig=sandbox$/.exec(url) ?? []
  const repository = [...world.state.repositories.values()].find(one => one.id === Number(repositoryId))
  if (repository === undefined) return undefined
  if (kind !== undefined) {
    const asset = assetOf(repository, Number(id))?.asset
    return asset && { type: asset.contentType, bytes: asset.bytes }
  }
  const artifact = runsOf(repository)
    .flatMap(({ artifacts }) => artifacts)
    .find(one => one.id === Number(id))
  return artifact && { type: 'application/zip', bytes: artifact.zip }
}
