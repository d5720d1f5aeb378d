import type { RandomStream } from './random.ts'

/** How many of `draws` balls are white, when `white` of the `balls` in the urn are. All whole numbers ≥ 0. */
export interface Urn {
  readonly balls: number
  readonly white: number
  readonly draws: number
}

/** Draws from urns with up to a number of balls that is fixed once, so that factorials need a look-up only. */
export type HypergeometricDraw = (urn: Urn) => number

/**
 * Random numbers of white balls, by inversion from the mode outwards: about as many steps as a standard deviation.
 *
 * @param largest - The most balls that an urn will hold.
 * @see Kachitvichyanukul & Schmeiser 1985, doi:10.1080/00949658508810839
 */
export function hypergeometricDraws(random: RandomStream, largest: number): HypergeometricDraw {
  const logFactorial = logFactorials(largest)
  const choose = (n: number, k: number) =>
    (logFactorial[n] as number) - (logFactorial[k] as number) - (logFactorial[n - k] as number)
  return ({ balls, white, draws }) => {
    const least = Math.max(0, draws + white - balls)
    const most = Math.min(draws, white)
    if (least === most) return least
    const mode = Math.floor(((draws + 1) * (white + 1)) / (balls + 2))
    const black = balls - white
    let [up, down] = [mode, mode]
    const chance = Math.exp(choose(white, mode) + choose(black, draws - mode) - choose(balls, draws))
    let [above, below] = [chance, chance]
    let left = uniform(random) - chance
    while (left > 0 && (up < most || down > least)) {
      if (up < most) {
        above *= ((white - up) / (up + 1)) * ((draws - up) / (black - draws + up + 1))
        up += 1
        left -= above
        if (left <= 0) return up
      }
      if (down > least) {
        below *= (down / (white - down + 1)) * ((black - draws + down) / (draws - down + 1))
        down -= 1
        left -= below
        if (left <= 0) return down
      }
    }
    return mode
  }
}

/** In [0, 1), in steps of 2⁻⁴². */
function uniform(random: RandomStream): number {
  const part = 2 ** 21
  return (random.below(part) + random.below(part) / part) / part
}

/** ln 0! to ln largest! */
function logFactorials(largest: number): Float64Array {
  const logs = new Float64Array(largest + 1)
  for (let n = 2; n <= largest; n += 1) logs[n] = (logs[n - 1] as number) + Math.log(n)
  return logs
}
