import { firstUnfit, type PlannedInput, planInputs } from '../domain/comparison/input-plan.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { exportLines } from '../domain/registry/artifact-kind.ts'
import { modelFolder } from '../domain/registry/config.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { Batch, ColumnFacts, ColumnValues, Ports } from '../ports.ts'
import type { Watch } from './define.ts'
import { alignScores, type EvaluationData, type ScoredVersion, TargetCollector } from './labelled-scores.ts'
import { readPredictions } from './read-predictions.ts'
import type { RegistryAt } from './registry-reader.ts'

/** Rows that the engine scores at one time. Fixed: other batches change last digits, and evidence is to be repeatable. */
const BATCH_ROWS = 1024

/** What is at hand of a version beside its folder. */
export interface AtHand {
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
  { signal, progress }: Watch,
  { artifact, predictions: file }: AtHand = {},
): Promise<ScoredVersion> {
  if (file !== undefined) return readPredictions(state, data, file, ports.tables)
  const model = await readModelBytes(registry, state, record, ports, artifact)
  const signature = record.signature ?? (await ports.inference.describe(model)).signature
  const { target, task } = state.definition
  const regression = task === 'regression'
  const labels = new TargetCollector()
  const planned = ports.tables.columns(data.path).then(present => planInputs(signature, present, target))
  const inputs = planned.then(plan => plan.inputs)
  // Whoever waits for it learns of a failure; while the engine starts, nobody waits yet.
  inputs.catch(() => {})
  const batches = async function* () {
    const { columns: inputColumns, inputs: tensors } = await planned
    const columns: ColumnFacts[] = [...inputColumns, { name: target, kind: regression ? 'number' : 'text' }]
    yield* inputsOnly(ports.tables.read(data.path, columns, BATCH_ROWS), columns, tensors, labels)
  }
  const scores = await ports.inference.score({
    model,
    inputs,
    batches: batches(),
    task: regression ? 'regression' : 'classification',
    signal,
    progress: rows => progress?.(`scoring version ${record.version}: ${rows} rows`),
  })
  if (scores.rows === 0) {
    throw new ModelyardError({
      code: 'bad-data',
      message: `${data.uri} holds no rows`,
      next: 'check the step that wrote it',
    })
  }
  const predictions = alignScores(state.definition, scores, labels)
  return { predictions, remarks: [...(await planned).remarks, ...predictions.remarks] }
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
  throw new ModelyardError({
    code: 'digest-mismatch',
    message: `the artifact of version ${version} hashes to ${digest.slice(0, 12)}…, its record says ${artifact.sha256.slice(0, 12)}…`,
    next: 'the bytes were changed after they were registered: restore them from git, or register them as a new version',
    place: { path },
  })
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

/** Hands the input columns on and keeps the target, which comes last. */
async function* inputsOnly(
  batches: AsyncIterable<Batch>,
  columns: readonly ColumnFacts[],
  inputs: readonly PlannedInput[],
  labels: TargetCollector,
): AsyncGenerator<Batch> {
  const checked = inputs.flatMap(({ datatype, columns: positions }) =>
    positions.map(position => ({ datatype, position })),
  )
  for await (const batch of batches) {
    for (const { datatype, position } of checked)
      refuseUnfit(batch, columns[position]?.name ?? '', datatype, batch.columns[position])
    labels.add(batch.columns[columns.length - 1] as ColumnValues)
    yield { ...batch, columns: batch.columns.slice(0, -1) }
  }
}

function refuseUnfit(batch: Batch, name: string, datatype: string, values: ColumnValues | undefined): void {
  if (values?.kind !== 'number') return
  const unfit = firstUnfit(values.values, datatype)
  if (unfit === undefined) return
  throw new ModelyardError({
    code: 'bad-data',
    message: `the column \`${name}\` ${unfit.why}, at row ${batch.start + unfit.at + 1}`,
    next: 'correct the row, or export the model with a float input, which can hold missing numbers',
  })
}
