import { randomStream } from '../stats/random.ts'

/** So many keys tell rows of one margin apart by chance; of equal keys the first row goes first. */
const KEYS = 2 ** 21

/**
 * How far the likeliest class of each row lies above the next: 0 where a model cannot decide, 1 where it is sure.
 *
 * For two classes least confidence, margin and entropy order rows alike; for more the margin asks for the rows that two classes
 * contend for.
 *
 * @param probabilities - Row-major [n, width], each from 0 to 1; of width 1 that of one of two classes.
 * @returns [n]
 * @see Scheffer, Decomain & Wrobel 2001, doi:10.1007/3-540-44816-0_31
 */
export function marginsOf(probabilities: ArrayLike<number>, width: number): Float64Array {
  const margins = new Float64Array(probabilities.length / width)
  for (let row = 0; row < margins.length; row += 1) {
    if (width === 1) {
      margins[row] = Math.abs(2 * (probabilities[row] as number) - 1)
      continue
    }
    const [first, second] = leadersOf(probabilities, width, row)
    margins[row] =
      (probabilities[row * width + first] as number) - (probabilities[row * width + second] as number)
  }
  return margins
}

/** The places of a row's two likeliest classes; of equals the first. */
export function leadersOf(
  probabilities: ArrayLike<number>,
  width: number,
  row: number,
): readonly [first: number, second: number] {
  const at = (place: number) =>
    place < 0 ? Number.NEGATIVE_INFINITY : (probabilities[row * width + place] as number)
  let [first, second] = [-1, -1]
  for (let place = 0; place < width; place += 1) {
    if (at(place) > at(first)) [first, second] = [place, first]
    else if (at(place) > at(second)) second = place
  }
  return [first, second]
}

/**
 * The rows of the least margins, so many of each stratum; which of equal ones is chance that the seed decides.
 *
 * @param strata - [n] each row's stratum.
 * @param given - [s] how many rows to pick of each stratum, at most as many as it has.
 * @returns Numbers of rows from 0, the least margin first.
 */
export function pickUncertain(
  margins: Float64Array,
  strata: Uint32Array,
  given: readonly number[],
  seed: number,
): Uint32Array {
  const keys = new Uint32Array(margins.length)
  randomStream(seed).fillBelow(KEYS, keys)
  const order = Uint32Array.from(margins.keys()).sort(
    (a, b) =>
      (margins[a] as number) - (margins[b] as number) || (keys[a] as number) - (keys[b] as number) || a - b,
  )
  const open = [...given]
  return order.filter(row => {
    const stratum = strata[row] as number
    open[stratum] = (open[stratum] as number) - 1
    return (open[stratum] as number) >= 0
  })
}
