import type { Clock } from './clock.ts'
import { DOCUMENTATION, type Exchange, type LoggedCall, type Recognised, refusalAnswer } from './exchange.ts'
import type { ArmedFault, Fault } from './faults.ts'
import { answerGraphql } from './graphql/answer.ts'
import { rateHeaders } from './rate-limit.ts'
import { answerRest } from './rest.ts'
import { type Actor, type Answer, Refusal } from './route.ts'
import { ANYBODY, authenticate } from './session.ts'
import type { WorldState } from './world.ts'

export interface Answered {
  readonly at: number
  readonly entry: LoggedCall
  readonly answer: Answer
  readonly fault?: Fault | undefined
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
    ...(!recognised.reads && { writes: true as const }),
    status: 0,
  }
  const at = exchange.arrived(entry)
  const armed = exchange.takeFault(name, exchange.call)
  const outcome = await spoiled(armed, () => whole(exchange, recognised, armed))
  return {
    at,
    answer: dated(outcome.answer, exchange.world.clock),
    fault: armed?.fault,
    entry: {
      ...entry,
      ...(outcome.actor && { actor: outcome.actor.account.login }),
      ...(armed && { fault: armed.fault.kind }),
      status: outcome.answer.status,
    },
  }
}

/** GitHub says when it answers, which callers reckon ages and waits by; here it is as late as the clock shows. */
function dated({ headers, ...answer }: Answer, clock: Clock): Answer {
  return { ...answer, headers: { date: clock.now().toUTCString(), ...headers } }
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
    actor = recognised.isOpen ? ANYBODY : authenticate(world, request.headers.authorization)
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
