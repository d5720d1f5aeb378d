import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire'

// ONNX models of a few nodes, written field by field: the numbers are those of onnx.proto.

/** What a field holds: a whole number, a single-precision one, or what has a length. */
export type Value = number | { readonly float: number } | string | Uint8Array

/** A protobuf message of fields in their order. */
export function message(...fields: readonly (readonly [number: number, value: Value])[]): Uint8Array {
  const writer = new BinaryWriter()
  for (const [number, value] of fields) {
    if (typeof value === 'number') writer.tag(number, WireType.Varint).int64(value)
    else if (typeof value === 'string') writer.tag(number, WireType.LengthDelimited).string(value)
    else if (value instanceof Uint8Array) writer.tag(number, WireType.LengthDelimited).bytes(value)
    else writer.tag(number, WireType.Bit32).float(value.float)
  }
  return writer.finish()
}

const TYPES = { float: 1, int32: 6, int64: 7, string: 8, bool: 9, double: 11 }
export type TensorType = keyof typeof TYPES

/** An input or output: its name, its type, its sizes; 0 is a free one. */
export function value(name: string, type: TensorType, sizes: readonly number[]): Uint8Array {
  const dims = sizes.map(size => [1, size === 0 ? message([2, 'n']) : message([1, size])] as const)
  return message([1, name], [2, message([1, message([1, TYPES[type]], [2, message(...dims)])])])
}

export type Attributes = Readonly<
  Record<string, number | string | { readonly float: number } | readonly string[] | readonly number[]>
>

/** A node; `Scaler` and the like are of the domain `ai.onnx.ml`. */
export function node(
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Attributes = {},
): Uint8Array {
  const [type = '', domain = ''] = operator.split('@')
  return message(
    ...inputs.map(name => [1, name] as const),
    ...outputs.map(name => [2, name] as const),
    [4, type],
    ...Object.entries(attributes).map(([name, given]) => [5, attribute(name, given)] as const),
    [7, domain],
  )
}

function attribute(name: string, given: Attributes[string]): Uint8Array {
  if (typeof given === 'number') return message([1, name], [3, given], [20, 2])
  if (typeof given === 'string') return message([1, name], [4, given], [20, 3])
  if ('float' in given) return message([1, name], [2, given], [20, 1])
  return typeof given[0] === 'string'
    ? message([1, name], ...(given as readonly string[]).map(word => [9, word] as const), [20, 8])
    : message([1, name], ...(given as readonly number[]).map(float => [7, { float }] as const), [20, 6])
}

/** A tensor of whole numbers that nodes can read by its name. */
export function integers(name: string, values: readonly number[]): Uint8Array {
  return message([1, values.length], [2, TYPES.int64], ...values.map(number => [7, number] as const), [
    8,
    name,
  ])
}

/** A tensor of numbers of single precision. */
export function floats(name: string, values: readonly number[]): Uint8Array {
  return message([1, values.length], [2, TYPES.float], ...values.map(float => [4, { float }] as const), [
    8,
    name,
  ])
}

export interface ModelParts {
  readonly inputs: readonly Uint8Array[]
  readonly outputs: readonly Uint8Array[]
  readonly nodes: readonly Uint8Array[]
  readonly initializers?: readonly Uint8Array[]
}

export function graph({ inputs, outputs, nodes, initializers = [] }: ModelParts): Uint8Array {
  return message(
    ...nodes.map(bytes => [1, bytes] as const),
    [2, 'test'],
    ...initializers.map(bytes => [5, bytes] as const),
    ...inputs.map(bytes => [11, bytes] as const),
    ...outputs.map(bytes => [12, bytes] as const),
  )
}

/** The model file's bytes; `more` are fields of the model itself. */
export function onnxModel(parts: ModelParts, ...more: readonly (readonly [number, Value])[]): Uint8Array {
  return message(
    [1, 8],
    [7, graph(parts)],
    [8, message([1, ''], [2, 17])],
    [8, message([1, 'ai.onnx.ml'], [2, 3])],
    ...more,
  )
}
