import type { Description, Operation, Parameter, Schema } from '../../sandbox/openapi/description.ts'
import { API_VERSION, atVersion } from './breaking-changes.ts'
import { corrected } from './openapi-errata.ts'
import { closed, strictSchema } from './strict-schema.ts'

type Json = Readonly<Record<string, unknown>>

/** As much of an OpenAPI 3.0 document as is read here. */
export interface OpenapiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, Json>>>>
}

interface RawOperation {
  readonly operationId: string
  readonly parameters?: readonly Json[]
  readonly requestBody?: Json
  readonly responses: Readonly<Record<string, Json>>
  readonly 'x-github'?: { readonly enabledForGitHubApps?: boolean }
}

/**
 * The part of GitHub's description that some operations need, with its schemas as JSON Schema that lets no unknown
 * property through.
 *
 * @throws {Error} when an operation is not in the document.
 */
export function pruneOpenapi(
  document: OpenapiDocument,
  operationIds: readonly string[],
  source: string,
): Description {
  const operations = Object.fromEntries(
    [...operationIds].sort().map(id => [id, operationOf(document, id)] as const),
  )
  return { source, operations, schemas: neededSchemas(document, operations) }
}

function operationOf(document: OpenapiDocument, id: string): Operation {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId !== id) continue
      return converted(
        document,
        path,
        method,
        atVersion({ ...operation }, API_VERSION) as unknown as RawOperation,
      )
    }
  }
  throw new Error(`GitHub describes no operation ${id}`)
}

function converted(document: OpenapiDocument, path: string, method: string, raw: RawOperation): Operation {
  const body = raw.requestBody && dereferenced(document, raw.requestBody)
  const schema = body && jsonSchemaOf(body)
  return {
    method: method.toUpperCase() as Operation['method'],
    path,
    forApps: raw['x-github']?.enabledForGitHubApps === true,
    parameters: (raw.parameters ?? []).flatMap(parameter =>
      parameterOf(document, dereferenced(document, parameter)),
    ),
    ...(schema && { body: { required: body.required === true, schema: closed(strictSchema(schema)) } }),
    ...(body && 'application/octet-stream' in (body.content as object) && { takesBytes: true as const }),
    responses: Object.fromEntries(
      Object.entries(raw.responses).map(([status, response]) => {
        const described = jsonSchemaOf(dereferenced(document, response))
        return [status, described ? closed(strictSchema(described)) : null]
      }),
    ),
  }
}

function parameterOf(document: OpenapiDocument, raw: Json): Parameter[] {
  if (raw.in !== 'path' && raw.in !== 'query') return []
  const schema = dereferenced(document, raw.schema as Json)
  return [
    {
      name: String(raw.name),
      in: raw.in,
      required: raw.required === true,
      ...(raw['x-multi-segment'] === true && { multiSegment: true }),
      schema: strictSchema(schema),
    },
  ]
}

function jsonSchemaOf(holder: Json): Json | undefined {
  const content = holder.content as Record<string, { schema?: Json }> | undefined
  return content?.['application/json']?.schema
}

function dereferenced(document: OpenapiDocument, value: Json): Json {
  const [, kind = '', name = ''] = /^#\/components\/(\w+)\/(.+)$/.exec(String(value.$ref ?? '')) ?? []
  if (kind === '') return value
  const found = document.components[kind]?.[name]
  if (found === undefined) throw new Error(`the description has no ${kind} ${name}`)
  return dereferenced(document, found)
}

/** What errors look like wherever an operation does not say it. */
const ALWAYS = ['basic-error', 'validation-error']

function neededSchemas(document: OpenapiDocument, operations: object): Record<string, Schema> {
  const schemas = new Map<string, Schema>()
  const wanted = [...ALWAYS, ...referencesIn(operations)]
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (schemas.has(name)) continue
    const found = document.components.schemas?.[name]
    if (found === undefined) throw new Error(`the description has no schema ${name}`)
    const schema = strictSchema(corrected(name, found))
    schemas.set(name, schema)
    wanted.push(...referencesIn(schema))
  }
  return Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function referencesIn(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map(
    ([, name]) => name as string,
  )
}
