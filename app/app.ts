import { createNodeMiddleware } from 'probot'
import { ModelyardError } from '../src/domain/errors/index.ts'
import { openLimits } from './limits.ts'
import { openLog } from './log.ts'
import { type Metrics, openMetrics } from './metrics.ts'
import { openPace } from './pace.ts'
import { openReach } from './reach.ts'
import { remembered } from './remembered.ts'
import type { Answerer } from './server.ts'
import { requireSecret, type Settings } from './settings.ts'
import { openIntegrity } from './settle-integrity.ts'
import { isWork, settleTarget } from './settle-target.ts'
import { openSettler, type Settler } from './settler.ts'
import { openSignIn, type SignIn } from './sign-in.ts'
import { movedBy, type Target, targetsOf } from './targets.ts'
import { openTokens, type Tokens } from './tokens.ts'
import { withinReach } from './within-reach.ts'

/** The App at work, without a server of its own. */
export interface App {
  /** Takes GitHub's deliveries at `path`, and nothing else. */
  readonly answer: Answerer
  readonly metrics: Metrics
  /** Whether it takes deliveries: until it is told to stop. */
  isWell(): boolean
  /** Asks for everything now, as it does every so often. */
  sweep(): Promise<void>
  /** Begins nothing more, and lets what is under way come to its end. */
  stop(): Promise<void>
}

export const WEBHOOKS = '/api/github/webhooks'
/** Not sooner, whatever GitHub says of the end of a limit. */
const LEAST_SWEEP_MS = 1000
/** Numbers that are kept in mind; what is forgotten is asked for once more. */
const MOST_REMEMBERED = 10_000

/**
 * Opens the App: a delivery is verified, becomes targets and is answered; targets are settled one after another.
 *
 * @param path - Where deliveries come.
 * @throws {ModelyardError} `bad-input` for a webhook secret that could be guessed.
 */
export async function openApp(settings: Settings, path: string = WEBHOOKS): Promise<App> {
  requireSecret(settings)
  const log = openLog()
  const limits = openLimits((call, installation) => metrics.called(call, installation))
  const signIn = openSignIn(settings, { log, limits, called: call => metrics.called(call) })
  const tokens = limitedTokens(signIn)
  const reach = openReach(settings, () => signIn.self())
  const means = {
    pace: openPace(target => settler.ask(target)),
    integrity: openIntegrity(),
    taken: remembered(MOST_REMEMBERED),
    waits: remembered(MOST_REMEMBERED),
    app: settings.appId,
  }
  const settler = openSettler({
    held: ({ installation }) => limits.left(installation),
    async settle(target, heard) {
      metrics.count('asked')
      const look = limits.look(target.installation)
      const ask = (what: Target['what']) => settler.ask({ ...target, what }, heard)
      try {
        const how = await withinReach(target, tokens, async standing =>
          settleTarget(target, await reach(target, standing, look.options), { ...means, ask }),
        )
        return look.hasMet ? 'held' : how
      } catch (error) {
        const waitMs = error instanceof ModelyardError ? error.waitMs : undefined
        if (waitMs !== undefined) limits.hold(target.installation, waitMs)
        if (waitMs !== undefined || look.hasMet) return 'held'
        throw error
      }
    },
    ended: (target, { how, error, heard, isLeft }) => {
      metrics.count(how)
      metrics.count('ended')
      if (isLeft) metrics.count('left')
      if (how === 'settled' && heard !== undefined && isWork(target.what))
        metrics.lag((performance.now() - heard.takenAt) / 1000)
      const about = { target: target.what, repository: placeOf(target), deliveries: heard?.deliveries }
      if (how === 'failed') log.error({ ...about, err: told(error) })
      else log.info(about, how)
    },
  })
  const metrics = openMetrics({
    waiting: () => settler.waiting,
    pausing: () => settler.pausing,
    held: () => limits.held,
  })
  const answer = await webhooks(path, settings, { signIn, settler, tokens, metrics })
  let isStopping = false
  let sweeping: NodeJS.Timeout | undefined
  const sweepMs = settings.sweepSeconds * 1000
  const sweep = async (): Promise<void> => {
    clearTimeout(sweeping)
    const next = await sweepAll(signIn, settler).catch((error: unknown) => {
      log.error({ err: told(error) }, 'sweep')
      return error instanceof ModelyardError ? error.waitMs : undefined
    })
    metrics.count('sweeps')
    const pause = Math.max(LEAST_SWEEP_MS, Math.min(next ?? sweepMs, sweepMs))
    if (!isStopping) sweeping = setTimeout(() => void sweep(), pause)
  }
  void sweep()
  return {
    answer,
    metrics,
    isWell: () => !isStopping,
    sweep,
    async stop() {
      isStopping = true
      clearTimeout(sweeping)
      means.pace.stop()
      await settler.stop()
    },
  }
}

/** Tokens whose asking counts, and which are not asked for while GitHub asked to be left alone. */
function limitedTokens({ app, limited }: SignIn): Tokens {
  const tokens = openTokens(app)
  return { ...tokens, of: target => limited(target.installation, () => tokens.of(target)) }
}

interface Hearing {
  readonly signIn: SignIn
  readonly settler: Settler
  readonly tokens: Tokens
  readonly metrics: Metrics
}

/** What takes GitHub's deliveries: they are signed, or not taken. */
async function webhooks(
  path: string,
  { appId }: Settings,
  { signIn: { probot }, settler, tokens, metrics }: Hearing,
): Promise<Answerer> {
  const middleware = await createNodeMiddleware(
    app => {
      app.onAny(({ id, name, payload }) => {
        metrics.count('deliveries')
        for (const moved of movedBy(name, payload)) tokens.forget(moved)
        const targets = targetsOf(name, payload, appId)
        app.log.info({ delivery: id, event: name, targets: targets.length }, 'delivery')
        const heard = { takenAt: performance.now(), deliveries: [id] }
        for (const target of targets) settler.ask(target, heard)
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
