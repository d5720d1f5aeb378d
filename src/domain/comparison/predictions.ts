import { ModelyardError } from '../errors/index.ts'
import { firstImprobable, isShare } from './probabilities.ts'

/** The target column as it was read: a code into `words` a row; the empty word is a missing label. */
export interface LabelColumn {
  readonly name: string
  readonly codes: Uint32Array
  readonly words: readonly string[]
}

/** What a classifier gave: a row-major [rows, width] matrix, the classes of its columns if known, labels if given. */
export interface ClassScores {
  readonly rows: number
  readonly probabilities?:
    | {
        readonly classes: readonly string[]
        readonly values: Float32Array | Float64Array
        readonly width: number
      }
    | undefined
  readonly labels?: readonly string[] | undefined
}

export interface BinaryPredictions {
  readonly task: 'binary-classification'
  /** [n] 1 where the row is of the positive class. */
  readonly positive: Uint8Array
  /** [n] of the positive class; 0 or 1 where the model gives labels alone. */
  readonly probability: Float64Array
  readonly hasProbabilities: boolean
  readonly classes: readonly [negative: string, positive: string]
  readonly remarks: readonly string[]
}

export interface MulticlassPredictions {
  readonly task: 'multiclass-classification'
  readonly classes: readonly string[]
  /** [n] position in `classes`. */
  readonly actual: Uint32Array
  /** Row-major [n, classes]. */
  readonly probabilities: Float64Array
  readonly hasProbabilities: boolean
  readonly remarks: readonly string[]
}

export interface RegressionPredictions {
  readonly task: 'regression'
  /** [n] */
  readonly actual: Float64Array
  /** [n] */
  readonly predicted: Float64Array
  readonly remarks: readonly string[]
}

export type Predictions = BinaryPredictions | MulticlassPredictions | RegressionPredictions

/**
 * Puts a binary classifier's scores beside the labels. The positive class is found by its name, never by its place:
 * exporters sort classes as they like. A model that calls its classes 0 and 1 means by 1 the positive one.
 *
 * @throws {ModelyardError} `bad-data` on labels that are missing, more than two, or not those of `positiveClass`;
 *   `not-runnable` where the model does not say which column is which, or answers NaN.
 */
export function alignBinary(
  scores: ClassScores,
  target: LabelColumn,
  positiveClass: string,
): BinaryPredictions {
  const classes = binaryClasses(target, positiveClass)
  const isPositive = Uint8Array.from(target.words, word => (sameLabel(word, positiveClass) ? 1 : 0))
  const positive = new Uint8Array(target.codes.length)
  for (let row = 0; row < positive.length; row += 1)
    positive[row] = isPositive[target.codes[row] as number] as number
  const { probabilities, labels } = scores
  const remarks: string[] = []
  if (probabilities === undefined) {
    const given = labels ?? []
    const called = labelOf(positiveClass, [...new Set(given)], remarks)
    return {
      task: 'binary-classification',
      positive,
      probability: Float64Array.from(given, label => (sameLabel(label, called) ? 1 : 0)),
      hasProbabilities: false,
      classes,
      remarks,
    }
  }
  const { values, width } = probabilities
  const nameless = width === 1 && probabilities.classes.length !== 1
  const column = nameless ? 0 : positiveColumn(scores, probabilities, positiveClass, remarks)
  const probability = new Float64Array(scores.rows)
  for (let row = 0; row < scores.rows; row += 1) probability[row] = values[row * width + column] as number
  refuseNaN(probability)
  refuseImprobable(probability)
  return { task: 'binary-classification', positive, probability, hasProbabilities: true, classes, remarks }
}

/**
 * Puts a classifier's scores beside the labels; its columns are brought into the order of the classes' names.
 *
 * @throws {ModelyardError} `bad-data` on missing labels, or ones that the model never saw; `not-runnable` as above.
 */
export function alignMulticlass(scores: ClassScores, target: LabelColumn): MulticlassPredictions {
  requireLabels(target)
  const { probabilities, labels } = scores
  const named = probabilities === undefined ? undefined : columnClasses(scores, probabilities)
  const present = target.words.filter((_, code) => target.codes.includes(code))
  const classes = [...(named ?? new Set([...(labels ?? []), ...present]))]
  const code = target.words.map(word => classes.findIndex(name => sameLabel(name, word)))
  const unseen = target.words.find((_, index) => code[index] === -1 && target.codes.includes(index))
  if (unseen !== undefined) {
    throw badData(
      `the column \`${target.name}\` holds the class \`${unseen}\`, which the model does not know`,
      `it knows ${classes.slice(0, 20).join(', ')}`,
    )
  }
  const actual = target.codes.map(index => code[index] as number)
  const width = classes.length
  const matrix = new Float64Array(scores.rows * width)
  if (probabilities === undefined) {
    for (const [row, label] of (labels ?? []).entries()) matrix[row * width + classes.indexOf(label)] = 1
  } else matrix.set(probabilities.values)
  refuseNaN(matrix, width)
  refuseImprobable(matrix, width)
  return {
    task: 'multiclass-classification',
    classes,
    actual,
    probabilities: matrix,
    hasProbabilities: probabilities !== undefined,
    remarks: [],
  }
}

/**
 * Puts a regression's numbers beside the target.
 *
 * @throws {ModelyardError} `bad-data` where the target is missing; `not-runnable` where the model answers NaN.
 */
