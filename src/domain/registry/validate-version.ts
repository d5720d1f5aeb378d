import type { ErrorCode } from '../errors/index.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Problem } from '../problem.ts'
import { folderDigest } from './manifest.ts'
import { isPurged } from './model-state.ts'
import type { PromotionRecord } from './record.ts'
import type { VersionRecord } from './version.ts'

/** A version's files, parsed; undefined where one is missing or broken. */
export interface ParsedVersion {
  readonly number: number
  readonly folder: string
  readonly record: VersionRecord | undefined
  readonly evidence: readonly {
    readonly path: string
    readonly digest: string
    readonly evidence: Evidence | undefined
  }[]
  /** Files of the artifact, by their place in the version's folder. */
  readonly artifacts: readonly {
    readonly path: string
    readonly sha256: string
    readonly bytes: number
    /** What stands there is a pointer of Git LFS, and these are what it names. */
    readonly byPointer?: true | undefined
  }[]
}

/** A version's files against its record. */
export function* judgeVersion(
  model: string,
  version: ParsedVersion,
  records: readonly PromotionRecord[],
  hash: (bytes: Uint8Array) => string,
): Generator<Problem> {
  const { number, folder, record, evidence, artifacts } = version
  const path = `${folder}/version.json`
  if (record === undefined) {
    if (evidence.length > 0 || artifacts.length > 0) {
      yield error('bad-file', path, `version ${number} has no record that can be read`, 'restore it from git')
    }
    return
  }
  if (record.version !== number) {
    yield error(
      'bad-file',
      path,
      `it says version ${record.version}, and its folder is ${number}`,
      'restore it from git',
    )
  }
  yield* judgeArtifact(model, { ...version, record }, records, hash)
  yield* judgeEvidence(version)
}

/** Evidence lies beside the version that it is about. */
export function* judgeEvidence({ number, record, evidence }: ParsedVersion): Generator<Problem> {
  for (const found of evidence) {
    if (record === undefined || found.evidence === undefined) continue
    if (found.evidence.subject.artifact === record.artifact.sha256) continue
    yield error(
      'digest-mismatch',
      found.path,
      `the evidence is about the artifact ${found.evidence.subject.artifact.slice(0, 12)}, and version ${number} is ${record.artifact.sha256.slice(0, 12)}`,
      'remove it; evidence lies beside the version that it is about',
    )
  }
}

function* judgeArtifact(
  model: string,
  { number, folder, record, artifacts }: ParsedVersion & { record: VersionRecord },
  records: readonly PromotionRecord[],
  hash: (bytes: Uint8Array) => string,
): Generator<Problem> {
  const { uri, sha256, bytes } = record.artifact
  const purged = isPurged(records, number)
  const own = uri.startsWith('./') ? uri.slice(2) : undefined
  const files = artifacts.filter(
    ({ path }) => path === own || (own !== undefined && path.startsWith(`${own}/`)),
  )
  for (const { path } of artifacts.filter(file => !files.includes(file))) {
    yield error(
      'bad-file',
      `${folder}/${path}`,
      `the record of version ${number} does not name this file`,
      'remove it',
    )
  }
  if (own === undefined) return
  const path = `${folder}/${own}`
  if (purged) {
    if (files.length > 0)
      yield error('bad-file', path, `the bytes of version ${number} were purged, and are here`, 'remove them')
    return
  }
  if (files.length === 0) {
    yield error(
      'bad-artifact',
      path,
      `the artifact of version ${number} of ${model} is missing`,
      'restore it from git',
    )
    return
  }
  const isFolder = files.every(file => file.path !== own)
  const digest = isFolder
    ? folderDigest(
        files.map(file => ({ path: file.path.slice(own.length + 1), sha256: file.sha256 })),
        text => hash(new TextEncoder().encode(text)),
      )
    : files[0]?.sha256
  const size = files.reduce((sum, file) => sum + file.bytes, 0)
  if (digest !== sha256 || size !== bytes) {
    yield error(
      'digest-mismatch',
      path,
      `${files.some(({ byPointer }) => byPointer) ? 'the Git LFS pointer of the artifact names' : 'the artifact hashes to'} ${digest?.slice(0, 12)}… (${size} bytes), and its record says ${sha256.slice(0, 12)}… (${bytes} bytes)`,
      'restore it from git; a changed artifact is a new version',
    )
  }
}

function error(code: ErrorCode, path: string, message: string, next: string): Problem {
  return { severity: 'error', code, place: { path }, message, next }
}
