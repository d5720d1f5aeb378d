import { type Draws, drawsOf } from './draws.ts'

// A finite population, from which rows are drawn with replacement, makes the truth exact: a metric of the population is
// a sum over its members.

const SIZE = 20_000

/** Members with their chance to be positive and two models' probabilities. */
export interface ScoredPopulation {
  readonly chance: Float64Array
  readonly first: Float64Array
  readonly second: Float64Array
}

/** Rows as an evaluation set holds them. */
export interface ScoredRows {
  readonly positive: Uint8Array
  readonly first: Float64Array
  readonly second: Float64Array
}

/** Members with two models' errors. */
export interface ErrorPopulation {
  readonly first: Float64Array
  readonly second: Float64Array
}

/**
 * Two models that see the same logit through noise, of which they share a part. The second sees less.
 *
 * @param centre - Mean logit: 0 for half positives, −1.3 for about 27 %, −2.9 for about 10 %.
 */
export function scoredPopulation(centre: number, loss = 0.9): ScoredPopulation {
  const draws = drawsOf(['population', `scores ${centre}`], 0)
  const chance = new Float64Array(SIZE)
  const [first, second] = [new Float64Array(SIZE), new Float64Array(SIZE)]
  for (let member = 0; member < SIZE; member += 1) {
    const logit = centre + 1.3 * draws.normal()
    const seen = logit + 0.4 * draws.normal()
    chance[member] = sigmoid(logit)
    first[member] = sigmoid(seen + 0.3 * draws.normal())
    second[member] = sigmoid(seen + loss * draws.normal())
  }
  return { chance, first, second }
}

/** Errors of two regressions that share a part; `tail` 0 is normal, 1 has the tails of a log-normal. */
export function errorPopulation(tail: 0 | 1): ErrorPopulation {
  const draws = drawsOf(['population', `errors ${tail}`], 0)
  const [first, second] = [new Float64Array(SIZE), new Float64Array(SIZE)]
  for (let member = 0; member < SIZE; member += 1) {
    const shared = 0.8 * draws.normal()
    const size = tail === 0 ? 1 : Math.exp(0.8 * draws.normal())
    first[member] = size * (shared + 0.5 * draws.normal())
    second[member] = size * (shared + 0.65 * draws.normal())
  }
  return { first, second }
}

/** Both orders of the two models together: whatever the metric, they are equal. */
export function symmetric<P extends ErrorPopulation>(population: P): P {
  const { first, second } = population
  const doubled = Object.fromEntries(
    Object.entries(population).map(([name, values]: [string, Float64Array]) => [
      name,
      joined(values, values),
    ]),
  )
  return { ...(doubled as unknown as P), first: joined(first, second), second: joined(second, first) }
}

/** The models change places. */
export function swapped<P extends ErrorPopulation>(population: P): P {
  return { ...population, first: population.second, second: population.first }
}

export function drawScored(population: ScoredPopulation, rows: number, draws: Draws): ScoredRows {
  const positive = new Uint8Array(rows)
  const { first, second } = drawErrors(population, rows, draws, (row, member) => {
    positive[row] = draws.uniform() < (population.chance[member] as number) ? 1 : 0
  })
  return { positive, first, second }
}

export function drawErrors(
  population: ErrorPopulation,
  rows: number,
  draws: Draws,
  also?: (row: number, member: number) => void,
): ErrorPopulation {
  const [first, second] = [new Float64Array(rows), new Float64Array(rows)]
  for (let row = 0; row < rows; row += 1) {
    const member = draws.below(population.first.length)
    first[row] = population.first[member] as number
    second[row] = population.second[member] as number
    also?.(row, member)
  }
  return { first, second }
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit))
