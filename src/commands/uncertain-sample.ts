import { firstImprobable } from '../domain/comparison/probabilities.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { ModelDefinition } from '../domain/registry/definition.ts'
import type { UncertainRows } from '../domain/results/sample.ts'
import { leadersOf, marginsOf, pickUncertain } from '../domain/retraining/uncertain-rows.ts'
import type { Ports, Tables } from '../ports.ts'
import { digestOfData } from './move-facts.ts'
import { readScores } from './read-predictions.ts'
import { readRows } from './selected-rows.ts'
import type { Strata } from './strata.ts'

/** So many rows are listed for people; a hundred are a day's work. */
const MOST_LISTED = 100

/** Rows whose labels are wanted, and what is predicted of them. */
export interface Pool {
  readonly path: string
  readonly uri: string
  /** A file with a prediction for each row, in the same order. */
  readonly predictions: string
}

export interface PickedRows {
  /** Numbers from 0, rising. */
  readonly rows: Uint32Array
  readonly told: UncertainRows
}

/**
 * Picks the rows that a classifier is least sure of.
 *
 * @param allocated - How many of each stratum.
 * @throws {ModelyardError} `bad-input` of a regression; `bad-data` where there are no probabilities, or not as many as rows.
 */
export async function pickRows(
  definition: ModelDefinition,
  { path, uri, predictions }: Pool,
  { rows: strata }: Strata,
  allocated: readonly number[],
  seed: number,
  { tables, artifacts }: Pick<Ports, 'tables' | 'artifacts'>,
): Promise<PickedRows> {
  const scores = await readScores(definition, { path: predictions }, tables)
  const { classes, values, width } = requireProbabilities(scores.probabilities, definition, predictions)
  if (scores.rows !== strata.length) {
    throw badPredictions(
      `${predictions} holds ${scores.rows} predictions, and ${uri} holds ${strata.length} rows`,
      'write one prediction for each row of the data, in the same order',
    )
  }
  const margins = marginsOf(values, width)
  const picked = pickUncertain(margins, strata, allocated, seed)
  const listed = picked.slice(0, MOST_LISTED)
  const keys = await keysOf(definition, path, listed, tables)
  const words = width === 1 ? [classes[0] ?? '', otherOf(classes[0])] : classes
  return {
    rows: picked.toSorted(),
    told: {
      by: 'margin',
      predictions: { uri: predictions, sha256: await digestOfData(predictions, artifacts) },
      'largest-margin': rounded(margins[picked.at(-1) ?? 0] ?? 0),
      rows: Array.from(listed, (row, index) => {
        const both =
          width === 1
            ? [values[row] as number, 1 - (values[row] as number)]
            : values.subarray(row * width, (row + 1) * width)
        const leaders = leadersOf(both, both.length, 0)
        const key = keys?.[index]
        return {
          row: row + 1,
          ...(key === undefined ? {} : { key }),
          margin: rounded(margins[row] as number),
          classes: leaders.map(place => ({
            class: words[place] ?? '',
            probability: rounded(both[place] as number),
          })),
        }
      }),
    },
  }
}

/** A file of one probability names the positive class alone. */
const otherOf = (positive: string | undefined) => (positive === undefined ? '' : `not ${positive}`)

const rounded = (share: number) => Number(share.toFixed(5))

type Probabilities = NonNullable<Awaited<ReturnType<typeof readScores>>['probabilities']>

function requireProbabilities(
  probabilities: Probabilities | undefined,
  { task }: Pick<ModelDefinition, 'task'>,
  file: string,
): Probabilities {
  if (probabilities === undefined) {
    throw badPredictions(
      `${file} holds labels alone, which do not say how sure the model is`,
      'write probabilities: `probability` of the positive class, or `probability_<class>` of each',
    )
  }
  const { values, width } = probabilities
  const improbable = firstImprobable(values, width)
  if (improbable >= 0) {
    throw badPredictions(
      `${file} holds a probability that is not between 0 and 1, at row ${improbable + 1}`,
      'write probabilities, not scores or logits',
    )
  }
  if (width === 1 && task === 'multiclass-classification') {
    throw badPredictions(
      `${file} holds the probabilities of one class alone`,
      'write a column `probability_<class>` for each class',
    )
  }
  return probabilities
}

/** By what a row is known elsewhere, in the order in which they are listed. */
async function keysOf(
  { evaluate }: ModelDefinition,
  path: string,
  listed: Uint32Array,
  tables: Tables,
): Promise<readonly string[] | undefined> {
  const key = evaluate?.key
  if (key === undefined || !(await tables.columns(path)).some(({ name }) => name === key)) return undefined
  const found = new Map<number, string>()
  const rising = listed.toSorted()
  for await (const { start, rows, columns } of readRows(
    tables,
    { path, only: rising },
    [{ name: key, kind: 'text' }],
    65_536,
  )) {
    const [values] = columns
    if (values?.kind !== 'text') continue
    for (let at = 0; at < rows; at += 1)
      found.set(rising[start + at] as number, values.words[values.codes[at] as number] ?? '')
  }
  return Array.from(listed, row => found.get(row) ?? '')
}

/** @throws {ModelyardError} `bad-input` where nothing says how sure the model is. */
export function requireClassifier({ task }: ModelDefinition): void {
  if (task !== 'regression') return
  throw new ModelyardError({
    code: 'bad-input',
    message: 'one predicted number says nothing of how sure a regression is of it',
    next: 'draw rows at random, of each kind alike: modelyard sample MODEL --stratify COLUMN --data FILE',
  })
}

function badPredictions(message: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-data', message, next })
}
