import type { ErrorPopulation, ScoredPopulation } from './populations.ts'

// Metrics of whole populations, signed so that more is better; written apart from the product's.

/** Of one model: its probabilities and each member's chance to be positive. */
type Truth = (chance: Float64Array, scores: Float64Array) => number

const mean = (values: Float64Array, of: (value: number, member: number) => number) =>
  values.reduce((sum, value, member) => sum + of(value, member), 0) / values.length

const chanceOf = (chance: Float64Array, member: number) => chance[member] as number

export const area: Truth = (chance, scores) => {
  const order = [...scores.keys()].sort((a, b) => (scores[a] as number) - (scores[b] as number))
  let [won, negatives] = [0, 0]
  for (let from = 0; from < order.length; ) {
    let [to, tiedPositives, tiedNegatives] = [from, 0, 0]
    for (; to < order.length && scores[order[to] as number] === scores[order[from] as number]; to += 1) {
      tiedPositives += chanceOf(chance, order[to] as number)
      tiedNegatives += 1 - chanceOf(chance, order[to] as number)
    }
    won += tiedPositives * (negatives + tiedNegatives / 2)
    negatives += tiedNegatives
    from = to
  }
  return won / (negatives * (order.length - negatives))
}

export const brier: Truth = (chance, scores) =>
  -mean(scores, (score, member) => {
    const p = chanceOf(chance, member)
    return p * (1 - score) ** 2 + (1 - p) * score ** 2
  })

export const logLoss: Truth = (chance, scores) =>
  mean(scores, (score, member) => {
    const p = chanceOf(chance, member)
    return p * Math.log(score) + (1 - p) * Math.log(1 - score)
  })

export const accuracy: Truth = (chance, scores) =>
  mean(scores, (score, member) => (score >= 0.5 ? chanceOf(chance, member) : 1 - chanceOf(chance, member)))

export const f1: Truth = (chance, scores) => {
  const hits = mean(scores, (score, member) => (score >= 0.5 ? chanceOf(chance, member) : 0))
  const called = mean(scores, score => (score >= 0.5 ? 1 : 0))
  return (2 * hits) / (called + mean(chance, p => p))
}

export const precision: Truth = (chance, scores) => {
  const hits = mean(scores, (score, member) => (score >= 0.5 ? chanceOf(chance, member) : 0))
  return hits / mean(scores, score => (score >= 0.5 ? 1 : 0))
}

export const recall: Truth = (chance, scores) => {
  const hits = mean(scores, (score, member) => (score >= 0.5 ? chanceOf(chance, member) : 0))
  return hits / mean(chance, p => p)
}

export const balancedAccuracy: Truth = (chance, scores) => {
  const rejected = mean(scores, (score, member) => (score >= 0.5 ? 0 : 1 - chanceOf(chance, member)))
  return (recall(chance, scores) + rejected / (1 - mean(chance, p => p))) / 2
}

export const rmse = (errors: Float64Array) => -Math.sqrt(mean(errors, error => error * error))

export const mae = (errors: Float64Array) => -mean(errors, Math.abs)

/** Challenger − champion. */
export function scoredDifference(truth: Truth, { chance, first, second }: ScoredPopulation): number {
  return truth(chance, second) - truth(chance, first)
}

export function errorDifference(truth: (errors: Float64Array) => number, models: ErrorPopulation): number {
  return truth(models.second) - truth(models.first)
}
