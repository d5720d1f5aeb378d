import { ModelyardError } from '../errors/index.ts'
import type { LabelColumn } from './predictions.ts'

const MOST_VALUES = 50
const LONGEST_VALUE = 200

/** The rows that share a value of a column. */
export interface SliceRows {
  readonly column: string
  /** Empty where the value is missing. */
  readonly value: string
  /** Ascending. */
  readonly rows: Uint32Array
}

/**
 * The slices of columns: columns in their order, values by number where all are numbers, otherwise by code unit, a
 * missing value last.
 *
 * @throws {ModelyardError} `bad-data` where a column has more than 50 values, or one is longer than 200 characters: it
 *   holds no groups.
 */
export function slicesOf(columns: readonly LabelColumn[]): SliceRows[] {
  return columns.flatMap(column => {
    const byCode = rowsByCode(column)
    const values = [...byCode.keys()].sort(byValue(column.words))
    refuseNoGroups(
      column,
      values.map(code => column.words[code] as string),
    )
    return values.map(code => ({
      column: column.name,
      value: column.words[code] as string,
      rows: byCode.get(code) as Uint32Array,
    }))
  })
}

function rowsByCode({ codes, words }: LabelColumn): Map<number, Uint32Array> {
  const sizes = new Uint32Array(words.length)
  for (const code of codes) sizes[code] = (sizes[code] as number) + 1
  const byCode = new Map<number, Uint32Array>()
  for (let code = 0; code < words.length; code += 1)
    if ((sizes[code] as number) > 0) byCode.set(code, new Uint32Array(sizes[code] as number))
  sizes.fill(0)
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] as number
    const at = sizes[code] as number
    const rows = byCode.get(code) as Uint32Array
    rows[at] = row
    sizes[code] = at + 1
  }
  return byCode
}

function byValue(words: readonly string[]): (a: number, b: number) => number {
  return (first, second) => {
    const [a, b] = [words[first] as string, words[second] as string]
    if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1
    const [x, y] = [Number(a), Number(b)]
    if (Number.isFinite(x) && Number.isFinite(y) && x !== y) return x - y
    return a < b ? -1 : a > b ? 1 : 0
  }
}

function refuseNoGroups({ name }: LabelColumn, values: readonly string[]): void {
  const long = values.find(value => value.length > LONGEST_VALUE)
  if (values.length <= MOST_VALUES && long === undefined) return
  const numbers = values.every(value => value === '' || Number.isFinite(Number(value)))
  throw new ModelyardError({
    code: 'bad-data',
    message:
      long === undefined
        ? `the column \`${name}\` has ${values.length} values, and slices are made of at most ${MOST_VALUES}`
        : `the column \`${name}\` holds a value of ${long.length} characters, and a slice's has at most ${LONGEST_VALUE}`,
    next: numbers
      ? `add a column of ranges to the data, e.g. ${name}_range with values like 0-9, and name that in evaluate.slices`
      : 'add a column of fewer groups to the data and name that in evaluate.slices, or leave the column out',
  })
}
