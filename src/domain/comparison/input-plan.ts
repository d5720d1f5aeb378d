import { ModelyardError, nearest } from '../errors/index.ts'
import type { InputTensor, Signature } from '../registry/version.ts'

export interface DataColumn {
  readonly name: string
  readonly kind: 'number' | 'text'
}

/** One input tensor with the columns that fill it. */
export interface PlannedInput {
  readonly name: string
  readonly datatype: InputTensor['datatype']
  /** Sizes after the first; their product is the number of columns. */
  readonly rowShape: readonly number[]
  /** Positions in the plan's columns. */
  readonly columns: readonly number[]
  /** What it asks for, in words: `input \`tenure\` wants float32[?,1]`. */
  readonly wants: string
}

export interface InputsPlan {
  readonly inputs: readonly PlannedInput[]
  /** The columns to read, each once, as the inputs need them. */
  readonly columns: readonly DataColumn[]
  /** Columns of the data that the model does not read, the target not among them. */
  readonly unused: readonly string[]
  readonly remarks: readonly string[]
}

/**
 * Decides which columns feed which input: those that the signature names, otherwise the column of the input's own
 * name, otherwise for an input that takes several all columns of numbers but the target, in the file's order, if
 * they are just as many.
 *
 * @throws {ModelyardError} `bad-data` that says which input finds no column, and what would fit.
 */
export function planInputs(signature: Signature, data: readonly DataColumn[], target: string): InputsPlan {
  const columns: DataColumn[] = []
  const remarks: string[] = []
  const use = (name: string, datatype: string) => {
    const kind = datatype === 'BYTES' ? 'text' : 'number'
    const at = columns.findIndex(column => column.name === name && column.kind === kind)
    return at >= 0 ? at : columns.push({ name, kind }) - 1
  }
  const inputs = signature.inputs.map((input): PlannedInput => {
    if (input.datatype === 'OTHER')
      throw unfit(input, 'and that is no tensor', 'export the model with tensors as inputs')
    const names = columnsFor(input, data, target, remarks)
    return {
      name: input.name,
      datatype: input.datatype,
      rowShape: rowShapeOf(input, names.length),
      columns: names.map(name => use(name, input.datatype)),
      wants: wantsText(input),
    }
  })
  const used = new Set([target, ...columns.map(({ name }) => name)])
  const unused = data.map(({ name }) => name).filter(name => !used.has(name))
  return { inputs, columns, unused, remarks }
}

function columnsFor(
  input: InputTensor,
  data: readonly DataColumn[],
  target: string,
  remarks: string[],
): readonly string[] {
  const present = new Set(data.map(({ name }) => name))
  if (input.columns !== undefined) {
    const missing = input.columns.find(name => !present.has(name))
    if (missing === undefined) return input.columns
    throw unfit(input, `the data has no column \`${missing}\``, hint(missing, present))
  }
  const width = widthOf(input)
  if (present.has(input.name) && (width === 1 || width === undefined)) return [input.name]
  if (width === 1) {
    throw unfit(input, `the data has no column \`${input.name}\``, hint(input.name, present))
  }
  const numbers = data
    .filter(({ name, kind }) => kind === 'number' && name !== target)
    .map(({ name }) => name)
  if (input.datatype !== 'BYTES' && (width === undefined || width === numbers.length)) {
    remarks.push(
      `the input \`${input.name}\` takes the ${numbers.length} columns of numbers in the data's order`,
    )
    return numbers
  }
  throw unfit(
    input,
    `the data has ${numbers.length} columns of numbers beside the target, and none of the input's name`,
    'register the version with the names of its columns: --columns a,b,c',
  )
}

/** How many numbers a row has; undefined where the model leaves it open. */
function widthOf({ shape }: InputTensor): number | undefined {
  const sizes = shape.slice(1)
  return sizes.includes(-1) ? undefined : sizes.reduce((product, size) => product * size, 1)
}

function rowShapeOf(input: InputTensor, columns: number): number[] {
  const sizes = input.shape.slice(1)
  const known = sizes.filter(size => size !== -1).reduce((product, size) => product * size, 1)
  const free = sizes.filter(size => size === -1).length
  const filled =
    free === 1 && columns % known === 0 ? sizes.map(size => (size === -1 ? columns / known : size)) : sizes
  if (filled.includes(-1) || filled.reduce((product, size) => product * size, 1) !== columns) {
    throw unfit(
      input,
      `${columns} columns do not fill it`,
      'register the version with the names of its columns: --columns a,b,c',
    )
  }
  return filled
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  FP16: 'float16',
  FP32: 'float32',
  FP64: 'float64',
  BF16: 'bfloat16',
  BYTES: 'string',
  OTHER: 'something',
}

function wantsText({ name, datatype, shape }: InputTensor): string {
  const sizes = shape.map(size => (size === -1 ? '?' : size)).join(',')
  return `input \`${name}\` wants ${TYPE_NAMES[datatype] ?? datatype.toLowerCase()}${datatype === 'OTHER' ? '' : `[${sizes}]`}`
}

function unfit(input: InputTensor, what: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-data', message: `${wantsText(input)}; ${what}`, next })
}

function hint(name: string, present: ReadonlySet<string>): string {
  const near = nearest(name, present)
  if (near !== undefined) return `the data has \`${near}\`; rename it, or export the model with that name`
  return `the data has ${[...present].slice(0, 30).join(', ')}`
}

const RANGES: Readonly<Record<string, readonly [low: number, high: number]>> = {
  BOOL: [0, 1],
  UINT8: [0, 2 ** 8 - 1],
  UINT16: [0, 2 ** 16 - 1],
  UINT32: [0, 2 ** 32 - 1],
  UINT64: [0, Number.MAX_SAFE_INTEGER],
  INT8: [-(2 ** 7), 2 ** 7 - 1],
  INT16: [-(2 ** 15), 2 ** 15 - 1],
  INT32: [-(2 ** 31), 2 ** 31 - 1],
  INT64: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
}

/**
 * The first value that a tensor of whole numbers cannot hold; typed arrays would wrap it around without a word.
 *
 * @returns The position and what stands there, or undefined where all fit. Tensors of floats hold everything.
 */
export function firstUnfit(
  values: Float64Array,
  datatype: string,
): { readonly at: number; readonly why: string } | undefined {
  const range = RANGES[datatype]
  if (range === undefined) return undefined
  const [low, high] = range
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number
    if (Number.isInteger(value) && value >= low && value <= high) continue
    return { at, why: Number.isNaN(value) ? 'holds nothing' : `holds ${value}` }
  }
  return undefined
}
