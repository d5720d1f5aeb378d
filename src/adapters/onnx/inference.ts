import type { Batch, Inference, Scores, ScoringLimits, ScoringRequest } from '../../ports.ts'
import { describeModel } from './describe-model.ts'
import { refuseExternalTensors } from './external-tensors.ts'
import { bufferOf, type Frame, packCodes, readFrames, writeFrame } from './frames.ts'
import { USUAL_LIMITS } from './limits.ts'
import { parseOnnx } from './model-file.ts'
import { nextAnswer } from './next-answer.ts'
import { type OutputPlan, planOutputs, revealOutput } from './output-plan.ts'
import { ScoreCollector } from './score-collector.ts'
import type { Answer, ColumnHeader, Question } from './score-protocol.ts'
import { type ModelChild, startModel } from './start-model.ts'

type HeldLimits = { readonly [K in keyof ScoringLimits]-?: number }
/** Bytes of an answer for one batch: with 1,024 rows, 32,000 classes. */
const MAX_ANSWER = 256 * 1024 * 1024
/** Batches on their way to the child at one time: it never waits, and memory stays bounded. */
const AHEAD = 3

export interface InferenceOptions {
  /** What holds for requests that name no limits. */
  readonly limits?: ScoringLimits | undefined
  /** Whether the system may limit memory, where it can; otherwise it is watched alone. */
  readonly bySystem?: boolean | undefined
}

/**
 * ONNX models by onnxruntime-node.
 *
 * @param childPath - The scoring child's script.
 * @param version - The engine's, as evidence names it.
 */
export function openInference(childPath: URL, version: string, options: InferenceOptions = {}): Inference {
  const { limits: own, bySystem = true } = options
  const start = ({ bytes, seconds }: HeldLimits) =>
    startModel(childPath, { bytes, seconds: 4 * seconds, bySystem })
  let prepared: ModelChild | undefined
  return {
    engine: `onnxruntime-node ${version}`,
    prepare() {
      prepared ??= start(limitsOf(own))
    },
    describe: describeModel,
    async score(request) {
      const limits = limitsOf(own, request.limits)
      // One that was started with the usual limits cannot take others.
      const process = request.limits === undefined ? (prepared ?? start(limits)) : start(limits)
      if (process === prepared) prepared = undefined
      return await score(request, process, limits)
    },
  }
}

async function score(request: ScoringRequest, process: ModelChild, limits: HeldLimits): Promise<Scores> {
  try {
    // The process loads the engine meanwhile.
    const outputs = planOutputs(parseOnnx(request.model), request.task)
    refuseExternalTensors(request.model)
    return await converse(request, outputs, process, limits)
  } finally {
    await process.end()
  }
}

/** The last one that says anything of a limit holds. */
function limitsOf(...given: readonly (ScoringLimits | undefined)[]): HeldLimits {
  const said = given.flatMap(limits =>
    Object.entries(limits ?? {}).filter(([, value]) => value !== undefined),
  )
  return { ...USUAL_LIMITS, ...Object.fromEntries(said) }
}

async function converse(
  { model, inputs, batches, signal, progress }: ScoringRequest,
  outputs: OutputPlan,
  process: ModelChild,
  limits: HeldLimits,
): Promise<Scores> {
  const { child } = process
  const abort = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', abort, { once: true })
  const answers = readFrames<Answer>(child.stdout, MAX_ANSWER)
  const endsAt = performance.now() + limits.seconds * 1000
  const next = (seconds: number, what: string) => {
    const left = Math.max(0, endsAt - performance.now())
    const patience =
      left < seconds * 1000
        ? { ms: left, of: limits.seconds, what: 'the model was not done' }
        : { ms: seconds * 1000, of: seconds, what }
    const asked = { process, limit: limits.bytes, models: 'one', work: 'scoring' } as const
    return nextAnswer(answers, asked, patience, signal)
  }
  const bytes =
    outputs.task === 'classification' && outputs.reveal !== undefined
      ? revealOutput(model, outputs.reveal)
      : model
  // The first rows are read while the child loads the model.
  const source = batches[Symbol.asyncIterator]()
  const first = source.next()
  first.catch(() => {})
  const planned = typeof inputs === 'function' ? inputs() : Promise.resolve(inputs)
  planned.catch(() => {})
  try {
    await writeFrame<Question>(child.stdin, {
      header: { is: 'model', outputs },
      buffers: [bufferOf(bytes)],
    })
    await writeFrame<Question>(child.stdin, { header: { is: 'inputs', inputs: await planned }, buffers: [] })
    await next(limits.loadSeconds, 'the model could not be loaded')
    const memoryLimit = await process.memoryLimit()
    const collector = new ScoreCollector(outputs)
    const sender = batchSender()
    const waiting: number[] = []
    const collect = async () => {
      collector.add(await next(limits.batchSeconds, 'the model gave no answer'), waiting.shift() ?? 0)
      progress?.(collector.rows)
    }
    for await (const batch of resumed(first, source)) {
      if (waiting.length >= AHEAD) await collect()
      waiting.push(batch.rows)
      await writeFrame<Question>(child.stdin, sender(batch))
    }
    while (waiting.length > 0) await collect()
    return { ...collector.finish(), memoryLimit }
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
    buffers: columns.map(column => bufferOf(column.kind === 'number' ? column.values : packCodes(column))),
  })
}
