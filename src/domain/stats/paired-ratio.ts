import type { Bounds } from './paired-bootstrap.ts'
import { normalPValue, Z_975 } from './quantiles.ts'

/** What a row adds above the line of a ratio of sums, and below it. */
export interface RatioPart {
  readonly above: number
  readonly below: number
}

/** Rows on which both models do the same: of each it adds alike. */
export interface RatioCell {
  readonly rows: number
  readonly first: RatioPart
  readonly second: RatioPart
}

export interface RatioScore extends Bounds {
  /** Two-sided, of no difference. */
  readonly pValue: number
}

/** What a cell without rows counts as, so that rows like it stay possible; too few to be seen in the interval. */
const UNSEEN = 1e-6

/** To how much the ends are found; far below what an interval can mean. */
const EXACT = 1e-9

/**
 * The score 95 % interval of the difference of two ratios of sums on the same rows, second − first, where rows fall into
 * a few cells: of precision, F1 (2 TP / (2 TP + FP + FN)), or a mean cost. It holds the differences δ with X(δ) ≤ 1.96,
 * where X² = (n − 1) / n Σ (n − n p̃)² / (n p̃) over the cells and p̃ are the likeliest chances of the cells with which the
 * ratios differ by δ, and reaches farther where X is skewed.
 *
 * With accuracy's cells it is Tango's interval, but for these two. It stays honest where a ratio rests on a handful of rows, of which the
 * delta method knows neither the skewness nor the chance of cells that no row fell into.
 *
 * @param cells - Both ratios lie in [0, 1] whatever the rows: 0 ≤ above ≤ below.
 * @returns Undefined where nothing stands below a line.
 * @see Lang 2008, Score and profile likelihood confidence intervals for contingency table parameters, doi:10.1002/sim.3391;
 *   Aitchison & Silvey 1958, doi:10.1214/aoms/1177706538; Laud 2017, doi:10.1002/pst.1813 (n − 1, and the skewness)
 */
export function pairedRatioInterval(cells: readonly RatioCell[]): RatioScore | undefined {
  const counted = cells
    .filter(({ first, second }) => first.below !== 0 || second.below !== 0)
    .map(cell => ({ ...cell, rows: cell.rows + UNSEEN }))
  const [before, after] = [ratioOf(cells, 'first'), ratioOf(cells, 'second')]
  if (before === undefined || after === undefined) return undefined
  const estimate = after - before
  const statistic = scoreStatistic(counted, before, estimate)
  const step = 4 / Math.sqrt(counted.reduce((sum, { rows }) => sum + rows, 0))
  return {
    low: rootBeside(estimate, -step, -1, delta => statistic(delta) - Z_975),
    high: rootBeside(estimate, step, 1, delta => statistic(delta) + Z_975),
    pValue: normalPValue(statistic(0), 1),
  }
}

function ratioOf(cells: readonly RatioCell[], model: 'first' | 'second'): number | undefined {
  let [above, below] = [0, 0]
  for (const cell of cells) {
    above += cell.rows * cell[model].above
    below += cell.rows * cell[model].below
  }
  return below === 0 ? undefined : above / below
}

/** From δ to how far the difference seen lies above it: X(δ) with its sign. */
function scoreStatistic(
  cells: readonly RatioCell[],
  before: number,
  estimate: number,
): (delta: number) => number {
  const likeliest = likeliestChances(cells)
  const rows = cells.reduce((sum, cell) => sum + cell.rows, 0)
  // Neighbouring δ have neighbouring solutions: each search starts where the last one ended.
  let level = before
  return delta => {
    const [least, most] = [Math.max(0, -delta) + EXACT, Math.min(1, 1 - delta) - EXACT]
    if (least < most) {
      const start = Math.min(Math.max(level, least), most)
      const slope = (ratio: number) => likeliest(ratio, delta).slope
      const way = slope(start) > 0 ? 1 : -1
      level = rootBeside(start, 0.01 * way, way > 0 ? most : least, slope)
    }
    const { squares, cubes } = likeliest(level, delta)
    const distance = Math.sqrt((squares * (rows - 1)) / rows)
    return Math.sign(estimate - delta) * Math.min(distance, unskewed(distance, cubes / squares ** 1.5))
  }
}

/**
 * A score of a given skewness on the scale of a normal one, by the cubic root that does it for χ². Used where it makes
 * the interval wider alone, as everywhere.
 *
 * @see Wilson & Hilferty 1931, doi:10.1073/pnas.17.12.684; Gart & Nam 1988, doi:10.2307/2531848
 */
function unskewed(score: number, skewness: number): number {
  // Below 1 the far tail is not what is asked for. And of next to nothing a cubic root has no digits left.
  if (!(score > 1 && skewness > 1e-5)) return score
  return (6 / skewness) * (Math.cbrt(1 + (skewness * score) / 2) - 1) + skewness / 6
}

