import { ModelyardError } from '../errors/index.ts'
import { type RandomStream, randomStream } from './random.ts'
import { rocAuc } from './roc.ts'

const FOLDS = 5
const PERMUTATIONS = 199
/** Of the rows that a fold learns from: how much is added to the diagonal of their products. */
const RIDGE = 0.1

/** Rows as numbers, row after row: [n + m][width], the reference's n first. */
export interface TwoSamples {
  readonly values: Float64Array
  readonly width: number
  readonly n: number
  readonly m: number
}

export interface ClassifierTest {
  /** Out of fold: the chance that a current row is told from a reference row; 0.5 where nothing tells them apart. */
  readonly auc: number
  readonly pValue: number
  readonly permutations: number
}

/**
 * A classifier two-sample test: whether somebody who learned from some rows which sample they are of can tell of others.
 *
 * The classifier is ridge regression of the label on standardised columns, each row scored by the one of five that did not
 * learn from it; the statistic is the area under the ROC curve of these scores. Its chance is (b + 1) / (B + 1), where b of
 * B = 199 random labellings, learned from anew, do as well: exact where rows are exchangeable, whatever the columns are. Rows that
 * depend on each other, as those of one day or customer may, make it too small.
 *
 * A column tells what a line in it can: products of columns have to be among them for what lies in pairs. Time and memory
 * grow with rows · width².
 *
 * @throws {ModelyardError} `empty-sample` where a sample has fewer rows than there are folds; `shape-mismatch`.
 * @see Lopez-Paz & Oquab 2017, arXiv:1610.06545; Phipson & Smyth 2010, doi:10.2202/1544-6115.1585, for the p-value.
 */
export function classifierTwoSample(samples: TwoSamples, seed: number): ClassifierTest {
  const { values, width, n, m } = samples
  if (values.length !== (n + m) * width)
    throw refused('shape-mismatch', 'rows and columns do not make so many values')
  if (Math.min(n, m) < FOLDS)
    throw refused('empty-sample', `a sample has fewer than ${FOLDS} rows, one for each fold`)
  const random = randomStream(seed)
  const learner = prepare(standardised(samples), width, foldsOf(n + m, random))
  const labels = Uint8Array.from({ length: n + m }, (_, row) => (row < n ? 0 : 1))
  const auc = rocAuc(labels, learner(labels, m / (n + m)))
  let asGood = 0
  for (let round = 0; round < PERMUTATIONS; round += 1) {
    shuffle(labels, random)
    if (rocAuc(labels, learner(labels, m / (n + m))) >= auc - ROUNDING) asGood += 1
  }
  return { auc, pValue: (asGood + 1) / (PERMUTATIONS + 1), permutations: PERMUTATIONS }
}

/** Sums in another order are equal areas. */
const ROUNDING = 1e-12

/** From labels to scores. What does not hang on labels, the factors of the folds' products, is computed once. */
function prepare(values: Float64Array, width: number, folds: Uint8Array) {
  const gram = Array.from({ length: FOLDS }, () => new Float64Array(width * width))
  const sizes = new Uint32Array(FOLDS)
  for (const [row, fold] of folds.entries()) {
    sizes[fold] = (sizes[fold] as number) + 1
    addProducts(gram[fold] as Float64Array, values.subarray(row * width, (row + 1) * width))
  }
  const factors = gram.map((_, left) => {
    const sum = new Float64Array(width * width)
    for (const [fold, part] of gram.entries())
      if (fold !== left) for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (part[at] ?? 0)
    const ridge = RIDGE * (folds.length - (sizes[left] as number))
    for (let column = 0; column < width; column += 1)
      sum[column * (width + 1)] = (sum[column * (width + 1)] as number) + ridge
    return cholesky(sum, width)
  })
  return (labels: Uint8Array, share: number): Float64Array => {
    const moments = Array.from({ length: FOLDS }, () => new Float64Array(width))
    for (const [row, fold] of folds.entries()) {
      const [moment, weight, at] = [
        moments[fold] as Float64Array,
        (labels[row] as number) - share,
        row * width,
      ]
      for (let column = 0; column < width; column += 1)
        moment[column] = (moment[column] as number) + weight * (values[at + column] as number)
    }
    const weights = factors.map((factor, left) => solved(factor, sumBut(moments, left, width), width))
    return Float64Array.from(folds, (fold, row) => {
      const weight = weights[fold] as Float64Array
      let score = 0
      for (let column = 0, at = row * width; column < width; column += 1, at += 1)
        score += (weight[column] as number) * (values[at] as number)
      return score
    })
  }
}

