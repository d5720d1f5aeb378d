import { expect, test } from 'vitest'
import { EVENTS_NEED } from '../../sandbox/permissions.ts'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { commitCommentsOf } from '../../sandbox/state/commit-comments.ts'
import { deploymentsOf } from '../../sandbox/state/deployments.ts'
import { commentsOf, pullsOf } from '../../sandbox/state/issues.ts'
import { triggersOf } from '../../sandbox/state/triggers.ts'
import type { Repository } from '../../sandbox/world.ts'
import { PULLS, pushBranch } from '../sandbox/hosted.ts'
import { CONFIG } from '../sandbox-scenarios/merging.ts'
import { manifest, startedApp } from '../support/app.ts'
import { MEASURES } from '../support/origin.ts'
import { folderOf } from '../support/registry-files.ts'
import { type Judging, judging } from './judging.ts'

const GOVERNED = `${CONFIG}workflows: [${MEASURES}]\napp: true\n`
const dispatches = ({ repository }: Judging) =>
  triggersOf(repository).filter(({ event }) => event === 'workflow_dispatch')

test('a merge is sealed, deployed and started once, and its rival is closed', async () => {
  const scene = await judging({ config: GOVERNED })
  const { app, promotion, approve, merge, seals, pulls, checks, repository } = scene
  const rival = await promotion(2)
  const pull = await promotion(1)
  await app.settled()
  await approve(pull)
  await app.settled()
  expect(checks().map(({ conclusion }) => conclusion)).toEqual(['action_required', 'success'])
  await merge(pull)
  await app.settled()
  expect((await seals()).files).toMatchObject({
    'churn/1.json': { 'pull-request': pull, 'merged-by': 'ada', held: { outcome: 'passed' } },
  })
  expect(deploymentsOf(repository)).toMatchObject([
    { environment: 'churn-staging', task: 'modelyard:churn/1', creator: 'modelyard[bot]' },
  ])
  expect(dispatches(scene)).toHaveLength(1)
  expect(pulls()).toEqual([`${rival} closed`, `${pull} closed`])
  expect(commentsOf(repository)).toMatchObject([{ issue: rival, author: 'modelyard[bot]' }])

  // What a workflow would seal is left to it.
  expect(await scene.sealing()).toMatchObject({ sealed: [], remarks: [expect.stringContaining('App')] })
  for (const { guid } of [...scene.sandbox.webhooks.deliveries]) await scene.sandbox.webhooks.redeliver(guid)
  await app.settled()
  expect([(await seals()).commits, deploymentsOf(repository).length, dispatches(scene).length]).toEqual([
    2, 1, 1,
  ])
})

test('of two promotions that are merged at once one wins, and the other says why it does not', async () => {
  const scene = await judging({ config: GOVERNED })
  const { app, promotion, approve, merge, seals, pulls, repository } = scene
  const racing = [await promotion(1), await promotion(2)]
  for (const pull of racing) await approve(pull)
  await app.settled()
  const merged = await Promise.allSettled(racing.map(pull => merge(pull)))
  const won = racing[merged.findIndex(({ status }) => status === 'fulfilled')]
  const [lost] = racing.filter(pull => pull !== won)
  expect(merged.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await app.settled()
  expect(Object.values((await seals()).files)).toMatchObject([
    { 'pull-request': won, held: { outcome: 'passed' } },
  ])
  expect(pulls()).toEqual(racing.map(pull => `${pull} closed`))
  expect(commentsOf(repository)).toMatchObject([
    { issue: lost, author: 'modelyard[bot]', body: expect.stringContaining(`/pull/${won})`) },
  ])
  // Whoever opens it again is told what stands in its way, and cannot merge it.
  const place = { ...scene.place, pull_number: lost ?? 0 }
  await scene.ada.octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...place,
    state: 'open',
  })
  await app.settled()
  expect(checkRunsOf(repository).find(({ headSha }) => headSha === headOf(repository, lost))).toMatchObject({
    conclusion: 'action_required',
    summary: expect.stringContaining('conflicts with main'),
  })
  await expect(merge(lost ?? 0)).rejects.toThrow()
})

const headOf = (repository: Repository, pull: number | undefined) =>
  pullsOf(repository).find(({ number }) => number === pull)?.pull.headSha

test('without `app: true` workflows seal, and the App does not', async () => {
  const { app, promotion, approve, merge, seals, repository } = await judging()
  const pull = await promotion(1)
  await approve(pull)
  await merge(pull)
  await app.settled()
  expect((await seals()).files).toEqual({})
  expect(deploymentsOf(repository)).toEqual([])
})

