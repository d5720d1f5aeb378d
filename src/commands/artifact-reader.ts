import { ModelyardError } from '../domain/errors/index.ts'
import { type ArtifactKind, guessKind } from '../domain/registry/artifact-kind.ts'
import { folderDigest } from '../domain/registry/manifest.ts'
import type { ArtifactContent } from '../domain/registry/plan-registration.ts'
import type { Artifact, InputTensor, Signature } from '../domain/registry/version.ts'
import type { HashedPath, Ports } from '../ports.ts'

/** GitHub warns above 50 MiB and refuses above 100; larger artifacts live elsewhere. */
const MAX_IN_REPOSITORY = 50 * 1024 * 1024

export interface ReadArtifact {
  readonly artifact: Artifact
  readonly kind: ArtifactKind
  readonly signature: Signature | undefined
  /** What goes into the version's folder; empty where the artifact lives elsewhere. */
  readonly contents: readonly ArtifactContent[]
}

export interface ArtifactOptions {
  readonly format: 'auto' | 'onnx' | 'opaque'
  /** Where it lives when not in the repository. */
  readonly uri?: string | undefined
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
  if (kind.kind === 'git-lfs-pointer' && options.format === 'auto') throw notFetched(userPath)
  const bytes = hashed.files.reduce((sum, file) => sum + file.bytes, 0)
  if (options.uri === undefined && bytes > MAX_IN_REPOSITORY) throw tooLarge(userPath, bytes)
  const sha256 = hashed.isFolder
    ? folderDigest(hashed.files, text => artifacts.hash(new TextEncoder().encode(text)))
    : (hashed.files[0]?.sha256 ?? '')
  const model =
    kind.format === 'onnx' ? await inference.describe(await readModelBytes(userPath, artifacts)) : undefined
  const name = hashed.isFolder ? 'model' : `model${endingOf(hashed.files[0]?.path ?? '')}`
  const signature = options.signature ?? model?.signature
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
    contents: options.uri === undefined ? await contentsOf(userPath, hashed, name, artifacts) : [],
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

async function contentsOf(
  userPath: string,
  { isFolder, files }: HashedPath,
  name: string,
  artifacts: Ports['artifacts'],
): Promise<ArtifactContent[]> {
  if (!isFolder) return [{ path: name, content: await artifacts.readAll(userPath) }]
  return Promise.all(
    files.map(async ({ path }) => ({
      path: `${name}/${path}`,
      content: await artifacts.readAll(`${userPath}/${path}`),
    })),
  )
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
    next: 'store it elsewhere and say where: --uri s3://bucket/model.onnx; it is hashed here all the same',
  })
}
