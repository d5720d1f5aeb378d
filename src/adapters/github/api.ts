import { Octokit } from '@octokit/core'
import { ModelyardError } from '../../domain/errors/index.ts'
import { type ApiCall, apiCallOf } from './api-call.ts'
import type { GitHubContext } from './context.ts'
import { valueAt } from './event.ts'
import { missingPermission } from './grants.ts'
import { plainFetch } from './plain-fetch.ts'
import { redact } from './redact.ts'
import { isLocked, patience, type Refusal } from './refusals.ts'

/** What became of a call. */
export type Answer =
  | {
      readonly is: 'answer'
      readonly status: number
      readonly data: unknown
      readonly date: number | undefined
      /** Where an answer sends that is not to be followed with the token. */
      readonly location?: string
    }
  /** 404, 410, or 422 for something that does not exist. */
  | { readonly is: 'gone' }
  | { readonly is: 'locked' }
  /** A call that may not be repeated blindly had no answer: it took effect, or not. */
  | { readonly is: 'unsure' }

/** What became of a mutation that compares before it swaps. */
export type Mutated =
  | { readonly is: 'answer'; readonly data: unknown }
  /** Something does not stand where it was expected. */
  | { readonly is: 'stale' }
  | { readonly is: 'refused'; readonly message: string }
  | { readonly is: 'unsure' }

export interface Api {
  /**
   * One REST call, with the release of the API named. What fails by itself is called again, up to three times, where
   * that can do no harm: everything but POST, and POST too where GitHub says that it did nothing.
   *
   * @param parameters - Of the route; `headers`, and `request` with `redirect` or a `timeoutMs` of its own.
   * @param wanted - The permission to name where the token lacks one: `pull-requests`, or `pull-requests: write`.
   * @throws {ModelyardError} `missing-permission`, `rate-limited`, `remote-failed`, `timed-out`, `no-github`.
   */
  request(route: string, parameters: Readonly<Record<string, unknown>>, wanted: string): Promise<Answer>
  /**
   * One GraphQL document, a query or something that may be done twice.
   *
   * @returns `data`; what is not there is null in it.
   * @throws {ModelyardError} As `request`.
   */
  graphql(document: string, variables: Readonly<Record<string, unknown>>, wanted: string): Promise<unknown>
  /**
   * One GraphQL mutation that may not be repeated blindly.
   *
   * @throws {ModelyardError} As `request`.
   */
  mutate(document: string, variables: Readonly<Record<string, unknown>>, wanted: string): Promise<Mutated>
}

export interface ApiOptions {
  readonly sleep?: (ms: number) => Promise<void>
  /** UTC, milliseconds. */
  readonly now?: () => number
  /** Of one call, its body read. */
  readonly timeoutMs?: number
  /** Of the waits that GitHub asks of one call, all of them together; a minute when left out. What asks for more fails. */
  readonly longestWaitSeconds?: number
  /** Told of every call as it ends, for counting. */
  readonly called?: (call: ApiCall) => void
  /** Asked before every call; what it throws is what becomes of the call, which then is not made. */
  readonly refuse?: () => void
}

const REST_VERSION = '2026-03-10'
const MOST_TRIES = 3
const TIMEOUT_MS = 10_000

