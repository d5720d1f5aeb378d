import type { Granted } from '../../sandbox/roles.ts'
import type { SandboxOptions } from '../../sandbox/server.ts'
import { commentsOf } from '../../sandbox/state/issues.ts'
import { addRun, type NewRun, type Run } from '../../sandbox/state/runs.ts'
import { statusesOf } from '../../sandbox/state/statuses.ts'
import { cloneOf, hostedScene, PULLS, pushBranch } from '../sandbox/hosted.ts'
import { runAction } from './run-action.ts'
import { temporaryFolder } from './temporary.ts'

export const CALLER = '.github/workflows/modelyard.yml'
export const GRANTED = {
  actions: 'read',
  contents: 'read',
  pull_requests: 'write',
  statuses: 'write',
} as const
export const PASSED = {
  'pipeline / registry': 'success',
  'pipeline / lint churn': 'success',
  'pipeline / train ${{ matrix.model }} on a sample': 'skipped',
  'pipeline / test churn': 'success',
  'pipeline / contract of ${{ matrix.model }}': 'skipped',
  'pipeline / report': 'success',
} as const

export interface ForkFacts {
  /** Other files of the base. */
  readonly base?: Readonly<Record<string, string>>
  /** What the fork's branch changes. */
  readonly changes?: Readonly<Record<string, string>>
  /** `.github/modelyard.yml` of the base. */
  readonly config?: string
  readonly granted?: Granted
  readonly options?: SandboxOptions
}

/** A pull request of a fork's whose run has ended, and the Actions that its end starts, from their committed bundles. */
export async function forkScene({
  base = {},
  changes = { 'b.txt': 'b\n' },
  config = `workflows: [${CALLER}]\n`,
  granted = GRANTED,
  options,
}: ForkFacts = {}) {
  const scene = await hostedScene(granted, options)
  const { sandbox, repository, clone, rita, place, token } = scene
  await clone.commit('list', {
    ...base,
    '.github/modelyard.yml': config,
    [CALLER]: 'on: pull_request\n',
  })
  await clone.git('push', '-q', 'origin', 'HEAD:main')
  const fork = sandbox.world.addRepository('rita/models', { forkOf: repository.id })
  await sandbox.host(fork)
  const forkClone = await cloneOf(scene, 'rita', fork)
  const head = await pushBranch(forkClone, 'idea', changes)
  const { data } = await rita.octokit.request(PULLS, {
    ...place,
    title: 'Idea',
    head: 'rita:idea',
    base: 'main',
  })
  const ended = (facts: Partial<NewRun> = {}) =>
    addRun(sandbox.world, repository, {
      headSha: head,
      headBranch: 'idea',
      headRepository: 'rita/models',
      actor: 'rita',
      jobs: PASSED,
      ...facts,
    })
  const started = async (
    action: string,
    run: Run,
    inputs: Readonly<Record<string, string>> = {},
    signal?: AbortSignal,
  ) =>
    runAction(action, {
      ...(signal && { signal }),
      folder: await temporaryFolder(),
      inputs: { run: String(run.id), ...inputs },
      token: token.value,
      event: { action: 'completed', workflow_run: payloadOf(run, fork.id) },
      env: {
        GITHUB_API_URL: sandbox.url,
        GITHUB_GRAPHQL_URL: sandbox.graphqlUrl,
        GITHUB_REPOSITORY: 'acme/models',
        GITHUB_EVENT_NAME: 'workflow_run',
        GITHUB_RUN_ID: '5000',
        GITHUB_WORKFLOW_REF: 'acme/models/.github/workflows/modelyard-fork.yml@refs/heads/main',
        GITHUB_SHA: 'c'.repeat(40),
      },
    })
  return {
    ...scene,
    fork,
    forkClone,
    head,
    number: data.number,
    ended,
    started,
    comments: () => commentsOf(repository),
    statuses: () => statusesOf(repository),
  }
}

/** As the event of a run's end names it. */
export function payloadOf(run: Run, headRepository: number): object {
  return {
    id: run.id,
    run_attempt: run.attempt,
    path: run.path,
    event: run.event,
    head_sha: run.headSha,
    head_branch: run.headBranch,
    head_repository: { id: headRepository, owner: { login: run.headRepository.split('/')[0] } },
    pull_requests: [],
  }
}
