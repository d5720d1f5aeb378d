import { ModelyardError } from '../domain/errors/index.ts'
import { outerHome } from '../domain/registry/artifact-home.ts'
import { type ArtifactKind, guessKind } from '../domain/registry/artifact-kind.ts'
import { renderLfsPointer } from '../domain/registry/lfs.ts'
import { folderDigest } from '../domain/registry/manifest.ts'
import type { ArtifactContent } from '../domain/registry/plan-registration.ts'
import type { Artifact, InputTensor, Signature } from '../domain/registry/version.ts'
import type { Hashed, HashedPath, Ports, StoredAt } from '../ports.ts'

/** GitHub warns above 50 MiB and refuses above 100; larger artifacts live elsewhere. */
const MAX_IN_REPOSITORY = 50 * 1024 * 1024

export interface ReadArtifact {
  readonly artifact: Artifact
  readonly kind: ArtifactKind
  readonly signature: Signature | undefined
  /** What goes into the version's folder; empty where the artifact lives elsewhere. Of Git LFS a pointer. */
  readonly contents: readonly ArtifactContent[]
  /** Files that the commit does not hold, and where each of them belongs. */
  readonly outside: readonly OutsideFile[]
}

/** A file of this machine that has to lie where its version says. */
export interface OutsideFile extends Hashed {
  /** From the root of the file system. */
  readonly path: string
  readonly at: Exclude<StoredAt, { is: 'web' }>
}

export interface ArtifactOptions {
  readonly format: 'auto' | 'onnx' | 'opaque'
  /** Where it lives when not in the repository. */
  readonly uri?: string | undefined
  /** Whether git hands a file to Git LFS, by its place in the version's folder. */
  readonly isSentToLfs?: ((name: string) => boolean) | undefined
  /** The columns that fill the model's one input of several. */
  readonly columns?: readonly string[] | undefined
  readonly signature?: Signature | undefined
}

/**
 * Hashes an artifact and, for ONNX, reads its signature. Anything else is taken unopened.
 *
 * @throws {ModelyardError} `bad-artifact`; `too-large` where it would not fit into the repository.
 */
export async function readArtifact(
  userPath: string,
  options: ArtifactOptions,
  { artifacts, inference }: Pick<Ports, 'artifacts' | 'inference'>,
): Promise<ReadArtifact> {
  const hashed = await artifacts.hashPath(userPath)
  const kind = await kindOf(userPath, hashed, options.format, artifacts)
  if (kind.kind === 'git-lfs-pointer' && options.format !== 'onnx') throw notFetched(userPath)
  const bytes = hashed.files.reduce((sum, file) => sum + file.bytes, 0)
  const sha256 = hashed.isFolder
    ? folderDigest(hashed.files, text => artifacts.hash(new TextEncoder().encode(text)))
    : (hashed.files[0]?.sha256 ?? '')
  const model =
    kind.format === 'onnx' ? await inference.describe(await readModelBytes(userPath, artifacts)) : undefined
  const name = hashed.isFolder ? 'model' : `model${endingOf(hashed.files[0]?.path ?? '')}`
  const signature = options.signature ?? model?.signature
  const files = filesOf(userPath, hashed, name, options, artifacts)
  const inGit = files.filter(({ at }) => at === undefined).reduce((sum, file) => sum + file.bytes, 0)
  if (inGit > MAX_IN_REPOSITORY) throw tooLarge(userPath, inGit)
  return {
    artifact: {
      uri: options.uri ?? `./${name}`,
      sha256,
      bytes,
      format: kind.format,
      ...(kind.format === 'opaque' ? { kind: kind.kind } : {}),
      ...(kind.runsCode ? { 'runs-code-when-loaded': true as const } : {}),
      ...(hashed.isFolder ? { files: hashed.files.length } : {}),
      ...(model === undefined ? {} : { opsets: model.opsets }),
    },
    kind,
    signature: signature === undefined ? undefined : withColumns(signature, options.columns),
    contents: options.uri === undefined ? await contentsOf(files, artifacts) : [],
    outside: files.flatMap(({ path, sha256: digest, bytes: size, at }) =>
      at === undefined || at === 'elsewhere' ? [] : [{ path, sha256: digest, bytes: size, at }],
    ),
  }
}

async function readModelBytes(userPath: string, artifacts: Ports['artifacts']): Promise<Uint8Array> {
  return artifacts.readAll(userPath)
}

