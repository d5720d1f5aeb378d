import { ModelyardError } from '../errors/index.ts'
import type { LabelColumn } from './predictions.ts'

/** Rows that belong together, e.g. all of one customer: they are drawn together, and their errors add up. */
export interface Clusters {
  readonly column: string
  /** [n] the cluster of each row, from 0. */
  readonly codes: Uint32Array
  readonly count: number
}

/** With fewer clusters no interval is honest: their spread is not known well enough. */
export const LEAST_CLUSTERS = 20

/**
 * Numbers the clusters of a column in the order in which they come.
 *
 * @throws {ModelyardError} `bad-data` where a row has no value: which rows belong together would be a guess.
 */
export function clustersOf({ name, codes, words }: LabelColumn): Clusters {
  const missing = codes.findIndex(code => words[code] === '')
  if (missing >= 0) {
    throw new ModelyardError({
      code: 'bad-data',
      message: `the column \`${name}\` has no value at row ${missing + 1}, so it is not known which rows belong together`,
      next: 'fill it in, or take `cluster` out of `evaluate` in model.yaml',
    })
  }
  return numbered(name, codes, words.length)
}

/** The clusters of some rows, numbered anew. */
export function clustersOfRows({ column, codes, count }: Clusters, rows: Uint32Array): Clusters {
  return numbered(
    column,
    rows.map(row => codes[row] as number),
    count,
  )
}

/** Numbers in the order in which they come, without gaps. */
function numbered(column: string, given: Uint32Array, most: number): Clusters {
  const numbers = new Int32Array(most).fill(-1)
  const codes = new Uint32Array(given.length)
  let count = 0
  for (let row = 0; row < given.length; row += 1) {
    const before = given[row] as number
    if (numbers[before] === -1) {
      numbers[before] = count
      count += 1
    }
    codes[row] = numbers[before] as number
  }
  return { column, codes, count }
}
