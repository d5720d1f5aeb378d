import { openGit } from '../src/adapters/git/index.ts'
import { openTreeWorktree } from '../src/adapters/git/tree-worktree.ts'
import {
  openGitHubActivities,
  openGitHubChecks,
  openGitHubClaims,
  openGitHubConversations,
  openGitHubIssues,
  openGitHubPulls,
  openGitHubWaitingJobs,
} from '../src/adapters/github/app.ts'
import {
  type ApiOptions,
  type GitHubContext,
  openGitHubComments,
  openGitHubDeployments,
  openGitHubGateRules,
  openGitHubLfs,
  openGitHubMerges,
  openGitHubMonitorHistory,
  openGitHubOpenPulls,
  openGitHubProvenance,
  openGitHubPullRequests,
  openGitHubReleases,
  openGitHubRuns,
  openGitHubSeals,
  openGitHubStatuses,
  readGitHubContext,
} from '../src/adapters/github/index.ts'
import { askedBy } from '../src/commands/asked-by.ts'
import { NOBODY, refusing } from '../src/doors/no-engines.ts'
import { once } from '../src/doors/once.ts'
import { type Engines, portsOf } from '../src/doors/ports.ts'
import type {
  Activities,
  Checks,
  Claims,
  Conversations,
  GateRules,
  Issues,
  Ports,
  PullRequests,
  Pulls,
  RecordedRun,
  WaitingJobs,
  Worktree,
} from '../src/ports.ts'
import { instanceName } from './instance-name.ts'
import { openMirrors } from './mirrors.ts'
import { type EvidenceMemory, rememberingEvidence } from './remembered-evidence.ts'
import { type RulesMemory, rememberingRules } from './remembered-rules.ts'
import type { Settings } from './settings.ts'
import type { Target } from './targets.ts'
import type { Standing } from './tokens.ts'

