import { ModelyardError } from '../domain/errors/index.ts'
import type { CommandEnd, Limits, Ports, Process } from '../ports.ts'
import { failureOf, lastWords, USUAL_LIMITS } from './command-failure.ts'
import type { Watch } from './define.ts'
import type { EvaluationData, Predicted, ScoredVersion } from './labelled-scores.ts'
import { readPredictions } from './read-predictions.ts'

export const PREDICTIONS = 'predictions.csv'

export interface PredictRequest {
  /** `predict.command` of model.yaml. */
  readonly command: string
  /** The artifact, a file or a folder, from the root of the file system. */
  readonly model: string
  readonly seed: number
  readonly limits?: Limits | undefined
}

/** What predicting by a command needs of the outside. */
export interface PredictPorts extends Pick<Ports, 'artifacts' | 'tables'> {
  readonly process: Process
}

/**
 * Lets the repository's own command predict the evaluation data, for an artifact that is no ONNX, and puts what it
 * wrote beside the labels. The command reads the rows without the target, a CSV, in `MODELYARD_DATA`, the artifact in
 * `MODELYARD_MODEL` and a seed in `MODELYARD_SEED`; it leaves `predictions.csv` in the empty folder `MODELYARD_OUT`, a
 * row for each row of the data in their order. Both are taken away again.
 *
 * @throws {ModelyardError} `not-runnable` where it fails, is killed or leaves no file; `timed-out`; `bad-data` where
 *   what it left does not fit the data; `interrupted`.
 */
export async function predictByCommand(
  request: PredictRequest,
  definition: Predicted,
  data: EvaluationData,
  ports: PredictPorts,
  watch: Watch,
): Promise<ScoredVersion> {
  const { process, tables } = ports
  const input = await process.temporaryFolder()
  const output = await process.temporaryFolder()
  try {
    const rows = `${input.path}/rows.csv`
    await tables.writeWithout(data.path, definition.target, rows)
    watch.progress?.('predicting by the command of model.yaml')
    const end = await runPredict(request, { rows, output: output.path }, process, watch)
    const failure = failureOfPredict(end, request.limits)
    if (failure !== undefined) throw failure
    const scored = await readWritten(`${output.path}/${PREDICTIONS}`, end, definition, data, ports)
    return { ...scored, memoryLimit: end.memoryLimit }
  } finally {
    await Promise.all([input.remove(), output.remove()])
  }
}

/**
 * Runs the command once.
 *
 * @throws {ModelyardError} `interrupted`.
 */
export async function runPredict(
  { command, model, seed, limits = USUAL_LIMITS }: PredictRequest,
  { rows, output }: { readonly rows: string; readonly output: string },
  process: Process,
  { signal, progress }: Watch,
): Promise<CommandEnd> {
  const end = await process.run({
    command,
    env: {
      MODELYARD_MODEL: model,
      MODELYARD_DATA: rows,
      MODELYARD_OUT: output,
      MODELYARD_SEED: String(seed),
    },
    limits,
    signal,
    said: line => progress?.(line),
  })
  if (!signal?.aborted) return end
  throw new ModelyardError({
    code: 'interrupted',
    message: 'predicting was interrupted',
    next: 'run the command again',
  })
}

/** Why a run did not come to its end, or ended as one that failed. */
export function failureOfPredict(end: CommandEnd, limits: Limits = USUAL_LIMITS): ModelyardError | undefined {
  return failureOf(end, limits, {
    named: '`predict`',
    variables: ['MODELYARD_MODEL', 'MODELYARD_DATA', 'MODELYARD_OUT'],
  })
}

/** What it wrote for the evaluation data, beside the labels. */
function readWritten(
  file: string,
  end: CommandEnd,
  definition: Predicted,
  data: EvaluationData,
  ports: PredictPorts,
): Promise<ScoredVersion> {
  return written(file, end, ports, () => readPredictions(definition, data, file, ports.tables))
}

/**
 * Reads the file that a run left.
 *
 * @throws {ModelyardError} `not-runnable` where there is none; `bad-data`.
 */
export async function written<T>(
  file: string,
  end: CommandEnd,
  { artifacts }: Pick<PredictPorts, 'artifacts'>,
  read: () => Promise<T>,
): Promise<T> {
  const isThere = await artifacts.readHead(file, 1).then(
    () => true,
    () => false,
  )
  if (!isThere) {
    throw new ModelyardError({
      code: 'not-runnable',
      message: `\`predict\` left no ${PREDICTIONS} in $MODELYARD_OUT${lastWords(end)}`,
      next: 'write it there: one row for each row of $MODELYARD_DATA, in their order',
    })
  }
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof ModelyardError)) throw error
    const { code, message, next } = error
    // The folder is gone when this is read: the file is named as the command knows it.
    const named = message.replaceAll(file, `${PREDICTIONS} of \`predict\``)
    throw new ModelyardError({ code, message: named, next, cause: error })
  }
}
