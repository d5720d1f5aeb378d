import { fieldReader, type SearchedVersion } from './fields.ts'
import { type Field, fieldOf, type Value } from './filter.ts'
import { filterError, tokenize } from './tokens.ts'

export interface Order {
  readonly field: Field
  readonly descending: boolean
}

/**
 * Parses an order: `metrics.roc-auc desc, version`.
 *
 * @throws {ModelyardError} `bad-input` that points at the column.
 */
export function parseOrder(text: string): Order[] {
  const tokens = tokenize(text)
  const orders: Order[] = []
  for (let at = 0; ; ) {
    const token = tokens[at]
    if (token?.kind !== 'name')
      throw filterError(
        text,
        token?.column ?? 1,
        'a field is due',
        'write it like: metrics.roc-auc desc, version',
      )
    at += 1
    const direction = tokens[at]?.kind === 'word' ? tokens[at]?.text.toLowerCase() : undefined
    if (direction === 'asc' || direction === 'desc') at += 1
    orders.push({ field: fieldOf(token), descending: direction === 'desc' })
    const separator = tokens[at]
    if (separator?.kind === 'end') return orders
    if (separator?.text !== ',')
      throw filterError(text, separator?.column ?? 1, '`asc`, `desc` or a comma is due')
    at += 1
  }
}

type Compare = (a: SearchedVersion, b: SearchedVersion) => number

/** Compares versions by an order; what has no value comes last either way, then model and version decide. */
export function comparerOf(text: string, orders: readonly Order[]): Compare {
  const compares = orders.map(({ field, descending }): Compare => {
    const read = fieldReader(text, field)
    const value = (version: SearchedVersion) => {
      const found = read(version)
      return (Array.isArray(found) ? (found[0] ?? null) : found) as Value
    }
    return (a, b) => compareValues(value(a), value(b), descending ? -1 : 1)
  })
  const byVersion: Compare = (a, b) =>
    a.model === b.model ? a.record.version - b.record.version : a.model < b.model ? -1 : 1
  return (a, b) => {
    for (const compare of compares) {
      const order = compare(a, b)
      if (order !== 0) return order
    }
    return byVersion(a, b)
  }
}

function compareValues(a: Value, b: Value, sign: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  // Numbers before words: compared as words where the other is one, three values could go round in a circle.
  if (typeof a === 'number' || typeof b === 'number') return sign * (typeof a === 'number' ? -1 : 1)
  const [x, y] = [String(a), String(b)]
  return x === y ? 0 : sign * (x < y ? -1 : 1)
}
