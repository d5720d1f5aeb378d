/** Longer ones are no head of a table that people name columns of. */
const MOST_CHARACTERS = 20_000

/**
 * The names of a table's columns, by the first line of its text: `,`, `;` and tabs separate them, whichever is there more
 * often outside quotes. None where the line is no such head: empty, too long, of one column alone, with a name twice or without one.
 */
export function columnsOfHead(text: string): readonly string[] {
  const line = /^[^\r\n]*/.exec(text.slice(0, MOST_CHARACTERS + 1).replace(/^\ufeff/, ''))?.[0] ?? ''
  if (line === '' || line.length > MOST_CHARACTERS) return []
  const outside = line.replace(/"(?:[^"]|"")*"/g, '')
  const count = (sign: string) => outside.split(sign).length
  const [separator = ','] = [',', ';', '\t'].sort((a, b) => count(b) - count(a))
  const names = cellsOf(line, separator)
  return names.length < 2 || names.some(name => name === '') || new Set(names).size < names.length
    ? []
    : names
}

function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted
    else if (sign === separator && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += sign
  }
  return [...cells, cell.trim()]
}
