import { ModelyardError } from '../domain/errors/index.ts'
import { exportLines } from '../domain/registry/artifact-kind.ts'
import { modelFolder } from '../domain/registry/config.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { Ports } from '../ports.ts'
import type { Watch } from './define.ts'
import type { EvaluationData, ScoredVersion } from './labelled-scores.ts'
import { digestOfPath } from './move-facts.ts'
import { predictByCommand } from './predicted-by-command.ts'
import { readPredictions } from './read-predictions.ts'
import type { RegistryAt } from './registry-reader.ts'
import { type Along, scoreModel } from './score-model.ts'

/** What is at hand of a version beside its folder. */
export interface AtHand extends Along {
  /** A copy of the artifact. */
  readonly artifact?: string | undefined
  /** What the version predicted for the data, in a file; the engine is not asked. */
  readonly predictions?: string | undefined
}

/**
 * Scores a version on the evaluation data and puts the predictions beside the labels.
 *
 * @throws {ModelyardError} `digest-mismatch` where the bytes are not those that were registered; `not-runnable`,
 *   `bad-data`, `bad-artifact`.
 */
export async function scoreVersion(
  registry: RegistryAt,
  state: ModelState,
  record: VersionRecord,
  data: EvaluationData,
  ports: Ports,
  watch: Watch,
  { artifact, predictions: file, beside, meanwhile }: AtHand = {},
): Promise<ScoredVersion> {
  if (file !== undefined) return readPredictions(state.definition, data, file, ports.tables)
  const { predict, train } = state.definition
  if (record.artifact.format !== 'onnx' && predict !== undefined) {
    const model = await placeOfArtifact(registry, state, record, ports, artifact)
    return predictByCommand(
      { command: predict.command, model, seed: train?.seed ?? 0 },
      state.definition,
      data,
      ports,
      watch,
    )
  }
  const bytes = await readModelBytes(registry, state, record, ports, artifact)
  const model = { name: `version ${record.version}`, bytes, signature: record.signature }
  return scoreModel(model, state.definition, data, ports, watch, { beside, meanwhile })
}

/**
 * Where a version's artifact lies, hashed again.
 *
 * @param localCopy - In place of the version's folder in the checkout.
 * @throws {ModelyardError} `bad-artifact` where it is not here; `digest-mismatch`.
 */
export async function placeOfArtifact(
  registry: RegistryAt,
  state: ModelState,
  record: VersionRecord,
  ports: Ports,
  localCopy?: string | undefined,
): Promise<string> {
  const place = localCopy ?? placeOf(registry, state, record, ports)
  await requireSameBytes(record, place, ports)
  return place
}

/** Where a version's artifact lies in the checkout. */
function placeOf(
  { config }: RegistryAt,
  state: ModelState,
  { version, artifact: { uri } }: VersionRecord,
  { worktree }: Ports,
): string {
  if (uri.startsWith('./'))
    return `${worktree.root}/${modelFolder(config, state.name)}/versions/${version}/${uri.slice(2)}`
  throw new ModelyardError({
    code: 'bad-artifact',
    message: `the artifact of version ${version} lies at ${uri}`,
    next: 'fetch it, and name the copy: --artifact FILE',
  })
}

/** A command of the repository's own loads what lies in the checkout: it must be what was registered. */
async function requireSameBytes(
  { version, artifact }: VersionRecord,
  path: string,
  { artifacts }: Ports,
): Promise<void> {
  const digest = await digestOfPath(path, artifacts)
  if (digest !== artifact.sha256) throw otherBytes(version, digest, artifact.sha256, path)
}

function otherBytes(version: number, digest: string, registered: string, path: string): ModelyardError {
  return new ModelyardError({
    code: 'digest-mismatch',
    message: `the artifact of version ${version} hashes to ${digest.slice(0, 12)}…, its record says ${registered.slice(0, 12)}…`,
    next: 'the bytes were changed after they were registered: restore them from git, or register them as a new version',
    place: { path },
  })
}

/**
 * The bytes of a version's ONNX artifact, hashed again.
 *
 * @param localCopy - Where they lie instead of in the version's folder.
 * @throws {ModelyardError} `not-runnable` where it is no ONNX model; `bad-artifact` where its bytes are not here;
 *   `digest-mismatch` where they are others than were registered.
 */
export async function readModelBytes(
  { repository, commit, config }: RegistryAt,
  state: ModelState,
  { version, artifact }: VersionRecord,
  { artifacts }: Ports,
  localCopy: string | undefined,
): Promise<Uint8Array> {
  if (artifact.format !== 'onnx') throw notRunnable(version, artifact.kind ?? 'unknown')
  const path = `${modelFolder(config, state.name)}/versions/${version}/${artifact.uri.replace(/^\.\//, '')}`
  const bytes =
    localCopy !== undefined
      ? await artifacts.readAll(localCopy)
      : artifact.uri.startsWith('./')
        ? await repository.readFile(commit, path)
        : undefined
  if (bytes === undefined) {
    throw new ModelyardError({
      code: 'bad-artifact',
      message: artifact.uri.startsWith('./')
        ? `the artifact of version ${version} is missing`
        : `the artifact of version ${version} lies at ${artifact.uri}`,
      next: artifact.uri.startsWith('./')
        ? 'restore it from git; a purged version has none'
        : 'fetch it, and name the copy: --artifact FILE',
      place: { path },
    })
  }
  const digest = artifacts.hash(bytes)
  if (digest === artifact.sha256) return bytes
  throw otherBytes(version, digest, artifact.sha256, path)
}

const PREDICTED =
  'predict the evaluation data yourself and name the file: --predictions, or --challenger-predictions of compare'

function notRunnable(version: number, kind: string): ModelyardError {
  const families = {
    pickle: 'scikit-learn',
    joblib: 'scikit-learn',
    xgboost: 'xgboost',
    'lightgbm-text': 'lightgbm',
  } as const
  const family = families[kind as keyof typeof families]
  const lines = family === undefined ? [] : exportLines({ family })
  return new ModelyardError({
    code: 'not-runnable',
    message: `version ${version} is ${kind}, which is never loaded here${kind === 'pickle' || kind === 'joblib' ? ', since loading it runs code that it carries' : ''}`,
    next:
      lines.length === 0
        ? `export it as ONNX and register that; or ${PREDICTED}`
        : `export it as ONNX and register that: ${lines.join('; ')}; or ${PREDICTED}`,
  })
}
