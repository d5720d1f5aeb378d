import type { ByteStore, Comments, PullRequests, Runs, Statuses, StoredAt } from '../ports.ts'
import { once } from './once.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What is written and read on GitHub. */
export interface GitHubPorts {
  readonly comments: Comments
  readonly statuses: Statuses
  readonly runs: Runs
  readonly pullRequests: PullRequests
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
  const comments = async () => (await load()).comments
  const runs = async () => (await load()).runs
  return {
    comments: {
      origin: async () => (await comments()).origin(),
      targetOfRun: async on => (await comments()).targetOfRun(on),
      find: async (target, marker) => (await comments()).find(target, marker),
      create: async (target, body) => (await comments()).create(target, body),
      update: async (target, comment, body) => (await comments()).update(target, comment, body),
      remove: async (target, comment) => (await comments()).remove(target, comment),
      showAgain: async comment => (await comments()).showAgain(comment),
      take: async (target, comment) => (await comments()).take(target, comment),
      pause: async round => (await comments()).pause(round),
    },
    statuses: { set: async status => (await load()).statuses.set(status) },
    runs: {
      finished: async run => (await runs()).finished(run),
      jobs: async run => (await runs()).jobs(run),
      pullRequest: async () => (await runs()).pullRequest(),
      changedPaths: async pull => (await runs()).changedPaths(pull),
      readFile: async (branch, path) => (await runs()).readFile(branch, path),
      leftFiles: async (run, limits) => (await runs()).leftFiles(run, limits),
    },
    pullRequests: {
      earlier: async branch => (await load()).pullRequests.earlier(branch),
      propose: async proposal => (await load()).pullRequests.propose(proposal),
    },
    outer: async () => (await load()).outer(),
  }
}

async function open(environment: Environment, token: string | undefined): Promise<GitHubPorts> {
  const {
    openGitHubComments,
    openGitHubLfs,
    openGitHubPullRequests,
    openGitHubReleases,
    openGitHubRuns,
    openGitHubStatuses,
    readGitHubContext,
  } = await import('../adapters/github/index.ts')
  const context = await readGitHubContext(environment, token)
  return {
    comments: openGitHubComments(context),
    statuses: openGitHubStatuses(context),
    runs: openGitHubRuns(context),
    pullRequests: openGitHubPullRequests(context),
    outer: once(async () => ({ releases: openGitHubReleases(context), lfs: openGitHubLfs(context) })),
  }
}
