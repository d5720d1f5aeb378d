import { mean } from './closed-form.ts'
import { type DifferenceInterval, type PowerSums, studentInterval } from './difference.ts'

/**
 * The 95 % interval of a ratio of two means of the same rows, such as what one model explains more than another by how
 * much there is to explain: the ratios δ for which 0 lies within Student's interval of the mean of `above` − δ `below`.
 *
 * Where the difference of two models is large beside the noise, the delta method lets through more than it says: what is
 * below the line moves the ratio and its standard error together, which this form asks about at the end itself.
 *
 * @param above - [n] of rows, or summed over the rows that belong together.
 * @param below - [n] positive on average.
 * @returns Undefined with fewer than 2 rows, where nothing stands below the line, or where so little does that no ratio
 *   could be ruled out.
 * @see Fieller 1954, doi:10.1111/j.2517-6161.1954.tb00159.x
 */
export function ratioOfMeans(
  above: Float64Array,
  below: Float64Array,
): Omit<DifferenceInterval, 'difference'> | undefined {
  const rows = above.length
  const [top, bottom] = [mean(above), mean(below)]
  if (rows < 2 || !(bottom > 0)) return undefined
  const estimate = top / bottom
  const moments = momentsOf(above, below, estimate, bottom)
  const intervalAt = (ratio: number) => {
    const parts = moments(ratio)
    const standardError = Math.sqrt((parts.squares * rows) / (rows - 1)) / rows
    return studentInterval(estimate - ratio, standardError, [parts])
  }
  const { standardError, freedom } = intervalAt(estimate)
  const low = endBeside(estimate, -standardError, ratio => intervalAt(ratio).low > 0)
  const high = endBeside(estimate, standardError, ratio => intervalAt(ratio).high < 0)
  if (low === undefined || high === undefined) return undefined
  return { low, high, standardError, pValue: intervalAt(0).pValue, ...(freedom && { freedom }) }
}

/**
 * From a ratio δ to the powers of `above` − δ `below` around their mean, from sums that are taken once; in units of what
 * stands below the line, so that no power leaves what a double can hold.
 */
function momentsOf(
  above: Float64Array,
  below: Float64Array,
  estimate: number,
  bottom: number,
): (ratio: number) => PowerSums {
  // At [i][j] the sum of the i-th power of the one and the j-th of the other.
  const sums = Array.from({ length: 5 }, () => new Float64Array(5))
  for (let row = 0; row < above.length; row += 1) {
    const [one, other] = [(above[row] as number) / bottom - estimate, (below[row] as number) / bottom - 1]
    let first = 1
    for (let i = 0; i <= 4; i += 1, first *= one) {
      const line = sums[i] as Float64Array
      for (let j = Math.max(0, 2 - i), power = first * other ** j; j <= 4 - i; j += 1, power *= other)
        line[j] = (line[j] as number) + power
    }
  }
  const power = (degree: number, ratio: number) => {
    let sum = 0
    for (let j = 0; j <= degree; j += 1)
      sum += (CHOOSE[degree]?.[j] ?? 0) * (-ratio) ** j * ((sums[degree - j] as Float64Array)[j] as number)
    return sum
  }
  return ratio => ({
    rows: above.length,
    squares: Math.max(0, power(2, ratio)),
    cubes: power(3, ratio),
    fourths: power(4, ratio),
  })
}

const CHOOSE: Readonly<Record<number, readonly number[]>> = {
  2: [1, 2, 1],
  3: [1, 3, 3, 1],
  4: [1, 4, 6, 4, 1],
}

/** The farthest that a ratio is not ruled out; undefined where none is, however far. */
function endBeside(from: number, step: number, isOut: (ratio: number) => boolean): number | undefined {
  if (step === 0) return from
  let [near, far] = [from, from + step]
  for (let doubled = step; !isOut(far); doubled *= 2) {
    if (Math.abs(doubled) > 1e6 * Math.abs(step)) return undefined
    ;[near, far] = [far, far + doubled]
  }
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (near + far) / 2
    if (isOut(middle)) far = middle
    else near = middle
  }
  return (near + far) / 2
}
