import { fieldReader, isOfNotes, type SearchedVersion } from './fields.ts'
import type { Comparison, Field, Filter, Value } from './filter.ts'

/** A condition on a version: true, false, or null where a field that it compares has no value, as in SQL. */
export type Condition = (version: SearchedVersion) => boolean | null

/**
 * Turns a parsed filter into a condition.
 *
 * @param text - The filter as written, for errors.
 * @throws {ModelyardError} `bad-input` for a field that there is not.
 */
export function conditionOf(text: string, filter: Filter): Condition {
  switch (filter.is) {
    case 'and':
    case 'or':
      // Both orders answer the same, and one of them may do without reading a file of notes.
      return asksNotes(filter.left) && !asksNotes(filter.right)
        ? joined(filter.is, conditionOf(text, filter.right), conditionOf(text, filter.left))
        : joined(filter.is, conditionOf(text, filter.left), conditionOf(text, filter.right))
    case 'not': {
      const inner = conditionOf(text, filter.filter)
      return version => {
        const value = inner(version)
        return value === null ? null : !value
      }
    }
    case 'null': {
      const read = fieldReader(text, filter.field)
      return version => isNull(read(version))
    }
    case 'compare':
      return any(text, filter.field, value => compare(value, filter.comparison, filter.value))
    case 'in':
      return any(text, filter.field, value => filter.values.some(wanted => compare(value, '=', wanted)))
    case 'like': {
      const isLike = likeMatcher(filter.pattern)
      return any(text, filter.field, value => isLike(String(value)))
    }
  }
}

function asksNotes(filter: Filter): boolean {
  return fieldsOf(filter).some(isOfNotes)
}

function joined(word: 'and' | 'or', left: Condition, right: Condition): Condition {
  const decisive = word === 'or'
  return version => {
    const first = left(version)
    // The right side may have to read a file: it is asked only when it can still decide.
    if (first === decisive) return decisive
    const second = right(version)
    if (second === decisive) return decisive
    return first === null || second === null ? null : !decisive
  }
}

/** A version has several aliases: a condition on them holds when it holds for one. */
function any(text: string, field: Field, holds: (value: Exclude<Value, null>) => boolean): Condition {
  const read = fieldReader(text, field)
  return version => {
    const value = read(version)
    const values = (Array.isArray(value) ? value : [value]) as readonly Value[]
    const present = values.filter(item => item !== null)
    return present.length === 0 ? null : present.some(holds)
  }
}

function isNull(value: Value | readonly Value[]): boolean {
  return Array.isArray(value) ? value.length === 0 : value === null
}

function compare(value: Exclude<Value, null>, comparison: Comparison, wanted: Value): boolean {
  const order = orderOf(value, wanted)
  if (order === undefined) return comparison === '!='
  switch (comparison) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

/** Numbers compare as numbers, also with text that is one; everything else as text. Undefined: not comparable. */
function orderOf(a: Exclude<Value, null>, b: Value): number | undefined {
  if (typeof a === 'number' || typeof b === 'number') {
    const [x, y] = [numberOf(a), numberOf(b)]
    return x === undefined || y === undefined ? undefined : x - y
  }
  const [x, y] = [String(a), String(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

function numberOf(value: Value): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.trim() === '' || Number.isNaN(Number(value))) return undefined
  return Number(value)
}

/**
 * % stands for anything, _ for one character; case counts. After a mismatch the last % takes one character more: a
 * regular expression would try every division among all of them.
 */
function likeMatcher(pattern: string): (text: string) => boolean {
  const wanted = [...pattern]
  return text => {
    const given = [...text]
    let [at, next] = [0, 0]
    let retry: { readonly next: number; at: number } | undefined
    while (at < given.length) {
      if (wanted[next] === '%') {
        next += 1
        retry = { next, at }
      } else if (next < wanted.length && (wanted[next] === '_' || wanted[next] === given[at])) {
        at += 1
        next += 1
      } else if (retry === undefined) {
        return false
      } else {
        retry.at += 1
        at = retry.at
        next = retry.next
      }
    }
    return wanted.slice(next).every(part => part === '%')
  }
}

/** The fields that a filter names, in the order in which they stand. */
export function fieldsOf(filter: Filter): Field[] {
  switch (filter.is) {
    case 'and':
    case 'or':
      return [...fieldsOf(filter.left), ...fieldsOf(filter.right)]
    case 'not':
      return fieldsOf(filter.filter)
    default:
      return [filter.field]
  }
}
