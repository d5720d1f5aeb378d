import type { InferenceSession, Tensor, TypedTensor } from 'onnxruntime-node'
import type { InputPlan } from '../../ports.ts'
import { bufferOf, type Frame, numbersIn, readFrames, unpackCodes, writeFrame } from './frames.ts'
import { holdLifeline } from './lifeline.ts'
import type { OutputPlan } from './output-plan.ts'
import type { Answer, Question } from './score-protocol.ts'
import { interleave, tensorOf } from './tensors.ts'

// The scoring child: a model runs here and nowhere else, so that a crash, a hang or its memory is never the parent's.

type Engine = typeof import('onnxruntime-node')
type BatchFrame = { readonly header: Extract<Question, { is: 'batch' }>; readonly buffers: readonly Buffer[] }

const answer = (header: Answer, buffers: readonly Buffer[] = []) =>
  writeFrame<Answer>(process.stdout, { header, buffers })

async function serve(): Promise<void> {
  holdLifeline()
  // Loaded while the parent still reads what the first question will say.
  const loading = import('onnxruntime-node')
  loading.catch(() => {})
  const frames = readFrames<Question>(process.stdin)
  const first = (await frames.next()).value as Frame<Question> | undefined
  if (first?.header.is !== 'model') return
  const { outputs } = first.header
  let engine: Engine
  try {
    engine = await loading
  } catch (error) {
    return answer({ is: 'failed', step: 'engine', message: String(error) })
  }
  let session: InferenceSession
  try {
    session = await engine.InferenceSession.create(first.buffers[0] as Buffer, {
      // One thread: more of them change last digits, and evidence is to be repeatable.
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      logSeverityLevel: 4,
    })
  } catch (error) {
    return answer({ is: 'failed', step: 'load', message: String(error) })
  }
  await answer({ is: 'ready' })
  const second = (await frames.next()).value as Frame<Question> | undefined
  if (second?.header.is !== 'inputs') return
  const { inputs } = second.header
  const tensors = tensorMaker(engine, inputs)
  const labels = new Map<string, number>()
  for await (const frame of frames) {
    try {
      const results = await session.run(tensors(frame as BatchFrame), fetched(outputs))
      await answerScores(results, outputs, labels, (frame.header as BatchFrame['header']).rows)
    } catch (error) {
      return answer({ is: 'failed', step: 'run', message: String(error) })
    }
  }
}

function fetched(outputs: OutputPlan): string[] {
  const names = outputs.task === 'regression' ? [outputs.values] : [...outputs.probabilities, outputs.labels]
  return names.filter(name => name !== undefined)
}

/** Makes the input tensors of a batch; text columns keep their dictionaries from batch to batch. */
function tensorMaker(
  engine: Engine,
  inputs: readonly InputPlan[],
): (frame: BatchFrame) => Record<string, Tensor> {
  const dictionaries = new Map<number, string[]>()
  return ({ header, buffers }) => {
    const columns = header.columns.map((column, index) => {
      const buffer = buffers[index] as Buffer
      if (column.kind === 'number') return numbersIn(buffer, Float64Array)
      const words = dictionaries.get(index) ?? []
      dictionaries.set(index, words)
      words.push(...column.words)
      return wordsOf(unpackCodes(buffer, header.rows), words)
    })
    return Object.fromEntries(
      inputs.map(input => [input.name, tensorOf(engine, input, header.rows, columns)]),
    )
  }
}

// A loop, here and below: `Array.from` with a function takes ten times as long.
function wordsOf(codes: Uint8Array | Uint32Array, words: readonly string[]): string[] {
  const texts = new Array<string>(codes.length)
  for (let row = 0; row < codes.length; row += 1) texts[row] = words[codes[row] as number] as string
  return texts
}

async function answerScores(
  results: Readonly<Record<string, Tensor>>,
  outputs: OutputPlan,
  dictionary: Map<string, number>,
  rows: number,
): Promise<void> {
  const names = outputs.task === 'regression' ? [outputs.values] : outputs.probabilities
  const tensors = names.map(name => results[name] as Tensor)
  const labels = outputs.task === 'regression' ? undefined : results[outputs.labels ?? '']
  // What the model gives is told as it is, but not sent: fewer rows than it was fed are the parent's to refuse.
  const given = [...tensors, ...(labels === undefined ? [] : [labels])].map(rowsOf)
  const other = given.find(count => count !== rows)
  if (other !== undefined) return answer({ is: 'scores', rows: other, width: 0, labels: undefined })
  const buffers: Buffer[] = []
  const width = tensors.reduce((sum, tensor) => sum + widthOf(tensor), 0)
  if (tensors.length > 0) buffers.push(bufferOf(sideBySide(tensors.map(floatsOf), rows)))
  const known = dictionary.size
  if (labels !== undefined) buffers.push(bufferOf(codesOf(labels, dictionary)))
  await answer(
    {
      is: 'scores',
      rows,
      width,
      labels: labels === undefined ? undefined : [...dictionary.keys()].slice(known),
    },
    buffers,
  )
}

/** A number alone is what some exporters make of one row. */
function rowsOf({ dims, size }: Tensor): number {
  return Number(dims[0] ?? size)
}

function widthOf({ dims }: Tensor): number {
  return dims.slice(1).reduce((product, size) => product * size, 1)
}

type Floats = Float32Array | Float64Array

function floatsOf(tensor: Tensor): Floats {
  const { data } = tensor as TypedTensor<'float32'>
  return tensor.type === 'float32' || tensor.type === 'float64'
    ? data
    : Float32Array.from(data as Iterable<number>, Number)
}

/** One tensor as it is; columns of one number a row as a row-major matrix. */
function sideBySide(columns: readonly Floats[], rows: number): Floats {
  const [first, ...others] = columns
  if (first !== undefined && others.length === 0) return first
  return interleave(columns, rows, new Float64Array(rows * columns.length))
}

function codesOf(tensor: Tensor, dictionary: Map<string, number>): Uint32Array {
  const { data } = tensor
  const codes = new Uint32Array(data.length)
  for (let row = 0; row < codes.length; row += 1) {
    const word = String(data[row])
    let code = dictionary.get(word)
    if (code === undefined) {
      code = dictionary.size
      dictionary.set(word, code)
    }
    codes[row] = code
  }
  return codes
}

await serve()
// Anything that the engine still holds must not keep a child alive that nobody listens to.
process.stdout.end(() => process.exit(0))
