import { createHash } from 'node:crypto'
import { type Repository, slot, type World } from '../world.ts'

export interface ReleaseAsset {
  readonly id: number
  name: string
  label: string | null
  readonly contentType: string
  readonly bytes: Uint8Array
  readonly sha256: string
  /** `starter`: an upload began and broke off; it holds the name until it is deleted. */
  readonly state: 'uploaded' | 'starter'
  readonly uploader: string
  readonly createdAt: string
  downloads: number
}

export interface Release {
  readonly id: number
  tag: string
  target: string
  name: string | null
  body: string | null
  /** Nobody finds it by its tag, and only who may write sees it. */
  draft: boolean
  prerelease: boolean
  /** Published where the repository makes releases immutable: its assets stay as they are. */
  immutable: boolean
  readonly author: string
  readonly createdAt: string
  publishedAt: string | null
  readonly assets: ReleaseAsset[]
}

/** Oldest first. */
export const releasesOf = slot<Release[]>('releases', () => [])

interface ReleaseSettings {
  /** The setting of the repository; off at first, as on GitHub. */
  immutable: boolean
}

export const releaseSettingsOf = slot<ReleaseSettings>('release-settings', () => ({ immutable: false }))

export type NewRelease = Pick<Release, 'tag' | 'author'> &
  Partial<Pick<Release, 'target' | 'name' | 'body' | 'draft' | 'prerelease'>>

export function addRelease(world: World, repository: Repository, facts: NewRelease): Release {
  const release: Release = {
    target: repository.defaultBranch,
    name: null,
    body: null,
    draft: false,
    prerelease: false,
    ...facts,
    id: world.nextId(),
    immutable: false,
    createdAt: world.clock.iso(),
    publishedAt: null,
    assets: [],
  }
  releasesOf(repository).push(release)
  if (!release.draft) publish(world, repository, release)
  return release
}

/** From then on everybody finds it, and where the repository says so nobody changes it. */
export function publish(world: World, repository: Repository, release: Release): void {
  release.draft = false
  release.publishedAt ??= world.clock.iso()
  release.immutable = releaseSettingsOf(repository).immutable
}

export type NewAsset = Pick<ReleaseAsset, 'name' | 'bytes' | 'uploader'> &
  Partial<Pick<ReleaseAsset, 'label' | 'contentType' | 'state'>>

export function addAsset(world: World, release: Release, facts: NewAsset): ReleaseAsset {
  const asset: ReleaseAsset = {
    label: null,
    contentType: 'application/octet-stream',
    state: 'uploaded',
    ...facts,
    id: world.nextId(),
    sha256: createHash('sha256').update(facts.bytes).digest('hex'),
    createdAt: world.clock.iso(),
    downloads: 0,
  }
  release.assets.push(asset)
  return asset
}

/** The asset of a repository by its number, with its release. */
export function assetOf(
  repository: Repository,
  id: number,
): { readonly release: Release; readonly asset: ReleaseAsset } | undefined {
  for (const release of releasesOf(repository)) {
    const asset = release.assets.find(one => one.id === id)
    if (asset !== undefined) return { release, asset }
  }
  return undefined
}
