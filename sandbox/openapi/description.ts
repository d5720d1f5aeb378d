import { readFileSync } from 'node:fs'

/** JSON Schema 2019-09, as far as GitHub's description uses it. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly [keyword: string]: unknown
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  /** Whether its value may hold slashes, as the names of refs and files do. */
  readonly multiSegment?: true
  readonly schema: Schema
}

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Template, as in `/repos/{owner}/{repo}`. */
  readonly path: string
  /** Whether GitHub lets the tokens of Apps, `GITHUB_TOKEN` among them, ask it. */
  readonly forApps: boolean
  readonly parameters: readonly Parameter[]
  readonly body?: { readonly required: boolean; readonly schema: Schema }
  /** Whether its body is bytes, no JSON. */
  readonly takesBytes?: true
  /** By status; null for an answer without JSON. */
  readonly responses: Readonly<Record<string, Schema | null>>
}

export interface Description {
  readonly source: string
  readonly operations: Readonly<Record<string, Operation>>
  readonly schemas: Readonly<Record<string, Schema>>
}

let read: Description | undefined

/** What GitHub publishes of the operations that the sandbox answers and the webhooks that it sends; remade by scripts/generate-openapi.ts. */
export function description(): Description {
  if (read === undefined) {
    const operations = parsed('operations.json')
    // Webhooks have schemas of their own, whose names begin with `hooks.`.
    read = { ...operations, schemas: { ...operations.schemas, ...parsed('webhooks.json').schemas } }
  }
  return read
}

function parsed(name: string): Description {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Description
}

/** The schema that a reference names, or the schema itself. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema
  const name = schema.$ref.replace('#/$defs/', '')
  const found = description().schemas[name]
  if (found === undefined) throw new Error(`operations.json has no schema ${name}`)
  return resolved(found)
}
