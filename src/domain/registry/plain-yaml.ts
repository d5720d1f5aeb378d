import type * as z from 'zod/mini'
import { decodeText, MAX_YAML_BYTES } from './text-file.ts'
import { trySchema } from './try-schema.ts'

/**
 * Reads a file of the simplest YAML that fits its schema.
 *
 * @returns Undefined where it takes the whole grammar to read it, or to say what is wrong with it.
 */
export function parsePlainYaml<S extends z.ZodMiniType>(
  schema: S,
  path: string,
  bytes: Uint8Array,
): { readonly value: z.infer<S> } | undefined {
  const { text } = decodeText(path, bytes, MAX_YAML_BYTES)
  return text === undefined ? undefined : plainValue(schema, text)
}

/** The same of a text that was decoded. */
export function plainValue<S extends z.ZodMiniType>(
  schema: S,
  text: string,
): { readonly value: z.infer<S> } | undefined {
  const plain = plainMapping(text)
  const read = plain === undefined ? undefined : trySchema(schema, plain)
  return read?.success ? { value: read.data } : undefined
}

/** What the simplest of YAML holds. */
type PlainValue = string | number | boolean | readonly PlainValue[] | PlainMapping
type PlainMapping = { [key: string]: PlainValue }

const IGNORED = /^ *(?:#.*)?$/
const MAX_DEPTH = 8

/** A line of a block: where it begins, and what stands there. */
interface Line {
  readonly indent: number
  readonly text: string
}

/**
 * Reads the simplest of YAML: mappings with keys of plain words, lists, plain and quoted text, whole and decimal numbers,
 * `true` and `false`, collections within a line. Most notes, configurations and definitions are written so; this takes a
 * hundredth of the time of the whole grammar, and a command that needs no more does not load it.
 *
 * @returns What YAML makes of the text; undefined where it holds anything else, rightly or wrongly.
 */
export function plainMapping(text: string): PlainMapping | undefined {
  const lines = text
    .split('\n')
    .filter(line => !IGNORED.test(line))
    .map((line): Line => {
      const indent = skipSpaces(line, 0)
      return { indent, text: line.slice(indent) }
    })
  const [first] = lines
  if (first === undefined || first.indent > 0 || first.text.startsWith('- ')) return undefined
  const read = blockMapping(lines, 0, 0)
  return read?.next === lines.length ? read.value : undefined
}

interface Read<T> {
  readonly value: T
  /** Of the lines or characters, the first behind it. */
  readonly next: number
}

/** YAML looks for the colon of a key no further than 1,024 characters. */
const KEY = /^([A-Za-z][A-Za-z0-9_-]{0,200}):(?: +(?! )(.*))?$/
/** Words that YAML 1.2 reads as something else than text. */
const NO_TEXT = /^(?:null|true|false)$/i

/** The block that begins at a line, deeper by one than what holds it. */
function block(lines: Line[], start: number, depth: number): Read<PlainValue> | undefined {
  if (depth >= MAX_DEPTH) return undefined
  return lines[start]?.text.startsWith('- ')
    ? blockList(lines, start, depth)
    : blockMapping(lines, start, depth)
}

function blockMapping(lines: Line[], start: number, depth: number): Read<PlainMapping> | undefined {
  const indent = lines[start]?.indent
  const mapping: PlainMapping = {}
  let at = start
  for (let line = lines[at]; line?.indent === indent && !line?.text.startsWith('- '); line = lines[at]) {
    const [, key = '', rest] = KEY.exec(line?.text ?? '') ?? []
    if (key === '' || NO_TEXT.test(key) || Object.hasOwn(mapping, key)) return undefined
    const read = rest === undefined || rest.startsWith('#') ? undefined : wholeOf(rest, depth)
    const held = read ?? (rest === undefined ? heldBy(lines, at, depth) : undefined)
    if (held === undefined) return undefined
    mapping[key] = held.value
    at = read === undefined ? held.next : at + 1
  }
  return { value: mapping, next: at }
}

/** What a key without a value on its line holds: what is further in, or a list that begins where the key does. */
function heldBy(lines: Line[], at: number, depth: number): Read<PlainValue> | undefined {
  const [key, next] = [lines[at], lines[at + 1]]
  if (key === undefined || next === undefined) return undefined
  const further = next.indent > key.indent || (next.indent === key.indent && next.text.startsWith('- '))
  // A key that holds nothing is null, which is not of the simplest.
  return further ? block(lines, at + 1, depth + 1) : undefined
}

function blockList(lines: Line[], start: number, depth: number): Read<PlainValue> | undefined {
  const indent = lines[start]?.indent
  const list: PlainValue[] = []
  let at = start
  for (let line = lines[at]; line?.indent === indent && line?.text.startsWith('- '); line = lines[at]) {
    const text = line?.text.slice(2) ?? ''
    if (KEY.test(text)) {
      // A mapping that begins behind the dash goes on below its first key.
      lines[at] = { indent: (indent ?? 0) + 2, text }
      const read = block(lines, at, depth + 1)
      if (read === undefined) return undefined
      list.push(read.value)
      at = read.next
    } else {
      const read = wholeOf(text, depth)
      if (read === undefined) return undefined
      list.push(read.value)
      at += 1
    }
  }
  return { value: list, next: at }
}

/** What may stand behind a value in its line. */
const REST = /^ *(?: #.*)?$/

/** A value that is all of a line, but for a comment. */
function wholeOf(text: string, depth: number): Read<PlainValue> | undefined {
  const read = inlineValue(text, 0, { depth: depth + 1, plain: /[A-Za-z0-9_./%()+;,-]/y })
  return read !== undefined && REST.test(text.slice(read.next)) ? read : undefined
}

interface Within {
  readonly depth: number
  /** A character of plain text: behind a comma, what stands in a line goes on, and what stands in brackets is over. */
  readonly plain: RegExp
}

const IN_BRACKETS: RegExp = /[A-Za-z0-9_./%()+;-]/y
const QUOTED = /"([ !#-[\]-~]*)"|'([ -&(-~]*)'/y

function inlineValue(text: string, start: number, within: Within): Read<PlainValue> | undefined {
  if (within.depth > MAX_DEPTH) return undefined
  const first = text[start]
  if (first === '{') return inlineMapping(text, start, within.depth)
  if (first === '[') return inlineList(text, start, within.depth)
  if (first === '"' || first === "'") {
    QUOTED.lastIndex = start
    const [whole, double, single] = QUOTED.exec(text) ?? []
    const value = double ?? single
    return whole === undefined || value === undefined ? undefined : { value, next: start + whole.length }
  }
  return plainScalar(text, start, within.plain)
}

function inlineMapping(text: string, start: number, depth: number): Read<PlainMapping> | undefined {
  const mapping: PlainMapping = {}
  const next = entries(text, start, '}', at => {
    const [whole = '', key = ''] = KEY_INSIDE.exec(text.slice(at)) ?? []
    if (key === '' || NO_TEXT.test(key) || Object.hasOwn(mapping, key)) return undefined
    const read = inlineValue(text, at + whole.length, { depth: depth + 1, plain: IN_BRACKETS })
    if (read !== undefined) mapping[key] = read.value
    return read?.next
  })
  return next === undefined ? undefined : { value: mapping, next }
}

const KEY_INSIDE = /^([A-Za-z][A-Za-z0-9_-]{0,200}): +/

function inlineList(text: string, start: number, depth: number): Read<PlainValue> | undefined {
  const list: PlainValue[] = []
  const next = entries(text, start, ']', at => {
    const read = inlineValue(text, at, { depth: depth + 1, plain: IN_BRACKETS })
    if (read !== undefined) list.push(read.value)
    return read?.next
  })
  return next === undefined ? undefined : { value: list, next }
}

/** Walks over what stands in brackets, between commas; gives where it is behind them. */
function entries(
  text: string,
  start: number,
  end: string,
  readEntry: (at: number) => number | undefined,
): number | undefined {
  let at = skipSpaces(text, start + 1)
  if (text[at] === end) return at + 1
  for (;;) {
    const behind = readEntry(at)
    if (behind === undefined) return undefined
    at = skipSpaces(text, behind)
    if (text[at] === end) return at + 1
    if (text[at] !== ',' || text[at + 1] !== ' ') return undefined
    at = skipSpaces(text, at + 1)
  }
}

function skipSpaces(text: string, start: number): number {
  let at = start
  while (text[at] === ' ') at += 1
  return at
}

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/
/** Text begins with a letter, or is a share of a hundred or a digest: what else begins with a digit may be a number. */
const TEXT = /^(?:[A-Za-z].*|\d+(?:\.\d+)?%|(?=\d*[a-df])[0-9a-f]{64})$/s

/** Words up to what cannot be one, without the spaces behind the last. */
function plainScalar(text: string, start: number, plain: RegExp): Read<PlainValue> | undefined {
  let [at, end] = [start, start]
  for (;;) {
    plain.lastIndex = at
    if (plain.test(text)) {
      at += 1
      end = at
    } else if (text[at] === ' ') at += 1
    else break
  }
  const word = text.slice(start, end)
  if (word === 'true' || word === 'false') return { value: word === 'true', next: end }
  if (NO_TEXT.test(word)) return undefined
  if (NUMBER.test(word)) return { value: Number(word), next: end }
  return TEXT.test(word) ? { value: word, next: end } : undefined
}
