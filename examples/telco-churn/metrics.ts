/** A customer whose outcome is known, with the model's probability of it. */
export interface Prediction {
  readonly positive: boolean
  readonly probability: number
}

/** How often a churner gets the higher probability of the two, of all pairs of a churner and a loyal customer. */
export function rocAuc(predictions: readonly Prediction[]): number {
  const ascending = predictions.toSorted((left, right) => left.probability - right.probability)
  const positives = predictions.filter(({ positive }) => positive).length
  let [won, negativesBelow] = [0, 0]
  const ties = Map.groupBy(ascending, ({ probability }) => probability)
  for (const tied of ties.values()) {
    const tiedPositives = tied.filter(({ positive }) => positive).length
    const tiedNegatives = tied.length - tiedPositives
    won += tiedPositives * (negativesBelow + tiedNegatives / 2)
    negativesBelow += tiedNegatives
  }
  return won / (positives * negativesBelow)
}

/** The mean of -log(probability given to what happened). */
export function logLoss(predictions: readonly Prediction[]): number {
  const losses = predictions.map(({ positive, probability }) => {
    const given = positive ? probability : 1 - probability
    return -Math.log(Math.max(given, Number.EPSILON))
  })
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length
}
