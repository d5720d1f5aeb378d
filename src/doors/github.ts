import type {
  Comments,
  Deployments,
  Merges,
  OpenPulls,
  PullRequests,
  Runs,
  Seals,
  Statuses,
} from '../ports.ts'
import { once } from './once.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What is written and read on GitHub. */
export interface GitHubPorts {
  readonly comments: Comments
  readonly statuses: Statuses
  readonly runs: Runs
  readonly pullRequests: PullRequests
  readonly openPulls: OpenPulls
  readonly seals: Seals
  readonly merges: Merges
  readonly deployments: Deployments
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
    openPulls: {
      list: async into => (await load()).openPulls.list(into),
      find: async number => (await load()).openPulls.find(number),
      close: async number => (await load()).openPulls.close(number),
    },
    ...lazyAfterMerge(load),
  }
}

/** What is asked and written after a merge. */
function lazyAfterMerge(
  load: () => Promise<GitHubPorts>,
): Pick<GitHubPorts, 'seals' | 'merges' | 'deployments'> {
  const merges = async () => (await load()).merges
  const deployments = async () => (await load()).deployments
  return {
    seals: {
      sealed: async branch => (await load()).seals.sealed(branch),
      add: async (branch, seal) => (await load()).seals.add(branch, seal),
    },
    merges: {
      pullOf: async commit => (await merges()).pullOf(commit),
      reviews: async pull => (await merges()).reviews(pull),
      commitAuthors: async pull => (await merges()).commitAuthors(pull),
      authorOf: async pull => (await merges()).authorOf(pull),
      maintains: async login => (await merges()).maintains(login),
      starterOf: async run => (await merges()).starterOf(run),
    },
    deployments: {
      ensure: async request => (await deployments()).ensure(request),
      marks: async id => (await deployments()).marks(id),
      mark: async (id, mark) => (await deployments()).mark(id, mark),
      start: async (workflow, branch, inputs) => (await deployments()).start(workflow, branch, inputs),
      dispatched: async workflow => (await deployments()).dispatched(workflow),
    },
  }
}

async function open(environment: Environment, token: string | undefined): Promise<GitHubPorts> {
  const {
    openGitHubComments,
    openGitHubDeployments,
    openGitHubMerges,
    openGitHubOpenPulls,
    openGitHubPullRequests,
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
    openPulls: openGitHubOpenPulls(context),
    seals: openGitHubSeals(context),
    merges: openGitHubMerges(context),
    deployments: openGitHubDeployments(context),
  }
}
