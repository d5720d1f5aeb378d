import type { BranchRules, Comments, PullRequests, Runs, Statuses } from '../ports.ts'
import { once } from './once.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What is written and read on GitHub. */
export interface GitHubPorts {
  readonly comments: Comments
  readonly statuses: Statuses
  readonly runs: Runs
  readonly pullRequests: PullRequests
  readonly branchRules: BranchRules
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
    statuses: {
      set: async status => (await load()).statuses.set(status),
      settle: async (commit, status) => (await load()).statuses.settle(commit, status),
    },
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
      startsByClick: async () => (await load()).pullRequests.startsByClick(),
    },
    branchRules: { effective: async branch => (await load()).branchRules.effective(branch) },
  }
}

async function open(environment: Environment, token: string | undefined): Promise<GitHubPorts> {
  const {
    openGitHubBranchRules,
    openGitHubComments,
    openGitHubPullRequests,
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
    branchRules: openGitHubBranchRules(context),
  }
}
