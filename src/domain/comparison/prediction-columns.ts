import { ModelyardError } from '../errors/index.ts'
import type { ModelDefinition } from '../registry/definition.ts'

/** Which columns of a predictions file are read, and what they are. */
export interface PredictionColumns {
  readonly columns: readonly { readonly name: string; readonly kind: 'number' | 'text' }[]
  /**
   * The classes of the probability columns, in their order; one column of a binary classifier's positive class has
   * no name of its own. Undefined for labels and for regression.
   */
  readonly classes: readonly string[] | undefined
}

const PROBABILITY = 'probability'
const OF_CLASS = 'probability_'
const LABEL = 'label'
const PREDICTION = 'prediction'

/**
 * Finds what a model predicted among the columns of a file: `prediction` for regression; for classes a column
 * `probability_<class>` each, or `probability` of the positive class, or `label` alone. Other columns are not read.
 *
 * @param present - The file's columns in their order.
 * @throws {ModelyardError} `bad-data` where none of these is there.
 */
export function findPredictionColumns(
  { task, 'positive-class': positiveClass }: Pick<ModelDefinition, 'task' | 'positive-class'>,
  file: string,
  present: readonly string[],
): PredictionColumns {
  if (task === 'regression') {
    if (present.includes(PREDICTION))
      return { columns: [{ name: PREDICTION, kind: 'number' }], classes: undefined }
    throw missing(file, present, `a column \`${PREDICTION}\` with the predicted number`)
  }
  const ofClasses = present.filter(name => name.startsWith(OF_CLASS))
  if (ofClasses.length > 0) {
    return {
      columns: ofClasses.map(name => ({ name, kind: 'number' })),
      classes: ofClasses.map(name => name.slice(OF_CLASS.length)),
    }
  }
  if (task === 'binary-classification' && present.includes(PROBABILITY))
    return { columns: [{ name: PROBABILITY, kind: 'number' }], classes: [positiveClass ?? ''] }
  if (present.includes(LABEL)) return { columns: [{ name: LABEL, kind: 'text' }], classes: undefined }
  throw missing(
    file,
    present,
    task === 'binary-classification'
      ? `a column \`${PROBABILITY}\` of the positive class, or \`${LABEL}\``
      : `a column \`${OF_CLASS}<class>\` for each class, or \`${LABEL}\``,
  )
}

function missing(file: string, present: readonly string[], wanted: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-data',
    message: `${file} has no predictions: it holds ${present.slice(0, 10).join(', ')}`,
    next: `write ${wanted}; one row for each row of the evaluation data, in its order`,
  })
}
