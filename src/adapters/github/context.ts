import { readFile, stat } from 'node:fs/promises'
import { ModelyardError } from '../../domain/errors/index.ts'
import { isTokenAddress } from './address.ts'
import { type GitHubEvent, NO_EVENT, parseEvent } from './event.ts'

/** Which GitHub is talked to, as whom, and what runs. */
export interface GitHubContext {
  /** Without a slash at its end. */
  readonly apiUrl: string
  readonly graphqlUrl: string
  /** Where people read. */
  readonly serverUrl: string
  readonly owner: string
  readonly repository: string
  readonly token: string
  /** 0 where no workflow runs. */
  readonly run: number
  readonly attempt: number
  /** The workflow's file, as the caller of a reusable one has it; undefined where no workflow runs. */
  readonly workflow: string | undefined
  /** What is checked out: on a pull request a merge that nobody made. */
  readonly sha: string | undefined
  readonly event: GitHubEvent
}

type Environment = Readonly<Record<string, string | undefined>>

/** GitHub sends no larger one to a webhook. */
const MOST_EVENT_BYTES = 25 * 1024 * 1024

/**
 * The context of a workflow's step, or of a person who set the same variables. The one place that reads them.
 *
 * @param token - What an Action was given as its input; otherwise `GITHUB_TOKEN`, then `GH_TOKEN`.
 * @throws {ModelyardError} `no-github` where repository or token are not named, or an address is none.
 */
export async function readGitHubContext(env: Environment, token?: string): Promise<GitHubContext> {
  const given = token || env.GITHUB_TOKEN || env.GH_TOKEN
  const [, owner, repository] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(env.GITHUB_REPOSITORY ?? '') ?? []
  if (owner === undefined || repository === undefined || /^\.+$/.test(repository))
    throw noGitHub(
      'which repository on GitHub this is about is not known',
      'set GITHUB_REPOSITORY to OWNER/NAME',
    )
  if (!given)
    throw noGitHub('there is no token for GitHub', 'set GITHUB_TOKEN; a workflow has it as `github.token`')
  const apiUrl = addressIn(env, 'GITHUB_API_URL', 'https://api.github.com')
  return {
    apiUrl,
    graphqlUrl: addressIn(env, 'GITHUB_GRAPHQL_URL', `${apiUrl.replace(/\/v3$/, '')}/graphql`),
    serverUrl: addressIn(env, 'GITHUB_SERVER_URL', 'https://github.com'),
    owner,
    repository,
    token: given,
    run: countIn(env.GITHUB_RUN_ID) ?? 0,
    attempt: countIn(env.GITHUB_RUN_ATTEMPT) ?? 1,
    workflow: workflowFile(env.GITHUB_WORKFLOW_REF),
    sha: /^[0-9a-f]{40}$/.test(env.GITHUB_SHA ?? '') ? env.GITHUB_SHA : undefined,
    event: await readEvent(env),
  }
}

/** The commit that a run is about: what is posted after another run's end is that run's. */
export function commitOfRun({ event, sha }: GitHubContext): string | undefined {
  return event.workflowRun?.headSha ?? event.headSha ?? sha
}

/** Where people read of a run; undefined for none. */
export function runUrlOf({ serverUrl, owner, repository }: GitHubContext, run: number): string | undefined {
  return run === 0 ? undefined : `${serverUrl}/${owner}/${repository}/actions/runs/${run}`
}

/** The payload is a file that an earlier step could have changed or removed: without it the event has no details. */
async function readEvent({
  GITHUB_EVENT_NAME: name = '',
  GITHUB_EVENT_PATH: path,
}: Environment): Promise<GitHubEvent> {
  if (!path) return { ...NO_EVENT, name }
  try {
    const { size } = await stat(path)
    return size > MOST_EVENT_BYTES ? { ...NO_EVENT, name } : parseEvent(name, await readFile(path, 'utf8'))
  } catch {
    return { ...NO_EVENT, name }
  }
}

/** `.github/workflows/ci.yml` of `acme/models/.github/workflows/ci.yml@refs/heads/main`. */
function workflowFile(ref: string | undefined): string | undefined {
  return /^[^/@]+\/[^/@]+\/([^@]{1,400})@/.exec(ref ?? '')?.[1]
}

function addressIn(env: Environment, variable: string, fallback: string): string {
  const text = env[variable] || fallback
  if (!isTokenAddress(text))
    throw noGitHub(
      `${variable} is no address that a token may be sent to`,
      `set it to an https address like ${fallback}`,
    )
  return text.replace(/\/+$/, '')
}

function countIn(text: string | undefined): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : undefined
}

function noGitHub(message: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'no-github', message, next })
}
