import { expect, test } from 'vitest'
import { commitCommentsOf } from '../../sandbox/state/commit-comments.ts'
import { deploymentsOf } from '../../sandbox/state/deployments.ts'
import { addPull, commentsOf, pullsOf } from '../../sandbox/state/issues.ts'
import { triggersOf } from '../../sandbox/state/triggers.ts'
import { AUDIT_BRANCH } from '../../src/domain/registry/seal.ts'
import { pushBranch } from '../sandbox/hosted.ts'
import { artifactDigest } from '../support/registry-files.ts'
import { readMetadata, runAction } from '../support/run-action.ts'
import { merging } from './merging.ts'

type Scene = Awaited<ReturnType<typeof merging>>

const dispatches = ({ repository }: Scene) =>
  triggersOf(repository).filter(({ event }) => event === 'workflow_dispatch')

/** The committed bundle, as a job starts it. */
async function byAction({ sandbox, token, checkout }: Scene) {
  return runAction('actions/seal', {
    folder: await checkout(),
    token: token.value,
    env: {
      GITHUB_API_URL: sandbox.url,
      GITHUB_GRAPHQL_URL: sandbox.graphqlUrl,
      GITHUB_REPOSITORY: 'acme/models',
    },
  })
}

test('what was merged and approved is sealed, deployed and dispatched, and a repeat does nothing', async () => {
  const scene = await merging()
  const pull = await scene.propose(1)
  await scene.approve(pull)
  const { data: merged } = await scene.merge(pull)
  const first = await byAction(scene)
  expect(first, first.log).toMatchObject({ status: 0, outputs: { outcome: 'passed', sealed: '["churn/1"]' } })
  const declared = Object.keys((await readMetadata('actions/seal')).outputs ?? {})
  expect(Object.keys(first.outputs).filter(name => !declared.includes(name))).toEqual([])
  const head = pullsOf(scene.repository)[0]?.pull.headSha
  const { files, commits } = await scene.seals()
  expect(files).toEqual({
    'churn/1.json': {
      schema: 1,
      'pull-request': pull,
      head,
      'merge-commit': merged.sha,
      'merged-by': 'ada',
      'merged-at': expect.any(String),
      approvals: [
        {
          login: 'grace',
          id: expect.any(Number),
          review: expect.any(Number),
          commit: head,
          at: expect.any(String),
        },
      ],
      held: { outcome: 'passed', 'policy-commit': expect.any(String), reasons: ['1 of 1 given'] },
      gates: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  })
  expect(commits).toBe(2)
  const digest = artifactDigest('churn', 1)
  expect(deploymentsOf(scene.repository)).toMatchObject([
    {
      sha: merged.sha,
      environment: 'churn-staging',
      task: 'modelyard:churn/1',
      payload: { model: 'churn', version: 1, digest },
      statuses: [
        { state: 'pending' },
        { state: 'queued', logUrl: expect.stringContaining('/actions/runs/') },
      ],
    },
  ])
  expect(dispatches(scene)).toMatchObject([
    { path: '.github/workflows/deploy.yml', inputs: { model: 'churn', version: '1', digest } },
  ])
  const before = scene.sandbox.log.length
  const again = await byAction(scene)
  expect(again.outputs, again.log).toMatchObject({ outcome: 'passed', sealed: '[]' })
  // The branch and its tree, once.
  const calls = scene.sandbox.log.slice(before).filter(({ actor }) => actor === 'github-actions[bot]')
  expect(calls.map(({ method }) => method)).toEqual(['GET', 'GET'])
  expect(dispatches(scene)).toHaveLength(1)
  expect(scene.sandbox.unusedPermissions(scene.token)).toEqual([])
})

test('of two merges since the last run both are sealed, in order, and the last one is deployed', async () => {
  const scene = await merging()
  for (const version of [1, 2]) {
    const pull = await scene.propose(version)
    await scene.approve(pull)
    await scene.merge(pull, version === 1 ? 'merge' : 'rebase')
  }
  const result = await scene.sealing()
  expect(result).toMatchObject({
    outcome: 'passed',
    sealed: [
      { record: 1, remarks: ['not deployed: record 2 came after it'] },
      { record: 2, deployment: { change: 'created' } },
    ],
  })
  expect(Object.keys((await scene.seals()).files)).toEqual(['churn/1.json', 'churn/2.json'])
  expect(dispatches(scene).map(({ inputs }) => inputs?.version)).toEqual(['2'])
})

test('a merge that nobody approved is sealed as it was, told on its commit, and not deployed', async () => {
  const scene = await merging()
  const pull = await scene.propose(1)
  const { data: merged } = await scene.merge(pull)
  const run = await byAction(scene)
  expect(run, run.log).toMatchObject({ status: 1, outputs: { outcome: 'failed', alarms: '1' } })
  expect(run.annotations).toMatchObject([
    { level: 'error', message: expect.stringContaining('0 of 1 given') },
  ])
  const { files } = await scene.seals()
  expect(files['churn/1.json']).toMatchObject({ approvals: [], held: { outcome: 'failed' } })
  const comments = () => commitCommentsOf(scene.repository)
  expect(comments()).toMatchObject([{ sha: merged.sha, body: expect.stringContaining('0 of 1 given') }])
  expect([deploymentsOf(scene.repository), dispatches(scene)]).toEqual([[], []])
  expect((await scene.sealing()).sealed).toEqual([])
  expect(comments()).toHaveLength(1)
})

test("an approval of an earlier head, a dismissed one and a bot's do not count", async () => {
  const scene = await merging({ approvals: ', approvals: {required: 1}' })
  scene.sandbox.world.addAccount('mia')
  scene.repository.collaborators.set('mia', 'maintain')
  const pull = await scene.propose(1)
  // A writer without `maintain`, and the job itself.
  await scene.approve(pull, 'grace')
  await scene.octokit.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
    ...scene.place,
    pull_number: pull,
    event: 'COMMENT',
    body: 'looks fine',
  })
  await scene.merge(pull)
  const result = await scene.sealing()
  expect(result.sealed[0]).toMatchObject({
    outcome: 'failed',
    approvals: ['grace'],
    held: { reasons: ['0 of 1 given', 'grace does not count: has no `maintain` permission'] },
  })
})

