import { isOfNotes } from './fields.ts'
import type { Filter, Value } from './filter.ts'

/**
 * Whether a filter can be true of a version whose notes hold some words and not others: to look for a word costs a
 * thirtieth of reading the YAML. True wherever that is not certain.
 *
 * @param has - Whether the text of the notes holds a word, or may hold it in other letters.
 */
export function mayHold(filter: Filter, has: (word: string) => boolean): boolean {
  switch (filter.is) {
    case 'and':
      return mayHold(filter.left, has) && mayHold(filter.right, has)
    case 'or':
      return mayHold(filter.left, has) || mayHold(filter.right, has)
    case 'not':
    case 'null':
      return true
    case 'compare':
      return !isOfNotes(filter.field) || filter.comparison !== '=' || mayBe(filter.value, has)
    case 'in':
      return !isOfNotes(filter.field) || filter.values.some(value => mayBe(value, has))
    case 'like':
      return !isOfNotes(filter.field) || wordsIn(filter.pattern).every(has)
  }
}

function mayBe(value: Value, has: (word: string) => boolean): boolean {
  // A number compares with one however it is written, e.g. in other digits.
  if (typeof value !== 'string' || !Number.isNaN(Number(value))) return true
  return wordsIn(value).every(has)
}

/** Words of a text that YAML can write in no other way than by their letters. */
function wordsIn(text: string): string[] {
  const words = text.match(/[A-Za-z]{3,}/g) ?? []
  return words.filter(word => !NAMES_OF_VALUES.some(name => name.includes(word)))
}

/** Values that YAML writes in several ways, as they become text. */
const NAMES_OF_VALUES = ['true', 'false', 'Infinity', 'NaN', 'null']
