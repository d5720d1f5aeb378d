import type { Quota } from '../rate-limit.ts'
import type { Granted } from '../roles.ts'
import type { Actor } from '../route.ts'
import type { Repository, World } from '../world.ts'

/** What the fields of one GraphQL call share. */
export interface GraphqlCall {
  readonly world: World
  readonly actor: Actor
  readonly url: string
  readonly now: Date
  readonly quota: (resource: Quota['resource']) => Quota
  /** A repository that the actor's token reaches. */
  find(fullName: string): Repository | undefined
  permit(repository: Repository, ...alternatives: readonly Granted[]): void
}

/** An object of the schema: its type, and what its resolvers read. */
export interface Node {
  readonly __typename: string
  readonly [fact: string]: unknown
}

export type Arguments = Readonly<Record<string, unknown>>
// Each resolver knows the facts of the nodes of its own type; the schema makes sure that it meets no others.
export type Resolver = (node: never, args: never, call: GraphqlCall) => unknown

/** Resolvers by type and field. A field without one is answered from the node's own facts of that name. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>

/** An error of a field, with GitHub's `type`. */
export class GraphqlRefusal extends Error {
  readonly type: string

  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}

/** @throws {GraphqlRefusal} NOT_FOUND, whose sentence tells nobody whether a thing is there that they may not see. */
export function unresolved(what: string): GraphqlRefusal {
  return new GraphqlRefusal('NOT_FOUND', `Could not resolve to ${what}`)
}
