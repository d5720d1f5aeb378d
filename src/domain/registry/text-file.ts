import type { Problem } from '../problem.ts'

/**
 * Decodes a registry file as UTF-8. A file that is too large, not UTF-8, begins with a byte order mark or names
 * `__proto__` gives a problem and no text.
 */
export function decodeText(
  path: string,
  bytes: Uint8Array,
  maxBytes: number,
): { readonly text: string | undefined; readonly problems: readonly Problem[] } {
  const refuse = (code: Problem['code'], message: string, next: string) => ({
    text: undefined,
    problems: [{ severity: 'error', code, place: { path, line: 1 }, message, next } as const],
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
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('bad-file', 'the file is not UTF-8 text', 'save it as UTF-8, or restore it from git')
  }
  if (text.includes('__proto__')) {
    return refuse('bad-file', 'the name `__proto__` cannot be used', 'rename what is called so')
  }
  return { text, problems: [] }
}
