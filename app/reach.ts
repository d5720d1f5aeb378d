import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openGit } from '../src/adapters/git/index.ts'
import { type Mirror, openMirror } from '../src/adapters/git/mirror.ts'
import { openTreeWorktree } from '../src/adapters/git/tree-worktree.ts'
import {
  openGitHubChecks,
  openGitHubClaims,
  openGitHubComments,
  openGitHubDeployments,
  openGitHubLfs,
  openGitHubMerges,
  openGitHubOpenPulls,
  openGitHubProvenance,
  openGitHubPullRequests,
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
import type { Checks, Claims, Ports, PullRequests, Pulls, Worktree } from '../src/ports.ts'
import { instanceName } from './instance-name.ts'
import type { Settings } from './settings.ts'
import type { Target } from './targets.ts'
import type { Standing } from './tokens.ts'

/** A repository that the App is installed on, as it can be read and written now. */
export interface Reach {
  readonly ports: Ports
  readonly pulls: Pulls
  readonly checks: Checks
  readonly claims: Claims
  readonly pullRequests: PullRequests
  readonly isFork: boolean
  /** Where people read it. */
  readonly page: string
  /** The files of a commit that was fetched. */
  worktreeAt(commit: string): Worktree
  defaultBranch(): Promise<string>
  /** Fetches refs into the copy that `ports` read; those that are not there are left out. */
  fetch(refs: readonly string[]): Promise<ReadonlyMap<string, string>>
}

/** Copies of repositories; one more takes the place of the one that was not asked for for longest. */
const MOST_MIRRORS = 50

/** Reaches repositories by tokens that are for one of them each. */
export function openReach(settings: Settings) {
  const mirrors = new Map<number, Named>()
  const name = once(() => instanceName(settings.cacheFolder))

  /** A copy is of one repository, whatever that is called: a name may go to another one. */
  async function mirrorOf(id: number, place: string): Promise<Mirror> {
    const before = mirrors.get(id)
    const known =
      before?.place === place
        ? before
        : {
            place,
            mirror: await openMirror(
              join(settings.cacheFolder, `${id}.git`),
              `${settings.serverUrl}/${place}.git`,
            ),
          }
    mirrors.delete(id)
    mirrors.set(id, known)
    for (const [oldest, { mirror }] of mirrors) {
      if (mirrors.size <= MOST_MIRRORS) break
      mirrors.delete(oldest)
      await rm(mirror.folder, { recursive: true, force: true })
    }
    return known.mirror
  }

  return async ({ id }: Target, { token, owner, name: repository, isFork }: Standing): Promise<Reach> => {
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
    const mirror = await mirrorOf(id, `${owner}/${repository}`)
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
    return {
      ports: { ...ports, provenance },
      defaultBranch: () => provenance.defaultBranch(),
      pulls: openGitHubPulls(context),
      checks: openGitHubChecks(context, settings.appId),
      claims: openGitHubClaims(context, await name()),
      pullRequests: openGitHubPullRequests(context),
      isFork,
      page: `${serverUrl}/${owner}/${repository}`,
      worktreeAt: commit => openTreeWorktree(ports.repository, commit, `/${repository}`),
      fetch: refs => mirror.fetch(refs, token),
    }
  }
}

interface Named {
  /** `OWNER/NAME`, as it was when the copy was opened. */
  readonly place: string
  readonly mirror: Mirror
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
