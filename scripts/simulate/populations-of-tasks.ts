import type {
  BinaryPredictions,
  MulticlassPredictions,
  RegressionPredictions,
} from '../../src/domain/comparison/predictions.ts'
import { type Draws, drawsOf } from './draws.ts'
import { drawScored, type ErrorPopulation, errorPopulation, type ScoredPopulation } from './populations.ts'

// Populations of each task, and rows of them as the product reads predictions.

const SIZE = 20_000
export const CLASSES = ['a', 'b', 'c'] as const
const WIDTH = CLASSES.length

export type Models<T> = readonly [champion: T, challenger: T]

/** What a model says of rows that are positive or not. */
export function binaryModel(positive: Uint8Array, probability: Float64Array): BinaryPredictions {
  return {
    task: 'binary-classification',
    positive,
    probability,
    hasProbabilities: true,
    classes: ['no', 'yes'],
    remarks: [],
  }
}

export function drawBinary(
  population: ScoredPopulation,
  rows: number,
  draws: Draws,
): Models<BinaryPredictions> {
  const { positive, first, second } = drawScored(population, rows, draws)
  return [binaryModel(positive, first), binaryModel(positive, second)]
}

/** Members with their chances of each class and two models' probabilities, row-major [members, classes]. */
export interface ClassPopulation {
  readonly chance: Float64Array
  readonly first: Float64Array
  readonly second: Float64Array
}

/** Three classes, the last the rarest; both models see the logits through noise, of which they share a part. */
export function classPopulation(): ClassPopulation {
  const draws = drawsOf(['population', 'classes'], 0)
  const [chance, first, second] = [0, 1, 2].map(() => new Float64Array(SIZE * WIDTH)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let member = 0; member < SIZE; member += 1) {
    const logits = [0.5, 0, -0.9].map(centre => centre + 1.5 * draws.normal())
    const seen = logits.map(logit => logit + 0.4 * draws.normal())
    chance.set(softmax(logits), member * WIDTH)
    first.set(softmax(seen.map(logit => logit + 0.3 * draws.normal())), member * WIDTH)
    second.set(softmax(seen.map(logit => logit + 0.9 * draws.normal())), member * WIDTH)
  }
  return { chance, first, second }
}

export function drawClasses(
  { chance, first, second }: ClassPopulation,
  rows: number,
  draws: Draws,
): Models<MulticlassPredictions> {
  const actual = new Uint32Array(rows)
  const [before, after] = [new Float64Array(rows * WIDTH), new Float64Array(rows * WIDTH)]
  for (let row = 0; row < rows; row += 1) {
    const from = draws.below(chance.length / WIDTH) * WIDTH
    let [label, left] = [0, draws.uniform()]
    while (label < WIDTH - 1 && left >= (chance[from + label] as number)) {
      left -= chance[from + label] as number
      label += 1
    }
    actual[row] = label
    before.set(first.subarray(from, from + WIDTH), row * WIDTH)
    after.set(second.subarray(from, from + WIDTH), row * WIDTH)
  }
  const model = (probabilities: Float64Array): MulticlassPredictions => ({
    task: 'multiclass-classification',
    classes: CLASSES,
    actual,
    probabilities,
    hasProbabilities: true,
    remarks: [],
  })
  return [model(before), model(after)]
}

/** Members with their target and two models' errors. */
export interface TargetPopulation extends ErrorPopulation {
  readonly actual: Float64Array
}

/** A target of 10 ± 2 beside the errors of `errorPopulation`. */
export function targetPopulation(tail: 0 | 1): TargetPopulation {
  const draws = drawsOf(['population', `target ${tail}`], 0)
  const errors = errorPopulation(tail)
  return { ...errors, actual: errors.first.map(() => Math.max(1, 10 + 2 * draws.normal())) }
}

export function drawTargets(
  population: TargetPopulation,
  rows: number,
  draws: Draws,
): Models<RegressionPredictions> {
  const [actual, before, after] = [0, 1, 2].map(() => new Float64Array(rows)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let row = 0; row < rows; row += 1) {
    const member = draws.below(population.actual.length)
    const value = population.actual[member] as number
    actual[row] = value
    before[row] = value + (population.first[member] as number)
    after[row] = value + (population.second[member] as number)
  }
  const model = (predicted: Float64Array): RegressionPredictions => ({
    task: 'regression',
    actual,
    predicted,
    remarks: [],
  })
  return [model(before), model(after)]
}

function softmax(logits: readonly number[]): number[] {
  const weights = logits.map(Math.exp)
  const sum = weights.reduce((total, weight) => total + weight)
  return weights.map(weight => weight / sum)
}
