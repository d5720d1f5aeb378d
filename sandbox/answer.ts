import type { IncomingMessage } from 'node:http'
import type { ArmedFault, Fault } from './faults.ts'
import { answerGraphql } from './graphql/answer.ts'
import { type Quotas, rateHeaders } from './rate-limit.ts'
import { answerRest } from './rest.ts'
import { type Actor, type Answer, Refusal } from './route.ts'
import type { LoggedCall } from './server.ts'
import { authenticate, type UsedPermissions } from './session.ts'
import type { ViolationKind } from './violations.ts'
import type { World, WorldState } from './world.ts'

/** One request, and what of the sandbox its answer needs. */
export interface Exchange {
  readonly url: string
  readonly world: World
  readonly used: UsedPermissions
  readonly quotas: Quotas
  readonly request: IncomingMessage
  readonly body: string
  /** Its number, from 1. */
  readonly call: number
  violate(kind: ViolationKind, call: string, message: string): void
  /** Writes the call down as it arrives; its place in the log. */
  arrived(entry: LoggedCall): number
  takeFault(name: string, call: number): ArmedFault<WorldState> | undefined
  pastWorld(past: WorldState): World
}

export interface Answered {
  readonly at: number
  readonly entry: LoggedCall
  readonly answer: Answer
  readonly fault?: Fault | undefined
}

/** What a call is, as soon as it is recognised. */
export interface Recognised {
  readonly name: string
  readonly route: string
  readonly operationId?: string
  readonly resource: 'core' | 'graphql'
  /** Whether it changes nothing: only then can it be answered from the past. */
  readonly reads: boolean
  /** The answer to a caller that is known, from the world or from an older state of it. */
  act(actor: Actor, world: World): Promise<Answer>
}

const VERSIONS = ['2022-11-28', '2026-03-10']

/** Recognises, authenticates, counts, lets faults in, and answers. */
export async function answerCall(exchange: Exchange): Promise<Answered> {
  const { request } = exchange
  const recognised =
    new URL(request.url ?? '/', exchange.url).pathname === '/graphql'
      ? answerGraphql(exchange)
      : answerRest(exchange)
  const { route, operationId, name } = recognised
  const entry: LoggedCall = {
    method: request.method ?? '',
    route,
    ...(operationId && { operationId }),
    status: 0,
  }
  const at = exchange.arrived(entry)
  const armed = exchange.takeFault(name, exchange.call)
  const outcome = await spoiled(armed, () => whole(exchange, recognised, armed))
  return {
    at,
    answer: outcome.answer,
    fault: armed?.fault,
    entry: {
      ...entry,
      ...(outcome.actor && { actor: outcome.actor.account.login }),
      ...(armed && { fault: armed.fault.kind }),
      status: outcome.answer.status,
    },
  }
}

interface Outcome {
  readonly answer: Answer
  readonly actor?: Actor | undefined
}

/** A fault before the effect keeps the call from happening; one after it only changes what the caller sees. */
async function spoiled(
  armed: ArmedFault<WorldState> | undefined,
  act: () => Promise<Outcome>,
): Promise<Outcome> {
  const fault = armed?.fault
  const early = fault !== undefined && 'moment' in fault && fault.moment === 'before'
  const outcome = early ? { answer: { status: 0 } } : await act()
  if (fault?.kind !== 'status') return outcome
  const { status, message, headers = {} } = fault
  const body = { message, documentation_url: DOCUMENTATION, status: String(status) }
  return { ...outcome, answer: { status, body, headers: { ...outcome.answer.headers, ...headers } } }
}

const DOCUMENTATION = 'https://docs.github.com/rest'

async function whole(
  exchange: Exchange,
  recognised: Recognised,
  armed: ArmedFault<WorldState> | undefined,
): Promise<Outcome> {
  const { request, world, quotas } = exchange
  let actor: Actor | undefined
  let headers: Record<string, string> = {}
  try {
    checkHeaders(exchange, recognised)
    actor = authenticate(world, request.headers.authorization)
    const quota = quotas.spend(actor.token, recognised.resource, world.clock.now())
    headers = rateHeaders(quota)
    if (quota.remaining < 0) throw new Refusal(403, 'API rate limit exceeded for installation.')
    const past = armed?.past && recognised.reads ? exchange.pastWorld(armed.past) : world
    const answer = await recognised.act(actor, past)
    return { actor, answer: { ...answer, headers: { ...headers, ...answer.headers } } }
  } catch (error) {
    return { actor, answer: refusalAnswer(exchange, recognised.name, error, headers) }
  }
}

/** GitHub asks for a user agent; the product's own rule is to name a version of the REST API. */
function checkHeaders({ request, violate }: Exchange, { name, resource }: Recognised): void {
  if (!request.headers['user-agent']) throw new Refusal(403, 'Request forbidden by administrative rules.')
  const version = request.headers['x-github-api-version']
  if (version === undefined) {
    if (resource === 'core') violate('version', name, 'it names no version of the REST API')
  } else if (!VERSIONS.includes(String(version))) {
    throw new Refusal(400, `"${version}" is not a supported version of the REST API.`)
  }
}

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
      ...(status !== 422 && { status: String(status) }),
    },
    headers: { ...headers, ...details.headers },
  }
}
