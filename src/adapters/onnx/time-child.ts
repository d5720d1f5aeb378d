import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { bufferOf, type Frame, numbersIn, readFrames, writeFrame } from './frames.ts'
import { holdLifeline } from './lifeline.ts'
import type { OutputPlan } from './output-plan.ts'
import type { ColumnHeader } from './score-protocol.ts'
import { type Column, tensorOf } from './tensors.ts'
import type { TimeAnswer, TimeQuestion } from './time-protocol.ts'

// The timing child: models run here side by side and are timed one request after the other. It does nothing else, so
// that what is measured is the engine and not what stands around it.

type Engine = typeof import('onnxruntime-node')
type Loading = Extract<TimeQuestion, { is: 'load' }>

/** A session with the tensors of every request, made before anything is timed. */
interface Ready {
  readonly session: InferenceSession
  readonly feeds: readonly Readonly<Record<string, Tensor>>[]
  readonly fetched: readonly string[]
}

class Failure extends Error {
  readonly step: 'engine' | 'load' | 'run'
  constructor(step: 'engine' | 'load' | 'run', cause: unknown) {
    super(String(cause))
    this.step = step
  }
}

async function serve(): Promise<void> {
  holdLifeline()
  const questions = readFrames<TimeQuestion>(process.stdin)
  const first = (await questions.next()).value as Frame<TimeQuestion> | undefined
  if (first?.header.is !== 'load') return
  try {
    const models = await load(first.header, first.buffers)
    await answer({ is: 'ready' })
    for await (const { buffers } of questions) {
      const [which, requests] = buffers.map(buffer => numbersIn(buffer, Uint32Array))
      const times = await take(models, which as Uint32Array, requests as Uint32Array)
      await answer({ is: 'times' }, [bufferOf(times)])
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    await answer({ is: 'failed', step: error.step, message: error.message })
  }
}

const answer = (header: TimeAnswer, buffers: readonly Buffer[] = []) =>
  writeFrame<TimeAnswer>(process.stdout, { header, buffers })

async function take(
  models: readonly Ready[],
  which: Uint32Array,
  requests: Uint32Array,
): Promise<Float64Array> {
  const times = new Float64Array(which.length)
  for (let turn = 0; turn < times.length; turn += 1) {
    const { session, feeds, fetched } = models[which[turn] as number] as Ready
    const feed = feeds[requests[turn] as number] as Ready['feeds'][number]
    const begin = process.hrtime.bigint()
    try {
      await session.run(feed, fetched)
    } catch (error) {
      throw new Failure('run', error)
    }
    times[turn] = Number(process.hrtime.bigint() - begin) / 1e6
  }
  return times
}

async function load(header: Loading, buffers: readonly Buffer[]): Promise<Ready[]> {
  const engine = await import('onnxruntime-node').catch(error => {
    throw new Failure('engine', error)
  })
  const columns = header.columns.map((column, index) =>
    columnOf(column, buffers[header.models.length + index] as Buffer),
  )
  const ready: Ready[] = []
  for (const [index, { inputs, outputs }] of header.models.entries()) {
    const session = await open(engine, buffers[index] as Buffer)
    const feeds = Array.from({ length: header.requests }, (_, request) => {
      const from = request * header.rowsPerRequest
      const rows = columns.map(column => column.slice(from, from + header.rowsPerRequest) as Column)
      return Object.fromEntries(
        inputs.map(input => [input.name, tensorOf(engine, input, header.rowsPerRequest, rows)]),
      )
    })
    ready.push({ session, feeds, fetched: fetchedFrom(outputs) })
  }
  return ready
}

async function open(engine: Engine, model: Buffer): Promise<InferenceSession> {
  try {
    return await engine.InferenceSession.create(model, {
      // One thread: two models that take turns must not wait for each other's threads.
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      logSeverityLevel: 4,
    })
  } catch (error) {
    throw new Failure('load', error)
  }
}

function columnOf(column: ColumnHeader, buffer: Buffer): Column {
  if (column.kind === 'number') return numbersIn(buffer, Float64Array)
  return Array.from(numbersIn(buffer, Uint32Array), code => column.words[code] as string)
}

function fetchedFrom(outputs: OutputPlan): string[] {
  const names = outputs.task === 'regression' ? [outputs.values] : [outputs.probabilities, outputs.labels]
  return names.flat().filter(name => name !== undefined)
}

await serve()
process.stdout.end(() => process.exit(0))
