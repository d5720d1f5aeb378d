import * as z from 'zod/mini'
import { nearest } from '../errors/index.ts'

/** A schema's complaint in plain words. `path` leads to the value, or with `atKey` to the key that is wrong. */
export interface Complaint {
  readonly path: readonly PropertyKey[]
  readonly atKey: boolean
  /** Whether the key gets its meaning in a later release. */
  readonly later?: boolean
  readonly message: string
  readonly next: string
}

/** Keys that a later release gives a meaning to, as `a.b` paths with `*` for any key, and what they will do. */
export type LaterKeys = Readonly<Record<string, string>>

type Issue = z.core.$ZodIssue
type JsonSchema = z.core.JSONSchema.BaseSchema

/** Puts what a zod schema refused into sentences: the key or value, what it should be, the nearest known key. */
export function explain(
  schema: z.ZodMiniType,
  data: unknown,
  issues: readonly Issue[],
  later: LaterKeys = {},
): Complaint[] {
  const known = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const complaints = issues.flatMap(issue => explainIssue(issue, { known, data, later }))
  // What else is amiss beside a key of a later release is its consequence.
  const postponed = complaints.filter(complaint => complaint.later)
  return complaints.filter(
    complaint =>
      complaint.later || !postponed.some(({ path }) => isWithin(complaint.path, path.slice(0, -1))),
  )
}

interface Context {
  readonly known: JsonSchema
  readonly data: unknown
  readonly later: LaterKeys
}

function isWithin(path: readonly PropertyKey[], folder: readonly PropertyKey[]): boolean {
  return folder.length > 0 && folder.every((part, index) => path[index] === part)
}

function explainIssue(issue: Issue, context: Context): Complaint[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key =>
      explainKey([...issue.path, key], keysAt(context.known, issue.path), context.later),
    )
  }
  if (issue.code === 'invalid_key') {
    return [
      {
        path: issue.path,
        atKey: true,
        message: `${quote(issue.path)} is not a key that can stand here: it must be ${wantedBy(issue.issues[0])}`,
        next: 'rename it',
      },
    ]
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = closestBranch(issue.errors)
    return closest.flatMap(inner =>
      explainIssue({ ...inner, path: [...issue.path, ...inner.path] } as Issue, context),
    )
  }
  if (valueAt(context.data, issue.path) === undefined) {
    return [
      {
        path: issue.path,
        atKey: false,
        message: `${quote(issue.path)} is missing`,
        next: `add it: ${wantedBy(issue)}`,
      },
    ]
  }
  return [
    {
      path: issue.path,
      atKey: false,
      message: `${quote(issue.path)} must be ${wantedBy(issue)}`,
      next: 'correct the value',
    },
  ]
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    data,
  )
}

function isMissingValue(issue: Issue): boolean {
  return issue.message.endsWith('received undefined')
}

function explainKey(path: readonly PropertyKey[], known: readonly string[], later: LaterKeys): Complaint {
  const key = String(path.at(-1))
  const meaning = Object.entries(later).find(([pattern]) => fits(pattern, path))?.[1]
  if (meaning !== undefined) {
    return {
      path,
      atKey: true,
      later: true,
      message: `${quote(path)} has no meaning in this release; a later one uses it for ${meaning}`,
      next: 'leave it out until then',
    }
  }
  const near = nearest(key, known)
  return {
    path,
    atKey: true,
    message: `${quote(path)} is not a known key`,
    next:
      near === undefined
        ? `remove it; known here: ${known.join(', ') || 'none'}`
        : `did you mean \`${near}\`? Otherwise remove it`,
  }
}

function fits(pattern: string, path: readonly PropertyKey[]): boolean {
  const keys = path.filter(part => typeof part === 'string')
  const parts = pattern.split('.')
  return parts.length === keys.length && parts.every((part, index) => part === '*' || part === keys[index])
}

/** Of a union's branches the one that was meant: most of its keys are there, fewest complaints. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  return branches.reduce((best, branch) => (penaltyOf(branch) < penaltyOf(best) ? branch : best))
}

function penaltyOf(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 2 * issue.keys.length
    // A union within a union is as far off as the branch of it that was meant.
    if (issue.code === 'invalid_union' && issue.path.length === 0 && issue.errors.length > 0)
      return sum + penaltyOf(closestBranch(issue.errors))
    return sum + (isMissingValue(issue) ? 2 : issue.path.length === 0 ? 4 : 1)
  }, 0)
}

const PLAIN_WORDS: Readonly<Record<string, string>> = {
  record: 'a mapping',
  object: 'a mapping',
  array: 'a list',
  string: 'text',
}

function wantedBy(issue: Issue | undefined): string {
  switch (issue?.code) {
    case 'invalid_type':
      return PLAIN_WORDS[issue.expected] ?? `${article(issue.expected)} ${issue.expected}`
    case 'invalid_value':
      return issue.values.length === 1
        ? String(issue.values[0])
        : `one of ${issue.values.map(String).slice(0, 30).join(', ')}`
    case 'too_small':
      return `${unit(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum)}`
    case 'too_big':
      return `${unit(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum)}`
    case 'invalid_format':
    case 'custom':
      return issue.message
    case 'invalid_union':
      return 'of another kind'
    default:
      return issue?.message ?? 'another value'
  }
}

function unit(origin: string, relation: string, bound: number | bigint): string {
  if (origin === 'string') return `${relation} ${bound} characters long`
  if (origin === 'array') return `a list of ${relation} ${bound} entries`
  return `${relation} ${bound}`
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a'
}

/** `policy.production.gates[0]` in code quotes; the whole file where the path is empty. */
function quote(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>(
    (sum, part) =>
      typeof part === 'number' ? `${sum}[${part}]` : sum === '' ? String(part) : `${sum}.${String(part)}`,
    '',
  )
  return text === '' ? 'the file' : `\`${text}\``
}

/** The keys that a JSON Schema knows at a path, over all branches of its unions. */
function keysAt(schema: JsonSchema, path: readonly PropertyKey[]): string[] {
  const root = schema
  const resolve = (node: JsonSchema): JsonSchema[] => {
    if (node.$ref?.startsWith('#/$defs/')) {
      const target = root.$defs?.[node.$ref.slice('#/$defs/'.length)]
      return target === undefined ? [] : resolve(target)
    }
    const branches = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])]
    return branches.length === 0
      ? [node]
      : [node, ...branches.flatMap(branch => resolve(branch as JsonSchema))]
  }
  const step = (nodes: readonly JsonSchema[], part: PropertyKey): JsonSchema[] =>
    nodes.flatMap(node => {
      if (typeof part === 'number') return isSchema(node.items) ? resolve(node.items) : []
      const property = node.properties?.[String(part)] ?? node.additionalProperties
      return isSchema(property) ? resolve(property) : []
    })
  const nodes = path.reduce<JsonSchema[]>(step, resolve(schema))
  return [...new Set(nodes.flatMap(node => Object.keys(node.properties ?? {})))]
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