test('a merge past the App is told on its commit, and not deployed', async () => {
  const { app, promotion, merge, seals, repository } = await judging({ config: GOVERNED })
  const { data: merged } = await merge(await promotion(1))
  await app.settled()
  expect((await seals()).files).toMatchObject({ 'churn/1.json': { held: { outcome: 'failed' } } })
  expect(deploymentsOf(repository)).toEqual([])
  const [said, ...others] = commitCommentsOf(repository)
  expect([said?.sha, said?.author, others]).toEqual([merged.sha, 'modelyard[bot]', []])
  expect(said?.body).toContain('the approvals that the policy asks for were not there: 0 of 1 given')
})

test('threat 8: what is approved after its merge was not approved', async () => {
  const scene = await judging({ config: GOVERNED })
  const { app, promotion, approve, merge, seals, repository, sandbox } = scene
  const pull = await promotion(1)
  await app.settled()
  app.child.kill('SIGKILL')
  await app.ended
  await merge(pull)
  sandbox.clock.set(new Date(sandbox.clock.now().getTime() + 5000))
  await approve(pull)
  await (await startedApp(scene)).settled()
  expect((await seals()).files).toMatchObject({
    'churn/1.json': { held: { outcome: 'failed' }, approvals: [] },
  })
  expect(deploymentsOf(repository)).toEqual([])
})

test('what happened while nobody listened is made right at the start', async () => {
  const scene = await judging({ config: GOVERNED })
  const { app, promotion, approve, merge, clone, ada, place, seals, repository } = scene
  app.child.kill('SIGKILL')
  await app.ended
  const pull = await promotion(1)
  await approve(pull)
  await merge(pull)
  const head = await pushBranch(clone, 'idea', { 'docs/a.md': 'words\n' })
  await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'main' })
  await scene.sandbox.webhooks.settled()
  expect(checkRunsOf(repository)).toEqual([])
  const again = await startedApp(scene)
  await again.settled()
  expect(checkRunsOf(repository)).toMatchObject([{ headSha: head, conclusion: 'success' }])
  expect(Object.keys((await seals()).files)).toEqual(['churn/1.json'])
  expect(dispatches(scene)).toHaveLength(1)
})

test('two processes side by side come to the same as one', async () => {
  const scene = await judging({ config: GOVERNED })
  const { app, promotion, approve, merge, seals, repository } = scene
  const other = await startedApp(scene)
  const pull = await promotion(1)
  await approve(pull)
  await Promise.all([app.settled(), other.settled()])
  await merge(pull)
  await Promise.all([app.settled(), other.settled()])
  expect(await seals()).toMatchObject({
    commits: 2,
    files: { 'churn/1.json': { held: { outcome: 'passed' } } },
  })
  expect(deploymentsOf(repository)).toHaveLength(1)
  expect(dispatches(scene)).toHaveLength(1)
  const said = new Set(
    checkRunsOf(repository).map(({ conclusion, externalId }) => `${conclusion} ${externalId}`),
  )
  expect([...said]).toEqual([expect.stringMatching(/^success [0-9a-f]{64}$/)])
})

test('app.yml asks for what is used, and for nothing else', async () => {
  const team = ', approvals: {required: 1, from: ["@acme/leads", "@grace"]}'
  const scene = await judging({ config: GOVERNED, approvals: team })
  const { app, promotion, approve, merge, sandbox, ada, place, clone } = scene
  await promotion(2)
  const pull = await promotion(1)
  await approve(pull)
  await app.settled()
  await merge(pull)
  const { data: issue } = await ada.octokit.request('POST /repos/{owner}/{repo}/issues', {
    ...place,
    title: 'What next?',
  })
  const where = { ...place, issue_number: issue.number }
  await ada.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...where,
    body: '/help',
  })
  await app.settled()
  await clone.git('checkout', '-q', 'main')
  await clone.git('pull', '-q', 'origin', 'main')
  await clone.git('rm', '-q', `${folderOf('churn')}/stages.json`)
  await clone.commit('past the promotions', { 'docs/a.md': 'words\n' })
  await clone.git('push', '-q', 'origin', 'main')
  await app.settled()
  const tokens = [...sandbox.world.state.tokens.values()].filter(
    ({ installation }) => installation === app.installation.id,
  )
  const unused = tokens.map(token => sandbox.unusedPermissions(token).map(({ name }) => name))
  // What no call needs an event may need, which is not told otherwise.
  const told = manifest.default_events.flatMap(event => Object.keys(EVENTS_NEED[event] ?? {}))
  const left = unused.reduce((names, others) => names.filter(name => others.includes(name)))
  expect(left.filter(name => !told.includes(name))).toEqual([])
  expect(Object.keys(manifest.default_permissions)).toHaveLength(8)
})