/**
 * The likeliest chances of the cells where the first ratio is `ratio` and the second `ratio` + δ, which are two linear
 * conditions: chance = share / (1 + λ₁ (above₁ − ratio below₁) + λ₂ (above₂ − (ratio + δ) below₂)). λ makes Σ rows ln(1 + …)
 * largest, by Newton's steps, halved where they go too far.
 *
 * @returns Σ (n − n p̃)² / (n p̃) there, the same of the third power by (n p̃)², and how fast the likelihood grows with
 *   `ratio`.
 */
function likeliestChances(cells: readonly RatioCell[]) {
  const rows = Float64Array.from(cells, cell => cell.rows)
  const all = rows.reduce((sum, count) => sum + count, 0)
  const [first, second, by] = [rows.slice(), rows.slice(), rows.slice()]
  let [lambda, mu] = [0, 0]
  /** Sets what the shares are divided by, and gives the sum that is to be largest. */
  const divide = (x: number, y: number): number => {
    let sum = 0
    for (let cell = 0; cell < rows.length; cell += 1) {
      const divisor = 1 + x * (first[cell] as number) + y * (second[cell] as number)
      if (divisor <= 0) return Number.NEGATIVE_INFINITY
      by[cell] = divisor
      sum += (rows[cell] as number) * Math.log(divisor)
    }
    return sum
  }
  return (ratio: number, delta: number) => {
    for (const [cell, { first: one, second: other }] of cells.entries()) {
      first[cell] = one.above - ratio * one.below
      second[cell] = other.above - (ratio + delta) * other.below
    }
    let here = divide(lambda, mu)
    if (here === Number.NEGATIVE_INFINITY) {
      ;[lambda, mu] = [0, 0]
      here = divide(0, 0)
    }
    for (let turn = 0; turn < 60; turn += 1) {
      const { x, y, gain } = newtonStep(rows, first, second, by)
      if (!(gain > 1e-14)) break
      let share = 1
      let next = divide(lambda + x, mu + y)
      while (share > 1e-9 && next < here + 1e-4 * share * gain) {
        share /= 2
        next = divide(lambda + share * x, mu + share * y)
      }
      ;[lambda, mu, here] = [lambda + share * x, mu + share * y, next]
    }
    let [squares, cubes, slope] = [0, 0, 0]
    for (const [cell, { first: one, second: other }] of cells.entries()) {
      const [count, divisor] = [rows[cell] as number, by[cell] as number]
      const expected = count / divisor
      squares += (count - expected) ** 2 / expected
      cubes += (count - expected) ** 3 / expected ** 2
      slope += (expected / all) * (lambda * one.below + mu * other.below)
    }
    return { squares, cubes, slope }
  }
}

/** Newton's step on Σ rows ln(1 + x first + y second), and how steeply the sum rises along it. */
function newtonStep(
  rows: Float64Array,
  first: Float64Array,
  second: Float64Array,
  by: Float64Array,
): { readonly x: number; readonly y: number; readonly gain: number } {
  let [alongFirst, alongSecond, xx, xy, yy] = [0, 0, 0, 0, 0]
  for (let cell = 0; cell < rows.length; cell += 1) {
    const [a, b, divisor] = [first[cell] as number, second[cell] as number, by[cell] as number]
    const weight = (rows[cell] as number) / divisor
    const square = weight / divisor
    alongFirst += weight * a
    alongSecond += weight * b
    xx += square * a * a
    xy += square * a * b
    yy += square * b * b
  }
  const determinant = xx * yy - xy * xy
  const x = (yy * alongFirst - xy * alongSecond) / determinant
  const y = (xx * alongSecond - xy * alongFirst) / determinant
  return { x, y, gain: alongFirst * x + alongSecond * y }
}

/**
 * Where a function that changes its sign once is 0, between a point and a limit on one side of it: by steps that double
 * until the sign changes, then by the Illinois form of false position. The limit where it does not change.
 *
 * @see Dowell & Jarratt 1971, doi:10.1007/BF01934364
 */
function rootBeside(from: number, step: number, limit: number, value: (at: number) => number): number {
  let [near, atNear] = [from, value(from)]
  if (atNear === 0) return near
  let [far, atFar] = [near, atNear]
  for (let size = step; atFar * atNear > 0; size *= 2) {
    if (far === limit) return limit
    ;[near, atNear] = [far, atFar]
    far = step > 0 ? Math.min(limit, far + size) : Math.max(limit, far + size)
    atFar = value(far)
  }
  for (let turn = 0; turn < 100 && Math.abs(far - near) > EXACT && atFar !== 0; turn += 1) {
    const middle = far - (atFar * (far - near)) / (atFar - atNear)
    const atMiddle = value(middle)
    if (atMiddle * atFar < 0) [near, atNear] = [far, atFar]
    else atNear /= 2
    ;[far, atFar] = [middle, atMiddle]
  }
  return far
}
