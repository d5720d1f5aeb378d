import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openGit } from '../src/adapters/git/index.ts'
import { type Mirror, openMirror } from '../src/adapters/git/mirror.ts'
import {
  openGitHubActivities,
  openGitHubChecks,
  openGitHubClaims,
  openGitHubComments,
  openGitHubDeployments,
  openGitHubGateRules,
  openGitHubIssues,
  openGitHubLfs,
  openGitHubMerges,
  openGitHubOpenPulls,
  openGitHubProvenance,
  openGitHubPulls,
  openGitHubReleases,
  openGitHubRuns,
  openGitHubSeals,
  openGitHubStatuses,
  readGitHubContext,
} from '../src/adapters/github/index.ts'
import { NOBODY, refusing } from '../src/doors/no-engines.ts'
import { once } from '../src/doors/once.ts'
import { type Engines, portsOf } from '../src/doors/ports.ts'
import type { Activities, Checks, Claims, GateRules, Issues, Ports, Pulls } from '../src/ports.ts'
import { instanceName } from './instance-name.ts'
import type { Settings } from './settings.ts'
import type { Target } from './targets.ts'

/** A repository that the App is installed on, as it can be read and written now. */
export interface Reach {
  readonly ports: Ports
  readonly pulls: Pulls
  readonly checks: Checks
  readonly claims: Claims
  readonly activities: Activities
  readonly issues: Issues
  /** The App's own, as `modelyard[bot]`. */
  readonly login: string
  /** The App's number. */
  readonly app: number
  readonly gateRules: GateRules
  defaultBranch(): Promise<string>
  /** Fetches refs into the copy that `ports` read; those that are not there are left out. */
  fetch(refs: readonly string[]): Promise<ReadonlyMap<string, string>>
}

/** Copies of repositories; one more takes the place of the one that was not asked for for longest. */
const MOST_MIRRORS = 50

/**
 * Reaches repositories by the tokens of installations.
 *
 * @param tokenOf - Of an installation, kept by whoever gives it until it runs out.
 * @param loginOf - The App's own.
 */
export function openReach(
  settings: Settings,
  tokenOf: (installation: number) => Promise<string>,
  loginOf: () => Promise<string>,
) {
  const mirrors = new Map<string, Mirror>()
  const name = once(() => instanceName(settings.cacheFolder))

  async function mirrorOf(owner: string, repository: string): Promise<Mirror> {
    const name = `${owner}/${repository}`.toLowerCase()
    const folder = join(settings.cacheFolder, `${name.replaceAll('/', '__')}.git`)
    const known = mirrors.get(name) ?? (await openMirror(folder, `${settings.serverUrl}/${name}.git`))
    mirrors.delete(name)
    mirrors.set(name, known)
    for (const [oldest, mirror] of mirrors) {
      if (mirrors.size <= MOST_MIRRORS) break
      mirrors.delete(oldest)
      await rm(mirror.folder, { recursive: true, force: true })
    }
    return known
  }

  return async ({ installation, owner, repository }: Target): Promise<Reach> => {
    const token = await tokenOf(installation)
    const { apiUrl, graphqlUrl, serverUrl } = settings
    const context = await readGitHubContext(
      {
        GITHUB_REPOSITORY: `${owner}/${repository}`,
        GITHUB_API_URL: apiUrl,
        GITHUB_GRAPHQL_URL: graphqlUrl,
        GITHUB_SERVER_URL: serverUrl,
      },
      token,
    )
    const mirror = await mirrorOf(owner, repository)
    const ports = portsOf({
      folder: mirror.folder,
      git: await openGit(mirror.folder, 'isomorphic'),
      people: NOBODY,
      engines: NO_ENGINES,
      comments: openGitHubComments(context),
      statuses: openGitHubStatuses(context),
      runs: openGitHubRuns(context),
      seals: openGitHubSeals(context),
      merges: openGitHubMerges(context),
      deployments: openGitHubDeployments(context),
      openPulls: openGitHubOpenPulls(context),
      outer: async () => ({ releases: openGitHubReleases(context), lfs: openGitHubLfs(context) }),
    })
    const provenance = openGitHubProvenance(context)
    const login = await loginOf()
    return {
      ports: { ...ports, provenance },
      defaultBranch: () => provenance.defaultBranch(),
      pulls: openGitHubPulls(context),
      checks: openGitHubChecks(context, settings.appId),
      claims: openGitHubClaims(context, await name()),
      activities: openGitHubActivities(context),
      issues: openGitHubIssues(context, login),
      login,
      app: settings.appId,
      gateRules: openGitHubGateRules(context),
      fetch: refs => mirror.fetch(refs, token),
    }
  }
}

const ELSEWHERE = 'a workflow does that, which the App starts on the default branch'

/** The App runs no model, no query over data and no command of a repository. */
const NO_ENGINES: Engines = {
  inference: refusing('the App runs no models', ELSEWHERE),
  stopwatch: refusing('the App runs no models', ELSEWHERE),
  tables: refusing('the App reads no data', ELSEWHERE),
  endpoint: refusing('the App asks no endpoints', ELSEWHERE),
  process: refusing('the App starts no command', ELSEWHERE),
}
