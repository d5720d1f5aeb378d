import { ModelyardError } from '../../domain/errors/index.ts'
import type { OutputTensor, Signature } from '../../domain/registry/version.ts'
import type { ModelDescription } from '../../ports.ts'
import { bytesOf, integersOf, messageOf, textOf } from './protobuf.ts'

// Field numbers of onnx.proto: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
const MODEL = { graph: 7, opsetImport: 8 } as const
const OPSET = { domain: 1, version: 2 } as const
const GRAPH = { node: 1, initializer: 5, input: 11, output: 12, sparseInitializer: 15 } as const
const VALUE = { name: 1, type: 2 } as const
const TYPE = { tensor: 1 } as const
const TENSOR_TYPE = { elemType: 1, shape: 2 } as const
const SHAPE = { dim: 1 } as const
const DIM = { value: 1 } as const
const NODE = { input: 1, output: 2, opType: 4, attribute: 5, domain: 7 } as const
const ATTRIBUTE = { name: 1, ints: 8, strings: 9 } as const
const TENSOR = { int32Data: 5, stringData: 6, int64Data: 7, name: 8, rawData: 9, dataType: 2 } as const

/** TensorProto.DataType in the names of the Open Inference Protocol. */
const DATATYPES: Readonly<Record<number, OutputTensor['datatype']>> = {
  1: 'FP32',
  2: 'UINT8',
  3: 'INT8',
  4: 'UINT16',
  5: 'INT16',
  6: 'INT32',
  7: 'INT64',
  8: 'BYTES',
  9: 'BOOL',
  10: 'FP16',
  11: 'FP64',
  12: 'UINT32',
  13: 'UINT64',
  16: 'BF16',
}

export interface OnnxNode {
  readonly opType: string
  readonly domain: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  /** A list of words or integers by its name, as words; empty where the node has none of that name. */
  list(attribute: string): readonly string[]
}

/** What an ONNX file says of itself, without its weights. */
export interface OnnxFile extends ModelDescription {
  readonly nodes: readonly OnnxNode[]
  /** The words or integers of an initializer, as words; undefined for other types. */
  words(initializer: string): readonly string[] | undefined
}

/**
 * Reads an ONNX file: names, datatypes, shapes, operator sets and nodes. Subgraphs are not opened.
 *
 * @throws {ModelyardError} `bad-artifact` where the bytes are no ONNX model, with what they look like.
 */
export function parseOnnx(bytes: Uint8Array): OnnxFile {
  const known = READ.get(bytes)
  if (known !== undefined) return known
  let file: OnnxFile | undefined
  try {
    file = readModel(bytes)
  } catch (error) {
    throw notOnnx(bytes, error)
  }
  if (file === undefined) throw notOnnx(bytes, undefined)
  READ.set(bytes, file)
  return file
}

/** Files are asked more than once: what they are called, what they give, what they know. */
const READ = new WeakMap<Uint8Array, OnnxFile>()

function readModel(bytes: Uint8Array): OnnxFile | undefined {
  const graph = messageOf(bytes, MODEL.graph)
  if (graph === undefined) return undefined
  const initializers = bytesOf(graph, GRAPH.initializer)
  const named = new Map(initializers.map(tensor => [textOf(tensor, TENSOR.name), tensor]))
  // Files of early versions list their weights among the inputs.
  const inputs = bytesOf(graph, GRAPH.input)
    .map(readValue)
    .filter(({ name }) => !named.has(name))
  const outputs = bytesOf(graph, GRAPH.output).map(readValue)
  const opsets = readOpsets(bytes)
  // Every model names its operator sets; they stand last, and are what a file lacks that was cut off after the graph.
  if (outputs.length === 0 || Object.keys(opsets).length === 0) return undefined
  return {
    signature: { inputs, outputs } satisfies Signature,
    opsets,
    nodes: bytesOf(graph, GRAPH.node).map(readNode),
    words: name => {
      const tensor = named.get(name)
      return tensor === undefined ? undefined : readWords(tensor)
    },
  }
}

