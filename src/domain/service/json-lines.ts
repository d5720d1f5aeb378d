/** Code units of a line that are kept: what is longer is no request. */
const LONGEST_LINE = 1_000_000

/**
 * The lines of a file as JSON, whatever pieces its bytes come in; undefined for one that is none or is too long. Empty lines are
 * left out, and a last line without its end is one.
 */
export async function* jsonLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder()
  let rest = ''
  let isTooLong = false
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (isTooLong) yield undefined
      else if (line.trim() !== '') yield parsed(line)
      isTooLong = false
    }
    if (rest.length > LONGEST_LINE) {
      isTooLong = true
      rest = ''
    }
  }
  if (isTooLong) yield undefined
  else if (rest.trim() !== '') yield parsed(rest)
}

function parsed(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
