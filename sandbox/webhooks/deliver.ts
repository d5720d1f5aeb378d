import { createHmac, randomUUID } from 'node:crypto'
import { repositoryFacts, userBody } from '../bodies.ts'
import { shaped } from '../fill.ts'
import { checkPayload } from '../guard.ts'
import { nodeId } from '../node-id.ts'
import { EVENTS_NEED, satisfied } from '../permissions.ts'
import type { Call } from '../route.ts'
import type { Repository, World } from '../world.ts'
import { type Announcement, announcementsOf } from './announce.ts'

/** Where a repository's changes are told. */
export interface Hook {
  readonly id: number
  readonly repository: Repository
  readonly url: string
  readonly secret: string
  /** All when left out. */
  readonly events?: readonly string[]
  /** The App that it belongs to, by number; the repository when left out. */
  readonly app?: number
}

export interface Delivery {
  readonly guid: string
  readonly hook: number
  readonly event: string
  readonly action: string | undefined
  readonly redelivery: boolean
  /** As it was sent, byte for byte. */
  readonly body: string
  /** What was answered; 0 where nobody answered in time. */
  readonly status: number
}

export interface Webhooks {
  add(hook: Omit<Hook, 'id'>): Hook
  /** In the order in which they were sent. */
  readonly deliveries: readonly Delivery[]
  /** The same bytes under the same GUID once more. */
  redeliver(guid: string): Promise<Delivery>
  /** Settles when all that was announced so far is delivered. */
  settled(): Promise<void>
}

/** GitHub waits ten seconds; a test has no such patience, but may be busy compiling what a payload is held against. */
const TIMEOUT_MS = 2_000

export interface WebhookHost {
  readonly world: World
  readonly url: string
  complain(name: string, complaint: string): void
}

export function openWebhooks({ world, url, complain }: WebhookHost) {
  const hooks: Hook[] = []
  const deliveries: Delivery[] = []
  let queue = Promise.resolve()
  async function send(hook: Hook, facts: Omit<Delivery, 'status' | 'hook'>): Promise<Delivery> {
    const delivery = { ...facts, hook: hook.id, status: await post(hook, facts) }
    deliveries.push(delivery)
    return delivery
  }
  /** One after another, so that a hook hears of things in their order. One that fails is not tried again. */
  function flush(): void {
    for (const repository of world.state.repositories.values()) {
      for (const announcement of announcementsOf(repository).splice(0)) {
        const hearing = hearers(world, hooks, repository, announcement)
        if (hearing.length === 0) continue
        for (const hook of hearing) {
          const { event, action } = announcement
          const body = payloadOf(repository, announcement, hook)
          const facts = { guid: randomUUID(), event, action, redelivery: false, body }
          queue = queue.then(() => send(hook, facts)).then(() => {})
        }
      }
    }
  }
  function payloadOf(
    repository: Repository,
    { event, action, actor, payload, about }: Announcement,
    hook: Hook,
  ): string {
    const call = { world, url, repository, actor, now: world.clock.now() } as unknown as Call
    const name = [event, ...(action ? [action] : [])].join('-').replaceAll('_', '-')
    const said = shaped(`hooks.webhook-${name}`, {
      ...(action && { action }),
      ...payload(call),
      sender: userBody(call, actor.account.login),
      ...(about === 'repository' && {
        repository: repositoryFacts(call),
        ...installationOf(world, hook, repository),
      }),
    })
    for (const complaint of checkPayload(name, said)) complain(name, complaint)
    return JSON.stringify(said)
  }
  const webhooks: Webhooks = {
    deliveries,
    add(hook) {
      const made = { ...hook, id: world.nextId() }
      hooks.push(made)
      return made
    },
    async redeliver(guid) {
      const first = deliveries.find(delivery => delivery.guid === guid)
      const hook = hooks.find(({ id }) => id === first?.hook)
      if (first === undefined || hook === undefined) throw new Error(`nothing was delivered as ${guid}`)
      const { event, action, body } = first
      return send(hook, { guid, event, action, body, redelivery: true })
    },
    async settled() {
      flush()
      await queue
    },
  }
  return { webhooks, flush }
}

/** Of an App that is installed anywhere: whether it is here, and not suspended. */
function isInstalled({ state, account }: World, { app }: Hook, { id }: Repository): boolean {
  const own = [...state.installations.values()].filter(({ login }) => account(login).app?.id === app)
  return own.length === 0 || own.some(one => !one.suspended && one.repositories.includes(id))
}

/** An App's deliveries say by which installation it hears of them. */
function installationOf(world: World, { app }: Hook, { id: repository }: Repository) {
  const found = [...world.state.installations.values()].find(
    ({ login, repositories }) => world.account(login).app?.id === app && repositories.includes(repository),
  )
  return found && { installation: { id: found.id, node_id: nodeId('IntegrationInstallation', found.id) } }
}

/** Of an App that is told of itself, one hook an address. */
function hearers(
  world: World,
  hooks: readonly Hook[],
  repository: Repository,
  announcement: Announcement,
): Hook[] {
  if (announcement.about === 'repository')
    return hooks.filter(
      hook =>
        hears(hook, repository, announcement) &&
        isInstalled(world, hook, repository) &&
        isGranted(world, hook, announcement),
    )
  const own = hooks.filter(({ app }) => app !== undefined && app === announcement.audience)
  return [...new Map(own.map(hook => [hook.url, hook])).values()]
}

function hears(
  { repository: own, events, app }: Hook,
  repository: Repository,
  { event, audience }: Announcement,
): boolean {
  const isMeant = audience === undefined || (audience === 'apps' ? app !== undefined : audience === app)
  return own === repository && isMeant && (events === undefined || events.includes(event))
}

/** An App hears of some events only where its installation grants what they need. */
function isGranted({ state, account }: World, { app, repository }: Hook, { event }: Announcement): boolean {
  const needed = EVENTS_NEED[event]
  if (app === undefined || needed === undefined) return true
  const installation = [...state.installations.values()].find(
    one => account(one.login).app?.id === app && one.repositories.includes(repository.id),
  )
  return satisfied(installation?.permissions ?? {}, [needed]) !== undefined
}

async function post(
  { url, secret, id, app, repository }: Hook,
  { guid, event, body }: { readonly guid: string; readonly event: string; readonly body: string },
): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/sandbox',
    'x-github-hook-id': String(id),
    'x-github-event': event,
    'x-github-delivery': guid,
    'x-github-hook-installation-target-type': app === undefined ? 'repository' : 'integration',
    'x-github-hook-installation-target-id': String(app ?? repository.id),
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  }
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' })
    await answer.body?.cancel()
    return answer.status
  } catch {
    return 0
  }
}
