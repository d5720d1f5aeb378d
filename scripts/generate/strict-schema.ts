import type { Schema } from '../../sandbox/openapi/description.ts'
import { API_VERSION, atVersion } from './breaking-changes.ts'

type Json = Readonly<Record<string, unknown>>

/** What only a reader of documentation needs. */
const DROPPED = [
  'description',
  'title',
  'example',
  'examples',
  'externalDocs',
  'discriminator',
  'xml',
  'nullable',
]
const LISTS = ['allOf', 'anyOf', 'oneOf']

/**
 * A schema of OpenAPI 3.0 as JSON Schema 2019-09: `nullable` becomes a type, and wherever a value of a property or a list
 * stands, properties that the schema does not know are refused. The outermost schema stays open, since it may be one part of
 * an `allOf`; where it is used alone, `closed` shuts it.
 */
export function strictSchema(described: Json): Schema {
  const raw = atVersion(described, API_VERSION)
  const schema: Record<string, unknown> = {}
  for (const [keyword, value] of Object.entries(raw)) {
    if (DROPPED.includes(keyword) || keyword.startsWith('x-')) continue
    schema[keyword] = rewritten(keyword, value)
  }
  if (schema.type === 'object' && !hasParts(schema) && schema.additionalProperties === undefined) {
    schema.additionalProperties = true
  }
  return raw.nullable === true ? orNull(schema) : (schema as Schema)
}

/** The schema with every property refused that it does not know, through references and combinations alike. */
export function closed(schema: Schema): Schema {
  if (schema.items !== undefined || schema.additionalProperties !== undefined) return schema
  if (schema.$ref === undefined && !hasParts(schema)) return schema
  return { ...schema, unevaluatedProperties: false }
}

function hasParts(schema: Json): boolean {
  return schema.properties !== undefined || LISTS.some(list => schema[list] !== undefined)
}

function rewritten(keyword: string, value: unknown): unknown {
  if (keyword === '$ref') return String(value).replace('#/components/schemas/', '#/$defs/')
  if (LISTS.includes(keyword)) return (value as Json[]).map(part => strictSchema(part))
  if (keyword === 'items') return closed(strictSchema(value as Json))
  if (keyword === 'additionalProperties' && typeof value === 'object') {
    return closed(strictSchema(value as Json))
  }
  if (keyword !== 'properties') return value
  return Object.fromEntries(
    Object.entries(value as Record<string, Json>).map(([name, property]) => [
      name,
      closed(strictSchema(property)),
    ]),
  )
}

function orNull(schema: Record<string, unknown>): Schema {
  if (typeof schema.type !== 'string') return { anyOf: [schema as Schema, { type: 'null' }] }
  const values = schema.enum as unknown[] | undefined
  return {
    ...schema,
    type: [schema.type, 'null'],
    ...(values && { enum: values.includes(null) ? values : [...values, null] }),
  }
}
