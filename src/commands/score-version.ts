import { ModelyardError } from '../domain/errors/index.ts'
import { exportLines } from '../domain/registry/artifact-kind.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { Ports } from '../ports.ts'
import type { Watch } from './define.ts'
import type { EvaluationData, ScoredVersion } from './labelled-scores.ts'
import { predictByCommand } from './predicted-by-command.ts'
import { readPredictions } from './read-predictions.ts'
import type { RegistryAt } from './registry-reader.ts'
import { type Along, scoreModel } from './score-model.ts'
import { readVersionArtifact, requireDigest } from './version-artifact.ts'

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
 * Where a version's artifact lies on this machine, hashed again.
 *
 * @param localCopy - In place of where the record says.
 * @throws {ModelyardError} `bad-artifact` where it is not here and cannot be fetched; `digest-mismatch`.
 */
export async function placeOfArtifact(
  registry: RegistryAt,
  state: ModelState,
  record: VersionRecord,
  ports: Ports,
  localCopy?: string | undefined,
): Promise<string> {
  const found = await readVersionArtifact(registry, state, record, ports, localCopy)
  const place = await found.place()
  requireDigest(record.version, found.sha256, record.artifact.sha256, place)
  return place
}

/**
 * The bytes of a version's ONNX artifact, hashed again.
 *
 * @param localCopy - Where they lie instead of where the record says.
 * @throws {ModelyardError} `not-runnable` where it is no ONNX model; `bad-artifact` where its bytes are not here and
 *   cannot be fetched; `digest-mismatch` where they are others than were registered.
 */
export async function readModelBytes(
  registry: RegistryAt,
  state: ModelState,
  record: VersionRecord,
  ports: Ports,
  localCopy: string | undefined,
): Promise<Uint8Array> {
  const { version, artifact } = record
  if (artifact.format !== 'onnx') throw notRunnable(version, artifact.kind ?? 'unknown')
  const found = await readVersionArtifact(registry, state, record, ports, localCopy)
  const bytes = await found.read()
  // Of the bytes that are loaded, whatever lay there when they were looked for.
  requireDigest(version, ports.artifacts.hash(bytes), artifact.sha256, found.path)
  return bytes
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
