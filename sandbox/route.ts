import type { Quota } from './rate-limit.ts'
import type { Granted } from './roles.ts'
import type { Account, Repository, Token, World } from './world.ts'

/** Who calls: the account that acts, and the token that lets it. */
export interface Actor {
  readonly account: Account
  readonly token: Token
}

/** What the path or the query says, read by the types that GitHub's description gives it. */
export type Params = Readonly<Record<string, unknown>>

/** One call that the guard let through and the token's permissions allow. */
export interface Call {
  readonly world: World
  /** Of the route's `{owner}/{repo}`; asking for it on a route without them is a bug. */
  readonly repository: Repository
  readonly actor: Actor
  readonly path: Params
  readonly query: Params
  /** Empty where none was sent. */
  readonly body: Readonly<Record<string, unknown>>
  /** The body as it came, where GitHub describes one that is no JSON. */
  readonly bytes: Buffer
  readonly contentType: string
  /** The media type that the caller asked for. */
  readonly accept: string
  /** The REST root, for links. */
  readonly url: string
  /** The path and query that were asked, for links to other pages. */
  readonly target: string
  readonly now: Date
  /** The token's calls of this hour. */
  readonly quota: (resource: Quota['resource']) => Quota
  /** What the route's own rows in permissions.ts cannot say, since it depends on what the call names. */
  permit(...alternatives: readonly Granted[]): void
}

export interface Answer {
  readonly status: number
  /** Left out for an answer without content. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type Endpoint = (call: Call) => Answer | Promise<Answer>

/** An area's endpoints by operation id, as in `issues/create-comment`. */
export type Routes = Readonly<Record<string, Endpoint>>

/** One entry of `errors` in an answer of 422. */
export interface FieldError {
  readonly resource: string
  /** Left out where no single field is wrong. */
  readonly field?: string
  readonly code: 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'unprocessable' | 'custom'
  readonly message?: string
}

export interface RefusalDetails {
  /** Sentences where GitHub's description has the simple shape. */
  readonly errors?: readonly (FieldError | string)[]
  /** Whether GitHub's description knows no `status` in this answer. */
  readonly bare?: true
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer that ends the call wherever it is thrown, in the shape of GitHub's errors. */
export class Refusal extends Error {
  readonly status: number
  readonly details: RefusalDetails

  constructor(status: number, message: string, details: RefusalDetails = {}) {
    super(message)
    this.status = status
    this.details = details
  }
}

export function notFound(): Refusal {
  return new Refusal(404, 'Not Found')
}

/** GitHub's answer to fields that fit their types and not its rules. */
export function invalid(...errors: readonly FieldError[]): Refusal {
  return new Refusal(422, 'Validation Failed', { errors })
}

export function textAt(params: Params, name: string): string {
  const value = params[name]
  if (typeof value !== 'string') throw new Error(`${name} is no text`)
  return value
}

export function numberAt(params: Params, name: string): number {
  const value = params[name]
  if (typeof value !== 'number') throw new Error(`${name} is no number`)
  return value
}
