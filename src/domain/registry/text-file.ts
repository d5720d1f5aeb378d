import type { Problem } from '../problem.ts'

/** People write YAML by hand; a larger file is a mistake or an attack. */
export const MAX_YAML_BYTES = 64 * 1024

// Keeps nothing from one file to the next; making one for each of ten thousand files takes longer than decoding them.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Decodes a registry file as UTF-8. A file that is too large, not UTF-8, begins with a byte order mark, names
 * `__proto__` or holds the marks of a merge gives a problem and no text.
 */
export function decodeText(
  path: string,
  bytes: Uint8Array,
  maxBytes: number,
): { readonly text: string | undefined; readonly problems: readonly Problem[] } {
  const refuse = (code: Problem['code'], message: string, next: string, place = { line: 1, column: 1 }) => ({
    text: undefined,
    problems: [{ severity: 'error', code, place: { path, ...place }, message, next } as const],
  })
  if (bytes.length > maxBytes) {
    return refuse(
      'too-large',
      `the file has ${bytes.length.toLocaleString('en')} bytes; ${maxBytes.toLocaleString('en')} are allowed`,
      'restore it from git, or keep large things beside the registry',
    )
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return refuse('bad-file', 'the file begins with a byte order mark', 'save it as UTF-8 without BOM')
  }
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    const mended = new TextDecoder().decode(bytes)
    return refuse(
      'bad-file',
      'the file is not UTF-8 text',
      'save it as UTF-8, or restore it from git',
      positionsIn(mended)(Math.max(0, mended.indexOf('\ufffd'))),
    )
  }
  const dangerous = text.indexOf('__proto__')
  if (dangerous >= 0) {
    return refuse(
      'bad-file',
      'the name `__proto__` cannot be used',
      'rename what is called so',
      positionsIn(text)(dangerous),
    )
  }
  const mark = text.includes('<<<<<<< ') ? /^<{7} /m.exec(text) : null
  if (mark !== null) {
    return refuse(
      'bad-file',
      'the file holds the marks of an unfinished merge',
      'finish the merge: keep what is right and remove the lines with <<<<<<<, ======= and >>>>>>>',
      positionsIn(text)(mark.index),
    )
  }
  return { text, problems: [] }
}

/** Line and column, from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Tells the line and column of any offset into `text`; it is read once for all of them. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return offset => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
