import type {
  BranchRules,
  ByteStore,
  Comments,
  Deployments,
  Issues,
  Merges,
  MonitorHistory,
  OpenPulls,
  Provenance,
  PullRequests,
  Runs,
  Seals,
  Statuses,
  StoredAt,
} from '../ports.ts'
import { once } from './once.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What is written and read on GitHub. */
export interface GitHubPorts {
  readonly comments: Comments
  readonly statuses: Statuses
  readonly runs: Runs
  readonly pullRequests: PullRequests
  readonly branchRules: BranchRules
  readonly provenance: Provenance
  readonly openPulls: OpenPulls
  readonly seals: Seals
  readonly monitorHistory: MonitorHistory
  readonly issues: Issues
  readonly merges: Merges
  readonly deployments: Deployments
  /** What GitHub keeps of artifacts, for the door's own assembly of them. */
  outer(): Promise<OuterStores>
}

interface OuterStores {
  readonly releases: ByteStore<Extract<StoredAt, { is: 'release' }>>
  readonly lfs: ByteStore<Extract<StoredAt, { is: 'lfs' }>>
}

/**
 * GitHub, as the environment of a run names it; what speaks to it is loaded when it is first asked.
 *
 * @param token - Instead of the environment's.
 */
export function lazyGitHub(environment: Environment, token?: string): GitHubPorts {
  const load = once(() => open(environment, token))
  return {
    branchRules: lazy(load, 'branchRules'),
    comments: lazy(load, 'comments'),
    statuses: lazy(load, 'statuses'),
    runs: lazy(load, 'runs'),
    pullRequests: lazy(load, 'pullRequests'),
    provenance: lazy(load, 'provenance'),
    openPulls: lazy(load, 'openPulls'),
    seals: lazy(load, 'seals'),
    monitorHistory: lazy(load, 'monitorHistory'),
    issues: lazy(load, 'issues'),
    merges: lazy(load, 'merges'),
    deployments: lazy(load, 'deployments'),
    outer: async () => (await load()).outer(),
  }
}

type Method = (...args: readonly unknown[]) => Promise<unknown>

/** A port whose methods, all of which give promises, load it first. */
function lazy<K extends Exclude<keyof GitHubPorts, 'outer'>>(
  load: () => Promise<GitHubPorts>,
  port: K,
): GitHubPorts[K] {
  return new Proxy({} as GitHubPorts[K], {
    get(_target, name): Method | undefined {
      // Whoever looks whether it is a promise, or prints it, is not asking GitHub.
      if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined
      return async (...args) => {
        const methods = (await load())[port] as unknown as Readonly<Record<string, Method>>
        return (methods[name] as Method)(...args)
      }
    },
  })
}

async function open(environment: Environment, token: string | undefined): Promise<GitHubPorts> {
  const {
    openGitHubBranchRules,
    openGitHubComments,
    openGitHubProvenance,
    openGitHubDeployments,
    openGitHubIssues,
    openGitHubMerges,
    openGitHubMonitorHistory,
    openGitHubOpenPulls,
    openGitHubLfs,
    openGitHubPullRequests,
    openGitHubReleases,
    openGitHubRuns,
    openGitHubSeals,
    openGitHubStatuses,
    readGitHubContext,
  } = await import('../adapters/github/index.ts')
  const context = await readGitHubContext(environment, token)
  return {
    comments: openGitHubComments(context),
    statuses: openGitHubStatuses(context),
    runs: openGitHubRuns(context),
    pullRequests: openGitHubPullRequests(context),
    branchRules: openGitHubBranchRules(context),
    provenance: openGitHubProvenance(context),
    openPulls: openGitHubOpenPulls(context),
    seals: openGitHubSeals(context),
    monitorHistory: openGitHubMonitorHistory(context),
    issues: openGitHubIssues(context),
    merges: openGitHubMerges(context),
    deployments: openGitHubDeployments(context),
    outer: once(async () => ({ releases: openGitHubReleases(context), lfs: openGitHubLfs(context) })),
  }
}
