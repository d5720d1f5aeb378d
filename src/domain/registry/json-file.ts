import type * as z from 'zod'
import type { Problem } from '../problem.ts'
import { explain } from './explain.ts'
import { decodeText } from './text-file.ts'

/** Machine-written files are small; a larger one is not ours. */
const MAX_JSON_BYTES = 1024 * 1024

/** The highest `schema` number that this release reads. */
const NEWEST_SCHEMA = 1

export type FileResult<T> = { readonly value: T | undefined; readonly problems: readonly Problem[] }

/**
 * Writes a machine-written file: two spaces, the schema's key order, a final newline. The same facts are the same
 * bytes.
 *
 * @throws {z.ZodError} When `value` does not fit `schema`: a bug of the caller.
 */
export function renderJson<S extends z.ZodType>(schema: S, value: z.infer<S>): string {
  return `${JSON.stringify(schema.parse(value), null, 2)}\n`
}

/**
 * Reads a machine-written file. With `canonical`, bytes that differ from what `renderJson` would write are a
 * problem too: duplicate keys, another order, CRLF, a BOM or a missing final newline all show up there.
 */
export function parseJson<S extends z.ZodType>(
  schema: S,
  path: string,
  bytes: Uint8Array,
  { canonical = false }: { readonly canonical?: boolean } = {},
): FileResult<z.infer<S>> {
  const { text, problems } = decodeText(path, bytes, MAX_JSON_BYTES)
  if (text === undefined) return { value: undefined, problems }
  const parsed = parseText(path, text)
  if ('problem' in parsed) return { value: undefined, problems: [...problems, parsed.problem] }
  const newer = newerSchema(path, parsed.data)
  if (newer !== undefined) return { value: undefined, problems: [newer] }
  const result = schema.safeParse(parsed.data)
  if (!result.success) {
    const complaints = explain(schema, parsed.data, result.error.issues)
    return {
      value: undefined,
      problems: complaints.map(({ path: keys, message, next }) => ({
        severity: 'error',
        code: 'bad-file',
        place: { path, ...findLine(text, keys) },
        message,
        next: `${next}; machines write this file, so restoring it from git is safest`,
      })),
    }
  }
  const differs = canonical
    ? differenceFrom(path, text, `${JSON.stringify(result.data, null, 2)}\n`)
    : undefined
  return { value: result.data, problems: differs === undefined ? problems : [...problems, differs] }
}

function parseText(path: string, text: string): { readonly data: unknown } | { readonly problem: Problem } {
  try {
    return { data: JSON.parse(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const position = /position (\d+)/.exec(message)?.[1]
    return {
      problem: {
        severity: 'error',
        code: 'bad-json',
        place: { path, ...(position === undefined ? {} : positionOf(text, Number(position))) },
        message: `this is not JSON: ${/^<{7}|\n<{7}/.test(text) ? 'it holds the marks of an unfinished merge' : message.split(/, "| in JSON/)[0]}`,
        next: 'restore the file from git; machines write it',
      },
    }
  }
}

function newerSchema(path: string, data: unknown): Problem | undefined {
  const number = typeof data === 'object' && data !== null && 'schema' in data ? data.schema : undefined
  if (typeof number !== 'number' || !(number > NEWEST_SCHEMA)) return undefined
  return {
    severity: 'error',
    code: 'newer-schema',
    place: { path },
    message: `schema ${number} is newer than this release reads (${NEWEST_SCHEMA})`,
    next: `install the release of Modelyard that writes schema ${number}: npm install modelyard@latest`,
  }
}

function differenceFrom(path: string, text: string, canonical: string): Problem | undefined {
  if (text === canonical) return undefined
  const at = firstDifference(text, canonical)
  return {
    severity: 'error',
    code: 'bad-file',
    place: { path, ...positionOf(text, at) },
    message: `${whatDiffers(text, canonical)}: the file is not as Modelyard writes it`,
    next: 'restore it from git; machines write it, and the same facts must be the same bytes',
  }
}

function whatDiffers(text: string, canonical: string): string {
  if (text.replaceAll('\r\n', '\n') === canonical) return 'lines end in CRLF'
  if (`${text}\n` === canonical) return 'the final newline is missing'
  return 'keys, order or spacing differ, or a key stands twice'
}

function firstDifference(a: string, b: string): number {
  let index = 0
  while (index < a.length && a[index] === b[index]) index += 1
  return index
}

/** Line and column, from 1, of a character's position in `text`. */
export function positionOf(
  text: string,
  position: number,
): { readonly line: number; readonly column: number } {
  const before = text.slice(0, position)
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') }
}

/** The line of the innermost key of `keys` that stands in `text`, searched in order. Good enough for small files. */
function findLine(text: string, keys: readonly PropertyKey[]): { line?: number; column?: number } {
  let from = 0
  let found = -1
  for (const key of keys) {
    const at = typeof key === 'string' ? text.indexOf(`${JSON.stringify(key)}:`, from) : -1
    if (at < 0) continue
    found = at
    from = at + 1
  }
  return found < 0 ? {} : positionOf(text, found)
}
