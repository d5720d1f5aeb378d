import { ModelyardError } from '../../domain/errors/index.ts'
import { notOnnx } from './model-file.ts'
import { bytesOf, eachNested, integersOf, textOf } from './protobuf.ts'

/** Deeper than protobuf's own readers follow, and so than any model that runs. */
const MAX_DEPTH = 100

type Kind = 'model' | 'training' | 'function' | 'graph' | 'node' | 'attribute' | 'sparse' | 'tensor'

/**
 * Where tensors can stand: for each kind of message, which field holds messages of which kind. Numbers of
 * https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
const HOLDS: Readonly<Record<Kind, Readonly<Record<number, Kind>>>> = {
  model: { 7: 'graph', 20: 'training', 25: 'function' },
  training: { 1: 'graph', 2: 'graph' },
  function: { 7: 'node', 11: 'attribute' },
  graph: { 1: 'node', 5: 'tensor', 15: 'sparse' },
  node: { 5: 'attribute' },
  attribute: { 5: 'tensor', 6: 'graph', 10: 'tensor', 11: 'graph', 22: 'sparse', 23: 'sparse' },
  sparse: { 1: 'tensor', 2: 'tensor' },
  tensor: {},
}
const TENSOR = { name: 8, externalData: 13, dataLocation: 14 } as const
const ENTRY = { key: 1, value: 2 } as const
const EXTERNAL = 1n

interface Visit {
  readonly kind: Kind
  readonly bytes: Uint8Array
  readonly depth: number
}

/**
 * Refuses a model that keeps tensors in other files. An engine reads such a file where it lies in the folder that it
 * may read, and its bytes come out as predictions. Tensors stand among a graph's initializers, sparse ones too, in
 * attributes of nodes (Constant), in subgraphs, in local functions and in training information: all are looked at,
 * each message once, without recursion.
 *
 * @param model - The file's bytes.
 * @throws {ModelyardError} `bad-artifact` that names the tensor and its place; also for messages nested too deep.
 */
export function refuseExternalTensors(model: Uint8Array): void {
  try {
    const waiting: Visit[] = [{ kind: 'model', bytes: model, depth: 0 }]
    for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
      if (visit.depth > MAX_DEPTH) throw tooDeep()
      if (visit.kind === 'tensor') refuseExternal(visit.bytes)
      const holds = HOLDS[visit.kind]
      const depth = visit.depth + 1
      eachNested(visit.bytes, (number, bytes) => {
        const kind = holds[number]
        if (kind !== undefined) waiting.push({ kind, bytes, depth })
      })
    }
  } catch (error) {
    throw error instanceof ModelyardError ? error : notOnnx(model, error)
  }
}

function refuseExternal(tensor: Uint8Array): void {
  const entries = bytesOf(tensor, TENSOR.externalData)
  // Any of them counts: which one a reader takes of a field that stands twice is its own affair.
  if (entries.length === 0 && !integersOf(tensor, TENSOR.dataLocation).includes(EXTERNAL)) return
  const place = entries.find(entry => textOf(entry, ENTRY.key) === 'location')
  const location =
    place === undefined ? 'a place that it does not name' : `\`${brief(textOf(place, ENTRY.value))}\``
  throw new ModelyardError({
    code: 'bad-artifact',
    message: `the model keeps the tensor \`${brief(textOf(tensor, TENSOR.name))}\` in another file, at ${location}`,
    next: 'save it as one file, which is all that is read: onnx.save_model(model, path, save_as_external_data=False)',
  })
}

function brief(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

function tooDeep(): ModelyardError {
  return new ModelyardError({
    code: 'bad-artifact',
    message: `the model nests its graphs more than ${MAX_DEPTH} messages deep`,
    next: 'export it again; no exporter makes such a model',
  })
}
