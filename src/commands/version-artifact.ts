import { ModelyardError } from '../domain/errors/index.ts'
import { outerHome } from '../domain/registry/artifact-home.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { type LfsPointer, parseLfsPointer } from '../domain/registry/lfs.ts'
import { folderDigest } from '../domain/registry/manifest.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { Ports, StoredAt } from '../ports.ts'
import { digestOfPath } from './digest-of-path.ts'
import type { RegistryAt } from './registry-reader.ts'

/** What is read of a version to find its artifact. */
export type ArtifactOf = Pick<VersionRecord, 'version' | 'artifact'>

/** The artifact of a version, its digest just taken. */
export interface VersionArtifact {
  readonly sha256: string
  /** Its path from the repository's root; undefined where it lies elsewhere. */
  readonly path?: string
  /** The bytes of a file; of a folder there are none. */
  read(): Promise<Uint8Array>
  /**
   * Where it lies on this machine, hashed there.
   *
   * @throws {ModelyardError} `bad-artifact`, `digest-mismatch` where the checkout does not hold what was committed.
   */
  place(): Promise<string>
}

/**
 * Finds the artifact of a version, wherever it lies, and takes its digest: in the commit, in Git LFS where the commit
 * holds a pointer, in a release of the repository, or at an https: address. A pointer is never hashed as if it were the
 * model. Whoever loads the bytes compares the digest; what is fetched is compared already.
 *
 * @param localCopy - Where they lie instead.
 * @throws {ModelyardError} `bad-artifact` where there are none; `digest-mismatch` where others lie there; otherwise as
 *   fetching says.
 */
export async function readVersionArtifact(
  registry: RegistryAt,
  state: Pick<ModelState, 'name'>,
  record: ArtifactOf,
  ports: Pick<Ports, 'artifacts' | 'worktree' | 'stored'>,
  localCopy?: string | undefined,
): Promise<VersionArtifact> {
  const { artifacts } = ports
  if (localCopy !== undefined) return onDisk(localCopy, artifacts)
  const { uri } = record.artifact
  if (!uri.startsWith('./')) return onDisk(await broughtFrom(uri, record, ports), artifacts)
  return inRepository(registry, state, record, ports)
}

async function onDisk(path: string, artifacts: Ports['artifacts']): Promise<VersionArtifact> {
  const sha256 = await digestOfPath(path, artifacts)
  return { sha256, read: () => artifacts.readAll(path), place: async () => path }
}

async function broughtFrom(
  uri: string,
  { version, artifact }: ArtifactOf,
  { stored }: Pick<Ports, 'stored'>,
): Promise<string> {
  if (artifact.files !== undefined) {
    throw elsewhere(
      version,
      uri,
      'it is a folder, of which nothing is fetched: bring it, and name the copy: --artifact FOLDER',
    )
  }
  const home = outerHome(uri)
  if (home.is === 'by-hand') {
    throw elsewhere(version, uri, `fetch it: ${home.command}; and name the copy: --artifact FILE`)
  }
  return stored.bring(home, artifact)
}

function elsewhere(version: number, uri: string, next: string): ModelyardError {
  const message = `the artifact of version ${version} lies at ${uri}, and is not fetched from there`
  return new ModelyardError({ code: 'bad-artifact', message, next })
}

/** The file or folder beside the record, as a commit has it. */
async function inRepository(
  { repository, commit, config }: RegistryAt,
  { name }: Pick<ModelState, 'name'>,
  record: ArtifactOf,
  ports: Pick<Ports, 'artifacts' | 'worktree' | 'stored'>,
): Promise<VersionArtifact> {
  const { artifacts } = ports
  const path = `${modelFolder(config, name)}/versions/${record.version}/${record.artifact.uri.slice(2)}`
  const bytes = await repository.readFile(commit, path)
  if (bytes !== undefined) {
    const pointer = parseLfsPointer(bytes)
    if (pointer !== undefined) return behindPointer(pointer, path, record, ports)
    const sha256 = artifacts.hash(bytes)
    return { sha256, path, read: async () => bytes, place: () => inCheckout(path, record, ports) }
  }
  const files = await repository.listFiles(commit, path)
  if (files.length === 0) throw missing(record.version, path)
  const manifest = await repository.readBlobs(
    files.map(({ id }) => id),
    (content, index) => ({
      path: files[index]?.path.slice(path.length + 1) ?? '',
      sha256: parseLfsPointer(content)?.sha256 ?? artifacts.hash(content),
    }),
  )
  return {
    sha256: folderDigest(manifest, text => artifacts.hash(new TextEncoder().encode(text))),
    read: async () => Promise.reject(missing(record.version, path)),
    place: () => inCheckout(path, record, ports),
  }
}

const LFS: StoredAt = { is: 'lfs' }

/** The bytes come from the checkout, where git has put them there, otherwise from Git LFS. */
async function behindPointer(
  pointer: LfsPointer,
  path: string,
  { version, artifact }: ArtifactOf,
  { artifacts, worktree, stored }: Pick<Ports, 'artifacts' | 'worktree' | 'stored'>,
): Promise<VersionArtifact> {
  if (pointer.sha256 !== artifact.sha256 || pointer.bytes !== artifact.bytes) {
    throw new ModelyardError({
      code: 'digest-mismatch',
      message: `the Git LFS pointer of version ${version} names ${pointer.sha256.slice(0, 12)}… (${pointer.bytes} bytes), its record says ${artifact.sha256.slice(0, 12)}… (${artifact.bytes} bytes)`,
      next: 'restore the pointer from git, or register the other bytes as a new version',
      place: { path },
    })
  }
  const checkedOut = `${worktree.root}/${path}`
  const isThere = (await digestIfThere(checkedOut, artifacts)) === artifact.sha256
  const place = isThere ? checkedOut : await stored.bring(LFS, artifact)
  return { sha256: artifact.sha256, read: () => artifacts.readAll(place), place: async () => place }
}

async function digestIfThere(path: string, artifacts: Ports['artifacts']): Promise<string | undefined> {
  try {
    return await digestOfPath(path, artifacts)
  } catch (error) {
    if (error instanceof ModelyardError && error.code === 'bad-artifact') return undefined
    throw error
  }
}

/** A command of the repository's own loads what lies in the checkout: it must be what was registered. */
async function inCheckout(
  path: string,
  { version, artifact }: ArtifactOf,
  { artifacts, worktree }: Pick<Ports, 'artifacts' | 'worktree'>,
): Promise<string> {
  const place = `${worktree.root}/${path}`
  requireDigest(version, await digestOfPath(place, artifacts), artifact.sha256, path)
  return place
}

/** @throws {ModelyardError} `digest-mismatch` where the bytes are not those that were registered. */
export function requireDigest(version: number, found: string, registered: string, path?: string): void {
  if (found === registered) return
  throw new ModelyardError({
    code: 'digest-mismatch',
    message: `the artifact of version ${version} hashes to ${found.slice(0, 12)}…, its record says ${registered.slice(0, 12)}…`,
    next: 'the bytes were changed after they were registered: restore them from git (of Git LFS by `git lfs pull`), or register them as a new version',
    ...(path === undefined ? {} : { place: { path } }),
  })
}

function missing(version: number, path: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-artifact',
    message: `the artifact of version ${version} is missing`,
    next: 'restore it from git; a purged version has none',
    place: { path },
  })
}
