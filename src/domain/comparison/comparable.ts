import { ModelyardError } from '../errors/index.ts'
import { rowsOf } from './predicted-rows.ts'
import { type MulticlassPredictions, type Predictions, sameLabel } from './predictions.ts'

/**
 * Both models' predictions with the same classes in the same order. A class that one of them does not know has the
 * probability 0 there.
 *
 * @throws {ModelyardError} `shape-mismatch` where they predict different things, or different numbers of rows.
 */
export function comparable(
  champion: Predictions,
  challenger: Predictions,
): readonly [champion: Predictions, challenger: Predictions] {
  const [before, after] = [rowsOf(champion), rowsOf(challenger)]
  if (champion.task !== challenger.task || before !== after) {
    throw new ModelyardError({
      code: 'shape-mismatch',
      message:
        champion.task === challenger.task
          ? `the champion predicted ${before} rows and the challenger ${after}`
          : `the champion is a ${champion.task} and the challenger a ${challenger.task}`,
      next: 'compare two models that predict the same, on the same rows',
    })
  }
  if (champion.task !== 'multiclass-classification' || challenger.task !== 'multiclass-classification')
    return [champion, challenger]
  const classes = [...champion.classes, ...onlyIn(challenger, champion)]
  return [inOrder(champion, classes), inOrder(challenger, classes)]
}

/** What to say where two classifiers do not know the same classes. */
export function classRemarks(champion: Predictions, challenger: Predictions): string[] {
  if (champion.task !== 'multiclass-classification' || challenger.task !== 'multiclass-classification')
    return []
  const say = (who: string, classes: readonly string[], other: string) =>
    classes.length === 0
      ? []
      : [
          `the ${who} knows ${classes.slice(0, 10).join(', ')}, which the ${other} does not: there it has the probability 0`,
        ]
  return [
    ...say('challenger', onlyIn(challenger, champion), 'champion'),
    ...say('champion', onlyIn(champion, challenger), 'challenger'),
  ]
}

function onlyIn(one: MulticlassPredictions, other: MulticlassPredictions): string[] {
  return one.classes.filter(name => !other.classes.some(known => sameLabel(name, known)))
}

function inOrder(predictions: MulticlassPredictions, classes: readonly string[]): MulticlassPredictions {
  const columns = classes.map(name => predictions.classes.findIndex(known => sameLabel(name, known)))
  if (columns.length === predictions.classes.length && columns.every((column, at) => column === at))
    return predictions
  const [from, to] = [predictions.classes.length, classes.length]
  const placeOf = predictions.classes.map((_, column) => columns.indexOf(column))
  const probabilities = new Float64Array(predictions.actual.length * to)
  for (let row = 0; row < predictions.actual.length; row += 1) {
    for (let column = 0; column < from; column += 1)
      probabilities[row * to + (placeOf[column] as number)] = predictions.probabilities[
        row * from + column
      ] as number
  }
  const actual = predictions.actual.map(label => placeOf[label] as number)
  return { ...predictions, classes, actual, probabilities }
}
