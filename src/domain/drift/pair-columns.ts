import { ascendingRanking } from '../stats/order.ts'

/** Categories of a feature that have a column of their own: the most frequent. */
const MOST_CATEGORIES = 10
/** Columns at most: products are left out first. */
const MOST_COLUMNS = 200

/** A feature of both samples, the reference's rows first; missing: NaN, or the empty word. */
export type PairedFeature =
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'text'; readonly words: readonly string[] }

export interface PairColumns {
  /** [rows][width], row after row; from −1 to 1. */
  readonly values: Float64Array
  readonly width: number
  /** Features that have columns: the first ones. */
  readonly features: number
}

/**
 * Rows of both samples as columns in which a line tells of what moved: of numbers their place among all rows, of categories 1
 * where a row holds it, whether there is a value; and products of two of them, in which dependence shows that moved while
 * every feature by itself stayed. Places in place of values: no unit matters, and no value is too large. Labels have no part
 * in any of it.
 *
 * @param features - Those first whose products are to be there before others'.
 * @param rows - Of both samples.
 */
export function pairColumns(features: readonly PairedFeature[], rows: number): PairColumns {
  const single: { readonly of: number; readonly column: Float64Array }[] = []
  let used = 0
  for (const feature of features) {
    const columns = columnsOf(feature)
    if (single.length + columns.length > MOST_COLUMNS) break
    single.push(...columns.map(column => ({ of: used, column })))
    used += 1
  }
  const all = single.map(({ column }) => column)
  // Pairs of the first columns come before any of a later one.
  for (const [later, b] of single.entries())
    for (const a of single.slice(0, later + 1))
      if (all.length < MOST_COLUMNS && (a.of !== b.of || (a === b && isPlace(a.column))))
        all.push(a.column.map((value, row) => value * (b.column[row] as number)))
  const values = new Float64Array(rows * all.length)
  for (const [at, column] of all.entries())
    for (let row = 0; row < rows; row += 1) values[row * all.length + at] = column[row] as number
  return { values, width: all.length, features: used }
}

/** The square of 0 and 1 is the same. */
const isPlace = (column: Float64Array) => column.some(value => value !== 0 && value !== 1)

function columnsOf(feature: PairedFeature): Float64Array[] {
  if (feature.kind === 'text') return columnsOfWords(feature.words)
  const absent = Float64Array.from(feature.values, value => (Number.isNaN(value) ? 1 : 0))
  const places = placesOf(feature.values)
  return absent.includes(1) ? [places, absent] : [places]
}

/** From −1 to 1; of equal ones the middle of their places, and of what is missing that of all. */
function placesOf(values: Float64Array): Float64Array {
  const present = Uint32Array.from(values.keys()).filter(row => !Number.isNaN(values[row]))
  const { order, ends } = ascendingRanking(Float64Array.from(present, row => values[row] as number))
  const places = new Float64Array(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (ends[to] === 0) to += 1
    const place = (from + to + 1) / order.length - 1
    for (let at = from; at <= to; at += 1) places[present[order[at] as number] as number] = place
    from = to + 1
  }
  return places
}

function columnsOfWords(words: readonly string[]): Float64Array[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const ranked = [...counts].sort(([a, rows], [b, others]) => others - rows || (a < b ? -1 : 1))
  return ranked
    .slice(0, MOST_CATEGORIES)
    .map(([word]) => Float64Array.from(words, one => (one === word ? 1 : 0)))
}
