import {
  Composer,
  type CST,
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  parseDocument,
  visit,
} from 'yaml'
import type * as z from 'zod/mini'
import type { Place } from '../errors/index.ts'
import type { Problem } from '../problem.ts'
import { explain, type LaterKeys } from './explain.ts'
import type { FileResult } from './json-file.ts'
import { plainValue } from './plain-yaml.ts'
import { decodeText, MAX_YAML_BYTES } from './text-file.ts'
import { trySchema } from './try-schema.ts'

const MAX_DEPTH = 32

const READING = {
  version: '1.2',
  schema: 'core',
  merge: false,
  strict: true,
  uniqueKeys: true,
  stringKeys: true,
  // `silent` would let a second document pass.
  logLevel: 'error',
} as const

export interface YamlResult<T> extends FileResult<T> {
  /** Where the value at a path of keys stands, or with `atKey` its key. */
  readonly locate: (keys: readonly PropertyKey[], atKey?: boolean) => Required<Place>
}

/**
 * Reads a file that people edit: YAML 1.2 without anchors, aliases, tags and second documents, so that what a
 * reviewer reads is what counts. Every problem comes with line and column.
 */
export function parseYaml<S extends z.ZodMiniType>(
  schema: S,
  path: string,
  bytes: Uint8Array,
  { later = {} }: { readonly later?: LaterKeys } = {},
): YamlResult<z.infer<S>> {
  const { text, problems } = decodeText(path, bytes, MAX_YAML_BYTES)
  const start = () => ({ path, line: 1, column: 1 })
  if (text === undefined) return { value: undefined, problems, locate: start }
  const quick = plainValue(schema, text)
  if (quick !== undefined) return { ...quick, problems: lineEnds(path, text), locate: placesIn(path, text) }
  const read = readDocument(path, text)
  if (read.problems.length > 0) return { value: undefined, problems: read.problems, locate: start }
  const data: unknown = read.document.toJS() ?? {}
  const result = trySchema(schema, data)
  const placed = {
    locate: (keys: readonly PropertyKey[], atKey = false) => ({ path, ...read.locate(keys, atKey) }),
  }
  if (result.success) return { value: result.data, problems: lineEnds(path, text), ...placed }
  return {
    ...placed,
    value: undefined,
    problems: explain(schema, data, result.error.issues, later).map(
      ({ path: keys, atKey, message, next }) => ({
        severity: 'error',
        code: 'bad-file',
        place: { path, ...read.locate(keys, atKey) },
        message,
        next,
      }),
    ),
  }
}

/** Finds places in a text that is sound, which is read for it when one is asked for. */
function placesIn(path: string, text: string): YamlResult<unknown>['locate'] {
  let read: ReadDocument | undefined
  return (keys, atKey = false) => {
    read ??= readDocument(path, text)
    return { path, ...read.locate(keys, atKey) }
  }
}

interface ReadDocument {
  readonly document: Document.Parsed
  readonly problems: readonly Problem[]
  readonly locate: (keys: readonly PropertyKey[], atKey: boolean) => { line: number; column: number }
}

function readDocument(path: string, text: string): ReadDocument {
  const lineCounter = new LineCounter()
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const problem = (offset: number, message: string, next: string): Problem => ({
    severity: 'error',
    code: 'bad-yaml',
    place: { path, ...at(offset) },
    message,
    next,
  })
  const read = readTokens(text, lineCounter)
  if ('tooDeep' in read) {
    return {
      document: parseDocument('', READING),
      problems: [problem(read.tooDeep, 'the file is nested too deeply', `nest at most ${MAX_DEPTH} levels`)],
      locate: () => ({ line: 1, column: 1 }),
    }
  }
  // At the end of the tokens there is always a document, if an empty one.
  const documents = new Composer(READING).compose(read.tokens, true, text.length)
  const [document, second] = [...documents] as [Document.Parsed, Document.Parsed?]
  const problems = [
    ...document.errors.map(error =>
      problem(
        error.pos[0],
        yamlMessage(error.code, error.message),
        YAML_NEXT[error.code] ?? 'correct the line',
      ),
    ),
    ...read.tokens.flatMap(token =>
      token.type === 'directive'
        ? [problem(token.offset, `the directive ${token.source} is not allowed`, 'remove the line')]
        : [],
    ),
    ...(second === undefined
      ? []
      : [
          problem(
            second.range[0],
            'the file holds more than one document',
            'keep one document; remove what follows `---`',
          ),
        ]),
    ...refusedNodes(document, text).map(({ offset, message, next }) => problem(offset, message, next)),
  ]
  return { document, problems, locate: (keys, atKey) => at(offsetOf(document, keys, atKey)) }
}

const YAML_NEXT: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'remove one of the two',
  TAB_AS_INDENT: 'indent with spaces',
  TAG_RESOLVE_FAILED: 'write the value without a tag',
  BAD_ALIAS: 'write the value itself, without * and &',
}

function yamlMessage(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'this key stands twice in one mapping'
  return `this is not YAML that can be read: ${message.split('\n')[0]?.replace(/[.:]$/, '') ?? code}`
}

const COLLECTIONS = new Set(['block-map', 'block-seq', 'flow-collection'])

/**
 * Reads a text into tokens, or to where the first collection begins that lies too deep. The parser closes and composes
 * collections by recursion, so a few thousand would overflow its stack: it is fed word by word, and never gets that far.
 */
