import { ModelyardError } from '../errors/index.ts'
import type { LabelColumn } from './predictions.ts'

/** Rows that belong together, e.g. all of one customer: they are drawn together, and their errors add up. */
export interface Clusters {
  readonly column: string
  /** [n] the cluster of each row, from 0. */
  readonly of: Uint32Array
  readonly count: number
}

/** With fewer clusters no interval is honest: their spread is not known well enough. */
export const LEAST_CLUSTERS = 10

/**
 * Numbers the clusters of a column in the order in which they come.
 *
 * @throws {ModelyardError} `bad-data` where a row has no value: which rows belong together would be a guess.
 */
export function clustersOf({ name, codes, words }: LabelColumn): Clusters {
  const numbers = new Int32Array(words.length).fill(-1)
  const of = new Uint32Array(codes.length)
  let count = 0
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] as number
    if (words[code] === '') {
      throw new ModelyardError({
        code: 'bad-data',
        message: `the column \`${name}\` has no value at row ${row + 1}, so it is not known which rows belong together`,
        next: 'fill it in, or take `cluster` out of `evaluate` in model.yaml',
      })
    }
    if (numbers[code] === -1) {
      numbers[code] = count
      count += 1
    }
    of[row] = numbers[code] as number
  }
  return { column: name, of, count }
}

/** The clusters of some rows, numbered anew. */
export function clustersOfRows({ column, of, count }: Clusters, rows: Uint32Array): Clusters {
  const numbers = new Int32Array(count).fill(-1)
  const selected = new Uint32Array(rows.length)
  let found = 0
  for (let at = 0; at < rows.length; at += 1) {
    const cluster = of[rows[at] as number] as number
    if (numbers[cluster] === -1) {
      numbers[cluster] = found
      found += 1
    }
    selected[at] = numbers[cluster] as number
  }
  return { column, of: selected, count: found }
}