function readOpsets(model: Uint8Array): Record<string, number> {
  return Object.fromEntries(
    bytesOf(model, MODEL.opsetImport).map(opset => [
      textOf(opset, OPSET.domain) || 'ai.onnx',
      Number(integersOf(opset, OPSET.version).at(-1) ?? 0n),
    ]),
  )
}

function readValue(value: Uint8Array): OutputTensor {
  const name = textOf(value, VALUE.name)
  const type = messageOf(value, VALUE.type)
  const tensor = type === undefined ? undefined : messageOf(type, TYPE.tensor)
  if (tensor === undefined) return { name, datatype: 'OTHER', shape: [] }
  const shape = messageOf(tensor, TENSOR_TYPE.shape)
  return {
    name,
    datatype: DATATYPES[Number(integersOf(tensor, TENSOR_TYPE.elemType).at(-1) ?? 0n)] ?? 'OTHER',
    shape: shape === undefined ? [] : bytesOf(shape, SHAPE.dim).map(readSize),
  }
}

/** A size, -1 where it is free, named or not a number that can be held. */
function readSize(dimension: Uint8Array): number {
  const size = integersOf(dimension, DIM.value).at(-1)
  return size === undefined || size < 0n || size > BigInt(Number.MAX_SAFE_INTEGER) ? -1 : Number(size)
}

function readNode(node: Uint8Array): OnnxNode {
  const decode = (value: Uint8Array) => new TextDecoder().decode(value)
  // A name stands beside its list, which may be as long as a forest is large: each is looked for once.
  let attributes: ReadonlyMap<string, Uint8Array> | undefined
  return {
    opType: textOf(node, NODE.opType),
    domain: textOf(node, NODE.domain),
    inputs: bytesOf(node, NODE.input).map(decode),
    outputs: bytesOf(node, NODE.output).map(decode),
    list(name) {
      attributes ??= new Map(
        bytesOf(node, NODE.attribute).map(entry => [textOf(entry, ATTRIBUTE.name), entry]),
      )
      const attribute = attributes.get(name)
      if (attribute === undefined) return []
      const words = bytesOf(attribute, ATTRIBUTE.strings).map(decode)
      return words.length > 0 ? words : integersOf(attribute, ATTRIBUTE.ints).map(String)
    },
  }
}

const INT32 = 6n
const INT64 = 7n
const STRING = 8n

function readWords(tensor: Uint8Array): readonly string[] | undefined {
  const type = integersOf(tensor, TENSOR.dataType).at(-1)
  if (type === STRING) return bytesOf(tensor, TENSOR.stringData).map(word => new TextDecoder().decode(word))
  if (type !== INT64 && type !== INT32) return undefined
  const [raw] = bytesOf(tensor, TENSOR.rawData)
  if (raw === undefined)
    return integersOf(tensor, type === INT32 ? TENSOR.int32Data : TENSOR.int64Data).map(String)
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength)
  if (type === INT32)
    return Array.from({ length: raw.byteLength >> 2 }, (_, index) => String(view.getInt32(index * 4, true)))
  return Array.from({ length: raw.byteLength >> 3 }, (_, index) => String(view.getBigInt64(index * 8, true)))
}

/** Why bytes are no ONNX model, by what they look like. */
export function notOnnx(bytes: Uint8Array, cause: unknown): ModelyardError {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 60))
  if (start.startsWith('version https://git-lfs')) {
    return new ModelyardError({
      code: 'bad-artifact',
      message: 'this is a Git LFS pointer, not the model itself',
      next: 'fetch it with `git lfs pull`; in a workflow, `lfs: true` for actions/checkout',
      cause,
    })
  }
  return new ModelyardError({
    code: 'bad-artifact',
    message: bytes.length === 0 ? 'the file is empty' : 'the file is no ONNX model, or was cut short',
    next: 'check the step that wrote it, or register it as what it is: --as opaque',
    cause,
  })
}
