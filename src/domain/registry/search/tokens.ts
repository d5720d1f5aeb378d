import { ModelyardError } from '../../errors/index.ts'

export interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'word' | 'operator' | 'end'
  readonly text: string
  /** From 1. */
  readonly column: number
}

/** Words of the language; case does not matter. */
const WORDS = ['and', 'or', 'not', 'in', 'is', 'null', 'like', 'true', 'false', 'asc', 'desc']

const PATTERNS: readonly [Token['kind'], RegExp][] = [
  ['number', /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w-])/y],
  ['text', /'(?:[^']|'')*'/y],
  // Names hold hyphens and dots; a part with anything else stands in double quotes: params."max depth".
  ['name', /(?:"(?:[^"]|"")+"|[A-Za-z_][\w-]*)(?:\.(?:"(?:[^"]|"")+"|[A-Za-z_][\w@/-]*))*/y],
  ['operator', /<=|>=|!=|<>|=|<|>|\(|\)|,/y],
]

/**
 * Takes a filter apart.
 *
 * @throws {ModelyardError} `bad-input` that points at the column.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = /^\s*/.exec(text)?.[0].length ?? 0; at < text.length; ) {
    const token = tokenAt(text, at)
    if (token === undefined) throw filterError(text, at + 1, whatIsWrong(text, at))
    tokens.push(token)
    at += token.text.length
    while (/\s/.test(text[at] ?? '')) at += 1
  }
  return [...tokens, { kind: 'end', text: '', column: text.length + 1 }]
}

function tokenAt(text: string, at: number): Token | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found === undefined) continue
    const isWord = kind === 'name' && WORDS.includes(found.toLowerCase())
    return { kind: isWord ? 'word' : kind, text: found, column: at + 1 }
  }
  return undefined
}

function whatIsWrong(text: string, at: number): string {
  if (text[at] === "'") return 'a text begins here and does not end'
  if (text[at] === '"') return 'a quoted name begins here and does not end'
  if (/[&|]/.test(text[at] ?? ''))
    return `write \`${text[at] === '&' ? 'and' : 'or'}\` instead of \`${text[at]}\``
  return `\`${text[at]}\` has no meaning here`
}

/** An error that shows the filter with a mark under the column. */
export function filterError(text: string, column: number, message: string, next?: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-input',
    message: `${message}, at column ${column}\n  ${text}\n  ${' '.repeat(column - 1)}^`,
    next: next ?? "write it like: metrics.roc-auc > 0.84 and (stage = production or tags.team like 'fraud%')",
    place: { path: 'filter', line: 1, column },
  })
}