/** A repository that the App is installed on, as it can be read and written now. */
export interface Reach {
  readonly ports: Ports
  readonly pulls: Pulls
  readonly checks: Checks
  readonly claims: Claims
  readonly conversations: Conversations
  readonly jobs: WaitingJobs
  readonly activities: Activities
  readonly issues: Issues
  readonly pullRequests: PullRequests
  readonly isFork: boolean
  /** Where people read it. */
  readonly page: string
  /** The App's own, as `modelyard[bot]`. */
  readonly login: string
  /** The files of a commit that was fetched. */
  worktreeAt(commit: string): Worktree
  /** The same, for what a run left that ended. */
  portsOfRun(run: RecordedRun): Ports
  /** Pull requests whose commits name who asked. */
  pullRequestsFor(asker: Parameters<typeof askedBy>[1]): PullRequests
  /** The same ports, for what a person asks for: they are named as who asks, and what changes becomes a pull request. */
  portsFor(asker: Asker): Ports
  /** The App's number. */
  readonly app: number
  readonly gateRules: GateRules
  defaultBranch(): Promise<string>
  /** The commit of the default branch as it stands now, fetched; undefined in an empty repository. */
  tip(): Promise<string | undefined>
  /** Fetches refs into the copy that `ports` read; those that are not there are left out. */
  fetch(refs: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The refs below a prefix and their commits; nothing is fetched. */
  refs(prefix: string): Promise<ReadonlyMap<string, string>>
}

/** A person, as GitHub names whoever wrote or pressed. */
export interface Asker {
  readonly login: string
  readonly id: number
}

/**
 * Reaches repositories by tokens that are for one of them each.
 *
 * @param self - The login of the App's own account.
 */
export function openReach(settings: Settings, self: () => Promise<string>) {
  const mirrorOf = openMirrors(settings.cacheFolder, place => `${settings.serverUrl}/${place}.git`)
  const evidence: EvidenceMemory = new Map()
  const rules: RulesMemory = new Map()
  const name = once(() => instanceName(settings.cacheFolder))

  return async (
    { id }: Target,
    { token, owner, name: repository, isFork }: Standing,
    options: ApiOptions = {},
  ): Promise<Reach> => {
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
    const git = await openGit(mirror.folder, 'isomorphic')
    const login = await self()
    const issues = openGitHubIssues(context, { ...options, login })
    const ports = portsOf({
      folder: mirror.folder,
      git,
      people: NOBODY,
      engines: NO_ENGINES,
      comments: openGitHubComments(context, options),
      statuses: openGitHubStatuses(context, options),
      runs: openGitHubRuns(context, options),
      seals: openGitHubSeals(context, {
        ...options,
        read: branch => readFiles(git.repository, `refs/heads/${branch}`, refs => mirror.fetch(refs, token)),
      }),
      monitorHistory: openGitHubMonitorHistory(context, options),
      issues,
      merges: openGitHubMerges(context, options),
      deployments: openGitHubDeployments(context, options),
      openPulls: openGitHubOpenPulls(context, options),
      outer: async () => ({
        releases: openGitHubReleases(context, options),
        lfs: openGitHubLfs(context, options),
      }),
    })
    const standing = once(() => mirror.fetchDefault(token))
    const defaultBranch = async () => (await standing()).branch
    const checks = openGitHubChecks(context, settings.appId, options)
    const own: Ports = {
      ...ports,
      checks,
      // Nothing lies on disk that could differ from what is committed.
      worktree: { ...ports.worktree, modified: async () => [] },
      provenance: {
        ...rememberingEvidence(openGitHubProvenance(context, options), evidence, id),
        defaultBranch,
      },
      app: { login },
    }
    const pullRequestsFor: Reach['pullRequestsFor'] = asker =>
      askedBy(openGitHubPullRequests(context, options), asker)
    return {
      ports: own,
      portsOfRun: run => {
        const ofRun = contextOfRun(context, run)
        return { ...own, runs: openGitHubRuns(ofRun, options), comments: openGitHubComments(ofRun, options) }
      },
      pullRequestsFor,
      portsFor: asker => ({
        ...own,
        identity: { committer: async () => committerOf(asker) },
        pullRequests: pullRequestsFor({ is: 'person', login: asker.login }),
      }),
      defaultBranch,
      tip: async () => (await standing()).commit,
      pulls: openGitHubPulls(context, options),
      checks,
      claims: openGitHubClaims(context, await name(), options),
      conversations: openGitHubConversations(context, login, options),
      jobs: openGitHubWaitingJobs(context, settings.appId, options),
      activities: openGitHubActivities(context, options),
      issues,
      pullRequests: openGitHubPullRequests(context, options),
      isFork,
      page: `${serverUrl}/${owner}/${repository}`,
      login,
      worktreeAt: commit => openTreeWorktree(ports.repository, commit, `/${repository}`),
      app: settings.appId,
      gateRules: rememberingRules(openGitHubGateRules(context, options), rules, id),
      fetch: refs => mirror.fetch(refs, token),
      refs: prefix => mirror.list(prefix, token),
    }
  }
}

/** A branch that nobody but us writes, out of the copy: which files it has. */
async function readFiles(
  repository: Ports['repository'],
  ref: string,
  fetch: Reach['fetch'],
): Promise<{ readonly commit: string; readonly paths: ReadonlySet<string> } | undefined> {
  const commit = (await fetch([ref])).get(ref)
  if (commit === undefined) return undefined
  return { commit, paths: new Set((await repository.listFiles(commit, '')).map(({ path }) => path)) }
}

/** As a job sees it that the run's end starts, by GitHub's record in the place of an event. */
function contextOfRun(context: GitHubContext, run: RecordedRun): GitHubContext {
  const { id, attempt, workflow: path, headSha, headBranch = '', head } = run
  const workflowRun =
    head === undefined
      ? undefined
      : { id, attempt, path, headSha, headBranch, headOwner: head.owner, headRepositoryId: head.repositoryId }
  return { ...context, event: { ...context.event, name: 'workflow_run', workflowRun } }
}

function committerOf({ login, id }: Asker) {
  return { name: login, email: `${id}+${login}@users.noreply.github.com`, source: 'GitHub' }
}

const ELSEWHERE = 'a workflow does that, which the App starts on the default branch'

/** The App runs no model, no query over data and no command of a repository. */
const NO_ENGINES: Engines = {
  inference: refusing('the App runs no models', ELSEWHERE),
  stopwatch: refusing('the App runs no models', ELSEWHERE),
  tables: refusing('the App reads no data', ELSEWHERE),
  endpoint: refusing('the App asks no endpoints', ELSEWHERE),
  prometheus: refusing('the App asks no Prometheus server', ELSEWHERE),
  process: refusing('the App starts no command', ELSEWHERE),
}
