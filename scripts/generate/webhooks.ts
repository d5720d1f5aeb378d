import { createHash } from 'node:crypto'
import type { Schema } from '../../sandbox/openapi/description.ts'
import { strictSchema } from './strict-schema.ts'

type Json = Readonly<Record<string, unknown>>

/** As much of GitHub's description of webhooks as is read here. */
export interface WebhooksDocument {
  readonly components: { readonly schemas: Readonly<Record<string, Json>> }
}

/** Before every name, since GitHub's description of REST has other schemas of the same names. */
const PREFIX = 'hooks.'

/**
 * The payloads of some webhooks as JSON Schema that lets no unknown property through.
 *
 * @param names - As `issue-comment-created`.
 */
export function pruneWebhooks(document: WebhooksDocument, names: readonly string[], source: string) {
  const schemas: Record<string, Schema> = {}
  const wanted = names.map(name => `webhook-${name}`)
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (Object.hasOwn(schemas, PREFIX + name)) continue
    const found = document.components.schemas[name]
    if (found === undefined) throw new Error(`GitHub describes no ${name}`)
    const text = JSON.stringify(strictSchema(found))
    wanted.push(...[...text.matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map(([, inner]) => inner as string))
    schemas[PREFIX + name] = JSON.parse(text.replaceAll('"#/$defs/', `"#/$defs/${PREFIX}`))
  }
  const shared: Record<string, Schema> = {}
  const sharing = Object.entries(schemas).map(([name, schema]) => [name, sharedIn(schema, shared)] as const)
  const all = [...sharing, ...Object.entries(shared)]
  return { source, schemas: Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))) }
}

/** Shorter ones cost less where they are than a name would. */
const LEAST_LENGTH = 500

/**
 * A schema whose larger objects are named instead of written out: GitHub describes people and repositories anew in every
 * payload, which makes most of what it says of them.
 *
 * @param shared - Gets the objects, by names that are made from what they say.
 */
function sharedIn(schema: Schema, shared: Record<string, Schema>): Schema {
  const named = (inner: Schema): Schema => {
    const small = sharedIn(inner, shared)
    const text = JSON.stringify(small)
    if (small.properties === undefined || text.length < LEAST_LENGTH) return small
    const name = `${PREFIX}shared-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
    shared[name] = small
    return { $ref: `#/$defs/${name}` }
  }
  const parts = (list: readonly Schema[] | undefined) => list?.map(part => sharedIn(part, shared))
  const { properties, items, allOf, anyOf, oneOf } = schema
  const rewritten = {
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, named(inner)])),
    }),
    ...(items && { items: named(items) }),
    ...(allOf && { allOf: parts(allOf) }),
    ...(anyOf && { anyOf: parts(anyOf) }),
    ...(oneOf && { oneOf: parts(oneOf) }),
  }
  return { ...schema, ...rewritten } as Schema
}
