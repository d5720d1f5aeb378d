/** Breaks what GitHub would make a mention, a reference, a link or a picture of, without a visible trace. */
const BREAK = '\u200b'

/**
 * Text as Markdown that shows it letter for letter: no formatting, formula, HTML, mention, issue reference, emoji
 * name, link or line break gets through, and no end of a table's cell. {@link escapeLineStart} does the rest for
 * what a line begins with.
 */
export function escapeMarkdown(text: string): string {
  return (
    inert(text)
      .replace(/[\\`*_{}[\]|~#]|!(?=\[)/g, '\\$&')
      // GitHub's own way to write one outside a formula: a backslash before it is read as TeX.
      .replace(/\$/g, '<span>$</span>')
  )
}

/**
 * Markdown text, escaped already, at the beginning of a line: it begins no list there, and no code by being indented.
 */
export function escapeLineStart(markdown: string): string {
  return markdown
    .trimStart()
    .replace(/^[-+](?=[-\s]|$)/, '\\$&')
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\')
}

/** Text inside HTML that Markdown leaves alone, such as a `<summary>`. */
export function escapeHtml(text: string): string {
  return inert(text).replace(/\$/g, '<span>$</span>')
}

/** What is obeyed even in text: HTML, and what GitHub looks for in a page when its Markdown has been read. */
function inert(text: string): string {
  return (
    visible(text)
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[@#]/g, `${BREAK}$&${BREAK}`)
      .replace(/(?<![a-z0-9])GH-(?=\d)/gi, `$&${BREAK}`)
      // The colons of a time and of a place in a file stay: they are there to be copied.
      .replace(/:(?=\/\/|(?!\d+:)[\w+-]+:|1(?:00|234):)|^(?=\/\/)/g, `$&${BREAK}`)
      .replace(/www(?=\.)/gi, `$&${BREAK}`)
  )
}

/** Text as a code span, with a fence longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const plain = visible(text).replaceAll('|', '¦')
  if (plain.trim() === '') return '`·`'
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const padding = /^[ `]|[ `]$/.test(plain) ? ' ' : ''
  return `${fence}${padding}${plain}${padding}${fence}`
}

/**
 * Text inside a Mermaid string: letters, digits and plain punctuation, everything else a space. Mermaid has no escape
 * that all of its releases read, and takes quotes, `%%{…}%%`, `#…;` and tags for its own.
 *
 * @param most - Code points that are kept.
 */
export function mermaidText(text: string, most = 60): string {
  const plain = text
    .replace(/[^\p{L}\p{M}\p{N} .,()+=/_−-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
  // An empty string is a syntax error there.
  return clip(plain === '' ? '–' : plain, most)
}

/** At most `most` code points, the last of them `…` where something is missing. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  const points = [...text]
  return points.length <= most ? text : `${points.slice(0, most - 1).join('')}…`
}

// Control characters, and marks that turn the direction of what follows or join it unseen. JSON escapes what is
// below them by itself.
const UNSEEN =
  '\\u007f-\\u009f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb'
const UNSEEN_IN_TEXT = new RegExp(`[\\u0000-\\u001f${UNSEEN}]`, 'g')
const UNSEEN_IN_JSON = new RegExp(`[${UNSEEN}]`, 'g')

/** Text on one line without characters that act instead of being seen: a terminal obeys them, or they hide others. */
export function visible(text: string): string {
  return text.replace(/[\n\r\t\v\f\u0085\u2028\u2029]+/g, ' ').replace(UNSEEN_IN_TEXT, '�')
}

/** The same JSON with those characters written as their numbers. */
export function visibleJson(json: string): string {
  return json.replace(
    UNSEEN_IN_JSON,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
