type Json = { readonly [key: string]: unknown }
type PatchStep = { readonly op: string; readonly path: string; readonly value?: unknown }

/** The version of the REST API that the product names in every request. */
export const API_VERSION = '2026-03-10'

interface BreakingChange {
  readonly version: string
  /** A merge patch (RFC 7396), or the steps of a JSON Patch (RFC 6902). */
  readonly patch: Json | readonly PatchStep[]
}

/**
 * One object of GitHub's description as a version of the REST API has it. The description is that of the oldest version;
 * `x-github-breaking-changes` says what later ones changed.
 *
 * @throws {Error} at a step that is neither `remove`, `add` nor `replace`.
 */
export function atVersion(raw: Json, version: string): Json {
  const changes = (raw['x-github-breaking-changes'] ?? []) as readonly BreakingChange[]
  const due = changes.filter(change => change.version <= version)
  if (due.length === 0) return raw
  return withoutIdleRequirements(due.reduce((value, { patch }) => patched(value, patch), raw))
}

function patched(value: Json, patch: BreakingChange['patch']): Json {
  if (!Array.isArray(patch)) return mergePatched(value, patch) as Json
  const copy = structuredClone(value)
  for (const step of patch as readonly PatchStep[]) applyStep(copy, step)
  return copy
}

/** RFC 7396. */
export function mergePatched(value: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const merged: Record<string, unknown> = isObject(value) ? { ...value } : {}
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) delete merged[key]
    else merged[key] = mergePatched(merged[key], change)
  }
  return merged
}

function applyStep(root: Json, { op, path, value }: PatchStep): void {
  const keys = path
    .slice(1)
    .split('/')
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = keys.pop() ?? ''
  const holder = keys.reduce<unknown>((inner, key) => (inner as Json | undefined)?.[key], root)
  if (typeof holder !== 'object' || holder === null) return
  const target = holder as Record<string, unknown>
  if (op === 'add' || op === 'replace') target[last] = value
  else if (op !== 'remove') throw new Error(`a step of a patch cannot be ${op}`)
  else if (Array.isArray(target)) target.splice(Number(last), 1)
  else delete target[last]
}

/** Two changes that both replace `required` each still demand what the other removed. */
function withoutIdleRequirements(schema: Json): Json {
  const { required, properties } = schema
  if (!Array.isArray(required) || !isObject(properties)) return schema
  return { ...schema, required: required.filter(name => Object.hasOwn(properties, String(name))) }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
