import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readRef } from '../../sandbox/git/refs.ts'
import type { SandboxOptions } from '../../sandbox/server.ts'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { openGitByProgram } from '../../src/adapters/git/by-program.ts'
import { openGitHubBranchRules } from '../../src/adapters/github/branch-rules.ts'
import { openGitHubComments } from '../../src/adapters/github/comments.ts'
import { openGitHubDeployments } from '../../src/adapters/github/deployments.ts'
import { openGitHubIssues } from '../../src/adapters/github/issues.ts'
import { openGitHubMerges } from '../../src/adapters/github/merges.ts'
import { openGitHubMonitorHistory } from '../../src/adapters/github/monitor-history.ts'
import { openGitHubOpenPulls } from '../../src/adapters/github/open-pulls.ts'
import { openGitHubPullRequests } from '../../src/adapters/github/pull-requests.ts'
import { openGitHubRuns } from '../../src/adapters/github/runs.ts'
import { openGitHubSeals } from '../../src/adapters/github/seals.ts'
import { openGitHubStatuses } from '../../src/adapters/github/statuses.ts'
import { promote } from '../../src/commands/promote.ts'
import { seal } from '../../src/commands/seal.ts'
import { AUDIT_BRANCH, Seal } from '../../src/domain/registry/seal.ts'
import type { SealResult } from '../../src/domain/results/seal.ts'
import { portsOf } from '../../src/doors/ports.ts'
import type { Ports } from '../../src/ports.ts'
import {
  fakeEndpoint,
  fakeInference,
  fakePeople,
  fakeProcess,
  fakePrometheus,
  fakeStopwatch,
  fakeTables,
} from '../fakes/ports.ts'
import { cloneOf, hostedScene, MERGE, personIn, REVIEWS } from '../sandbox/hosted.ts'
import { contextAt } from '../support/github-server.ts'
import { promotion } from '../support/models.ts'
import { evidenceFile, modelFiles } from '../support/registry-files.ts'
import { runAction } from '../support/run-action.ts'
import { gitHubOf, STARTED_BY_GRACE } from '../support/sandbox.ts'
import { REGISTRY_FILES, sha256, TEST_ROWS } from '../support/workbench.ts'

export const GRANTED = {
  contents: 'write',
  pull_requests: 'write',
  deployments: 'write',
  actions: 'write',
  statuses: 'write',
} as const

export const DEPLOY = `on:
  workflow_dispatch:
    inputs: {model: {required: true}, version: {required: true}, digest: {required: true}}
jobs: {}
`
export const CONFIG = `registry: registry-data
deploy: {staging: .github/workflows/deploy.yml}
environments: {staging: churn-staging}
`
export const definition = (approvals: string) => `task: binary-classification
target: churn
positive-class: "Yes"
evaluate: {data: {uri: data/test.csv, sha256: ${sha256(TEST_ROWS)}}}
policy:
  staging: {gates: [{metric: roc-auc, min: 0.7}], defaults: false${approvals}}
`
const APPROVALS = ', approvals: {required: 1, from: ["@grace"]}'

