import type { Result } from '../src/domain/results/index.ts'

export type Kind = Result['kind']
export type Value = string | number | boolean | undefined
export type Measured = Extract<Result, { kind: 'evaluation' }>['facts']

/** One output of an Action. Outputs are text where they arrive; `type` says what the text stands for. */
export interface Output<R extends Result = Result> {
  readonly type: 'text' | 'integer' | 'number' | 'boolean'
  readonly description: string
  /** Its value; undefined where this result has none. */
  of(result: R): Value
}

export type OutputsOf<K extends Kind> = Readonly<Record<string, Output<Extract<Result, { kind: K }>>>>
