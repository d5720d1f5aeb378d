/** A linear model of the log-odds. */
export interface LogisticRegression {
  readonly weights: Float64Array
  readonly intercept: number
}

/** The probability that a row of numbers is of the positive class. */
export function probability({ weights, intercept }: LogisticRegression, row: Float64Array): number {
  return 1 / (1 + Math.exp(-dot(weights, row) - intercept))
}

const MOST_STEPS = 50
const SMALL_STEP = 1e-10

/**
 * Minimises the summed log loss plus `l2Penalty / 2` times the squared weights, by Newton's method. The loss has one
 * minimum, so there is nothing to tune and nothing random.
 */
export function fitLogisticRegression(
  rows: readonly Float64Array[],
  positives: readonly boolean[],
  l2Penalty: number,
): LogisticRegression {
  // The intercept is the weight of a last column of ones; it alone goes unpenalised.
  const columns = rows.map(row => Float64Array.of(...row, 1))
  const penalties = new Float64Array(columns[0]?.length ?? 1).fill(l2Penalty).fill(0, -1)
  const weights = new Float64Array(penalties.length)
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    const { gradient, hessian } = derivatives(columns, positives, weights, penalties)
    const change = solve(hessian, gradient)
    addScaled(weights, -1, change)
    if (change.every(value => Math.abs(value) < SMALL_STEP)) {
      return { weights: weights.slice(0, -1), intercept: weights.at(-1) ?? 0 }
    }
  }
  throw new Error(`the logistic regression did not settle within ${MOST_STEPS} steps`)
}

/** First and second derivatives of the loss. */
function derivatives(
  rows: readonly Float64Array[],
  positives: readonly boolean[],
  weights: Float64Array,
  penalties: Float64Array,
): { gradient: Float64Array; hessian: Float64Array[] } {
  const gradient = weights.map((weight, at) => weight * numberAt(penalties, at))
  const hessian = Array.from(penalties, (penalty, at) =>
    new Float64Array(weights.length).fill(penalty, at, at + 1),
  )
  for (const [index, row] of rows.entries()) {
    const predicted = probability({ weights, intercept: 0 }, row)
    addScaled(gradient, predicted - Number(positives[index]), row)
    const spread = predicted * (1 - predicted)
    for (const [at, line] of hessian.entries()) {
      const value = numberAt(row, at)
      if (value !== 0) addScaled(line, spread * value, row)
    }
  }
  return { gradient, hessian }
}

/** Solves `matrix * x = right` for a symmetric positive definite matrix, by Cholesky's factor L: L * Lᵀ = matrix. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const factor: Float64Array[] = []
  const solution = new Float64Array(right.length)
  for (const [i, line] of matrix.entries()) {
    const below = new Float64Array(right.length)
    for (const [j, above] of factor.entries()) {
      below[j] = (numberAt(line, j) - dot(below, above)) / numberAt(above, j)
    }
    below[i] = Math.sqrt(numberAt(line, i) - dot(below, below))
    solution[i] = (numberAt(right, i) - dot(below, solution)) / numberAt(below, i)
    factor.push(below)
  }
  for (const [i, line] of [...factor.entries()].reverse()) {
    const value = numberAt(solution, i) / numberAt(line, i)
    addScaled(solution, -value, line.with(i, 0))
    solution[i] = value
  }
  return solution
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let at = 0; at < left.length; at += 1) sum += numberAt(left, at) * numberAt(right, at)
  return sum
}

/** `target += factor * row`, in place. */
function addScaled(target: Float64Array, factor: number, row: Float64Array): void {
  for (let at = 0; at < target.length; at += 1) target[at] = numberAt(target, at) + factor * numberAt(row, at)
}

/** An element that is known to be there. */
const numberAt = (values: Float64Array, at: number) => values[at] as number
