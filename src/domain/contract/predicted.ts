import { sameLabel } from '../comparison/predictions.ts'

/** What was predicted for some rows, by whomever. */
export interface Predicted {
  readonly rows: number
  readonly labels?: readonly string[] | undefined
  /** Row-major [rows, width]: probabilities by class, or with width 1 the positive class's, or regression's numbers. */
  readonly numbers?: { readonly width: number; readonly values: ArrayLike<number> } | undefined
}

/**
 * How far two numbers may be apart and still be the same prediction: |a − b| ≤ 1e-6 + 1e-4 · max(|a|, |b|). Batches of
 * another size and another engine's order of additions change last digits of float32 (up to 1.5e-4 absolute on sums of
 * thousands), which is far below it; another model or another row is far above.
 */
export const TOLERANCE = { absolute: 1e-6, relative: 1e-4 } as const
export const TOLERANCE_TEXT = 'relative 1e-4, absolute 1e-6'

/** Whether two numbers are the same prediction; NaN is only like NaN, an infinity like itself. */
export function isClose(a: number, b: number): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false
  return Math.abs(a - b) <= TOLERANCE.absolute + TOLERANCE.relative * Math.max(Math.abs(a), Math.abs(b))
}

/**
 * What differs between predictions for the same rows, as a phrase; undefined where nothing does. What only one side
 * gives is not compared.
 *
 * @param isSame - How numbers are compared.
 */
export function differenceBetween(
  expected: Predicted,
  given: Predicted,
  isSame: (a: number, b: number) => boolean = isClose,
): string | undefined {
  if (given.rows !== expected.rows) return `${given.rows} predictions for ${expected.rows} rows`
  return labelDifference(expected, given) ?? numberDifference(expected, given, isSame)
}

function labelDifference({ labels: expected }: Predicted, { labels: given }: Predicted): string | undefined {
  if (expected === undefined || given === undefined) return undefined
  const rows = given.flatMap((label, row) => (sameLabel(label, expected[row] as string) ? [] : [row]))
  const [first] = rows
  if (first === undefined) return undefined
  return `${countOf(rows.length)} another label, first row ${first}: \`${given[first]}\` instead of \`${expected[first]}\``
}

function numberDifference(
  { numbers: expected, rows }: Predicted,
  { numbers: given }: Predicted,
  isSame: (a: number, b: number) => boolean,
): string | undefined {
  if (expected === undefined || given === undefined) return undefined
  const { width } = expected
  if (given.width !== width) return `${given.width} numbers a row instead of ${width}`
  let differing = 0
  let worst = { row: -1, given: 0, expected: 0, by: -1 }
  for (let row = 0; row < rows; row += 1) {
    let differs = false
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      const [a, b] = [given.values[at] as number, expected.values[at] as number]
      if (isSame(a, b)) continue
      differs = true
      const apart = Math.abs(a - b)
      const by = Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart
      if (by > worst.by) worst = { row, given: a, expected: b, by }
    }
    if (differs) differing += 1
  }
  if (differing === 0) return undefined
  return `${countOf(differing)} another number, farthest row ${worst.row}: ${worst.given} instead of ${worst.expected}`
}

function countOf(rows: number): string {
  return rows === 1 ? '1 row has' : `${rows} rows have`
}

/** Whether predictions are the expected ones, but in another order. */
export function isReordered(expected: Predicted, given: Predicted): boolean {
  if (expected.rows !== given.rows) return false
  const sides = [expected, given].map(one => inOrder(one, expected, given)) as [Predicted, Predicted]
  return differenceBetween(expected, given) !== undefined && differenceBetween(...sides) === undefined
}

/** Rows sorted by the numbers that both sides give, then by label. */
function inOrder({ rows, labels, numbers }: Predicted, a: Predicted, b: Predicted): Predicted {
  const both = a.numbers !== undefined && b.numbers !== undefined
  const order = [...Array(rows).keys()].sort((first, second) => {
    const width = both ? (numbers?.width ?? 0) : 0
    for (let column = 0; column < width; column += 1) {
      const apart =
        (numbers?.values[first * width + column] as number) -
        (numbers?.values[second * width + column] as number)
      if (apart !== 0 && !Number.isNaN(apart)) return apart
    }
    return (labels?.[first] ?? '') < (labels?.[second] ?? '') ? -1 : 1
  })
  return {
    rows,
    labels: labels === undefined ? undefined : order.map(row => labels[row] as string),
    numbers:
      numbers === undefined
        ? undefined
        : {
            width: numbers.width,
            values: order.flatMap(row =>
              Array.from(
                { length: numbers.width },
                (_, at) => numbers.values[row * numbers.width + at] as number,
              ),
            ),
          },
  }
}

/** How many of the numbers are none. */
export function countNaN({ numbers }: Predicted): number {
  return numbers === undefined ? 0 : Array.from(numbers.values).filter(Number.isNaN).length
}

/** The predictions of the rows from `from` to before `to`. */
export function rowsBetween({ labels, numbers }: Predicted, from: number, to: number): Predicted {
  return {
    rows: to - from,
    labels: labels?.slice(from, to),
    numbers:
      numbers === undefined
        ? undefined
        : {
            width: numbers.width,
            values: Array.from(numbers.values).slice(from * numbers.width, to * numbers.width),
          },
  }
}
