import { Probot, ProbotOctokit } from 'probot'
import { type ApiCall, apiCallOf, rateLimited } from '../src/adapters/github/index.ts'
import type { ModelyardError } from '../src/domain/errors/index.ts'
import { once } from '../src/doors/once.ts'
import type { Limits } from './limits.ts'
import type { openLog } from './log.ts'
import type { Settings } from './settings.ts'
import { isOutOfReach } from './tokens.ts'

/** The App as GitHub knows it: what it signs itself, and the tokens that it gets for that. */
export interface SignIn {
  readonly probot: Probot
  /** What the App asks for itself, by what it signs. */
  app(): ReturnType<Probot['auth']>
  /** Asks something of GitHub; a limit that is met holds the installation, and is thrown as every other one. */
  limited<T>(installation: number, ask: () => Promise<T>): Promise<T>
  /** The login of the App's own account. */
  self(): Promise<string>
  /**
   * Every repository that the App is installed on, but archived ones, and those of suspended installations. Where an
   * installation may not be asked for a while, the others come first, and then that is thrown.
   */
  repositories(): AsyncGenerator<Installed>
}

export interface Installed {
  readonly installation: number
  /** Of the repository. */
  readonly id: number
  readonly owner: string
  readonly repository: string
}

export interface SignInOptions {
  readonly log: ReturnType<typeof openLog>
  readonly limits: Limits
  /** Told of every call that is made here. */
  readonly called: (call: ApiCall) => void
}

/** Signs in by Probot. A limit that is met holds the installation, and is thrown as every other one. */
export function openSignIn(settings: Settings, { log, limits, called }: SignInOptions): SignIn {
  const probot = new Probot({
    appId: settings.appId,
    privateKey: settings.privateKey,
    secret: settings.webhookSecret,
    baseUrl: settings.apiUrl,
    log,
    Octokit: Unthrottled,
    request: { fetch: fetching(settings, called) },
  })
  const asking = async <T>(installation: number, ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask()
    } catch (error) {
      throw limitIn(error, ms => limits.hold(installation, ms)) ?? error
    }
  }
  return {
    probot,
    app: () => probot.auth(),
    limited: asking,
    self: once(() =>
      asking(NO_INSTALLATION, async () => {
        const { data } = await (await probot.auth()).rest.apps.getAuthenticated()
        if (!data?.slug) throw new Error('GitHub does not say which App this is')
        return `${data.slug}[bot]`
      }),
    ),
    async *repositories() {
      const app = await probot.auth()
      const installations = await asking(NO_INSTALLATION, () =>
        app.paginate(app.rest.apps.listInstallations, { per_page: 100 }),
      )
      let failed: unknown
      for (const { id, suspended_at } of installations) {
        if (suspended_at) continue
        const all = await asking(id, async () => {
          const own = await probot.auth(id)
          return own.paginate(own.rest.apps.listReposAccessibleToInstallation, { per_page: 100 })
        }).catch((error: unknown) => {
          // One that went meanwhile, or is in trouble, keeps nobody else waiting.
          if (!isOutOfReach(error)) failed ??= error
          return []
        })
        for (const { id: repository, name, owner, archived, disabled } of all)
          if (!archived && !disabled)
            yield { installation: id, id: repository, owner: owner.login, repository: name }
      }
      if (failed !== undefined) throw failed
    },
  }
}

/** What the App asks for itself is counted apart from every installation. */
const NO_INSTALLATION = 0

/** Probot waits for the end of a limit, up to an hour, and nobody sees it; here whoever asked is told at once. */
const Unthrottled = ProbotOctokit.defaults((options: { readonly throttle?: object }) => ({
  ...options,
  throttle: { ...options.throttle, enabled: false },
}))

/** A limit that Probot's client met, as our own adapters tell it. */
function limitIn(error: unknown, hold: (ms: number) => void): ModelyardError | undefined {
  if (!(error instanceof Error && 'status' in error && 'response' in error)) return undefined
  const { status, message, response } = error as Error & {
    readonly status: number
    readonly response?: { readonly headers?: Readonly<Record<string, string | undefined>> }
  }
  const { waitMs } = apiCallOf({ status, message, headers: response?.headers ?? {} }, Date.now())
  if (waitMs === undefined) return undefined
  hold(waitMs)
  return rateLimited(waitMs / 1000, Date.now())
}

const GITHUB = 'https://api.github.com'
/** Of one call: Probot itself would wait for ever, and with it whatever waits for a token. */
const TIMEOUT_MS = 10_000

/**
 * Every request names the version of the REST API that it was written for. Probot asks for tokens at github.com, whatever
 * its `baseUrl` says: here they are asked for where everything else is.
 */
function fetching({ apiUrl }: Settings, called: (call: ApiCall) => void): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers)
    if (!headers.has('x-github-api-version')) headers.set('x-github-api-version', '2026-03-10')
    const url = String(input instanceof Request ? input.url : input)
    const meant = url.startsWith(`${GITHUB}/`) ? `${apiUrl}${url.slice(GITHUB.length)}` : url
    const late = AbortSignal.timeout(TIMEOUT_MS)
    const signal = init?.signal ? AbortSignal.any([init.signal, late]) : late
    const answer = await fetch(meant, { ...init, headers, signal }).catch((error: unknown) => {
      called(apiCallOf(undefined, Date.now()))
      throw error
    })
    called(apiCallOf(await seen(answer), Date.now()))
    return answer
  }
}

/** A refusal says in its text alone that it is for a limit. */
async function seen(answer: Response) {
  const { status, headers } = answer
  const isRefusal = status === 403 || status === 429
  const message = isRefusal
    ? await answer
        .clone()
        .text()
        .catch(() => '')
    : ''
  return { status, message, headers: Object.fromEntries(headers) }
}
