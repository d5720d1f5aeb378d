import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire'

// Writes the part of ONNX that this example needs. The numbers of fields and types are those of onnx.proto:
// https://github.com/onnx/onnx/blob/main/onnx/onnx.proto

const IR_VERSION = 8
const OPSETS = { '': 17, 'ai.onnx.ml': 3 }
const ELEMENT_TYPES = { float: 1, string: 8 }
export type ElementType = keyof typeof ELEMENT_TYPES

/** What a node is told besides its inputs. ONNX tells whole from floating numbers, hence the tags. */
export type Attribute =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly string: string }
  | { readonly floats: readonly number[] }
  | { readonly strings: readonly string[] }

/** A model in the making: inputs, nodes that name the tensors they read and make, and outputs. */
export class Graph {
  readonly #graph = new Message()
  #tensors = 0

  constructor(name: string) {
    this.#graph.text(2, name)
  }

  /** @param shape - Sizes; a name stands for a size that may vary, like that of the batch. */
  input(name: string, type: ElementType, shape: readonly (number | string)[]): void {
    this.#graph.message(11, valueInfo(name, type, shape))
  }

  output(name: string, type: ElementType, shape: readonly (number | string)[]): void {
    this.#graph.message(12, valueInfo(name, type, shape))
  }

  /** A single number that nodes can read; its tensor's name. */
  constant(value: number): string {
    const name = this.#nextName('constant')
    this.#graph.message(5, new Message().int(2, ELEMENT_TYPES.float).float(4, value).text(8, name))
    return name
  }

  /**
   * Adds a node; its first output's name.
   *
   * @param operator - Outside of ai.onnx with its domain before it: `ai.onnx.ml.Scaler`.
   */
  node(
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    outputs?: readonly [string, ...string[]],
  ): string {
    const dot = operator.lastIndexOf('.')
    const type = operator.slice(dot + 1)
    const [first, ...others] = outputs ?? [this.#nextName(type)]
    const node = new Message()
    for (const input of inputs) node.text(1, input)
    for (const output of [first, ...others]) node.text(2, output)
    node.text(4, type)
    for (const [name, value] of Object.entries(attributes)) node.message(5, attributeOf(name, value))
    if (dot > 0) node.text(7, operator.slice(0, dot))
    this.#graph.message(1, node)
    return first
  }

  /** The model file's bytes. To be called once, at the end. */
  finish(producer: string): Uint8Array {
    const model = new Message().int(1, IR_VERSION).text(2, producer).message(7, this.#graph)
    for (const [domain, version] of Object.entries(OPSETS)) {
      model.message(8, new Message().text(1, domain).int(2, version))
    }
    return model.finish()
  }

  #nextName(stem: string): string {
    this.#tensors += 1
    return `${stem}_${this.#tensors}`
  }
}

function valueInfo(name: string, type: ElementType, shape: readonly (number | string)[]): Message {
  const sizes = new Message()
  for (const size of shape) {
    sizes.message(1, typeof size === 'number' ? new Message().int(1, size) : new Message().text(2, size))
  }
  const tensor = new Message().int(1, ELEMENT_TYPES[type]).message(2, sizes)
  return new Message().text(1, name).message(2, new Message().message(1, tensor))
}

function attributeOf(name: string, value: Attribute): Message {
  const attribute = new Message().text(1, name)
  if ('int' in value) return attribute.int(3, value.int).int(20, 2)
  if ('float' in value) return attribute.float(2, value.float).int(20, 1)
  if ('string' in value) return attribute.text(4, value.string).int(20, 3)
  if ('floats' in value) {
    for (const number of value.floats) attribute.float(7, number)
    return attribute.int(20, 6)
  }
  for (const text of value.strings) attribute.text(9, text)
  return attribute.int(20, 8)
}

/** A protobuf message, field by field. */
class Message {
  readonly #writer = new BinaryWriter()

  int(field: number, value: number): this {
    this.#writer.tag(field, WireType.Varint).int64(value)
    return this
  }

  float(field: number, value: number): this {
    this.#writer.tag(field, WireType.Bit32).float(value)
    return this
  }

  text(field: number, value: string): this {
    this.#writer.tag(field, WireType.LengthDelimited).string(value)
    return this
  }

  message(field: number, value: Message): this {
    this.#writer.tag(field, WireType.LengthDelimited).bytes(value.finish())
    return this
  }

  finish(): Uint8Array {
    return this.#writer.finish()
  }
}
