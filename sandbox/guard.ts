import { Ajv2019, type ErrorObject, type ValidateFunction } from 'ajv/dist/2019.js'
import { description, type Operation, type Schema } from './openapi/description.ts'
import type { Answer, Params } from './route.ts'

const FORMATS = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  uri: { validate: (text: string) => URL.canParse(text) && !/[\s<>"{}|\\^`[\]]/.test(text) },
  email: /^[^@\s]+@[^@\s]+$/,
  'uri-template': true,
  int64: true,
  int32: true,
  double: true,
  timestamp: true,
  binary: true,
  'repo.nwo': true,
} as const

type Validators = Map<string, ValidateFunction>

// Compiling an operation takes up to a tenth of a second: once in a process, for all sandboxes.
const validators: Validators = new Map()
let engines: { readonly strict: Ajv2019; readonly coercing: Ajv2019 } | undefined

/** What a request says, read by the types of GitHub's description. */
export interface ReadRequest {
  readonly path: Params
  readonly query: Params
  readonly body: Readonly<Record<string, unknown>>
}

export interface RawRequest {
  readonly path: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Undefined where no body came. */
  readonly body: unknown
}

export interface CheckedRequest {
  readonly request: ReadRequest
  /** Where the request differs from the description; each one fails the test. */
  readonly complaints: readonly string[]
}

/** Reads path, query and body of a call; an unknown parameter or property is a complaint as much as a wrong type. */
export function checkRequest(id: string, operation: Operation, raw: RawRequest): CheckedRequest {
  const path = { ...raw.path }
  const query = queryOf(raw.query, operation)
  const body = raw.body ?? {}
  const complaints = [
    ...complain(
      'path',
      validator(`${id} path`, true, () => parametersSchema(operation, 'path')),
      path,
    ),
    ...complain(
      'query',
      validator(`${id} query`, true, () => parametersSchema(operation, 'query')),
      query,
    ),
    ...bodyComplaints(id, operation, raw.body),
  ]
  return { request: { path, query, body: body as ReadRequest['body'] }, complaints }
}

/** Where an answer differs from the description. Errors have GitHub's shapes of errors also where none is described. */
export function checkAnswer(id: string, operation: Operation, { status, body }: Answer): string[] {
  const described = Object.hasOwn(operation.responses, status)
  if (!described && status < 400) return [`${status} is no answer that GitHub describes`]
  const schema = status < 400 ? operation.responses[status] : refusalSchema(operation, status)
  if (schema == null) return body === undefined ? [] : [`an answer of ${status} has no content`]
  return complain(
    `answer ${status}`,
    validator(`${id} ${status}`, false, () => schema),
    body,
  )
}

/** Where a webhook's payload differs from the description. */
export function checkPayload(name: string, payload: unknown): string[] {
  const schema = { $ref: `#/$defs/hooks.webhook-${name}`, unevaluatedProperties: false }
  return complain(
    'payload',
    validator(`webhook ${name}`, false, () => schema),
    payload,
  )
}

function bodyComplaints(id: string, { body: described }: Operation, body: unknown): string[] {
  if (described === undefined) return body === undefined ? [] : ['no body is expected']
  if (body === undefined) return described.required ? ['a body is required'] : []
  return complain(
    'body',
    validator(`${id} body`, false, () => described.schema),
    body,
  )
}

/** GitHub's shapes of errors overlap: where it describes several, one is enough. */
function refusalSchema({ responses }: Operation, status: number): Schema {
  const { oneOf, ...schema } = responses[status] ?? errorSchema(status)
  return oneOf === undefined ? schema : { ...schema, anyOf: oneOf }
}

function errorSchema(status: number): Schema {
  const name = status === 422 ? 'validation-error' : 'basic-error'
  return { $ref: `#/$defs/${name}`, unevaluatedProperties: false }
}

function queryOf(query: URLSearchParams, { parameters }: Operation): Record<string, unknown> {
  const lists = parameters.filter(({ schema }) => schema.type === 'array').map(({ name }) => name)
  return Object.fromEntries(
    [...query.keys()].map(name => [name, lists.includes(name) ? query.getAll(name) : query.get(name)]),
  )
}

function parametersSchema({ parameters }: Operation, place: 'path' | 'query'): Schema {
  const here = parameters.filter(parameter => parameter.in === place)
  return {
    type: 'object',
    properties: Object.fromEntries(here.map(({ name, schema }) => [name, schema])),
    required: here.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  }
}

function validator(key: string, coercing: boolean, schema: () => Schema): ValidateFunction {
  const known = validators.get(key)
  if (known !== undefined) return known
  engines ??= { strict: openEngine(false), coercing: openEngine(true) }
  const engine = coercing ? engines.coercing : engines.strict
  const compiled = engine.compile(within(schema()))
  validators.set(key, compiled)
  return compiled
}

/** What an engine knows the schemas of the description by; each is compiled once, whoever names it. */
const DESCRIPTION = 'description'

function within(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"${DESCRIPTION}#/$defs/`))
}

function openEngine(coerceTypes: boolean): Ajv2019 {
  const engine = new Ajv2019({
    strict: false,
    allErrors: true,
    coerceTypes,
    useDefaults: coerceTypes,
    formats: FORMATS,
  })
  return engine.addSchema({ $id: DESCRIPTION, $defs: description().schemas })
}

function complain(place: string, validate: ValidateFunction, value: unknown): string[] {
  return validate(value) ? [] : (validate.errors ?? []).map(error => `${place}${sentence(error)}`)
}

function sentence({ instancePath, message, params }: ErrorObject): string {
  const property = params.unevaluatedProperty ?? params.additionalProperty
  return `${instancePath} ${message}${property === undefined ? '' : `: ${property}`}`
}
