import type { IncomingMessage } from 'node:http'
import type { ArmedFault, Fault } from './faults.ts'
import type { Quotas } from './rate-limit.ts'
import { type Actor, type Answer, Refusal } from './route.ts'
import type { UsedPermissions } from './session.ts'
import type { ViolationKind } from './violations.ts'
import type { World, WorldState } from './world.ts'

/** One call, in the order of arrival. */
export interface LoggedCall {
  readonly method: string
  /** The path as GitHub's description writes it, or the GraphQL operation's name. */
  readonly route: string
  /** Undefined for GraphQL, and where there is no such route. */
  readonly operationId?: string
  /** It may change something. */
  readonly writes?: true
  readonly actor?: string
  /** What was answered, or would have been, had the connection held. 0 while nothing is. */
  readonly status: number
  /** How a fault spoiled it. */
  readonly fault?: Fault['kind']
}

/** One request, and what of the sandbox its answer needs. */
export interface Exchange {
  readonly url: string
  readonly world: World
  readonly used: UsedPermissions
  readonly quotas: Quotas
  readonly request: IncomingMessage
  /** As it came. */
  readonly body: Buffer
  /** How long the request said that its body is, where that is more than is ever read here. */
  readonly tooLong?: number | undefined
  /** Its number, from 1. */
  readonly call: number
  violate(kind: ViolationKind, call: string, message: string): void
  /** Writes the call down as it arrives; its place in the log. */
  arrived(entry: LoggedCall): number
  takeFault(name: string, call: number): ArmedFault<WorldState> | undefined
  pastWorld(past: WorldState): World
}

/** What a call is, as soon as it is recognised. */
export interface Recognised {
  readonly name: string
  readonly route: string
  readonly operationId?: string
  readonly resource: 'core' | 'graphql'
  /** Whether it changes nothing: only then can it be answered from the past. */
  readonly reads: boolean
  /** Whether it is for whoever has no token. */
  readonly isOpen?: boolean
  /** The answer to a caller that is known, from the world or from an older state of it. */
  act(actor: Actor, world: World): Promise<Answer>
}

export const DOCUMENTATION = 'https://docs.github.com/rest'

/** What GitHub says when a call is refused; anything else that is thrown is a bug of the sandbox. */
export function refusalAnswer(
  { violate }: Pick<Exchange, 'violate'>,
  name: string,
  error: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  if (!(error instanceof Refusal))
    violate('bug', name, error instanceof Error ? (error.stack ?? '') : String(error))
  const refusal = error instanceof Refusal ? error : new Refusal(500, 'Server Error')
  const { status, message, details } = refusal
  return {
    status,
    body: {
      message,
      documentation_url: DOCUMENTATION,
      ...(details.errors && { errors: details.errors }),
      // Errors of validation have no such field in GitHub's description.
      ...(status !== 422 && !details.bare && { status: String(status) }),
    },
    headers: { ...headers, ...details.headers },
  }
}
