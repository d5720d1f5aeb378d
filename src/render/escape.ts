/** Breaks what GitHub would make a mention, a reference or a link of, without a visible trace. */
const BREAK = '\u200b'

/**
 * Text as Markdown that shows it letter for letter: no formatting, HTML, mention, issue reference, link or line
 * break gets through, and no end of a table's cell.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_{}[\]<>|~]/g, character => ESCAPES[character] ?? `\\${character}`)
    .replace(/[@#](?=[\w-])/g, character => character + BREAK)
    .replace(/\b(GH-)(?=\d)/gi, `$1${BREAK}`)
    .replace(/:(?=\/\/)/g, `:${BREAK}`)
    .replace(/\bwww(?=\.)/gi, `www${BREAK}`)
    .replace(/(?<=\S)@/g, `${BREAK}@`)
    .replace(/^(\s*)([-+>#]|\d+[.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*)([=-])(?=[=-]*$)/, '$1\\$2')
    .replace(/!(?=\\\[)/g, '\\!')
}

const ESCAPES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;' }

/** Text inside HTML that Markdown leaves alone, such as a `<summary>`. */
export function escapeHtml(text: string): string {
  return escapeMarkdown(text).replace(
    /\\([\\`*_{}[\]|~!#+.-])/g,
    (_whole, character: string) => `&#${character.charCodeAt(0)};`,
  )
}

/** Text as a code span, with a fence longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const plain = visible(text).replaceAll('|', '¦')
  if (plain.trim() === '') return '`·`'
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const padding = plain.startsWith('`') || plain.endsWith('`') ? ' ' : ''
  return `${fence}${padding}${plain}${padding}${fence}`
}

/**
 * Text on one line without characters that act instead of being seen: control characters (a terminal obeys them),
 * and marks that turn the direction of what follows.
 */
export function visible(text: string): string {
  return text
    .replace(/[\n\r\t\v\f\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '�')
}
