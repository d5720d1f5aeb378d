import {
  alignBinary,
  alignMulticlass,
  alignRegression,
  type ClassScores,
  type LabelColumn,
  type Predictions,
} from '../domain/comparison/predictions.ts'
import type { RowTraps } from '../domain/comparison/repeated-rows.ts'
import { predictionTraps } from '../domain/comparison/traps.ts'
import type { Traps } from '../domain/evidence/evaluation.ts'
import type { ChosenWindow } from '../domain/evidence/judging-rows.ts'
import type { ModelDefinition } from '../domain/registry/definition.ts'
import type { ColumnValues, MemoryLimit } from '../ports.ts'
import type { Rows } from './selected-rows.ts'

/** The evaluation data: where it lies, what it is called, what its bytes are. */
export interface EvaluationData extends Rows {
  /** As the user or the policy names it. */
  readonly uri: string
  readonly sha256: string
  /** Whether these are the rows that the policy names, so that what is measured on them counts. */
  readonly pinned: boolean
  /** Which rows they are, where a rule chose them. */
  readonly window?: ChosenWindow | undefined
  /** Counts rows that stand in it twice, or in the training data too, when first asked. Left out where nobody looks. */
  readonly rowTraps?: (() => Promise<RowTraps>) | undefined
}

/** What evidence says of the rows that it was measured on. */
export function rowsMeasuredOn({ sha256, window }: EvaluationData) {
  return { data: sha256, ...(window !== undefined && { window }) }
}

/** How results name them. */
export function namedData({ uri, sha256, pinned, window }: EvaluationData) {
  return {
    uri,
    sha256,
    pinned,
    ...(window !== undefined && { window: { from: window.from, to: window.to } }),
  }
}

/** What is to be known of rows that do not count. */
export function rowsRemarks({ pinned, window }: EvaluationData): string[] {
  if (pinned) return []
  return [
    window === undefined
      ? 'the data is not the pinned one, so no gate takes this evidence'
      : `the rows are those of ${window.from} to ${window.to}, and not the newest; the models may have been trained on some of them, and no gate takes this evidence`,
  ]
}

/** What is predicted, as far as predictions are put beside labels. */
export type Predicted = Pick<ModelDefinition, 'task' | 'target' | 'positive-class'>

/** What a version predicted, beside the labels. */
export interface ScoredVersion {
  /** Columns that were read on the way, as words, by name; undefined where nothing was read but predictions. */
  readonly beside?: ReadonlyMap<string, LabelColumn> | undefined
  readonly predictions: Predictions
  /** What would otherwise pass in silence. */
  readonly traps: Traps
  /** How the memory of the process that ran the model was limited; undefined where none ran. */
  readonly memoryLimit?: MemoryLimit | undefined
  readonly remarks: readonly string[]
}

/** What a model made of the rows, by an engine or in a file. */
export interface ModelScores extends ClassScores {
  /** For regression: [rows]. */
  readonly values?: Float64Array | undefined
}

/** What was odd about the data and about what came out, on top of what was found on the way. */
export async function trapsOf(
  predictions: Predictions,
  data: Pick<EvaluationData, 'rowTraps'>,
  found: Traps = {},
): Promise<Traps> {
  return { ...found, ...predictionTraps(predictions), ...(await data.rowTraps?.()) }
}

/** Puts scores beside the target's values. */
export function alignScores(
  definition: Predicted,
  scores: ModelScores,
  labels: TargetCollector,
): Predictions {
  const { task, target } = definition
  if (task === 'regression') {
    return alignRegression(scores.values ?? new Float64Array(), { name: target, values: labels.numbers() })
  }
  const column = { name: target, ...labels.text() }
  return task === 'binary-classification'
    ? alignBinary(scores, column, definition['positive-class'] ?? '')
    : alignMulticlass(scores, column)
}

/** The target over all batches. */
export class TargetCollector {
  readonly #parts: ColumnValues[] = []

  add(values: ColumnValues): void {
    this.#parts.push(values)
  }

  numbers(): Float64Array {
    const parts = this.#parts.map(part => (part.kind === 'number' ? part.values : new Float64Array()))
    return joined(parts, Float64Array)
  }

  text(): { readonly codes: Uint32Array; readonly words: readonly string[] } {
    const parts = this.#parts.flatMap(part => (part.kind === 'text' ? [part] : []))
    // A dictionary only grows, so the last one explains all codes.
    return {
      codes: joined(
        parts.map(({ codes }) => codes),
        Uint32Array,
      ),
      words: parts.at(-1)?.words ?? [],
    }
  }
}

/** Parts end to end. */
export function joined<A extends Float64Array | Uint32Array>(
  parts: readonly A[],
  type: { new (length: number): A },
): A {
  const whole = new type(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
