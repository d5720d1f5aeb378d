import { randomStream } from './random.ts'

/** Two draws of this size make one of 42 bits, for tables of more rows than one draw can tell apart. */
const HALF = 2 ** 21

/**
 * How many of `wanted` rows each stratum gives: its share of all rows, by largest remainders, and one at least. What a
 * small stratum gets beyond its share is taken from those that have most beyond theirs. Of equals the first one counts.
 *
 * @param sizes - [s] rows of each stratum, ≥ 1.
 * @param wanted - From s to the sum of `sizes`.
 * @returns [s], each from 1 to its size; their sum is `wanted`.
 * @see Hamilton's method of apportionment, Balinski & Young 1982
 */
export function allocateRows(sizes: readonly number[], wanted: number): number[] {
  // Products of two counts of rows would not stay exact as numbers.
  const all = sizes.reduce((sum, size) => sum + BigInt(size), 0n)
  const products = sizes.map(size => BigInt(size) * BigInt(wanted))
  const given = products.map(product => Number(product / all))
  const left = wanted - given.reduce((sum, rows) => sum + rows, 0)
  const byRemainder = products
    .map((product, stratum) => ({ stratum, remainder: product % all }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.stratum - b.stratum)
  for (const { stratum } of byRemainder.slice(0, left)) given[stratum] = (given[stratum] as number) + 1
  for (const [stratum, rows] of given.entries()) {
    if (rows > 0) continue
    const giver = furthestBeyond(given, products, all)
    given[giver] = (given[giver] as number) - 1
    given[stratum] = 1
  }
  return given
}

/** The stratum of more than one row that has most beyond its share. */
function furthestBeyond(given: readonly number[], products: readonly bigint[], all: bigint): number {
  let furthest = -1
  let most = 0n
  for (const [stratum, rows] of given.entries()) {
    if (rows < 2) continue
    const beyond = BigInt(rows) * all - (products[stratum] as bigint)
    if (furthest >= 0 && beyond <= most) continue
    furthest = stratum
    most = beyond
  }
  return furthest
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Draws rows without replacement, each choice of a stratum's rows equally likely: the same ones for the same strata and
 * seed on every machine.
 *
 * @param strata - [n] each row's stratum.
 * @param given - [s] how many rows to draw of each stratum, at most as many as it has.
 * @returns The numbers of the drawn rows from 0, rising.
 * @see Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S (selection sampling), a pass for all strata at once
 */
export function drawRows(strata: Uint32Array, given: readonly number[], seed: number): Uint32Array {
  const needed = [...given]
  const left = given.map(() => 0)
  for (const stratum of strata) left[stratum] = (left[stratum] as number) + 1
  const draw = wideDraws(seed)
  const drawn = new Uint32Array(needed.reduce((sum, rows) => sum + rows, 0))
  let at = 0
  for (let row = 0; row < strata.length; row += 1) {
    const stratum = strata[row] as number
    const open = left[stratum] as number
    left[stratum] = open - 1
    if (draw(open) >= (needed[stratum] as number)) continue
    needed[stratum] = (needed[stratum] as number) - 1
    drawn[at] = row
    at += 1
  }
  return drawn
}

/** Whole numbers below a bound of up to 2⁴², each equally likely. */
function wideDraws(seed: number): (bound: number) => number {
  const random = randomStream(seed)
  const halves = new Uint32Array(2)
  return bound => {
    const fair = HALF * HALF - ((HALF * HALF) % bound)
    for (;;) {
      random.fillBelow(HALF, halves)
      const number = (halves[0] as number) * HALF + (halves[1] as number)
      if (number < fair) return number % bound
    }
  }
}
