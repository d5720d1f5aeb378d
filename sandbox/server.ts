import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerCall } from './answer.ts'
import { type Clock, openClock } from './clock.ts'
import { type DoorAnswer, spoiledAtDoor } from './door-faults.ts'
import type { Exchange, LoggedCall } from './exchange.ts'
import { type Fault, type Faults, openFaults } from './faults.ts'
import type { BareRepository } from './git/bare-repository.ts'
import { answerGit, type GitCall, gitCallOf } from './git-door.ts'
import { hostRepository } from './hosting.ts'
import { cut, readBody, type Sent, send } from './http.ts'
import { answerLfs, isLfsCall, lfsNameOf } from './lfs-door.ts'
import { answerManifest, isManifestCall } from './manifest-door.ts'
import type { UsedPermission } from './permissions.ts'
import { openQuotas } from './rate-limit.ts'
import type { UsedPermissions } from './session.ts'
import { unusedPermissions } from './session.ts'
import { answerStorage, isStorageCall, STORAGE } from './storage-door.ts'
import { refuseViolations, type Violation, type ViolationKind } from './violations.ts'
import { openWebhooks, type Webhooks } from './webhooks/deliver.ts'
import {
  copyOfState,
  emptyState,
  openWorld,
  type Repository,
  type Token,
  type World,
  type WorldState,
} from './world.ts'

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
  readonly webhooks: Webhooks
  /** Permissions that some call of the token needed and had. */
  usedPermissions(token: Token): readonly UsedPermission[]
  /** Permissions of the token that no call needed at that level; `metadata`, which every token has, aside. */
  unusedPermissions(token: Token): readonly UsedPermission[]
  /** @throws {Error} when a call differed from what GitHub describes, or a fault was never met. */
  assertClean(): void
  /** Puts a repository on disk, so that git and all that is about its commits can work with it. */
  host(repository: Repository): Promise<BareRepository>
  /** Where git finds a repository; with a token, as a checkout does. */
  gitUrl(repository: Repository, token?: Token): string
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
  const violate = (kind: ViolationKind, call: string, message: string) =>
    void violations.push({ kind, call, message })
  let folder: Promise<string> | undefined
  const quotas = openQuotas()
  const closing = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    const told = () => hooks.flush()
    respond(request, response).then(told, error => {
      violations.push({ kind: 'bug', call: `${request.method} ${request.url}`, message: String(error) })
      response.destroy()
    })
  })

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gitCall = gitCallOf(request.url ?? '')
    if (gitCall !== undefined) return respondToGit(gitCall, request, response)
    if (isLfsCall(request.url ?? '')) {
      const body = (await readBody(request)) ?? Buffer.alloc(0)
      return respondAtDoor(lfsNameOf(request.url ?? ''), request, response, seen =>
        answerLfs({ url, world: seen, used, violate }, request, body),
      )
    }
    if (isStorageCall(request.url ?? ''))
      return respondAtDoor(STORAGE, request, response, seen => answerStorage(seen, request))
    const body = await readBody(request)
    if (request.method === 'POST' && isManifestCall(request.url ?? '')) {
      log.push({ method: 'POST', route: 'settings/apps/new', status: 0 })
      send(response, answerManifest(world, request.url ?? '', body ?? Buffer.alloc(0)))
      return
    }
    const exchange: Exchange = {
      url,
      world,
      used,
      quotas,
      request,
      body: body ?? Buffer.alloc(0),
      ...(body === undefined && { tooLong: Number(request.headers['content-length']) }),
      call: log.length + 1,
      violate,
      arrived: entry => log.push(entry) - 1,
      takeFault: (name, call) => faults.take(name, call),
      pastWorld: past => openWorld(past, clock),
    }
    const answered = await answerCall(exchange)
    log[answered.at] = answered.entry
    await deliver(response, answered, closing.promise)
  }

  /** @param act - Answers by a world: this one, or where a fault says so, a past one. */
  async function respondAtDoor(
    route: string,
    { method = '' }: IncomingMessage,
    response: ServerResponse,
    act: (world: World) => DoorAnswer,
  ): Promise<void> {
    const at = log.push({ method, route, status: 0 }) - 1
    const armed = faults.take(route, at + 1)
    const seen = armed?.past && method === 'GET' ? openWorld(armed.past, clock) : world
    const { actor, ...answer } = spoiledAtDoor(armed, () => act(seen))
    const { status } = answer
    log[at] = { method, route, ...(actor && { actor }), ...(armed && { fault: armed.fault.kind }), status }
    await deliver(response, { answer, fault: armed?.fault }, closing.promise)
  }

  async function respondToGit(
    call: GitCall,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const at = log.push({ method: request.method ?? '', route: call.service, status: 0 }) - 1
    log[at] = await answerGit({ world, used, violate }, call, request, response)
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const complain = (name: string, complaint: string) => violate('answer', `webhook ${name}`, complaint)
  const hooks = openWebhooks({ world, url, complain })
  return {
    webhooks: hooks.webhooks,
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
    async host(repository) {
      folder ??= mkdtemp(join(tmpdir(), 'sandbox-'))
      return hostRepository(world, repository, await folder)
    },
    gitUrl({ owner, name }, token) {
      const address = new URL(`${url}/${owner}/${name}.git`)
      if (token !== undefined) Object.assign(address, { username: 'x-access-token', password: token.value })
      return address.href
    },
    async close() {
      closing.resolve()
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
      if (folder !== undefined) await rm(await folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function unmetFault(target: unknown): Violation {
  return { kind: 'fault', call: JSON.stringify(target), message: 'no call met the fault that was set for it' }
}

async function deliver(
  response: ServerResponse,
  { answer, fault }: { readonly answer: Sent; readonly fault?: Fault | undefined },
  closing: Promise<void>,
): Promise<void> {
  if (fault?.kind === 'silence') return closing
  if (fault?.kind === 'slow') await Promise.race([fault.until(), closing])
  if (fault?.kind === 'cut') await cut(response, fault.moment === 'before' ? undefined : answer)
  else if (!response.destroyed) send(response, answer)
}
