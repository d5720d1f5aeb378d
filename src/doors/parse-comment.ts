/** What a comment asks for, by its first line; the lines below it may say why. */
export interface AskedCommand {
  /** Without its slash. */
  readonly name: string
  readonly args: readonly string[]
  /** The lines below; undefined where there are none. */
  readonly reason: string | undefined
}

/** More is no command that a person wrote. */
const MOST_CHARACTERS = 2000

/**
 * Reads a command out of a comment. It stands at the very beginning: what is quoted, set as code, indented or further down
 * only speaks of a command. Words with spaces stand in quotes.
 *
 * `/modelyard promote …` is the same as `/promote …`, for where another bot listens to that word.
 *
 * @returns Undefined where the comment asks for nothing. With `/modelyard` alone the name is empty.
 */
export function parseComment(body: string): AskedCommand | undefined {
  const [line = '', ...below] = body.split(/\r?\n/)
  if (line.length > MOST_CHARACTERS || !/^\/[a-z]/.test(line)) return undefined
  const [first = '', ...words] = splitWords(line.slice(1))
  if (!/^[a-z][a-z-]{0,30}$/.test(first)) return undefined
  const [name = '', ...args] = first === PREFIX ? words : [first, ...words]
  const reason = below.join('\n').trim()
  return { name: name.replace(/^\//, ''), args, reason: reason === '' ? undefined : reason }
}

/** Whether the comment says that it is us whom it asks, so that a word we do not know is a mistake. */
export function isForUs(body: string): boolean {
  return new RegExp(`^/${PREFIX}(?:\\s|$)`).test(body)
}

const PREFIX = 'modelyard'

/** Words between blanks; quotes keep blanks, also those that phones write. A quote that is not closed goes to the end. */
function splitWords(line: string): string[] {
  const words: string[] = []
  const pattern = /(?:[^\s"'“”]|"[^"]*(?:"|$)|'[^']*(?:'|$)|“[^”]*(?:”|$)|”)+/g
  for (const [word] of line.matchAll(pattern))
    words.push(
      word.replace(/"([^"]*)(?:"|$)|'([^']*)(?:'|$)|“([^”]*)(?:”|$)/g, (_, a, b, c) => a ?? b ?? c ?? ''),
    )
  return words
}
