import type { InputPlan } from '../../ports.ts'
import type { OutputPlan } from './output-plan.ts'

/**
 * Parent to child, in this order: the model, which it loads while the parent still looks at the data; what its inputs
 * are made of; batches. Buffers: the model's bytes; for a batch, each column's values or packed codes.
 */
export type Question =
  | { readonly is: 'model'; readonly outputs: OutputPlan }
  | { readonly is: 'inputs'; readonly inputs: readonly InputPlan[] }
  | { readonly is: 'batch'; readonly rows: number; readonly columns: readonly ColumnHeader[] }

/** `words` are the ones that joined the column's dictionary since the last batch. */
export type ColumnHeader =
  | { readonly kind: 'number' }
  | { readonly kind: 'text'; readonly words: readonly string[] }

/** Child to parent. Buffers of scores: values or probabilities as Float32 or Float64, then codes of labels. */
export type Answer =
  | { readonly is: 'ready' }
  | {
      readonly is: 'scores'
      readonly rows: number
      /** Columns of the values: classes, or 1. 0 where there are none. */
      readonly width: number
      /** Words that joined the labels' dictionary; undefined where there are no labels. */
      readonly labels: readonly string[] | undefined
    }
  | { readonly is: 'failed'; readonly step: 'engine' | 'load' | 'run'; readonly message: string }
