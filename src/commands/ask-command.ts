import type { DataColumn } from '../domain/comparison/input-plan.ts'
import type { Cell, Row } from '../domain/contract/probes.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { CommandEnd } from '../ports.ts'
import { type Asked, predictedOf } from './ask-artifact.ts'
import type { Watch } from './define.ts'
import type { Predicted } from './labelled-scores.ts'
import {
  failureOfPredict,
  PREDICTIONS,
  type PredictPorts,
  type PredictRequest,
  runPredict,
  written,
} from './predicted-by-command.ts'
import { readScores } from './read-predictions.ts'

/** A shell says so of a command that a signal ended. */
const BY_SIGNAL = 128

/** The command `predict` of model.yaml, which rows can be given to: each time it is run anew. */
export interface AskedCommand {
  /** The data's, without the target. */
  readonly columns: readonly DataColumn[]
  ask(rows: readonly Row[]): Promise<Asked>
}

export function askedCommand(
  request: PredictRequest,
  columns: readonly DataColumn[],
  definition: Pick<Predicted, 'task' | 'positive-class'>,
  ports: PredictPorts,
  watch: Watch,
): AskedCommand {
  return {
    columns,
    async ask(rows) {
      const input = await ports.process.temporaryFolder()
      const output = await ports.process.temporaryFolder()
      try {
        await input.write('rows.csv', new TextEncoder().encode(csvOf(columns, rows)))
        const places = { rows: `${input.path}/rows.csv`, output: output.path }
        const end = await runPredict(request, places, ports.process, watch)
        const failure = failureOfPredict(end, request.limits)
        if (failure !== undefined)
          return { is: endedByItself(end) ? 'refused' : 'broke', why: failure.message }
        return await readAnswer(`${output.path}/${PREDICTIONS}`, end, definition, ports)
      } finally {
        await Promise.all([input.remove(), output.remove()])
      }
    },
  }
}

/** A command that said that it failed gave an answer; one that was killed gave none. */
function endedByItself({ status, exceeded }: CommandEnd): boolean {
  return exceeded === undefined && status !== undefined && status < BY_SIGNAL
}

async function readAnswer(
  file: string,
  end: CommandEnd,
  definition: Pick<Predicted, 'task' | 'positive-class'>,
  ports: PredictPorts,
): Promise<Asked> {
  try {
    const scores = await written(file, end, ports, () => readScores(definition, { path: file }, ports.tables))
    const odd = scores.probabilities?.values.find(value => value < 0 || value > 1)
    if (odd !== undefined) return { is: 'broke', why: `it predicts ${odd} as a probability` }
    return { is: 'answered', scores, predicted: predictedOf(scores) }
  } catch (error) {
    // It said that all went well, and left nothing that can be read.
    if (error instanceof ModelyardError && (error.code === 'bad-data' || error.code === 'not-runnable'))
      return { is: 'broke', why: error.message }
    throw error
  }
}

/** Rows as a CSV with a header: what is missing is nothing, an infinity `inf`. */
function csvOf(columns: readonly DataColumn[], rows: readonly Row[]): string {
  const lines = [columns.map(({ name }) => name), ...rows.map(row => row.map(cellText))]
  return `${lines.map(line => line.map(quoted).join(',')).join('\n')}\n`
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  return String(cell).replace('Infinity', 'inf')
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
