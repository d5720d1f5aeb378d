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
  return { source, schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))) }
}