function readTokens(
  text: string,
  lineCounter: LineCounter,
): { readonly tokens: readonly CST.Token[] } | { readonly tooDeep: number } {
  const parser = new Parser(lineCounter.addNewLine)
  lineCounter.addNewLine(0)
  const tokens: CST.Token[] = []
  for (const word of new Lexer().lex(text)) {
    for (const token of parser.next(word)) tokens.push(token)
    if (parser.stack.length <= MAX_DEPTH) continue
    const tooDeep = parser.stack.filter(({ type }) => COLLECTIONS.has(type))[MAX_DEPTH]
    if (tooDeep !== undefined) return { tooDeep: tooDeep.offset }
  }
  tokens.push(...parser.end())
  return { tokens }
}

interface RefusedNode {
  readonly offset: number
  readonly message: string
  readonly next: string
}

/** Without one of these marks there is no anchor, alias, tag, escape or collection within a line to look for. */
const SUSPICIOUS = /[&*!\\[{]/

function refusedNodes(document: Document.Parsed, text: string): RefusedNode[] {
  if (!SUSPICIOUS.test(text)) return []
  const refused: RefusedNode[] = []
  const refuse = (node: { range?: readonly number[] | null | undefined }, message: string, next: string) => {
    refused.push({ offset: node.range?.[0] ?? 0, message, next })
  }
  visit(document, {
    Alias: (_key, node) => refuse(node, `the alias *${node.source} is not allowed`, 'write the value itself'),
    Node: (_key, node, ancestors) => {
      if (isScalar(node) && node.value === '__proto__')
        refuse(node, 'the name __proto__ is not allowed', 'choose another name')
      if ('anchor' in node && node.anchor !== undefined)
        refuse(node, `the anchor &${node.anchor} is not allowed`, 'write the value without it')
      if (node.tag !== undefined)
        refuse(node, `the tag ${node.tag} is not allowed`, 'write the value without it')
      if (isCollection(node) && ancestors.filter(isCollection).length >= MAX_DEPTH) {
        refuse(node, 'the file is nested too deeply', `nest at most ${MAX_DEPTH} levels`)
        return visit.SKIP
      }
      return undefined
    },
  })
  return refused
}

function offsetOf(document: Document.Parsed, keys: readonly PropertyKey[], atKey: boolean): number {
  let node: unknown = document.contents
  let offset = nodeOffset(node) ?? 0
  for (const [index, key] of keys.entries()) {
    if (!isCollection(node)) break
    const pair = isMap(node)
      ? node.items.find(item => isScalar(item.key) && item.key.value === key)
      : undefined
    const value = pair === undefined ? node.get(key, true) : pair.value
    const last = index === keys.length - 1
    offset = (last && atKey ? nodeOffset(pair?.key) : nodeOffset(value)) ?? nodeOffset(pair?.key) ?? offset
    node = value
  }
  return offset
}

function nodeOffset(node: unknown): number | undefined {
  return isNode(node) ? ((node as Node).range?.[0] ?? undefined) : undefined
}

function lineEnds(path: string, text: string): Problem[] {
  const warn = (line: number, message: string, next: string): Problem => ({
    severity: 'warning',
    code: 'bad-file',
    place: { path, line },
    message,
    next,
  })
  const crlf = text.indexOf('\r\n')
  return [
    ...(crlf < 0
      ? []
      : [
          warn(
            text.slice(0, crlf).split('\n').length,
            'lines end in CRLF',
            'save the file with LF, or add `* text=auto eol=lf` to .gitattributes',
          ),
        ]),
    ...(text === '' || text.endsWith('\n')
      ? []
      : [warn(text.split('\n').length, 'the final newline is missing', 'end the last line')]),
  ]
}

/** One key to set, by its path; missing mappings on the way are made. */
export interface YamlEdit {
  readonly keys: readonly string[]
  readonly value: string | number | boolean
}

/**
 * Sets values in a YAML text that `parseYaml` reads; comments, line ends and the order of keys stay. Where only values
 * change that stand there already, every other byte stays too.
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  return edits.reduce(editOnce, text)
}

function editOnce(text: string, { keys, value }: YamlEdit): string {
  const document = parseDocument(text, READING)
  const node: unknown = document.getIn(keys, true)
  if (isScalar(node) && node.value === value) return text
  const range = isScalar(node) && ONE_LINE.has(node.type ?? '') ? node.range : undefined
  const wanted = withValue(document, { keys, value })
  const facts = JSON.stringify(wanted.toJS())
  const reads = (edited: string) => {
    const read = parseDocument(edited, READING)
    const sound = read.errors.length === 0 && refusedNodes(read, edited).length === 0
    return sound && JSON.stringify(read.toJS()) === facts
  }
  // How a value must be written depends on where it goes: what reads back is right.
  if (range && range[1] > range[0]) {
    for (const written of [String(value), JSON.stringify(value)]) {
      const edited = text.slice(0, range[0]) + written + text.slice(range[1])
      if (reads(edited)) return edited
    }
  }
  const written = wanted.toString({ lineWidth: 0, flowCollectionPadding: !/\{[^\s}]/.test(text) })
  return text.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written
}

/** The ways to write a scalar that begin and end where its range says; that of a block includes the line end. */
const ONE_LINE = new Set(['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE'])

/** Sets the value; what holds nothing on the way becomes a mapping. */
function withValue(document: Document.Parsed, { keys, value }: YamlEdit): Document.Parsed {
  for (let depth = 1; depth < keys.length; depth += 1) {
    const above: unknown = document.getIn(keys.slice(0, depth), true)
    if (!isScalar(above) || above.value !== null) continue
    const mapping = document.createNode({})
    mapping.commentBefore = above.comment ?? null
    document.setIn(keys.slice(0, depth), mapping)
  }
  document.setIn(keys, value)
  return document
}
