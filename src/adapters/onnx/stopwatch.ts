import type { LoadedModels, Stopwatch, TimingRequest } from '../../ports.ts'
import { refuseExternalTensors } from './external-tensors.ts'
import { bufferOf, type Frame, numbersIn, readFrames, writeFrame } from './frames.ts'
import { USUAL_LIMITS } from './limits.ts'
import { parseOnnx } from './model-file.ts'
import { nextAnswer } from './next-answer.ts'
import { planOutputs, revealOutput } from './output-plan.ts'
import { type ModelChild, startModel } from './start-model.ts'
import type { TimeAnswer, TimeQuestion } from './time-protocol.ts'

/** Two models, of which one is loaded twice, beside the rows of all requests. */
const MOST_BYTES = 2 * USUAL_LIMITS.bytes
/** Turns that take longer than this will not end. */
const PATIENCE_MS = 120_000
/** Bytes of an answer: times of eight million turns. */
const MAX_ANSWER = 64 * 1024 * 1024

export interface StopwatchOptions {
  /** How long one lot of turns may take. */
  readonly patienceMs?: number | undefined
  /** What all models together may hold. */
  readonly bytes?: number | undefined
  /** Whether the system may limit memory, where it can; otherwise it is watched alone. */
  readonly bySystem?: boolean | undefined
}

/**
 * Times ONNX models by onnxruntime-node, under the limits under which they are scored.
 *
 * @param childPath - The timing child's script.
 */
export function openStopwatch(
  childPath: URL,
  { patienceMs = PATIENCE_MS, bytes = MOST_BYTES, bySystem = true }: StopwatchOptions = {},
): Stopwatch {
  return {
    async load(request) {
      const loading = loadingFrame(request)
      const process = startModel(childPath, { bytes, seconds: 4 * USUAL_LIMITS.seconds, bySystem })
      const conversation = converse(process, bytes, request.signal)
      try {
        await conversation.ask(loading, PATIENCE_MS)
      } catch (error) {
        await conversation.close()
        throw error
      }
      return {
        memoryLimit: await process.memoryLimit(),
        async time({ models, requests }) {
          const turns = [bufferOf(models), bufferOf(requests)]
          const [times] = await conversation.ask({ header: { is: 'turns' }, buffers: turns }, patienceMs)
          return numbersIn(times ?? Buffer.alloc(0), Float64Array)
        },
        close: conversation.close,
      } satisfies LoadedModels
    },
  }
}

function loadingFrame({ models, rows, rowsPerRequest }: TimingRequest): Frame<TimeQuestion> {
  const planned = models.map(({ model, inputs, task }) => {
    const outputs = planOutputs(parseOnnx(model), task)
    refuseExternalTensors(model)
    const revealed =
      outputs.task === 'classification' && outputs.reveal !== undefined
        ? revealOutput(model, outputs.reveal)
        : model
    return { inputs, outputs, bytes: Buffer.from(revealed) }
  })
  return {
    header: {
      is: 'load',
      models: planned.map(({ inputs, outputs }) => ({ inputs, outputs })),
      columns: rows.columns.map(column =>
        column.kind === 'number' ? { kind: 'number' } : { kind: 'text', words: column.words },
      ),
      requests: Math.floor(rows.rows / rowsPerRequest),
      rowsPerRequest,
    },
    buffers: [
      ...planned.map(({ bytes }) => bytes),
      ...rows.columns.map(column => bufferOf(column.kind === 'number' ? column.values : column.codes)),
    ],
  }
}

/** Questions to the child, one after the other; its failures, its death and its silence are errors. */
function converse(process: ModelChild, limit: number, signal: AbortSignal | undefined) {
  const { child } = process
  const kill = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', kill, { once: true })
  const answers = readFrames<TimeAnswer>(child.stdout, MAX_ANSWER)
  const asked = { process, limit, models: 'several', work: 'timing' } as const
  return {
    async ask(question: Frame<TimeQuestion>, ms: number): Promise<readonly Buffer[]> {
      await writeFrame(child.stdin, question)
      const patience = { ms, of: ms / 1000, what: 'the models gave no answer' }
      return (await nextAnswer(answers, asked, patience, signal)).buffers
    },
    async close() {
      signal?.removeEventListener('abort', kill)
      await process.end()
    },
  }
}
