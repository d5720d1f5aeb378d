import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answered, answerCall } from './answer.ts'
import { type Clock, openClock } from './clock.ts'
import type { Exchange, LoggedCall } from './exchange.ts'
import { type Faults, openFaults } from './faults.ts'
import { cut, readBody, send } from './http.ts'
import type { UsedPermission } from './permissions.ts'
import { openQuotas } from './rate-limit.ts'
import type { UsedPermissions } from './session.ts'
import { unusedPermissions } from './session.ts'
import { refuseViolations, type Violation, type ViolationKind } from './violations.ts'
import { copyOfState, emptyState, openWorld, type Token, type World, type WorldState } from './world.ts'

export interface SandboxOptions {
  /** What the clock shows at first; 2026-10-01T12:00:00Z when left out. */
  readonly now?: string
  /** What `assertClean` lets pass, where a scene is about it. */
  readonly tolerate?: readonly ViolationKind[]
}

export interface Sandbox {
  /** The REST root without a slash at its end, for GITHUB_API_URL. */
  readonly url: string
  readonly graphqlUrl: string
  readonly world: World
  readonly clock: Clock
  readonly faults: Faults
  readonly log: readonly LoggedCall[]
  readonly violations: readonly Violation[]
  /** Permissions that some call of the token needed and had. */
  usedPermissions(token: Token): readonly UsedPermission[]
  /** Permissions of the token that no call needed at that level; `metadata`, which every token has, aside. */
  unusedPermissions(token: Token): readonly UsedPermission[]
  /** @throws {Error} when a call differed from what GitHub describes, or a fault was never met. */
  assertClean(): void
  close(): Promise<void>
}

/** A GitHub of its own on a free port of this machine, empty until its world is arranged. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = openClock(options.now ?? '2026-10-01T12:00:00Z')
  const state = emptyState()
  const faults = openFaults<WorldState>(() => copyOfState(state))
  const used: UsedPermissions = new Map()
  const log: LoggedCall[] = []
  const violations: Violation[] = []
  const world = openWorld(state, clock)
  const quotas = openQuotas()
  const closing = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    respond(request, response).catch(error => {
      violations.push({ kind: 'bug', call: `${request.method} ${request.url}`, message: String(error) })
      response.destroy()
    })
  })

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange: Exchange = {
      url,
      world,
      used,
      quotas,
      request,
      body: await readBody(request),
      call: log.length + 1,
      violate: (kind, call, message) => violations.push({ kind, call, message }),
      arrived: entry => log.push(entry) - 1,
      takeFault: (name, call) => faults.take(name, call),
      pastWorld: past => openWorld(past, clock),
    }
    const answered = await answerCall(exchange)
    log[answered.at] = answered.entry
    await deliver(response, answered, closing.promise)
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    graphqlUrl: `${url}/graphql`,
    world,
    clock,
    faults,
    log,
    violations,
    usedPermissions: ({ value }) => used.get(value) ?? [],
    unusedPermissions: token => unusedPermissions(token, used),
    assertClean() {
      const unmet = faults.unmet().map(target => unmetFault(target))
      refuseViolations([...violations, ...unmet].filter(({ kind }) => !options.tolerate?.includes(kind)))
    },
    async close() {
      closing.resolve()
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}

function unmetFault(target: unknown): Violation {
  return { kind: 'fault', call: JSON.stringify(target), message: 'no call met the fault that was set for it' }
}

async function deliver(
  response: ServerResponse,
  { answer, fault }: Answered,
  closing: Promise<void>,
): Promise<void> {
  if (fault?.kind === 'silence') return closing
  if (fault?.kind === 'slow') await Promise.race([fault.until(), closing])
  if (fault?.kind === 'cut') await cut(response, fault.moment === 'before' ? undefined : answer)
  else if (!response.destroyed) send(response, answer)
}
