import { normalPValue, studentPValue, studentQuantile, Z_975 } from './quantiles.ts'

/** A difference, challenger − champion, with its 95 % interval and what that rests on. */
export interface DifferenceInterval {
  readonly difference: number
  readonly low: number
  readonly high: number
  /** Of the difference, ≥ 0. */
  readonly standardError: number
  /** Two-sided, of no difference. */
  readonly pValue: number
  /** Degrees of freedom of the t distribution that the interval was made by; left out of a normal one. */
  readonly freedom?: number
}

/** Difference ± 1.96 standard errors. */
export function normalInterval(difference: number, standardError: number): DifferenceInterval {
  return {
    difference,
    low: difference - Z_975 * standardError,
    high: difference + Z_975 * standardError,
    standardError,
    pValue: normalPValue(difference, standardError),
  }
}

/** Sums over rows of powers of how much each moves an estimate, around their mean 0; in any unit. */
export interface PowerSums {
  readonly rows: number
  readonly squares: number
  readonly cubes: number
  readonly fourths: number
}

/**
 * The interval of an estimate by how unevenly rows move it: t standard errors to both sides, t of Student's distribution
 * with {@link freedomOf} degrees of freedom, and farther on the side to which Hall's transformation takes it by their
 * skewness: 3 / g ((1 + g (t − g / 6))^⅓ − 1) standard errors, g = γ / √n of the rows as they would be if the truth were
 * at that end.
 *
 * Never nearer: the skewness of a sample misleads most where rare rows happen to be missing, and a correction inwards
 * would then make an interval that is too narrow narrower.
 *
 * @param parts - As {@link freedomOf}.
 * @see Hall 1992, On the removal of skewness by transformation, doi:10.1111/j.2517-6161.1992.tb01876.x
 */
export function studentInterval(
  difference: number,
  standardError: number,
  parts: readonly PowerSums[],
): DifferenceInterval {
  const freedom = freedomOf(parts)
  const t = studentQuantile(freedom)
  const { skewness, tilt } = shapeOf(parts, t)
  return {
    difference,
    low: difference - standardError * Math.max(t, reach(t, skewness - tilt)),
    high: difference + standardError * Math.max(t, reach(t, -skewness - tilt)),
    standardError,
    pValue: studentPValue(difference, standardError, freedom),
    freedom,
  }
}

/**
 * γ / √n of the sum, and by how much it is another where the truth is t standard errors off: an estimate that lies so far
 * above the truth has come with few rows that pull it down, and looks less skewed that way than rows are. Tilted so that
 * their mean is the end, rows have (κ − 3γ²/2) t / n more of it, to the first order, of which no more than 1 / 2t is
 * taken: beyond, the first order says nothing.
 *
 * @see Efron 1981, Nonparametric standard errors and confidence intervals, doi:10.2307/3314608, section 11 (tilting)
 */
function shapeOf(
  parts: readonly PowerSums[],
  t: number,
): { readonly skewness: number; readonly tilt: number } {
  let [squares, cubes, fourths, normal] = [0, 0, 0, 0]
  for (const part of parts) {
    squares += part.squares
    cubes += part.cubes
    fourths += part.fourths
    normal += (3 * part.squares * part.squares) / part.rows
  }
  if (!(squares > 0)) return { skewness: 0, tilt: 0 }
  const skewness = cubes / squares ** 1.5
  const excess = (fourths - normal) / (squares * squares) - 1.5 * skewness * skewness
  return { skewness, tilt: Math.min(Math.max(0, excess) * t, 1 / (2 * t)) }
}

/** How many standard errors an end lies off by Hall's transformation. */
function reach(t: number, skewness: number): number {
  // Where it is next to nothing the difference of two cubic roots has no digits left.
  if (Math.abs(skewness) < 1e-5) return t
  return (3 / skewness) * (Math.cbrt(1 + skewness * (t - skewness / 6)) - 1)
}

/**
 * The degrees of freedom of an estimate's standard error, by how unevenly rows move it:
 * 1/ν = max(1 / (n − 1), (Σ v⁴ / (Σ v²)² − 1/n) / 2) + (Σ v³)² / (Σ v²)³.
 *
 * The second of the two is Satterthwaite's, who gives the variance the freedom of a χ² that varies as it does; of normal
 * rows it is 1/n. What is added is γ²/n for rows of skewness γ, about as much as it adds to the tails of a studentised
 * mean by its Edgeworth series. Where one row of many carries everything ν is 2/3; of K that carry alike to both sides it
 * is 2 K.
 *
 * @param parts - Independent ones whose errors add up: all rows, or those of each class.
 * @returns > 0; ∞ where no row moves the estimate.
 * @see Satterthwaite 1946, doi:10.2307/3002019; Hall 1992, The Bootstrap and Edgeworth Expansion, section 2.6,
 *   doi:10.1007/978-1-4612-4384-7
 */
export function freedomOf(parts: readonly PowerSums[]): number {
  let [squares, cubes, fourths, even, few] = [0, 0, 0, 0, 0]
  for (const part of parts) {
    squares += part.squares
    cubes += part.cubes
    fourths += part.fourths
    if (part.rows < 2) continue
    even += (part.squares * part.squares) / part.rows
    few += (part.squares * part.squares) / (part.rows - 1)
  }
  if (!(squares > 0)) return Number.POSITIVE_INFINITY
  const uneven = Math.max(few, (fourths - even) / 2)
  return 1 / (uneven / (squares * squares) + (cubes * cubes) / squares ** 3)
}