/** GitHub's API, as one token sees it. */
export function openApi(
  { apiUrl, graphqlUrl, token }: GitHubContext,
  {
    sleep = ms => new Promise(resolve => setTimeout(resolve, ms)),
    now = Date.now,
    timeoutMs = TIMEOUT_MS,
    longestWaitSeconds,
    called = () => {},
    refuse = () => {},
  }: ApiOptions = {},
): Api {
  const octokit = new Octokit({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'modelyard',
    request: { fetch: plainFetch, log: SILENT },
  })
  const once = async (
    route: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<Answer | Failed> => {
    const { timeoutMs: own, ...request } = (parameters.request ?? {}) as { readonly timeoutMs?: number }
    const signal = AbortSignal.timeout(own ?? timeoutMs)
    try {
      const { status, data, headers } = await octokit.request(route, {
        ...parameters,
        headers: { ...(parameters.headers as object), 'x-github-api-version': REST_VERSION },
        request: { ...request, signal },
      })
      const limit = limitInAnswer(data, headers)
      called(apiCallOf(limit ?? { status, message: '', headers }, now()))
      if (limit !== undefined)
        return { is: 'failed', isTimeout: false, message: limit.message, refusal: limit }
      // A body that broke off is read as none.
      if (status === 200 && data === '')
        return { is: 'failed', isTimeout: signal.aborted, message: 'the answer broke off' }
      const date = Date.parse(String(headers.date))
      return {
        is: 'answer',
        status,
        data,
        date: Number.isNaN(date) ? undefined : date,
        ...(headers.location === undefined ? {} : { location: headers.location }),
      }
    } catch (error) {
      const failure = failureOf(error, signal.aborted, token)
      called(apiCallOf(failure.refusal, now()))
      return failure
    }
  }
  const call = async (
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    wanted: string,
    isRepeatable: boolean,
  ): Promise<Answer> => {
    const waitFor = patience(now, longestWaitSeconds)
    for (let attempt = 1; ; attempt += 1) {
      refuse()
      const answer = await once(route, parameters)
      if (answer.is !== 'failed') return answer
      const waitMs = answer.refusal && waitFor(answer.refusal)
      if (waitMs !== undefined) {
        await sleep(waitMs)
        continue
      }
      if (answer.refusal !== undefined && answer.refusal.status < 500)
        return settleRefusal(answer.refusal, wanted)
      if (!isRepeatable) return { is: 'unsure' }
      if (attempt === MOST_TRIES) throw unreachable(answer)
      await sleep(1000 * attempt)
    }
  }
  return {
    request: (route, parameters, wanted) => call(route, parameters, wanted, !route.startsWith('POST ')),
    async graphql(query, variables, wanted) {
      const answer = await call(`POST ${graphqlUrl}`, { query, variables }, wanted, true)
      if (answer.is !== 'answer') throw unreachable({ message: 'GraphQL is not there' })
      return dataOf(answer.data, wanted, token)
    },
    async mutate(query, variables, wanted) {
      const answer = await call(`POST ${graphqlUrl}`, { query, variables }, wanted, false)
      if (answer.is === 'unsure') return answer
      if (answer.is !== 'answer') throw unreachable({ message: 'GraphQL is not there' })
      return (
        refusedMutation(answer.data, token) ?? {
          is: 'answer',
          data: dataOf(answer.data, wanted, token),
        }
      )
    },
  }
}

function refusedMutation(body: unknown, token: string): Mutated | undefined {
  const errors = valueAt(body, ['errors'])
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined
  const type = valueAt(first, ['type'])
  if (type === 'STALE_DATA') return { is: 'stale' }
  if (type !== 'UNPROCESSABLE' && type !== 'NOT_FOUND') return undefined
  return { is: 'refused', message: redact(String(valueAt(first, ['message'])), token).slice(0, 300) }
}

interface Failed {
  readonly is: 'failed'
  readonly isTimeout: boolean
  readonly message: string
  /** What GitHub answered, where it did. */
  readonly refusal?: Refusal
}

const quiet = () => {}
const SILENT = { debug: quiet, info: quiet, warn: quiet, error: quiet }

/** What Octokit throws, without its request, which holds the token. */
function failureOf(error: unknown, isTimeout: boolean, token: string): Failed {
  const message = redact(error instanceof Error ? error.message : String(error), token).slice(0, 300)
  const response = valueAt(error, ['response'])
  const [status, headers] = [valueAt(response, ['status']), valueAt(response, ['headers'])]
  if (typeof status !== 'number') return { is: 'failed', isTimeout, message }
  return {
    is: 'failed',
    isTimeout,
    message,
    refusal: { status, message, headers: (headers ?? {}) as Refusal['headers'] },
  }
}

/** GraphQL says with 200 that a limit is used up, and then has done nothing. */
function limitInAnswer(body: unknown, headers: Refusal['headers']): Refusal | undefined {
  const type = valueAt(body, ['errors', '0', 'type'])
  if (type !== 'RATE_LIMITED') return undefined
  return { status: 429, message: 'API rate limit exceeded', headers }
}

function settleRefusal(refusal: Refusal, wanted: string): Answer {
  const { status, message } = refusal
  if (isLocked(refusal)) return { is: 'locked' }
  if (status === 404 || status === 410 || (status === 422 && /no commit found/i.test(message)))
    return { is: 'gone' }
  if (status === 401) {
    throw new ModelyardError({
      code: 'no-github',
      message: `GitHub does not know this token (${message})`,
      next: 'give one that is valid; that of a workflow ends with its job',
    })
  }
  if (status === 403) throw missingPermission(refusal, wanted)
  throw new ModelyardError({
    code: 'remote-failed',
    message: `GitHub refused the call (${status}: ${message})`,
    next: 'run the step again; should it stay so, please report it',
  })
}

function unreachable({
  message,
  isTimeout = false,
}: Pick<Failed, 'message'> & { isTimeout?: boolean }): ModelyardError {
  return new ModelyardError({
    code: isTimeout ? 'timed-out' : 'remote-failed',
    message: isTimeout ? 'GitHub did not answer in time' : `GitHub could not be asked (${message})`,
    next: 'run the step again in a while',
  })
}

/** The data of a GraphQL answer; that something is not there is no error. */
function dataOf(body: unknown, wanted: string, token: string): unknown {
  const errors = valueAt(body, ['errors'])
  const first = (Array.isArray(errors) ? errors : []).find(error => valueAt(error, ['type']) !== 'NOT_FOUND')
  const data = valueAt(body, ['data'])
  if (first === undefined && data !== undefined) return data
  const [type, text] = [valueAt(first, ['type']), valueAt(first, ['message'])]
  const message = redact(String(text ?? 'the answer holds no data'), token).slice(0, 300)
  if (type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES')
    throw missingPermission({ status: 403, message, headers: {} }, wanted)
  throw unreachable({ message })
}
