import type { InputPlan } from '../../ports.ts'
import type { OutputPlan } from './output-plan.ts'
import type { ColumnHeader } from './score-protocol.ts'

/** Parent to timing child. */
export type TimeQuestion =
  /** Buffers: each model's bytes, then each column's values or codes for the rows of all requests. */
  | {
      readonly is: 'load'
      readonly models: readonly { readonly inputs: readonly InputPlan[]; readonly outputs: OutputPlan }[]
      readonly columns: readonly ColumnHeader[]
      readonly requests: number
      readonly rowsPerRequest: number
    }
  /** Buffers: positions of models and of requests, Uint32 each. */
  | { readonly is: 'turns' }

/** Timing child to parent. Buffers of `times`: milliseconds, Float64, as many as there were turns. */
export type TimeAnswer =
  | { readonly is: 'ready' }
  | { readonly is: 'times' }
  | { readonly is: 'failed'; readonly step: 'engine' | 'load' | 'run'; readonly message: string }