test('another proposal of ours for the stage is closed with the reason; one of a person is left alone', async () => {
  const scene = await merging()
  const rival = await scene.propose(2)
  const pull = await scene.propose(1)
  const head = await pushBranch(scene.clone, 'modelyard/churn/promote-3-staging', { 'a.txt': 'mine\n' })
  const { number: persons } = addPull(scene.sandbox.world, scene.repository, {
    author: 'ada',
    headSha: head,
    headRef: 'modelyard/churn/promote-3-staging',
    baseSha: scene.first,
  })
  await scene.approve(pull)
  await scene.merge(pull)
  const result = await scene.sealing()
  expect(result.sealed[0]?.closed.map(({ number }) => number)).toEqual([rival])
  expect(scene.pulls()).toEqual([`${rival} closed`, `${pull} closed`, `${persons} open`])
  expect(commentsOf(scene.repository)).toMatchObject([
    { issue: rival, body: expect.stringContaining(`/pull/${pull}`) },
  ])
})

test('a branch of the seals that moved meanwhile keeps what others wrote', async () => {
  const scene = await merging()
  const pull = await scene.propose(1)
  await scene.approve(pull)
  await scene.merge(pull)
  await scene.clone.git('checkout', '-q', '--orphan', 'audit')
  await scene.clone.git('rm', '-rfq', '.')
  const other = await scene.clone.commit('other', { 'tenure/1.json': '{}\n' })
  await scene.clone.git('push', '-q', 'origin', 'audit:modelyard-audit')
  const seen = scene.ports(await scene.checkout()).seals
  await seen.sealed(AUDIT_BRANCH)
  const next = await scene.clone.commit('more', { 'tenure/2.json': '{}\n' })
  await scene.clone.git('push', '-q', 'origin', 'audit:modelyard-audit')
  const add = (path: string) =>
    seen.add(AUDIT_BRANCH, { path, content: new TextEncoder().encode('{"a": 1}\n'), message: 'seal' })
  expect(await add('churn/1.json')).toBe('written')
  expect(await add('tenure/1.json')).toBe('present')
  await scene.clone.git('fetch', '-q', 'origin', 'modelyard-audit')
  expect(await scene.clone.git('rev-parse', 'FETCH_HEAD~1', 'FETCH_HEAD~2')).toBe(`${next}\n${other}`)
  expect(await scene.clone.git('show', 'FETCH_HEAD:tenure/1.json')).toBe('{}')
})

test('with the App it writes neither seal nor Deployment, and says so', async () => {
  const scene = await merging({ config: 'registry: registry-data\napp: true\n' })
  const pull = await scene.propose(1)
  await scene.merge(pull)
  expect(await scene.sealing()).toMatchObject({
    outcome: 'passed',
    sealed: [],
    remarks: [expect.stringContaining('App')],
  })
  expect(await scene.seals()).toEqual({ files: {}, commits: 0 })
  expect(deploymentsOf(scene.repository)).toEqual([])
})

test('a workflow that cannot be started is told, and what was merged is sealed', async () => {
  const scene = await merging({ files: { '.github/workflows/deploy.yml': 'on: push\njobs: {}\n' } })
  const pull = await scene.propose(1)
  await scene.approve(pull)
  await scene.merge(pull)
  const result = await scene.sealing()
  expect(result).toMatchObject({
    outcome: 'failed',
    sealed: [{ problems: [expect.stringContaining('workflow_dispatch')] }],
  })
  expect(deploymentsOf(scene.repository)[0]?.statuses.at(-1)).toMatchObject({ state: 'error' })
  expect(Object.keys((await scene.seals()).files)).toEqual(['churn/1.json'])
})
