import { ModelyardError } from '../domain/errors/index.ts'
import type { CommandEnd, Limits, Ports, Process } from '../ports.ts'
import type { Watch } from './define.ts'
import type { EvaluationData, Predicted, ScoredVersion } from './labelled-scores.ts'
import { readPredictions } from './read-predictions.ts'

/** What a `predict` of model.yaml may take where nobody says otherwise. */
const USUAL_LIMITS: Limits = { seconds: 3600, bytes: 4 * 2 ** 30 }
const PREDICTIONS = 'predictions.csv'
/** Of what the command said, in an error. */
const TAIL_LINES = 12

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
  { command, model, seed, limits = USUAL_LIMITS }: PredictRequest,
  definition: Predicted,
  data: EvaluationData,
  ports: PredictPorts,
  { signal, progress }: Watch,
): Promise<ScoredVersion> {
  const { process, tables } = ports
  const input = await process.temporaryFolder()
  const output = await process.temporaryFolder()
  try {
    const rows = `${input.path}/rows.csv`
    await tables.writeWithout(data.path, definition.target, rows)
    progress?.('predicting by the command of model.yaml')
    const end = await process.run({
      command,
      env: {
        MODELYARD_MODEL: model,
        MODELYARD_DATA: rows,
        MODELYARD_OUT: output.path,
        MODELYARD_SEED: String(seed),
      },
      limits,
      signal,
      said: line => progress?.(line),
    })
    if (signal?.aborted) {
      throw new ModelyardError({
        code: 'interrupted',
        message: 'predicting was interrupted',
        next: 'run the command again',
      })
    }
    refuseFailure(end, limits)
    const scored = await readWritten(`${output.path}/${PREDICTIONS}`, end, definition, data, ports)
    return { ...scored, memoryLimit: end.memoryLimit }
  } finally {
    await Promise.all([input.remove(), output.remove()])
  }
}

function refuseFailure(end: CommandEnd, { seconds, bytes = Number.POSITIVE_INFINITY }: Limits): void {
  const { status, signal, exceeded } = end
  if (exceeded === 'time') {
    throw new ModelyardError({
      code: 'timed-out',
      message: `\`predict\` was not done within ${seconds} s${said(end)}`,
      next: 'make it faster, or evaluate on fewer rows',
    })
  }
  if (exceeded === undefined && status === 0) return
  const how =
    exceeded === 'memory'
      ? `took more than ${(bytes / 2 ** 30).toFixed(1)} GiB of memory`
      : status === undefined
        ? `was ended by ${signal ?? 'a signal'}`
        : `ended with status ${status}`
  throw new ModelyardError({
    code: 'not-runnable',
    message: `\`predict\` ${how}${said(end)}`,
    next: 'run the command of model.yaml yourself, with MODELYARD_MODEL, MODELYARD_DATA and MODELYARD_OUT set',
  })
}

/** The end of what the command said, in lines of their own. */
function said({ tail }: CommandEnd): string {
  const lines = tail.trimEnd().split('\n').slice(-TAIL_LINES)
  return tail.trim() === '' ? ', and said nothing' : `; it said last:\n${lines.join('\n')}`
}

async function readWritten(
  file: string,
  end: CommandEnd,
  definition: Predicted,
  data: EvaluationData,
  { artifacts, tables }: PredictPorts,
): Promise<ScoredVersion> {
  const isThere = await artifacts.readHead(file, 1).then(
    () => true,
    () => false,
  )
  if (!isThere) {
    throw new ModelyardError({
      code: 'not-runnable',
      message: `\`predict\` left no ${PREDICTIONS} in $MODELYARD_OUT${said(end)}`,
      next: 'write it there: one row for each row of $MODELYARD_DATA, in their order',
    })
  }
  try {
    return await readPredictions(definition, data, file, tables)
  } catch (error) {
    if (!(error instanceof ModelyardError)) throw error
    const { code, message, next } = error
    // The folder is gone when this is read: the file is named as the command knows it.
    const named = message.replaceAll(file, `${PREDICTIONS} of \`predict\``)
    throw new ModelyardError({ code, message: named, next, cause: error })
  }
}
