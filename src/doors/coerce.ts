import { nearest } from '../domain/errors/index.ts'
import type { FlagDefinition } from './definition.ts'

/** A value, or what is wrong with its text; `instead` where a right one can be named. */
export type Coerced = { readonly value: unknown } | { readonly complaint: string; readonly instead?: string }

const NUMBERS = {
  integer: { pattern: /^-?\d{1,15}$/, called: 'a whole number' },
  number: { pattern: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/, called: 'a number' },
} as const

/**
 * The value that a text stands for, of an input of this kind; of a list, one of its values. Text becomes a number or a
 * truth value only where the whole of it is one.
 */
export function coerce({ kind, values }: Pick<FlagDefinition, 'kind' | 'values'>, text: string): Coerced {
  if (kind === 'boolean') {
    if (text === 'true' || text === 'false') return { value: text === 'true' }
    return { complaint: `is either true or false, not \`${text}\`` }
  }
  if (kind === 'integer' || kind === 'number') {
    const { pattern, called } = NUMBERS[kind]
    return pattern.test(text)
      ? { value: Number(text) }
      : { complaint: `wants ${called}, not \`${text}\``, instead: '1' }
  }
  if (values === undefined || values.includes(text)) return { value: text }
  return { complaint: `cannot be \`${text}\``, ...nearestOf(text, values) }
}

function nearestOf(text: string, values: readonly string[]): { readonly instead?: string } {
  const instead = nearest(text, values)
  return instead === undefined ? {} : { instead }
}

/** Lists whose values may stand side by side: names of columns, and of what to look at. */
const SIDE_BY_SIDE = new Set(['columns', 'looks'])

/** The values of a list that a text holds. */
export function splitList({ flag }: Pick<FlagDefinition, 'flag'>, text: string): readonly string[] {
  return SIDE_BY_SIDE.has(flag) ? text.split(',') : [text]
}
