import type { LabelColumn } from '../comparison/predictions.ts'
import { ModelyardError } from '../errors/index.ts'

/** What came of labels for rows that were predicted. */
export interface JoinedLabels {
  /** [n] the label of each row; undefined where none has come. */
  readonly labels: readonly (string | undefined)[]
  /** Rows of labels whose key no prediction has. */
  readonly unknown: number
  /** Rows of labels that say again what another says. */
  readonly repeated: number
  /** Predictions whose key another has before them; they have one label. */
  readonly sharing: number
  /** Predictions without a key. */
  readonly keyless: number
  /** A key of each side, where none of the labels' is one of a prediction: they may be written in two ways. */
  readonly unalike?: { readonly labels: string; readonly predictions: string }
}

/** The columns of a file of labels, row by row. */
export interface LabelFile {
  readonly file: string
  readonly keys: LabelColumn
  readonly labels: LabelColumn
}

/**
 * Finds the label of each prediction by its key, letter for letter. A label that is empty, or `NaN`, has not come.
 *
 * @param keys - [n] of the predictions.
 * @throws {ModelyardError} `bad-data` where one key has two labels, with both.
 */
export function joinLabels(keys: LabelColumn, { file, keys: given, labels }: LabelFile): JoinedLabels {
  const known = new Map<string, string>()
  const predicted = new Set(keys.words)
  let [unknown, repeated] = [0, 0]
  for (let row = 0; row < given.codes.length; row += 1) {
    const key = wordAt(given, row)
    const label = wordAt(labels, row)
    if (!predicted.has(key) || key === '') unknown += 1
    else if (hasCome(label)) {
      const before = known.get(key)
      if (before !== undefined && before !== label) throw conflicting(file, given.name, key, [before, label])
      if (before !== undefined) repeated += 1
      known.set(key, label)
    }
  }
  const rows = Array.from(keys.codes, (_, row) => wordAt(keys, row))
  const keyless = rows.filter(key => key === '').length
  const [ofLabels, ofPredictions] = [leastKey(given), leastKey(keys)]
  const isApart = unknown === given.codes.length && ofLabels !== undefined && ofPredictions !== undefined
  return {
    labels: rows.map(key => known.get(key)),
    ...(isApart && { unalike: { labels: ofLabels, predictions: ofPredictions } }),
    unknown,
    repeated,
    sharing: rows.length - keyless - new Set(rows.filter(key => key !== '')).size,
    keyless,
  }
}

/** The labels that stand beside the predictions, in the same file. */
export function labelsBeside(column: LabelColumn): (string | undefined)[] {
  return Array.from(column.codes, (_, row) => {
    const label = wordAt(column, row)
    return hasCome(label) ? label : undefined
  })
}

/** What is odd about a join, for people. */
export function joinRemarks({ unknown, repeated, sharing, keyless, unalike }: JoinedLabels): string[] {
  if (unalike !== undefined)
    return [
      `no label's key is one of a prediction, letter for letter: \`${unalike.labels}\` there, \`${unalike.predictions}\` here; write both alike`,
    ]
  return [
    [unknown, 'labels are of keys that no prediction has'],
    [repeated, 'labels repeat what another says'],
    [sharing, 'predictions share their key with another, and its label'],
    [keyless, 'predictions have no key, so no label'],
  ].flatMap(([count, what]) => (count === 0 ? [] : [`${what}: ${count}`]))
}

function wordAt({ codes, words }: LabelColumn, row: number): string {
  return words[codes[row] as number] as string
}

function leastKey({ words }: LabelColumn): string | undefined {
  return words.reduce<string | undefined>(
    (least, word) => (word !== '' && (least === undefined || word < least) ? word : least),
    undefined,
  )
}

function hasCome(label: string): boolean {
  return !/^(?:nan)?$/i.test(label)
}

function conflicting(file: string, column: string, key: string, labels: readonly string[]): ModelyardError {
  return new ModelyardError({
    code: 'bad-data',
    message: `${file} has two labels for \`${column}\` ${key}: ${labels.join(' and ')}`,
    next: 'leave one of them, the later one where labels are corrected',
    place: { path: file },
  })
}