/** Three versions of a model on `main`; a job promotes, people approve and merge, and a job seals. */
export async function merging({
  approvals = APPROVALS,
  config = CONFIG,
  files = {},
  ...options
}: SandboxOptions & {
  readonly approvals?: string
  readonly config?: string
  readonly files?: Readonly<Record<string, string>>
} = {}) {
  const scene = await hostedScene(GRANTED, options)
  const { sandbox, repository, token, clone, bare, place } = scene
  repository.actionsMayOpenPulls = true
  await clone.commit('Add the registry', {
    ...REGISTRY_FILES,
    ...modelFiles('churn', { definition: definition(approvals), versions: [{}, {}, {}] }),
    '.github/modelyard.yml': config,
    '.github/workflows/deploy.yml': DEPLOY,
    ...files,
  })
  await clone.git('push', '-q', 'origin', 'main')
  const checkout = async () => (await cloneOf(scene, 'ada')).root
  const ports = (root: string, { value } = token) => portsIn(root, contextAt(sandbox.url, { token: value }))
  /** A promotion as a job opens it, or whoever a token is of; the pull request's number. */
  const propose = async (
    version: number,
    evidence: Readonly<Record<string, string>> = evidenceFile('churn', version, 0.9),
    stage = 'staging',
    as = token,
  ): Promise<number> => {
    const root = await checkout()
    const folder = join(root, `.git/modelyard/evidence/churn/${version}`)
    await mkdir(folder, { recursive: true })
    for (const [path, text] of Object.entries(evidence)) await writeFile(join(folder, basename(path)), text)
    const result = await promote.execute(
      { model: 'churn', version: `${version}`, stage },
      ports(root, as),
      {},
    )
    const number = result.kind === 'move' ? result['pull-request']?.number : undefined
    if (number === undefined) throw new Error(JSON.stringify(result))
    return number
  }
  const merge = (pull: number, method: 'squash' | 'merge' | 'rebase' = 'squash') =>
    scene.ada.octokit.request(MERGE, { ...place, pull_number: pull, merge_method: method })
  const approve = (pull: number, login = 'grace') =>
    personIn(scene, login).octokit.request(REVIEWS, { ...place, pull_number: pull, event: 'APPROVE' })
  /** One run of the job that seals. */
  const sealing = async (): Promise<SealResult> =>
    (await seal.execute({}, ports(await checkout()), {})) as SealResult
  /** The seals that are there, by path, and the commits that wrote them. */
  const seals = async () => {
    if ((await readRef(bare, `refs/heads/${AUDIT_BRANCH}`)) === undefined) return { files: {}, commits: 0 }
    await clone.git('fetch', '-q', 'origin', AUDIT_BRANCH)
    const paths = (await clone.git('ls-tree', '-r', '--name-only', 'FETCH_HEAD')).split('\n')
    const read = async (path: string) =>
      [path, Seal.parse(JSON.parse(await clone.git('show', `FETCH_HEAD:${path}`)))] as const
    return {
      files: Object.fromEntries(await Promise.all(paths.filter(path => path.endsWith('.json')).map(read))),
      commits: Number(await clone.git('rev-list', '--count', 'FETCH_HEAD')),
    }
  }
  /** The committed bundle, as a job that grace started runs it. */
  const step = (
    action: string,
    folder: string,
    inputs: Readonly<Record<string, string>> = {},
    signal?: AbortSignal,
  ) =>
    runAction(action, {
      ...(signal && { signal }),
      folder,
      inputs,
      token: token.value,
      env: { ...gitHubOf(sandbox), ...STARTED_BY_GRACE },
    })
  const pulls = () => pullsOf(repository).map(({ number, state }) => `${number} ${state}`)
  return { ...scene, checkout, propose, merge, approve, sealing, seals, step, pulls, ports }
}

/** Version 2 in staging, which displaced version 1, on record. */
export async function displaced() {
  return merging({
    files: modelFiles('churn', {
      definition: definition(''),
      versions: [{}, {}, {}],
      records: [
        promotion(1, 'development', 'staging', { aliases: { challenger: 1 } }),
        promotion(2, 'development', 'staging', { displaces: 1, aliases: { challenger: 2 } }),
      ],
    }),
  })
}

/** The branches of what that scene can be asked for. */
export const ROLLBACK = 'modelyard/churn/rollback-1-staging'
export const ARCHIVE = 'modelyard/churn/archive-3'

function portsIn(root: string, context: ReturnType<typeof contextAt>): Ports {
  const options = { timeoutMs: 3000, sleep: async () => {} }
  const engines = {
    inference: fakeInference(),
    stopwatch: fakeStopwatch(),
    endpoint: fakeEndpoint(),
    prometheus: fakePrometheus(),
    tables: fakeTables(),
    process: fakeProcess(),
  }
  const ports = portsOf({
    folder: root,
    git: openGitByProgram(root),
    people: fakePeople(),
    engines,
    comments: openGitHubComments(context, options),
    statuses: openGitHubStatuses(context, options),
    runs: openGitHubRuns(context, options),
    seals: openGitHubSeals(context, options),
    outer: async () => Promise.reject(new Error('nothing here lies outside the repository')),
    issues: openGitHubIssues(context, options),
    merges: openGitHubMerges(context, options),
    monitorHistory: openGitHubMonitorHistory(context, options),
    deployments: openGitHubDeployments(context, options),
    openPulls: openGitHubOpenPulls(context, options),
  })
  const ada = { name: 'ada', email: 'ada@users.noreply.github.com', source: 'the run' }
  return {
    ...ports,
    pullRequests: openGitHubPullRequests(context, options),
    branchRules: openGitHubBranchRules(context, options),
    identity: { committer: async () => ada },
  }
}
