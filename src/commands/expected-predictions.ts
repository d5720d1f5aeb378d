import { alignBinary } from '../domain/comparison/predictions.ts'
import type { Predicted } from '../domain/contract/predicted.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { ModelDefinition } from '../domain/registry/definition.ts'
import { predictedOf } from './ask-artifact.ts'
import type { ModelScores } from './labelled-scores.ts'

/** The classes of a classifier: as its file names them, otherwise those among its labels. */
export function classesOf({ probabilities, labels }: ModelScores): readonly string[] {
  if (probabilities !== undefined && probabilities.classes.length > 0) return probabilities.classes
  return [...new Set(labels)].sort()
}

/**
 * What an artifact predicts, in the form in which somebody else gave predictions: one number a row is held to the
 * positive class's probability, several to those of all classes.
 */
export function expectationOf(
  scores: ModelScores,
  definition: Pick<ModelDefinition, 'task' | 'target' | 'positive-class'>,
): (given: Predicted) => Predicted {
  const whole = predictedOf(scores)
  const positive = positiveProbability(scores, definition)
  return ({ numbers }) =>
    numbers?.width === 1 && positive !== undefined
      ? { ...whole, numbers: { width: 1, values: positive } }
      : whole
}

function positiveProbability(
  scores: ModelScores,
  {
    task,
    target,
    'positive-class': positiveClass = '',
  }: Pick<ModelDefinition, 'task' | 'target' | 'positive-class'>,
): Float64Array | undefined {
  if (task !== 'binary-classification' || scores.probabilities === undefined) return undefined
  try {
    // Which label a row has is not asked here, only which column is the positive class's.
    const labels = { name: target, words: [positiveClass], codes: new Uint32Array(scores.rows) }
    return alignBinary(scores, labels, positiveClass).probability
  } catch (error) {
    if (error instanceof ModelyardError && error.code === 'not-runnable') return undefined
    throw error
  }
}