/** Adds the products of a row's columns, those below the diagonal and on it. */
function addProducts(sum: Float64Array, row: Float64Array): void {
  for (let a = 0; a < row.length; a += 1) {
    const value = row[a] as number
    if (value === 0) continue
    for (let b = 0, at = a * row.length; b <= a; b += 1, at += 1)
      sum[at] = (sum[at] as number) + value * (row[b] as number)
  }
}

function sumBut(moments: readonly Float64Array[], left: number, width: number): Float64Array {
  const sum = new Float64Array(width)
  for (const [fold, moment] of moments.entries())
    if (fold !== left)
      for (let column = 0; column < width; column += 1)
        sum[column] = (sum[column] as number) + (moment[column] as number)
  return sum
}

/** The lower triangle L of A = L Lᵀ, in place; A is positive definite, its ridge sees to that. */
function cholesky(a: Float64Array, width: number): Float64Array {
  for (let row = 0; row < width; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = a[row * width + column] as number
      for (let k = 0; k < column; k += 1)
        sum -= (a[row * width + k] as number) * (a[column * width + k] as number)
      a[row * width + column] = row === column ? Math.sqrt(sum) : sum / (a[column * (width + 1)] as number)
    }
  }
  return a
}

/** x of L Lᵀ x = b, in place of b. */
function solved(factor: Float64Array, b: Float64Array, width: number): Float64Array {
  for (let row = 0; row < width; row += 1) {
    let sum = b[row] as number
    for (let k = 0; k < row; k += 1) sum -= (factor[row * width + k] as number) * (b[k] as number)
    b[row] = sum / (factor[row * (width + 1)] as number)
  }
  for (let row = width - 1; row >= 0; row -= 1) {
    let sum = b[row] as number
    for (let k = row + 1; k < width; k += 1) sum -= (factor[k * width + row] as number) * (b[k] as number)
    b[row] = sum / (factor[row * (width + 1)] as number)
  }
  return b
}

/** Of both samples together, so that labels have no part in it; what does not vary is 0. */
function standardised({ values, width, n, m }: TwoSamples): Float64Array {
  const [rows, scaled] = [n + m, new Float64Array(values.length)]
  for (let column = 0; column < width; column += 1) {
    let [mean, squares] = [0, 0]
    for (let at = column; at < values.length; at += width) mean += (values[at] as number) / rows
    for (let at = column; at < values.length; at += width) squares += ((values[at] as number) - mean) ** 2
    const deviation = Math.sqrt(squares / rows)
    if (deviation > FLAT)
      for (let at = column; at < values.length; at += width)
        scaled[at] = ((values[at] as number) - mean) / deviation
  }
  return scaled
}

/** Of columns between −1 and 1: less is rounding. */
const FLAT = 1e-9

/** Which fold each row is of: equal sizes, by chance, whatever its label. */
function foldsOf(rows: number, random: RandomStream): Uint8Array {
  return shuffle(
    Uint8Array.from({ length: rows }, (_, row) => row % FOLDS),
    random,
  )
}

/** Fisher and Yates, in place. */
function shuffle(values: Uint8Array, random: RandomStream): Uint8Array {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1)
    const kept = values[last] as number
    values[last] = values[other] as number
    values[other] = kept
  }
  return values
}

function refused(code: 'shape-mismatch' | 'empty-sample', message: string): ModelyardError {
  return new ModelyardError({ code, message, next: 'give both samples as rows of the same columns' })
}
