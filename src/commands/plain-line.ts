/** More of a line is read by nobody. */
const MOST_CHARACTERS = 1000

/** Words that may hold a login or a path, as code of one line of Markdown: nothing in them is a mention or a link. */
export function plainLine(text: string): string {
  const line = text.replaceAll('`', "'").replaceAll(/\s+/g, ' ')
  return `\`${[...line].slice(0, MOST_CHARACTERS).join('')}\``
}
