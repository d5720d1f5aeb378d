import { filterError, type Token, tokenize } from './tokens.ts'

export type Value = string | number | boolean | null

/** A field by the parts of its name, with where it stands in the filter. */
export interface Field {
  readonly parts: readonly string[]
  readonly column: number
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='

export type Filter =
  | { readonly is: 'compare'; readonly field: Field; readonly comparison: Comparison; readonly value: Value }
  | { readonly is: 'like'; readonly field: Field; readonly pattern: string }
  | { readonly is: 'in'; readonly field: Field; readonly values: readonly Value[] }
  | { readonly is: 'null'; readonly field: Field }
  | { readonly is: 'not'; readonly filter: Filter }
  | { readonly is: 'and' | 'or'; readonly left: Filter; readonly right: Filter }

/**
 * Parses a filter: comparisons of a field with a value, `like` with % and _, `in (…)`, `is null`, joined by
 * `and`, `or`, `not` and parentheses; `not` binds tighter than `and`, `and` tighter than `or`, as in SQL. A value is
 * a number, a 'text' with '' for a quote, true, false, or a bare word.
 *
 * @throws {ModelyardError} `bad-input` that points at the column.
 */
export function parseFilter(text: string): Filter {
  const reader = new TokenReader(text, tokenize(text))
  const filter = readOr(reader)
  const rest = reader.peek()
  if (rest.kind !== 'end') {
    throw filterError(
      text,
      rest.column,
      `\`${rest.text}\` is not expected here`,
      'join conditions with `and` or `or`',
    )
  }
  return filter
}

/** Deeper than anybody writes; without a limit a long filter could exhaust the stack. */
const MAX_DEPTH = 200

class TokenReader {
  readonly text: string
  /** How many parentheses and `not`s the reader is in. */
  depth = 0
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text
    this.#tokens = tokens
  }

  peek(): Token {
    return this.#tokens[this.#at] as Token
  }

  take(): Token {
    const token = this.peek()
    if (token.kind !== 'end') this.#at += 1
    return token
  }

  takeWord(word: string): boolean {
    const token = this.peek()
    const found = token.kind === 'word' && token.text.toLowerCase() === word
    if (found) this.take()
    return found
  }

  takeOperator(text: string): boolean {
    const token = this.peek()
    const found = token.kind === 'operator' && token.text === text
    if (found) this.take()
    return found
  }

  refuse(wanted: string): never {
    const { text, column, kind } = this.peek()
    throw filterError(
      this.text,
      column,
      kind === 'end' ? `${wanted} is missing` : `${wanted} is due, not \`${text}\``,
    )
  }
}

function readOr(reader: TokenReader): Filter {
  let left = readAnd(reader)
  while (reader.takeWord('or')) left = { is: 'or', left, right: readAnd(reader) }
  return left
}

function readAnd(reader: TokenReader): Filter {
  let left = readNot(reader)
  while (reader.takeWord('and')) left = { is: 'and', left, right: readNot(reader) }
  return left
}

function readNot(reader: TokenReader): Filter {
  const { column } = reader.peek()
  if (reader.takeWord('not')) return { is: 'not', filter: nested(reader, column, readNot) }
  if (!reader.takeOperator('(')) return readCondition(reader)
  const filter = nested(reader, column, readOr)
  if (!reader.takeOperator(')')) reader.refuse('a closing parenthesis')
  return filter
}

function nested(reader: TokenReader, column: number, read: (reader: TokenReader) => Filter): Filter {
  if (reader.depth === MAX_DEPTH)
    throw filterError(reader.text, column, `more than ${MAX_DEPTH} conditions stand inside each other`)
  reader.depth += 1
  const filter = read(reader)
  reader.depth -= 1
  return filter
}

function readCondition(reader: TokenReader): Filter {
  if (reader.peek().kind !== 'name') reader.refuse('a field such as metrics.roc-auc')
  const field = fieldOf(reader.take())
  if (reader.takeWord('is')) {
    const negated = reader.takeWord('not')
    if (!reader.takeWord('null')) reader.refuse('`null`')
    return negate({ is: 'null', field }, negated)
  }
  const negated = reader.takeWord('not')
  if (reader.takeWord('like')) {
    if (reader.peek().kind !== 'text') reader.refuse("a text such as 'fraud%'")
    return negate({ is: 'like', field, pattern: textOf(reader.take()) }, negated)
  }
  if (reader.takeWord('in')) return negate({ is: 'in', field, values: readList(reader) }, negated)
  if (negated) reader.refuse('`like` or `in`')
  const comparison = COMPARISONS[reader.peek().text]
  if (comparison === undefined) reader.refuse('a comparison such as = or >')
  reader.take()
  return { is: 'compare', field, comparison, value: readValue(reader) }
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

function negate(filter: Filter, negated: boolean): Filter {
  return negated ? { is: 'not', filter } : filter
}

function readList(reader: TokenReader): Value[] {
  if (!reader.takeOperator('(')) reader.refuse('an opening parenthesis')
  const values = [readValue(reader)]
  while (reader.takeOperator(',')) values.push(readValue(reader))
  if (!reader.takeOperator(')')) reader.refuse('a comma or a closing parenthesis')
  return values
}

function readValue(reader: TokenReader): Value {
  const token = reader.peek()
  if (token.kind === 'number') return Number(reader.take().text)
  if (token.kind === 'text') return textOf(reader.take())
  if (token.kind === 'name') return reader.take().text
  if (reader.takeWord('true')) return true
  if (reader.takeWord('false')) return false
  if (token.text.toLowerCase() === 'null') {
    throw filterError(reader.text, token.column, 'nothing equals null', 'write `is null` or `is not null`')
  }
  return reader.refuse('a value')
}

function textOf({ text }: Token): string {
  return text.slice(1, -1).replaceAll("''", "'")
}

/** The parts of a name; quotes taken off. */
export function fieldOf({ text, column }: Token): Field {
  const parts = [...text.matchAll(/"((?:[^"]|"")+)"|[^."]+/g)].map(([plain, quoted]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  )
  return { parts, column }
}
