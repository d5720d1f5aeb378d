import type { Tensor } from 'onnxruntime-node'
import type { InputPlan } from '../../ports.ts'

type Engine = typeof import('onnxruntime-node')

/** A column's values for some rows. */
export type Column = Float64Array | readonly string[]

/**
 * An input tensor of some rows.
 *
 * @param columns - What the plan's positions mean: [columns][rows].
 */
export function tensorOf(engine: Engine, input: InputPlan, rows: number, columns: readonly Column[]): Tensor {
  const shape = [rows, ...input.rowShape]
  const sources = input.columns.map(index => columns[index] as Column)
  if (input.datatype === 'BYTES') {
    const [only, ...others] = sources
    const texts =
      others.length === 0 ? only : interleave(sources, rows, new Array<string>(rows * sources.length))
    return new engine.Tensor('string', texts as readonly string[], shape)
  }
  const { type, make, convert } = NUMERIC[input.datatype] ?? FLOAT
  const values = interleave(sources, rows, make(rows * sources.length), convert)
  return new engine.Tensor(type as 'float32', values as Float32Array, shape)
}

interface Numeric {
  readonly type: string
  readonly make: (length: number) => { [index: number]: unknown }
  readonly convert?: (value: unknown) => unknown
}

const toBigInt = (value: unknown) => BigInt(value as number)
const FLOAT: Numeric = { type: 'float32', make: length => new Float32Array(length) }
const NUMERIC: Readonly<Record<string, Numeric>> = {
  FP32: FLOAT,
  FP64: { type: 'float64', make: length => new Float64Array(length) },
  INT64: { type: 'int64', make: length => new BigInt64Array(length), convert: toBigInt },
  UINT64: { type: 'uint64', make: length => new BigUint64Array(length), convert: toBigInt },
  INT32: { type: 'int32', make: length => new Int32Array(length) },
  UINT32: { type: 'uint32', make: length => new Uint32Array(length) },
  INT16: { type: 'int16', make: length => new Int16Array(length) },
  UINT16: { type: 'uint16', make: length => new Uint16Array(length) },
  INT8: { type: 'int8', make: length => new Int8Array(length) },
  UINT8: { type: 'uint8', make: length => new Uint8Array(length) },
  BOOL: { type: 'bool', make: length => new Uint8Array(length) },
}

/** Columns side by side, row after row. */
export function interleave<T extends { [index: number]: unknown }>(
  sources: readonly (Column | Float32Array)[],
  rows: number,
  target: T,
  convert?: (value: unknown) => unknown,
): T {
  const width = sources.length
  for (const [position, source] of sources.entries()) {
    if (convert === undefined) {
      for (let row = 0, at = position; row < rows; row += 1, at += width) target[at] = source[row]
    } else {
      for (let row = 0, at = position; row < rows; row += 1, at += width) target[at] = convert(source[row])
    }
  }
  return target
}