export function alignRegression(
  predicted: Float64Array,
  target: { readonly name: string; readonly values: Float64Array },
): RegressionPredictions {
  const missing = target.values.findIndex(value => !Number.isFinite(value))
  if (missing >= 0) {
    throw badData(
      `the column \`${target.name}\` has no finite number at row ${missing + 1}`,
      'remove the rows without a target, or fill them in',
    )
  }
  refuseNaN(predicted)
  return { task: 'regression', actual: target.values, predicted, remarks: [] }
}

/** Whether two class names mean the same: the same text, or the same number (`1` and `1.0`). */
export function sameLabel(a: string, b: string): boolean {
  if (a === b) return true
  return a.trim() !== '' && b.trim() !== '' && Number(a) === Number(b)
}

function binaryClasses(target: LabelColumn, positiveClass: string): [string, string] {
  requireLabels(target)
  const present = new Set<string>()
  for (const code of target.codes) present.add(target.words[code] as string)
  const others = [...present].filter(word => !sameLabel(word, positiveClass))
  if (others.length > 1) {
    const all = [...present].slice(0, 5).map(word => `\`${word}\``)
    throw badData(
      present.size > others.length
        ? `the column \`${target.name}\` holds ${present.size} classes (${all.join(', ')}), and two are due`
        : `the column \`${target.name}\` holds ${all.join(', ')}, but never the positive class \`${positiveClass}\``,
      present.size > others.length
        ? 'set `task: multiclass-classification`, or evaluate on rows of two classes'
        : 'correct `positive-class` in model.yaml',
    )
  }
  return [others[0] ?? `not ${positiveClass}`, positiveClass]
}

/** `NaN` is how many tools write a missing label; as a class it would be a silent second one. */
function requireLabels(target: LabelColumn): void {
  const missing = target.words.map(word => /^(?:nan)?$/i.test(word))
  const row = target.codes.findIndex(code => missing[code] === true)
  if (row >= 0) {
    throw badData(
      `the column \`${target.name}\` has no label at row ${row + 1}`,
      'remove the rows without a label, or fill them in',
    )
  }
}

function positiveColumn(
  scores: ClassScores,
  probabilities: NonNullable<ClassScores['probabilities']>,
  positiveClass: string,
  remarks: string[],
): number {
  const classes = columnClasses(scores, probabilities)
  const column = classes.indexOf(labelOf(positiveClass, classes, remarks))
  if (column >= 0) return column
  throw new ModelyardError({
    code: 'not-runnable',
    message: `there is a probability of ${classes.join(', ')} alone, and none of \`${positiveClass}\``,
    next: 'give the probability of the positive class',
  })
}

const POSITIVE_WORDS = ['1', 'true'] as const
const NEGATIVE_WORDS = ['0', 'false'] as const

/** What the model calls the positive class. */
function labelOf(positiveClass: string, classes: readonly string[], remarks: string[]): string {
  const same = classes.find(name => sameLabel(name, positiveClass))
  if (same !== undefined) return same
  const plain = (words: readonly string[]) => classes.find(name => words.includes(name.toLowerCase()))
  const [one, zero] = [plain(POSITIVE_WORDS), plain(NEGATIVE_WORDS)]
  const onlyThose = classes.every(name => name === one || name === zero)
  if (onlyThose && classes.length > 0) {
    remarks.push(
      `the model calls its classes ${classes.join(' and ')}; ${one ?? '1'} is taken as \`${positiveClass}\``,
    )
    return one ?? '1'
  }
  throw new ModelyardError({
    code: 'not-runnable',
    message: `the model's classes are ${classes.slice(0, 10).join(', ') || 'not named'}, and none is \`${positiveClass}\``,
    next: 'correct `positive-class` in model.yaml, or export the model with its class names',
  })
}

/** The class of each column: as the file says, otherwise learned from the labels that go with the largest column. */
function columnClasses(
  { rows, labels }: ClassScores,
  { classes, values, width }: NonNullable<ClassScores['probabilities']>,
): readonly string[] {
  if (classes.length === width) return classes
  const learned = new Array<string | undefined>(width)
  for (let row = 0; row < rows && labels !== undefined; row += 1) {
    let largest = 0
    for (let column = 1; column < width; column += 1) {
      if ((values[row * width + column] as number) > (values[row * width + largest] as number))
        largest = column
    }
    learned[largest] ??= labels[row]
  }
  const known = learned.filter(name => name !== undefined)
  if (known.length === width && new Set(known).size === width) return known
  throw new ModelyardError({
    code: 'not-runnable',
    message: `the model gives ${width} probabilities a row and does not say which class each belongs to`,
    next: 'export it with its class names, e.g. with skl2onnx from a fitted classifier',
  })
}

function refuseNaN(values: Float64Array, width = 1): void {
  const first = values.findIndex(value => Number.isNaN(value))
  if (first < 0) return
  let count = 0
  for (const value of values) if (Number.isNaN(value)) count += 1
  throw new ModelyardError({
    code: 'not-runnable',
    message: `the model answers NaN, ${count} times in ${values.length / width} rows, first at row ${Math.floor(first / width) + 1}`,
    next: 'impute missing values inside the model, or correct the rows',
  })
}

/** Scores and logits rank rows as well, and would pass for probabilities in every metric that does not look. */
function refuseImprobable(probabilities: Float64Array, width = 1): void {
  const row = firstImprobable(probabilities, width)
  if (row < 0) return
  const value = probabilities.subarray(row * width, (row + 1) * width).find(share => !isShare(share))
  throw new ModelyardError({
    code: 'not-runnable',
    message: `the model answers ${value} at row ${row + 1}, which is no probability`,
    next: 'export it with probabilities between 0 and 1, not scores or logits',
  })
}

function badData(message: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-data', message, next })
}
