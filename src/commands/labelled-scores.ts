import {
  alignBinary,
  alignMulticlass,
  alignRegression,
  type ClassScores,
  type Predictions,
} from '../domain/comparison/predictions.ts'
import type { ModelDefinition } from '../domain/registry/definition.ts'
import type { ColumnValues } from '../ports.ts'

/** The evaluation data: where it lies, what it is called, what its bytes are. */
export interface EvaluationData {
  /** As the user or the policy names it. */
  readonly uri: string
  /** Where to read it. */
  readonly path: string
  readonly sha256: string
  readonly pinned: boolean
}

/** What a version predicted, beside the labels. */
export interface ScoredVersion {
  readonly predictions: Predictions
  readonly remarks: readonly string[]
}

/** What a model made of the rows, by an engine or in a file. */
export interface ModelScores extends ClassScores {
  /** For regression: [rows]. */
  readonly values?: Float64Array | undefined
}

/** Puts scores beside the target's values. */
export function alignScores(
  definition: ModelDefinition,
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
