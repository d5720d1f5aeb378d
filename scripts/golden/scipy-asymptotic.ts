import { pelzGood } from './pelz-good.ts'

/**
 * What scipy's `ks_2samp` calls asymptotic: the one-sample distribution P(D_N ≥ d) at N = nm / (n + m), rounded half to
 * even. It stands here because vector files hold it; the product computes the two-sample distribution instead.
 *
 * Chooses the way to compute it as scipy does, since some of the ways approximate.
 *
 * @returns In [0, 1]; NaN where N rounds to 0.
 * @see Simard & L'Ecuyer 2011, doi:10.18637/jss.v039.i11
 */
export function scipyAsymptotic(d: number, n: number, m: number): number {
  const size = roundHalfToEven((n * m) / (n + m))
  if (size === 0) return Number.NaN
  if (d >= 1) return 0
  if (size * d <= 0.5) return 1
  const square = size * d * d
  if (size > 140 && square >= 370) return 0
  if (d >= 0.5 || square > (size <= 140 ? 4 : 2.2)) return Math.min(1, 2 * oneSided(size, d))
  if (size <= 140 || (size <= 100_000 && size * d ** 1.5 <= 1.4)) return 1 - durbin(size, d)
  return 1 - pelzGood(size, d)
}

function roundHalfToEven(value: number): number {
  const rounded = Math.round(value)
  return Math.abs(value % 1) === 0.5 && rounded % 2 === 1 ? rounded - 1 : rounded
}

/**
 * Smirnov's one-sided tail: d Σ C(n, j) (d + j/n)ʲ⁻¹ (1 − d − j/n)ⁿ⁻ʲ, each term as a binomial chance in Loader's form,
 * which does not cancel.
 *
 * @see Birnbaum & Tingey 1951, doi:10.1214/aoms/1177729550; Loader 2000, Fast and Accurate Computation of Binomial Probabilities
 */
function oneSided(n: number, d: number): number {
  const lead = n * d
  let sum = (1 - d) ** n
  for (let j = 1; j < n - lead; j += 1) {
    const rest = n - j
    const exponent =
      stirlingError(n) -
      stirlingError(j) -
      stirlingError(rest) +
      j * Math.log1p(lead / j) +
      rest * Math.log1p(-lead / rest)
    sum += (lead / (lead + j)) * Math.sqrt(n / (2 * Math.PI * j * rest)) * Math.exp(exponent)
  }
  return sum
}

/** ln n! less Stirling's formula. */
function stirlingError(n: number): number {
  if (n < 16) {
    let logFactorial = 0
    for (let factor = 2; factor <= n; factor += 1) logFactorial += Math.log(factor)
    return logFactorial - ((n + 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2)
  }
  const square = n * n
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n
}

/**
 * P(D_n < d) as a power of Durbin's matrix.
 *
 * @see Marsaglia, Tsang & Wang 2003, doi:10.18637/jss.v008.i18
 */
function durbin(n: number, d: number): number {
  const k = Math.ceil(n * d)
  const h = k - n * d
  const size = 2 * k - 1
  let power = durbinMatrix(size, h)
  let product = Float64Array.from({ length: size * size }, (_, cell) => (cell % (size + 1) === 0 ? 1 : 0))
  // Both matrices carry a power of two beside them, lest they overflow.
  let [powerScale, productScale] = [0, 0]
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) {
      product = multiply(product, power, size)
      productScale += powerScale
    }
    power = multiply(power, power, size)
    powerScale *= 2
    const middle = power[(k - 1) * (size + 1)] as number
    if (middle > 2 ** 128) {
      power = power.map(value => value / 2 ** 128)
      powerScale += 128
    }
  }
  let chance = product[(k - 1) * (size + 1)] as number
  for (let factor = 1; factor <= n; factor += 1) {
    chance *= factor / n
    if (chance < 2 ** -128) {
      chance *= 2 ** 128
      productScale -= 128
    }
  }
  return chance * 2 ** productScale
}

function durbinMatrix(size: number, h: number): Float64Array {
  const matrix = new Float64Array(size * size)
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const depth = row - column + 1
      if (depth < 0) continue
      let value = 1
      if (column === 0) value -= h ** (row + 1)
      if (row === size - 1) value -= h ** (size - column)
      if (column === 0 && row === size - 1) value += Math.max(0, 2 * h - 1) ** size
      matrix[row * size + column] = value / factorial(depth)
    }
  }
  return matrix
}

function multiply(a: Float64Array, b: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const result = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let inner = 0; inner < size; inner += 1) {
      const factor = a[row * size + inner] as number
      for (let column = 0; column < size; column += 1) {
        const cell = row * size + column
        result[cell] = (result[cell] as number) + factor * (b[inner * size + column] as number)
      }
    }
  }
  return result
}
