import { refuseNoCount } from './whole-counts.ts'

/** Tables count as equally likely within this: rounding must not leave out the mirror image of the one observed. */
const EQUALLY_LIKELY = 1e-7

export interface FisherExact {
  /** Never rejects too often, and so too seldom in small samples. */
  readonly pValue: number
  /** Counts tables as likely as the one observed by half: near its level on average, a little above it at times. */
  readonly midP: number
}

/**
 * Fisher's exact test of a 2×2 table, two-sided: the chance, margins given, of a table no more likely than this one.
 *
 * Without a choice, as with an empty row or column, both are 1.
 *
 * @param a - Rows of the first sample with the trait.
 * @param b - Rows of the first sample without it.
 * @param c - Rows of the second sample with the trait.
 * @param d - Rows of the second sample without it.
 * @throws {ModelyardError} `bad-data` for what is no whole number ≥ 0.
 * @see Fisher 1934, Statistical Methods for Research Workers, 21.02; Lancaster 1961, doi:10.1080/01621459.1961.10482105
 */
export function fisherExact(a: number, b: number, c: number, d: number): FisherExact {
  refuseNoCount([a, b, c, d])
  const least = Math.max(0, a - d)
  const most = Math.min(a + b, a + c)
  if (least === most) return { pValue: 1, midP: 1 }
  const weights = tableWeights(a, b, c, d, least, most)
  const observed = weights[a - least] as number
  let [less, equal, all] = [0, 0, 0]
  for (const weight of weights) {
    if (weight < observed * (1 - EQUALLY_LIKELY)) less += weight
    else if (weight <= observed * (1 + EQUALLY_LIKELY)) equal += weight
    all += weight
  }
  return { pValue: Math.min(1, (less + equal) / all), midP: (less + equal / 2) / all }
}

/** How likely each table with these margins is, by its upper left count, as a multiple of the likeliest. */
function tableWeights(a: number, b: number, c: number, d: number, least: number, most: number): Float64Array {
  const [ofFirst, withTrait] = [a + b, a + c]
  // The count that fills the lower right corner: total − first row − first column + x.
  const corner = (x: number) => d - a + x
  const weights = new Float64Array(most - least + 1)
  const likeliest = Math.floor(((ofFirst + 1) * (withTrait + 1)) / (a + b + c + d + 2))
  weights[likeliest - least] = 1
  for (let x = likeliest; x < most; x += 1) {
    const growth = ((ofFirst - x) / (x + 1)) * ((withTrait - x) / corner(x + 1))
    weights[x + 1 - least] = (weights[x - least] as number) * growth
  }
  for (let x = likeliest; x > least; x -= 1) {
    const growth = (x / (ofFirst - x + 1)) * (corner(x) / (withTrait - x + 1))
    weights[x - 1 - least] = (weights[x - least] as number) * growth
  }
  return weights
}
