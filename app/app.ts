import { createNodeMiddleware } from 'probot'
import { ModelyardError } from '../src/domain/errors/index.ts'
import { openLimits } from './limits.ts'
import { openLog } from './log.ts'
import { type Metrics, openMetrics } from './metrics.ts'
import { openReach, type Reach } from './reach.ts'
import type { Answerer } from './server.ts'
import type { Settings } from './settings.ts'
import { settleMerges } from './settle-merges.ts'
import { settlePull } from './settle-pull.ts'
import { openSettler, type Settler, type Settling } from './settler.ts'
import { openSignIn, type SignIn } from './sign-in.ts'
import { type Target, targetsOf } from './targets.ts'

/** The App at work, without a server of its own. */
export interface App {
  /** Takes GitHub's deliveries at `path`, and nothing else. */
  readonly answer: Answerer
  readonly metrics: Metrics
  /** Whether it takes deliveries: until it is told to stop. */
  isWell(): boolean
  /** Begins nothing more, and lets what is under way come to its end. */
  stop(): Promise<void>
}

export const WEBHOOKS = '/api/github/webhooks'
/** How often everything is looked at: GitHub sends no delivery again by itself. */
const SWEEP_MS = 15 * 60_000
/** Not sooner, whatever GitHub says of the end of a limit. */
const LEAST_SWEEP_MS = 1000

/**
 * Opens the App: a delivery is verified, becomes targets and is answered; targets are settled one after another.
 *
 * @param path - Where deliveries come.
 */
export async function openApp(settings: Settings, path: string = WEBHOOKS): Promise<App> {
  const log = openLog()
  const limits = openLimits((call, installation) => metrics.called(call, installation))
  const signIn = openSignIn(settings, { log, limits, called: call => metrics.called(call) })
  const reach = openReach(settings, installation => signIn.tokenOf(installation))
  const settler = openSettler({
    held: ({ installation }) => limits.left(installation),
    async settle(target, takenAt) {
      metrics.count('asked')
      const look = limits.look(target.installation)
      try {
        const how = await settle(target, await reach(target, look.options), settler, takenAt)
        return look.hasMet ? 'held' : how
      } catch (error) {
        const waitMs = error instanceof ModelyardError ? error.waitMs : undefined
        if (waitMs !== undefined) limits.hold(target.installation, waitMs)
        if (waitMs !== undefined || look.hasMet) return 'held'
        throw error
      }
    },
    ended: (target, { how, error, takenAt, isLeft }) => {
      metrics.count(how)
      metrics.count('ended')
      if (isLeft) metrics.count('left')
      if (how === 'settled' && takenAt !== undefined && isWork(target))
        metrics.lag((performance.now() - takenAt) / 1000)
      if (how === 'failed') log.error({ target: target.what, repository: placeOf(target), err: told(error) })
      else log.info({ target: target.what, repository: placeOf(target) }, how)
    },
  })
  const metrics = openMetrics({ waiting: () => settler.waiting, held: () => limits.held })
  const answer = await webhooks(signIn, path, settings, settler, metrics)
  let isStopping = false
  let sweeping: NodeJS.Timeout | undefined
  const sweep = async (): Promise<void> => {
    const next = await sweepAll(signIn, settler).catch((error: unknown) => {
      log.error({ err: told(error) }, 'sweep')
      return error instanceof ModelyardError ? error.waitMs : undefined
    })
    metrics.count('sweeps')
    const pause = Math.max(LEAST_SWEEP_MS, Math.min(next ?? SWEEP_MS, SWEEP_MS))
    if (!isStopping) sweeping = setTimeout(() => void sweep(), pause)
  }
  void sweep()
  return {
    answer,
    metrics,
    isWell: () => !isStopping,
    async stop() {
      isStopping = true
      clearTimeout(sweeping)
      await settler.stop()
    },
  }
}

/** What takes GitHub's deliveries: they are signed, or not taken. */
async function webhooks(
  { probot }: SignIn,
  path: string,
  { appId }: Settings,
  settler: Settler,
  metrics: Metrics,
): Promise<Answerer> {
  const middleware = await createNodeMiddleware(
    app => {
      app.onAny(({ id, name, payload }) => {
        metrics.count('deliveries')
        const targets = targetsOf(name, payload, appId)
        app.log.info({ delivery: id, event: name, targets: targets.length }, 'delivery')
        for (const target of targets) settler.ask(target, performance.now())
      })
      app.onError(() => metrics.count('refused'))
    },
    { probot, webhooksPath: path },
  )
  return async (request, response) => {
    let isTaken = true
    await middleware(request, response, () => {
      isTaken = false
    })
    return isTaken
  }
}

/** Makes one target right. */
async function settle(
  target: Target,
  reach: Reach,
  settler: Settler,
  takenAt: number | undefined,
): Promise<Settling> {
  const { what } = target
  const askFor = (pulls: readonly number[]): Settling => {
    for (const number of pulls) settler.ask({ ...target, what: { is: 'pull', number } }, takenAt)
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
    case 'repository':
      settler.ask({ ...target, what: { is: 'merges' } }, takenAt)
      return askFor(await reach.pulls.open())
  }
}

/** Whether something is made right by a look at the target itself; others only find what to look at. */
function isWork({ what }: Target): boolean {
  return !['pulls', 'head', 'repository'].includes(what.is)
}

/**
 * Asks for everything that the App is installed on: what was missed while nobody listened is found so. Where GitHub lets
 * one installation be asked no more, it throws, and is done again when that is over.
 */
async function sweepAll({ repositories }: SignIn, settler: Settler): Promise<undefined> {
  for await (const one of repositories()) settler.ask({ ...one, what: { is: 'repository' } })
}

function placeOf({ owner, repository }: Target): string {
  return `${owner}/${repository}`
}

/** Of an error what a person may read: requests, and what they carried, stay out of the log. */
function told(error: unknown) {
  if (error instanceof ModelyardError) return { code: error.code, message: error.message, next: error.next }
  return { code: 'bug', message: error instanceof Error ? error.message : String(error) }
}
