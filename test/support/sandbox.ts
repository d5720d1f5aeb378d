import { Octokit } from '@octokit/core'
import { onTestFinished } from 'vitest'
import type { Granted } from '../../sandbox/roles.ts'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/server.ts'
import type { Repository, Token } from '../../sandbox/world.ts'

/** A sandbox for one test: it is closed at its end, which fails when a call differed from what GitHub describes. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options)
  onTestFinished(async () => {
    await sandbox.close()
    sandbox.assertClean()
  })
  return sandbox
}

/** A client of the sandbox that names the version of the REST API, as the product's does. */
export function clientOf({ url }: Sandbox, token: Token): Octokit {
  const octokit = new Octokit({ auth: token.value, baseUrl: url, userAgent: 'modelyard-tests' })
  octokit.hook.before('request', options => {
    options.headers['x-github-api-version'] = '2026-03-10'
  })
  return octokit
}

export interface Scene {
  readonly sandbox: Sandbox
  readonly repository: Repository
  readonly token: Token
  readonly octokit: Octokit
  /** Owner and name, for the parameters of a route. */
  readonly place: { readonly owner: string; readonly repo: string }
}

/** `acme/models` with a writer `ada`, a reader `rita`, and a job's token that was granted these permissions. */
export async function openScene(permissions: Granted, options: SandboxOptions = {}): Promise<Scene> {
  const sandbox = await openSandbox(options)
  const { world } = sandbox
  world.addAccount('ada')
  world.addAccount('rita')
  const repository = world.addRepository('acme/models', { collaborators: { ada: 'write', rita: 'read' } })
  const token = world.issueToken({ kind: 'github-token', repository, permissions })
  return {
    sandbox,
    repository,
    token,
    octokit: clientOf(sandbox, token),
    place: { owner: 'acme', repo: 'models' },
  }
}

/** What the runner tells every step of a job on `acme/models` of where GitHub is. */
export function gitHubOf({ url, graphqlUrl }: Sandbox): Readonly<Record<string, string>> {
  return { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: graphqlUrl, GITHUB_REPOSITORY: 'acme/models' }
}

/** As whom it says that a run was started. */
export const STARTED_BY_GRACE = { GITHUB_ACTOR: 'grace', GITHUB_ACTOR_ID: '7' } as const
