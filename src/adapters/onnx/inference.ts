import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { Batch, Inference, Scores, ScoringRequest } from '../../ports.ts'
import { bufferOf, type Frame, readFrames, UnreadableFrame, writeFrame } from './frames.ts'
import { parseOnnx } from './model-file.ts'
import { type OutputPlan, planOutputs, revealOutput } from './output-plan.ts'
import { ScoreCollector } from './score-collector.ts'
import type { Answer, ColumnHeader, Question } from './score-protocol.ts'

/** A batch that takes longer than this will not end. */
const PATIENCE_MS = 120_000
/** Bytes of an answer for one batch: with 1,024 rows, 32,000 classes. */
const MAX_ANSWER = 256 * 1024 * 1024
/** Batches on their way to the child at one time: it never waits, and memory stays bounded. */
const AHEAD = 3

/**
 * ONNX models by onnxruntime-node.
 *
 * @param childPath - The scoring child's script.
 * @param version - The engine's, as evidence names it.
 */
export function openInference(childPath: URL, version: string): Inference {
  return {
    engine: `onnxruntime-node ${version}`,
    async describe(model) {
      const { signature, opsets } = parseOnnx(model)
      return { signature, opsets }
    },
    score: request => score(request, childPath),
  }
}

async function score(request: ScoringRequest, childPath: URL): Promise<Scores> {
  const outputs = planOutputs(parseOnnx(request.model), request.task)
  const folder = await mkdtemp(join(tmpdir(), 'modelyard-score-'))
  const child = startChild(childPath, folder)
  try {
    return await converse(request, outputs, child)
  } finally {
    child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

// An empty folder and an empty environment: a model finds no file and no secret beside it. Windows needs its root.
function startChild(childPath: URL, folder: string): ChildProcessWithoutNullStreams {
  const { SystemRoot } = process.env
  return spawn(process.execPath, [fileURLToPath(childPath)], {
    cwd: folder,
    env: SystemRoot === undefined ? {} : { SystemRoot },
    stdio: 'pipe',
    windowsHide: true,
  })
}

async function converse(
  { model, inputs, batches, signal, progress }: ScoringRequest,
  outputs: OutputPlan,
  child: ChildProcessWithoutNullStreams,
): Promise<Scores> {
  child.stdin.on('error', () => {})
  child.stderr.resume()
  // Of a process that is gone Node throws away what nobody has begun to listen to, and it may be gone before its turn.
  child.stdout.on('readable', () => {})
  const abort = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', abort, { once: true })
  const answers = readFrames<Answer>(child.stdout, MAX_ANSWER)
  const next = () => withPatience(answers, child, signal)
  const bytes =
    outputs.task === 'classification' && outputs.reveal !== undefined
      ? revealOutput(model, outputs.reveal)
      : model
  // The first rows are read while the child loads the model.
  const source = batches[Symbol.asyncIterator]()
  const first = source.next()
  first.catch(() => {})
  try {
    await writeFrame<Question>(child.stdin, {
      header: { is: 'model', inputs: await inputs, outputs },
      buffers: [Buffer.from(bytes)],
    })
    await next()
    const collector = new ScoreCollector(outputs)
    const sender = batchSender()
    const waiting: number[] = []
    const collect = async () => {
      collector.add(await next(), waiting.shift() ?? 0)
      progress?.(collector.rows)
    }
    for await (const batch of resumed(first, source)) {
      if (waiting.length >= AHEAD) await collect()
      waiting.push(batch.rows)
      await writeFrame<Question>(child.stdin, sender(batch))
    }
    while (waiting.length > 0) await collect()
    return collector.finish()
  } finally {
    signal?.removeEventListener('abort', abort)
    await source.return?.()
  }
}

/** An iterator whose first answer was asked for already. */
async function* resumed<T>(first: Promise<IteratorResult<T>>, source: AsyncIterator<T>): AsyncGenerator<T> {
  for (let step = await first; !step.done; step = await source.next()) yield step.value
}

/** Turns batches into frames; of a text column's dictionary only what is new travels. */
function batchSender(): (batch: Batch) => Frame<Question> {
  const sent = new Map<number, number>()
  return ({ rows, columns }) => ({
    header: {
      is: 'batch',
      rows,
      columns: columns.map((column, index): ColumnHeader => {
        if (column.kind === 'number') return { kind: 'number' }
        const known = sent.get(index) ?? 0
        sent.set(index, column.words.length)
        return { kind: 'text', words: column.words.slice(known) }
      }),
    },
    buffers: columns.map(column => bufferOf(column.kind === 'number' ? column.values : column.codes)),
  })
}

/** The child's next answer; its failures, its death and its silence as errors. */
async function withPatience(
  answers: AsyncGenerator<Frame<Answer>>,
  child: ChildProcessWithoutNullStreams,
  signal: AbortSignal | undefined,
): Promise<Frame<Answer>> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<'silence'>(resolve => {
    timer = setTimeout(resolve, PATIENCE_MS, 'silence')
  })
  try {
    const answer = await Promise.race([answers.next(), silence])
    if (signal?.aborted) {
      throw new ModelyardError({
        code: 'interrupted',
        message: 'scoring was interrupted',
        next: 'run the command again',
      })
    }
    if (answer === 'silence') {
      throw new ModelyardError({
        code: 'timed-out',
        message: `the model gave no answer within ${PATIENCE_MS / 1000} s`,
        next: 'check the model; one that loops without end cannot be scored',
      })
    }
    if (answer.done) throw await deathOf(child)
    const { header } = answer.value
    if (header.is === 'failed') throw failure(header)
    return answer.value
  } catch (error) {
    throw error instanceof UnreadableFrame ? unreadable(error) : error
  } finally {
    clearTimeout(timer)
  }
}

function unreadable(error: UnreadableFrame): ModelyardError {
  return new ModelyardError({
    code: 'not-runnable',
    message: `the process that ran the model gave an answer that cannot be read (${error.message})`,
    next: 'check that the model gives one prediction for each row',
    cause: error,
  })
}

async function deathOf(child: ChildProcessWithoutNullStreams): Promise<ModelyardError> {
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise(resolve => child.once('exit', resolve))
  }
  const how = child.signalCode ?? `status ${child.exitCode}`
  return new ModelyardError({
    code: 'not-runnable',
    message: `the process that ran the model died (${how})`,
    next: 'the model may need more memory than there is; try it on its own, or on fewer columns',
  })
}

function failure({ step, message }: Extract<Answer, { is: 'failed' }>): ModelyardError {
  if (step === 'engine') {
    return new ModelyardError({
      code: 'missing-engine',
      message: `onnxruntime-node could not be loaded: ${shorten(message)}`,
      next: 'install it: npm install --ignore-scripts onnxruntime-node',
    })
  }
  return new ModelyardError({
    code: 'not-runnable',
    message: `the model ${step === 'load' ? 'cannot be loaded' : 'fails on the data'}: ${shorten(message)}`,
    next:
      step === 'load'
        ? 'export it again for operators that onnxruntime has, or register predictions instead'
        : 'compare its inputs with the data: modelyard show MODEL VERSION',
  })
}

/** The engine's words without its source files and paths, on one line. */
function shorten(message: string): string {
  const line = message
    .replace(/^Error: /, '')
    .replace(/\S+\.(?:cc|h|cpp):\d+ ?/g, '')
    .replace(/(?:[A-Z]:)?[\\/][^\s"':]*modelyard-score-\w+/g, 'the empty folder that it runs in')
    .replace(/\s+/g, ' ')
  return line.length > 300 ? `${line.slice(0, 297)}…` : line
}
