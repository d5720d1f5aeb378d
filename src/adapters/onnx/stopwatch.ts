import { ModelyardError } from '../../domain/errors/index.ts'
import type { LoadedModels, Stopwatch, TimingRequest } from '../../ports.ts'
import { bufferOf, type Frame, numbersIn, readFrames, UnreadableFrame, writeFrame } from './frames.ts'
import { parseOnnx } from './model-file.ts'
import { planOutputs, revealOutput } from './output-plan.ts'
import { startTiming, type TimingChild } from './start-timing.ts'
import type { TimeAnswer, TimeQuestion } from './time-protocol.ts'

/** Turns that take longer than this will not end. */
const PATIENCE_MS = 120_000
/** Bytes of an answer: times of eight million turns. */
const MAX_ANSWER = 64 * 1024 * 1024

/**
 * Times ONNX models by onnxruntime-node.
 *
 * @param childPath - The timing child's script.
 * @param patienceMs - How long one lot of turns may take.
 */
export function openStopwatch(childPath: URL, patienceMs: number = PATIENCE_MS): Stopwatch {
  return {
    async load(request) {
      const loading = loadingFrame(request)
      const timing = await startTiming(childPath)
      const conversation = converse(timing, request.signal)
      try {
        await conversation.ask(loading, PATIENCE_MS)
      } catch (error) {
        await conversation.close()
        throw error
      }
      return {
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
function converse({ child, end }: TimingChild, signal: AbortSignal | undefined) {
  const kill = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', kill, { once: true })
  child.stdout.on('readable', () => {})
  const answers = readFrames<TimeAnswer>(child.stdout, MAX_ANSWER)
  const answered = async (patienceMs: number): Promise<readonly Buffer[]> => {
    let timer: NodeJS.Timeout | undefined
    const silence = new Promise<'silence'>(resolve => {
      timer = setTimeout(resolve, patienceMs, 'silence')
    })
    try {
      const answer = await Promise.race([answers.next(), silence])
      if (signal?.aborted) throw stopped()
      if (answer === 'silence') throw silent(patienceMs)
      if (answer.done) throw died()
      const { header, buffers } = answer.value
      if (header.is === 'failed') throw failed(header)
      return buffers
    } catch (error) {
      throw error instanceof UnreadableFrame ? died(error) : error
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    async ask(question: Frame<TimeQuestion>, patienceMs: number) {
      await writeFrame(child.stdin, question)
      return answered(patienceMs)
    },
    async close() {
      signal?.removeEventListener('abort', kill)
      await end()
    },
  }
}

function stopped(): ModelyardError {
  return new ModelyardError({
    code: 'interrupted',
    message: 'timing was interrupted',
    next: 'run the command again',
  })
}

function silent(patienceMs: number): ModelyardError {
  return new ModelyardError({
    code: 'timed-out',
    message: `the models gave no answer within ${patienceMs / 1000} s`,
    next: 'check that both can be scored: modelyard evaluate MODEL VERSION; or time fewer rows a request',
  })
}

function died(cause?: unknown): ModelyardError {
  return new ModelyardError({
    code: 'not-runnable',
    message: 'the process that ran the models died',
    next: 'they may need more memory than there is: time fewer rows a request',
    cause,
  })
}

function failed({ step, message }: Extract<TimeAnswer, { is: 'failed' }>): ModelyardError {
  if (step === 'engine') {
    return new ModelyardError({
      code: 'missing-engine',
      message: `onnxruntime-node could not be loaded: ${message}`,
      next: 'install it: npm install --ignore-scripts onnxruntime-node',
    })
  }
  return new ModelyardError({
    code: 'not-runnable',
    message: `a model ${step === 'load' ? 'cannot be loaded' : 'fails on the rows'}: ${message.slice(0, 300)}`,
    next: 'see which one and why: modelyard evaluate MODEL VERSION',
  })
}
