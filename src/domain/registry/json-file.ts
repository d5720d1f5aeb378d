import type * as z from 'zod/mini'
import { ModelyardError } from '../errors/index.ts'
import type { Problem } from '../problem.ts'
import { explain } from './explain.ts'
import { faultInJson, type JsonPlaces, placesInJson } from './json-places.ts'
import { decodeText, positionsIn } from './text-file.ts'
import { trySchema } from './try-schema.ts'

/** Machine-written files are small; a larger one is not ours. */
const MAX_JSON_BYTES = 1024 * 1024

/** The highest `schema` number that this release reads. */
const NEWEST_SCHEMA = 1

export type FileResult<T> = { readonly value: T | undefined; readonly problems: readonly Problem[] }

/**
 * Writes a machine-written file: two spaces, the schema's key order, a final newline. The same facts are the same
 * bytes.
 *
 * @throws {ModelyardError} `bad-input` where somebody's words would make a file that `parseJson` refuses.
 * @throws {z.ZodError} When `value` does not fit `schema`: a bug of the caller.
 */
export function renderJson<S extends z.ZodMiniType>(schema: S, value: z.infer<S>): string {
  const text = `${JSON.stringify(schema.parse(value), null, 2)}\n`
  if (!text.includes('__proto__')) return text
  throw new ModelyardError({
    code: 'bad-input',
    message: 'the text `__proto__` cannot be kept in a file of the registry',
    next: 'write it otherwise',
  })
}

/**
 * Reads a machine-written file. With `canonical`, bytes that differ from what `renderJson` would write are a
 * problem too: duplicate keys, another order, CRLF, a BOM or a missing final newline all show up there.
 */
export function parseJson<S extends z.ZodMiniType>(
  schema: S,
  path: string,
  bytes: Uint8Array,
  { canonical = false }: { readonly canonical?: boolean } = {},
): FileResult<z.infer<S>> {
  const { text, problems } = decodeText(path, bytes, MAX_JSON_BYTES)
  if (text === undefined) return { value: undefined, problems }
  const parsed = parseText(path, text)
  if ('problem' in parsed) return { value: undefined, problems: [...problems, parsed.problem] }
  const newer = newerSchema(path, text, parsed.data)
  if (newer !== undefined) return { value: undefined, problems: [newer] }
  const result = judge(schema, parsed.data)
  if (result === undefined) return { value: undefined, problems: [wrongThroughout(path)] }
  if (!result.success) {
    const complaints = explain(schema, parsed.data, result.error.issues)
    const places = placesInJson(text)
    return {
      value: undefined,
      problems: [
        ...repeatedKeys(path, places),
        ...complaints.map(
          ({ path: keys, atKey, message, next }): Problem => ({
            severity: 'error',
            code: 'bad-file',
            place: { path, ...places.of(keys, atKey) },
            message,
            next: `${next}; machines write this file, so restoring it from git is safest`,
          }),
        ),
      ],
    }
  }
  if (!canonical) return { value: result.data, problems }
  return {
    value: result.data,
    problems: [...problems, ...differences(path, text, `${JSON.stringify(result.data, null, 2)}\n`)],
  }
}

/** zod hands its issues on as arguments of a call: a hundred thousand of them overflow the stack. */
function judge<S extends z.ZodMiniType>(
  schema: S,
  data: unknown,
): z.core.util.SafeParseResult<z.infer<S>> | undefined {
  try {
    return trySchema(schema, data)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function wrongThroughout(path: string): Problem {
  return {
    severity: 'error',
    code: 'bad-file',
    place: { path, line: 1, column: 1 },
    message: 'the file is wrong in more places than can be listed',
    next: 'restore it from git; machines write it',
  }
}

function parseText(path: string, text: string): { readonly data: unknown } | { readonly problem: Problem } {
  try {
    return { data: JSON.parse(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return {
      problem: {
        severity: 'error',
        code: 'bad-json',
        place: { path, ...positionsIn(text)(faultInJson(text)) },
        message: `this is not JSON: ${message.split(/, (?:\.{3})?"| in JSON/)[0]}`,
        next: 'restore the file from git; machines write it',
      },
    }
  }
}

function newerSchema(path: string, text: string, data: unknown): Problem | undefined {
  const number = typeof data === 'object' && data !== null && 'schema' in data ? data.schema : undefined
  if (typeof number !== 'number' || !(number > NEWEST_SCHEMA)) return undefined
  return {
    severity: 'error',
    code: 'newer-schema',
    place: { path, ...placesInJson(text).of(['schema'], false) },
    message: `schema ${number} is newer than this release reads (${NEWEST_SCHEMA})`,
    next: `install the release of Modelyard that writes schema ${number}: npm install modelyard@latest`,
  }
}

/** What the bytes have that Modelyard would not have written. */
function differences(path: string, text: string, canonical: string): Problem[] {
  if (text === canonical) return []
  const twice = repeatedKeys(path, placesInJson(text))
  if (twice.length > 0) return twice
  const { what, next } = difference(text, canonical)
  return [
    {
      severity: 'error',
      code: 'bad-file',
      place: { path, ...positionsIn(text)(firstDifference(text, canonical)) },
      message: `${what}: the file is not as Modelyard writes it`,
      next: `${next}; machines write it, and the same facts must be the same bytes`,
    },
  ]
}

function repeatedKeys(path: string, { repeated }: JsonPlaces): Problem[] {
  return repeated.map(({ key, line, column }) => ({
    severity: 'error',
    code: 'bad-file',
    place: { path, line, column },
    message: `the key \`${key}\` stands twice in one mapping`,
    next: 'restore the file from git; machines write it',
  }))
}

function difference(text: string, canonical: string): { readonly what: string; readonly next: string } {
  if (text.replaceAll('\r\n', '\n') === canonical) {
    return {
      what: 'lines end in CRLF',
      next: "keep LF, by `* text eol=lf` in the registry's .gitattributes, and restore the file from git",
    }
  }
  const next = 'restore it from git'
  if (`${text}\n` === canonical) return { what: 'the final newline is missing', next }
  return { what: 'keys, order or spacing differ', next }
}

function firstDifference(a: string, b: string): number {
  let index = 0
  while (index < a.length && a[index] === b[index]) index += 1
  return index
}
