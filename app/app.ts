import { createNodeMiddleware, Probot } from 'probot'
import { ModelyardError } from '../src/domain/errors/index.ts'
import { openLog } from './log.ts'
import { type Metrics, openMetrics, startMetricsServer } from './metrics.ts'
import { onboard } from './onboard.ts'
import { openPace, type Pace } from './pace.ts'
import { openReach, type Reach } from './reach.ts'
import { type Answerer, type RunningServer, startServer } from './server.ts'
import type { Settings } from './settings.ts'
import { settleMerges } from './settle-merges.ts'
import { settlePull } from './settle-pull.ts'
import { openSettler, type Settler, type Settling } from './settler.ts'
import { movedBy, type Target, targetsOf } from './targets.ts'
import { isOutOfReach, openTokens, type Tokens } from './tokens.ts'
import { withinReach } from './within-reach.ts'

/** The App as a process. */
export interface RunningApp {
  readonly server: RunningServer
  readonly metrics: RunningServer
  /** Takes nothing more, and lets what is under way come to its end. */
  stop(): Promise<void>
}

const WEBHOOKS = '/api/github/webhooks'
/** How often everything is looked at: GitHub sends no delivery again by itself. */
const SWEEP_MS = 15 * 60_000

/** Starts the App: a delivery is verified, becomes targets and is answered; targets are settled one after another. */
export async function startApp(settings: Settings): Promise<RunningApp> {
  const log = openLog()
  const probot = new Probot({
    appId: settings.appId,
    privateKey: settings.privateKey,
    secret: settings.webhookSecret,
    baseUrl: settings.apiUrl,
    log,
    request: { fetch: fetching(settings) },
  })
  const reach = openReach(settings)
  const tokens = openTokens(() => probot.auth())
  const settler = openSettler({
    settle: async target => {
      metrics.count('asked')
      return withinReach(target, tokens, async standing =>
        settle(target, await reach(target, standing), { settler, pace, app: settings.appId }),
      )
    },
    ended: (target, how, error) => {
      metrics.count(how)
      metrics.count('ended')
      if (how === 'failed') log.error({ target: target.what, repository: placeOf(target), err: told(error) })
      else log.info({ target: target.what, repository: placeOf(target) }, how)
    },
  })
  const pace = openPace(target => settler.ask(target))
  const metrics = openMetrics(() => settler.waiting)
  let isStopping = false
  const answer = await webhooks(probot, settings, { settler, tokens, metrics })
  const server = await startServer(settings, answer, () => !isStopping)
  const sweep = () =>
    sweepAll(probot, settler)
      .catch((error: unknown) => log.error({ err: told(error) }, 'sweep'))
      .finally(() => metrics.count('sweeps'))
  const sweeping = setInterval(() => void sweep(), SWEEP_MS)
  void sweep()
  const metricsServer = await startMetricsServer(settings.metricsPort, metrics)
  return {
    server,
    metrics: metricsServer,
    async stop() {
      isStopping = true
      clearInterval(sweeping)
      pace.stop()
      await server.close()
      await settler.stop()
      await metricsServer.close()
    },
  }
}

/** What takes GitHub's deliveries: they are signed, or not taken. */
async function webhooks(
  probot: Probot,
  { appId }: Settings,
  {
    settler,
    tokens,
    metrics,
  }: { readonly settler: Settler; readonly tokens: Tokens; readonly metrics: Metrics },
): Promise<Answerer> {
  const middleware = await createNodeMiddleware(
    app => {
      app.onAny(({ id, name, payload }) => {
        metrics.count('deliveries')
        for (const moved of movedBy(name, payload)) tokens.forget(moved)
        const targets = targetsOf(name, payload, appId)
        app.log.info({ delivery: id, event: name, targets: targets.length }, 'delivery')
        for (const target of targets) settler.ask(target)
      })
      app.onError(() => metrics.count('refused'))
    },
    { probot, webhooksPath: WEBHOOKS },
  )
  return async (request, response) => {
    let isTaken = true
    await middleware(request, response, () => {
      isTaken = false
    })
    return isTaken
  }
}

interface Means {
  readonly settler: Settler
  readonly pace: Pace
  readonly app: number
}

/** Makes one target right. */
async function settle(target: Target, reach: Reach, { settler, pace, app }: Means): Promise<Settling> {
  const { what } = target
  const askFor = (pulls: readonly number[]): Settling => {
    for (const number of pulls) settler.ask({ ...target, what: { is: 'pull', number } })
    return 'settled'
  }
  switch (what.is) {
    case 'pull':
      return settlePull(what.number, reach)
    case 'merges':
      return settleMerges(reach)
    case 'pulls':
      return askFor(await reach.pulls.open(what.into))
    case 'head':
      return askFor(await reach.pulls.ofHead(what.sha))
    case 'onboarding':
      return onboard(reach, app, () => pace.isTurn(target))
    case 'repository':
      settler.ask({ ...target, what: { is: 'merges' } })
      settler.ask({ ...target, what: { is: 'onboarding' } })
      return askFor(await reach.pulls.open())
  }
}

/** Asks for everything that the App is installed on: what was missed while nobody listened is found so. */
async function sweepAll(probot: Probot, settler: Settler): Promise<void> {
  const app = await probot.auth()
  let failed: unknown
  for (const { id, suspended_at } of await app.paginate(app.rest.apps.listInstallations, { per_page: 100 })) {
    if (suspended_at) continue
    try {
      await sweepInstallation(probot, settler, id)
    } catch (error) {
      // One that went meanwhile keeps nobody else waiting.
      if (!isOutOfReach(error)) failed ??= error
    }
  }
  if (failed !== undefined) throw failed
}

async function sweepInstallation(probot: Probot, settler: Settler, id: number): Promise<void> {
  const own = await probot.auth(id)
  const all = await own.paginate(own.rest.apps.listReposAccessibleToInstallation, { per_page: 100 })
  for (const { id: repository, name, owner, archived, disabled } of all)
    if (!archived && !disabled)
      settler.ask({
        installation: id,
        id: repository,
        owner: owner.login,
        repository: name,
        what: { is: 'repository' },
      })
}

const GITHUB = 'https://api.github.com'

/**
 * Every request names the version of the REST API that it was written for. Probot asks for tokens at github.com, whatever
 * its `baseUrl` says: here they are asked for where everything else is.
 */
function fetching({ apiUrl }: Settings): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers)
    if (!headers.has('x-github-api-version')) headers.set('x-github-api-version', '2026-03-10')
    const url = String(input instanceof Request ? input.url : input)
    const meant = url.startsWith(`${GITHUB}/`) ? `${apiUrl}${url.slice(GITHUB.length)}` : url
    return fetch(meant, { ...init, headers })
  }
}

function placeOf({ owner, repository }: Target): string {
  return `${owner}/${repository}`
}

/** Of an error what a person may read: requests, and what they carried, stay out of the log. */
function told(error: unknown) {
  if (error instanceof ModelyardError) return { code: error.code, message: error.message, next: error.next }
  return { code: 'bug', message: error instanceof Error ? error.message : String(error) }
}
