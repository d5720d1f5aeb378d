import { description, resolved, type Schema } from './openapi/description.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * What an endpoint says of a thing, with everything else that GitHub's description requires of it: null where it may be,
 * otherwise the emptiest value of the type.
 *
 * @param name - A schema of operations.json, as `issue-comment`.
 */
export function fill(name: string, partial: Json): Json {
  const schema = description().schemas[name]
  if (schema === undefined) throw new Error(`operations.json has no schema ${name}`)
  return filled(schema, partial) as Json
}

/** The same of what another schema described: what this one does not know is left out. */
export function shaped(name: string, value: Json): Json {
  const schema = description().schemas[name]
  if (schema === undefined) throw new Error(`there is no schema ${name}`)
  return filled(schema, known(schema, value)) as Json
}

function known(given: Schema, value: unknown): unknown {
  const schema = resolved(given)
  if (Array.isArray(value)) return value.map(item => known(schema.items ?? {}, item))
  if (value === null || typeof value !== 'object') return value
  const { properties } = partsOf(schema)
  if (Object.keys(properties).length === 0) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => Object.hasOwn(properties, name))
      .map(([name, inner]) => [name, known(properties[name] ?? {}, inner)]),
  )
}

function filled(given: Schema, value: unknown): unknown {
  if (value === null) return null
  const schema = resolved(given)
  if (Array.isArray(value)) {
    return schema.items === undefined ? value : value.map(item => filled(schema.items as Schema, item))
  }
  if (value !== undefined && typeof value !== 'object') return value
  const { properties, required } = partsOf(schema)
  if (Object.keys(properties).length === 0) return value ?? emptiest(schema)
  return completed(properties, required, (value ?? {}) as Json)
}

function completed(properties: Record<string, Schema>, required: Set<string>, value: Json): Json {
  const given = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([name, inner]) => [name, properties[name] ? filled(properties[name], inner) : inner] as const)
  const result = Object.fromEntries(given)
  for (const name of required) {
    if (!Object.hasOwn(result, name)) result[name] = emptiest(properties[name] ?? {})
  }
  return result
}

/** The properties of an object, those of all its `allOf` and of the first of its alternatives among them. */
function partsOf(schema: Schema): { properties: Record<string, Schema>; required: Set<string> } {
  const first = (schema.oneOf ?? schema.anyOf)?.[0]
  const parts = [...(schema.allOf ?? []), ...(first ? [first] : [])].map(part => partsOf(resolved(part)))
  return {
    properties: Object.assign({}, ...parts.map(part => part.properties), schema.properties),
    required: new Set([...parts.flatMap(part => [...part.required]), ...(schema.required ?? [])]),
  }
}

const EMPTY: Readonly<Record<string, unknown>> = {
  boolean: false,
  integer: 0,
  number: 0,
  array: [],
  object: {},
}
const TEXT: Readonly<Record<string, string>> = {
  'date-time': '2026-01-01T00:00:00Z',
  date: '2026-01-01',
  uri: 'https://github.com/',
  email: 'nobody@users.noreply.github.com',
}

function emptiest(given: Schema): unknown {
  const schema = resolved(given)
  if (mayBeNull(schema)) return null
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.default !== undefined) return schema.default
  const { properties, required } = partsOf(schema)
  if (Object.keys(properties).length > 0) return completed(properties, required, {})
  if (schema.type === 'string' || schema.type === undefined) return TEXT[schema.format ?? ''] ?? ''
  return EMPTY[schema.type as string]
}

function mayBeNull({ type, anyOf, oneOf }: Schema): boolean {
  if (Array.isArray(type)) return type.includes('null')
  return type === 'null' || (anyOf ?? oneOf ?? []).some(part => part.type === 'null')
}