async function kindOf(
  userPath: string,
  { isFolder, files }: HashedPath,
  format: ArtifactOptions['format'],
  artifacts: Ports['artifacts'],
): Promise<ArtifactKind> {
  if (isFolder) {
    const saved = files.some(({ path }) => path === 'saved_model.pb')
    return {
      format: 'opaque',
      kind: saved ? 'tensorflow-saved-model' : 'folder',
      runsCode: files.some(isPickleName),
    }
  }
  const guess = guessKind(await artifacts.readHead(userPath, 512), files[0]?.path ?? '')
  if (format === 'auto' || format === guess.format) return guess
  return format === 'onnx' ? { format, kind: 'onnx', runsCode: false } : { ...guess, format: 'opaque' }
}

function isPickleName({ path }: { readonly path: string }): boolean {
  return /\.(?:pkl|pickle|joblib|pth?)$/i.test(path)
}

/** `.onnx` of `churn.onnx`, `.tar.gz` of `churn.tar.gz`; nothing that a folder's name could not hold. */
function endingOf(fileName: string): string {
  const ending = /(?:\.tar)?\.[A-Za-z0-9]{1,20}$/.exec(fileName)?.[0] ?? ''
  return ending.toLowerCase()
}

interface PlacedFile extends Hashed {
  readonly path: string
  /** In the version's folder. */
  readonly name: string
  /** Undefined where it goes into the commit. */
  readonly at: OutsideFile['at'] | 'elsewhere' | undefined
}

/** @throws {ModelyardError} `bad-artifact` for an address that leads nowhere, and a folder that should be one file. */
function filesOf(
  userPath: string,
  { isFolder, files }: HashedPath,
  name: string,
  { uri, isSentToLfs }: ArtifactOptions,
  artifacts: Ports['artifacts'],
): PlacedFile[] {
  const home = uri === undefined || uri.startsWith('./') ? undefined : outerHome(uri)
  if (home?.is === 'release' && isFolder) throw folderInRelease(userPath)
  return files.map(({ path: inner, sha256, bytes }) => {
    const own = isFolder ? `${name}/${inner}` : name
    const path = artifacts.place(isFolder ? `${userPath}/${inner}` : userPath)
    const outer = home?.is === 'release' ? home : home && 'elsewhere'
    return { path, name: own, sha256, bytes, at: outer ?? (isSentToLfs?.(own) ? { is: 'lfs' } : undefined) }
  })
}

function contentsOf(files: readonly PlacedFile[], artifacts: Ports['artifacts']): Promise<ArtifactContent[]> {
  return Promise.all(
    files.map(async ({ path, name, at, ...hashed }) => ({
      path: name,
      content: at === undefined ? await artifacts.readAll(path) : renderLfsPointer(hashed),
    })),
  )
}

function folderInRelease(userPath: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-artifact',
    message: `${userPath} is a folder, and a release holds files`,
    next: 'pack it into one file, or let Git LFS keep it: git lfs track "registry-data/**/model/**"',
  })
}

/** Names the columns of the one input that takes several. */
function withColumns(signature: Signature, columns: readonly string[] | undefined): Signature {
  if (columns === undefined) return signature
  const isWide = ({ shape }: InputTensor) => shape.slice(1).reduce((product, size) => product * size, 1) !== 1
  const wide = signature.inputs.filter(isWide)
  if (wide.length !== 1) {
    throw new ModelyardError({
      code: 'bad-input',
      message: `--columns names the columns of one input, and the model has ${wide.length} inputs that take several`,
      next:
        wide.length === 0
          ? 'leave --columns out: inputs are found by their names'
          : 'name them in a --signature file',
    })
  }
  return {
    ...signature,
    inputs: signature.inputs.map(input => (isWide(input) ? { ...input, columns: [...columns] } : input)),
  }
}

function notFetched(userPath: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-artifact',
    message: `${userPath} is a Git LFS pointer, not the model itself`,
    next: 'fetch it with `git lfs pull`; in a workflow, `lfs: true` for actions/checkout',
  })
}

function tooLarge(userPath: string, bytes: number): ModelyardError {
  return new ModelyardError({
    code: 'too-large',
    message: `${userPath} has ${(bytes / 1024 / 1024).toFixed(0)} MiB; up to ${MAX_IN_REPOSITORY / 1024 / 1024} MiB are kept in the repository`,
    next: 'let Git LFS keep it (`git lfs track`), or say where it lies: --uri release:TAG/NAME, or another store; it is hashed here all the same',
  })
}
