import { readFileSync } from 'node:fs'
import {
  buildSchema,
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql'
import { RESOLVERS } from '../areas.ts'
import { Refusal } from '../route.ts'
import { type Arguments, type GraphqlCall, GraphqlRefusal, type Node, type Resolver } from './resolver.ts'

export interface GraphqlRequest {
  readonly query: string
  readonly variables?: Arguments
  readonly operationName?: string
}

export interface GraphqlAnswer {
  readonly data?: unknown
  readonly errors?: readonly object[]
}

export interface Executed {
  readonly answer: GraphqlAnswer
  /** Documents that the schema refuses, fields that nothing resolves: each fails the test. */
  readonly complaints: readonly string[]
  /** The fields that the token's permissions refused. */
  readonly refusals: readonly string[]
}

// The package's own entry would read the schema a second time, as JSON, and exports nothing else.
const SCHEMA = new URL('../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url)

let schema: GraphQLSchema | undefined

/**
 * GitHub's published schema; a tenth of a second to build, so it waits for the first call. It is taken as it is: it breaks a
 * newer rule about deprecated fields of interfaces.
 */
export function publishedSchema(): GraphQLSchema {
  schema ??= buildSchema(readFileSync(SCHEMA, 'utf8'), { assumeValid: true })
  return schema
}

/** The name of a document's operation, or its first field where it has none. */
export function operationName(request: GraphqlRequest): string {
  const operation = operationIn(request)
  const [first] = operation?.selectionSet.selections ?? []
  const field = first?.kind === Kind.FIELD ? first.name.value : '(no operation)'
  return request.operationName ?? operation?.name?.value ?? field
}

export function isQuery(request: GraphqlRequest): boolean {
  return operationIn(request)?.operation === OperationTypeNode.QUERY
}

function operationIn({ query, operationName: named }: GraphqlRequest): OperationDefinitionNode | undefined {
  const document = parsed(query)
  if (!('kind' in document)) return undefined
  return document.definitions
    .filter(definition => definition.kind === Kind.OPERATION_DEFINITION)
    .find(({ name }) => named === undefined || name?.value === named)
}

/** Validates a document against the published schema and executes it. */
export async function executeGraphql(request: GraphqlRequest, call: GraphqlCall): Promise<Executed> {
  const document = parsed(request.query)
  if (!('kind' in document)) return refused([document])
  const problems = validate(publishedSchema(), document)
  if (problems.length > 0) return refused(problems)
  const { data, errors = [] } = await execute({
    schema: publishedSchema(),
    document,
    variableValues: request.variables ?? {},
    ...(request.operationName !== undefined && { operationName: request.operationName }),
    contextValue: call,
    rootValue: {},
    fieldResolver,
    typeResolver: node => (node as Node).__typename,
  })
  const shown = {
    ...(errors.length > 0 && { errors: errors.map(errorBody) }),
    ...(data !== undefined && { data }),
  }
  return {
    answer: shown,
    complaints: errors.filter(isOurs).map(({ message }) => message),
    refusals: errors.filter(isForbidden).map(({ message, path }) => `${path?.join('.')}: ${message}`),
  }
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query)
  } catch (error) {
    return error as GraphQLError
  }
}

function refused(problems: readonly GraphQLError[]): Executed {
  return {
    answer: { errors: problems.map(({ message, locations }) => ({ message, locations })) },
    complaints: problems.map(({ message }) => message),
    refusals: [],
  }
}

const fieldResolver: GraphQLFieldResolver<unknown, GraphqlCall> = (source, args, call, info) => {
  const { parentType, fieldName } = info
  const resolver = RESOLVERS.map(resolvers => resolvers[parentType.name]?.[fieldName]).find(Boolean)
  if (resolver !== undefined) {
    return (resolver as (...given: Parameters<Resolver>) => unknown)(source as never, args as never, call)
  }
  const facts = source as Readonly<Record<string, unknown>>
  // GitHub would have an answer; a null of ours would be taken for it.
  if (!Object.hasOwn(facts, fieldName))
    throw new Error(`the sandbox does not resolve ${parentType.name}.${fieldName}`)
  return facts[fieldName]
}

function errorBody({ originalError, message, path, locations }: GraphQLError): object {
  if (originalError instanceof GraphqlRefusal) return { type: originalError.type, path, locations, message }
  if (originalError instanceof Refusal) return { type: 'FORBIDDEN', path, locations, message }
  return { path, locations, message }
}

function isForbidden({ originalError }: GraphQLError): boolean {
  return originalError instanceof Refusal && originalError.status === 403
}

function isOurs({ originalError }: GraphQLError): boolean {
  return !(originalError instanceof GraphqlRefusal || originalError instanceof Refusal)
}
