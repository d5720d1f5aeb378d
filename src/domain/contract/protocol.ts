import type { Predicted } from './predicted.ts'
import type { Row } from './probes.ts'

/** Names of what an endpoint answers, from `serve` of model.yaml. */
export interface ServedNames {
  readonly probability?: string | undefined
  readonly label?: string | undefined
}

/** What an answer must fit. */
export interface Expected {
  readonly task: 'classification' | 'regression'
  /** The model's classes, in the order of its probabilities; empty where they are not known. */
  readonly classes: readonly string[]
}

/** A way to ask an endpoint for predictions. */
export interface Protocol {
  readonly name: 'rows' | 'v2'
  /** The body of a request for rows. */
  encode(rows: readonly Row[]): string
  /** What an answer says, whatever it is. */
  decode(text: string): Decoded
  /** Bodies that no endpoint can answer with predictions, and what is wrong with each. */
  readonly malformed: readonly { readonly what: string; readonly body: string }[]
}

export type Decoded = { readonly predicted: Predicted } | { readonly unreadable: string }

/** An answer's JSON; NaN, which many servers write, is none. */
export function parseAnswer(text: string): { readonly value: unknown } | { readonly unreadable: string } {
  try {
    return { value: JSON.parse(text) }
  } catch {
    const start = text.slice(0, 60).replace(/\s+/g, ' ')
    const hint = /\b(?:NaN|Infinity)\b/.test(text) ? ', which has no NaN and no infinity' : ''
    return { unreadable: `the answer is no JSON${hint}: it begins with \`${start}\`` }
  }
}

/**
 * Numbers in lists of any depth, one after the other; undefined where anything else is among them. A missing one,
 * which JSON can only say as null, is NaN.
 */
export function flatNumbers(value: unknown): number[] | undefined {
  const flat = Array.isArray(value) ? (value.flat(8) as unknown[]) : [value]
  if (flat.some(item => typeof item !== 'number' && item !== null)) return undefined
  return flat.map(item => (item === null ? Number.NaN : (item as number)))
}

/** A label as text, however it is written. */
export function labelText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined
}
