import { expect, test } from 'vitest'
import { pressRerun } from '../../sandbox/buttons.ts'
import { advanceQueue, pressMergeWhenReady } from '../../sandbox/merge-queue.ts'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { queueOf } from '../../sandbox/state/merge-queue.ts'
import { PULLS, pushBranch } from '../sandbox/hosted.ts'
import { CONFIG, definition } from '../sandbox-scenarios/merging.ts'
import { startedApp } from '../support/app.ts'
import { MEASURES } from '../support/origin.ts'
import { folderOf } from '../support/registry-files.ts'
import type { Judging } from './judging.ts'
import { forge, queueing } from './queueing.ts'

const MODEL = folderOf('churn')
const GOVERNED = `${CONFIG}workflows: [${MEASURES}]\napp: true\n`
const APPROVALS = ', approvals: {required: 1, from: ["@grace"]}'
const limit = (least: number) => definition(APPROVALS).replace('min: 0.7', `min: ${least}`)

const queued = ({ sandbox: { world }, repository }: Judging, number: number, by = 'ada') =>
  pressMergeWhenReady(world, repository, { number, by })
const advanced = ({ sandbox: { world }, repository }: Judging) => advanceQueue(world, repository)
/** What the check run says of a group's commit. */
const saidOf = ({ repository }: Judging, sha: string) =>
  checkRunsOf(repository)
    .filter(({ headSha }) => headSha === sha)
    .map(({ conclusion, title }) => ({ conclusion, title }))

async function idea({ clone, ada, place }: Judging, name: string, files: Readonly<Record<string, string>>) {
  await clone.git('fetch', '-q', 'origin', 'main')
  await pushBranch(clone, name, files)
  const { data } = await ada.octokit.request(PULLS, { ...place, title: name, head: name, base: 'main' })
  return data.number
}

/** A promotion that everybody approved, with its check. */
async function approved(scene: Judging) {
  const pull = await scene.promotion(1)
  await scene.approve(pull)
  await scene.app.settled()
  return pull
}

test('a group that changes nothing that judges passes and is merged', async () => {
  const scene = await queueing()
  const pull = await idea(scene, 'idea', { 'docs/a.md': 'words\n' })
  await scene.app.settled()
  const { sha } = await queued(scene, pull)
  await scene.app.settled()
  expect(saidOf(scene, sha)).toEqual([{ conclusion: 'success', title: 'nothing that judges is changed' }])
  expect(await advanced(scene)).toEqual([pull])
})

test('a promotion passes by the approvals of its own head, is merged and then sealed', async () => {
  const scene = await queueing({ config: GOVERNED })
  const pull = await approved(scene)
  const { sha } = await queued(scene, pull)
  await scene.app.settled()
  expect(saidOf(scene, sha)).toEqual([{ conclusion: 'success', title: 'churn 1 to staging: all is met' }])
  expect(await advanced(scene)).toEqual([pull])
  await scene.app.settled()
  expect((await scene.seals()).files).toMatchObject({
    'churn/1.json': { 'pull-request': pull, 'merge-commit': sha, held: { outcome: 'passed' } },
  })
})

test('each in a group is judged by the policy that the one before it leaves', async () => {
  const scene = await queueing()
  const stricter = await idea(scene, 'stricter', {
    [`${MODEL}/model.yaml`]: limit(0.95),
  })
  await scene.approve(stricter)
  const pull = await approved(scene)
  await scene.app.settled()
  const [first, second] = [await queued(scene, stricter), await queued(scene, pull)]
  expect(second.base).toBe(first.sha)
  await scene.app.settled()
  expect(saidOf(scene, first.sha)).toMatchObject([{ conclusion: 'success' }])
  expect(saidOf(scene, second.sha)).toMatchObject([{ conclusion: 'failure' }])
  // The one that is good is merged, and the other leaves the queue.
  expect(await advanced(scene)).toEqual([stricter])
  expect(queueOf(scene.repository)).toEqual([])
})

test('a promotion behind another change passes, and its group says whom it merges', async () => {
  const scene = await queueing()
  const words = await idea(scene, 'idea', { 'docs/a.md': 'words\n' })
  const pull = await approved(scene)
  const first = await queued(scene, words)
  const { sha } = await queued(scene, pull)
  await scene.app.settled()
  expect(saidOf(scene, sha)).toEqual([{ conclusion: 'success', title: 'churn 1 to staging: all is met' }])
  const [check] = checkRunsOf(scene.repository).filter(({ headSha }) => headSha === sha)
  expect(check?.summary).toContain(`a merge group of pull requests ${words}, ${pull}`)
  expect(saidOf(scene, first.sha)).toMatchObject([{ conclusion: 'success' }])
  expect(await advanced(scene)).toEqual([words, pull])
})

test('an approval that is taken back while it waits is asked for again', async () => {
  const scene = await queueing()
  const pull = await approved(scene)
  const { sha } = await queued(scene, pull)
  await scene.app.settled()
  const { octokit } = scene.grace
  const reviews = await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
    ...scene.place,
    pull_number: pull,
  })
  await octokit.request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals', {
    ...scene.place,
    pull_number: pull,
    review_id: Number(reviews.data[0]?.id),
    message: 'I looked at the wrong one',
  })
  await scene.app.settled()
  expect(saidOf(scene, sha)).toMatchObject([
    { conclusion: 'action_required', title: 'churn 1 to staging: 1 approval missing' },
  ])
  expect(await advanced(scene)).toEqual([])
})

test('a commit that looks like a group has nothing of the approvals of the pull request that it names', async () => {
  const scene = await queueing()
  const { clone, app, repository } = scene
  const pull = await idea(scene, 'stricter', { [`${MODEL}/model.yaml`]: limit(0.8) })
  await scene.approve(pull)
  await app.settled()
  await clone.git('checkout', '-q', '-B', 'forged', 'origin/main')
  const forged = await clone.commit('stricter', { [`${MODEL}/model.yaml`]: definition('') })
  await forge(scene, pull, forged)
  await app.settled()
  expect(saidOf(scene, forged)).toMatchObject([{ conclusion: 'action_required' }])
  const [check] = checkRunsOf(repository).filter(({ headSha }) => headSha === forged)
  expect(check?.summary).toContain('it is not as the head of pull request')
})

test('a commit that is not on top of its base is not judged by an older one', async () => {
  const scene = await queueing()
  const { clone, app } = scene
  const pull = await approved(scene)
  const branch = 'modelyard/churn/promote-1-staging'
  await clone.git('fetch', '-q', 'origin', branch)
  const head = (await clone.git('rev-parse', 'FETCH_HEAD')).trim()
  expect(saidOf(scene, head)).toMatchObject([{ conclusion: 'success' }])
  const stricter = await idea(scene, 'stricter', { [`${MODEL}/model.yaml`]: limit(0.95) })
  await scene.approve(stricter)
  await app.settled()
  await queued(scene, stricter)
  await app.settled()
  expect(await advanced(scene)).toEqual([stricter])
  await app.settled()
  expect(saidOf(scene, head)).toMatchObject([{ conclusion: 'failure' }])
  // The same files, in a commit that no pull request asks for.
  await clone.git('checkout', '-q', '--detach', head)
  await clone.git('commit', '-q', '--allow-empty', '-m', 'again')
  const forged = (await clone.git('rev-parse', 'HEAD')).trim()
  await forge(scene, pull, forged)
  await app.settled()
  expect(saidOf(scene, forged)).toMatchObject([{ conclusion: 'action_required' }])
})

test('the head of two pull requests is no group of the one that was approved', async () => {
  const scene = await queueing()
  const { clone, app, ada, place } = scene
  const pull = await approved(scene)
  await clone.git('fetch', '-q', 'origin', 'modelyard/churn/promote-1-staging')
  const head = (await clone.git('rev-parse', 'FETCH_HEAD')).trim()
  await clone.git('push', '-q', 'origin', `${head}:refs/heads/twin`)
  await ada.octokit.request(PULLS, { ...place, title: 'Twin', head: 'twin', base: 'main' })
  await app.settled()
  expect(saidOf(scene, head)).toMatchObject([{ conclusion: 'action_required' }])
  await forge(scene, pull, head)
  await app.settled()
  expect(saidOf(scene, head)).toMatchObject([{ conclusion: 'action_required' }])
})

test('a file that two changed is merged as GitHub tried it alone, and not as nobody saw it', async () => {
  const scene = await queueing()
  const { app } = scene
  const words = await idea(scene, 'words', {
    [`${MODEL}/model.yaml`]: `description: Who leaves\n${limit(0.7)}`,
  })
  const stricter = await idea(scene, 'stricter', { [`${MODEL}/model.yaml`]: limit(0.8) })
  await scene.approve(stricter)
  await app.settled()
  const first = await queued(scene, words)
  const second = await queued(scene, stricter)
  await app.settled()
  expect(saidOf(scene, first.sha)).toMatchObject([{ conclusion: 'success' }])
  expect(saidOf(scene, second.sha)).toMatchObject([{ conclusion: 'action_required' }])
  expect(await advanced(scene)).toEqual([words])
  await app.settled()
  // Now it is a group of one, which GitHub merged for trial where everybody could see it.
  const alone = await queued(scene, stricter)
  await app.settled()
  expect(saidOf(scene, alone.sha)).toMatchObject([{ conclusion: 'success' }])
  expect(await advanced(scene)).toEqual([stricter])
})

test('a group that is built on nothing known has an answer, which merges nothing', async () => {
  const scene = await queueing()
  const { clone, app } = scene
  const pull = await idea(scene, 'idea', { 'docs/a.md': 'words\n' })
  await app.settled()
  const lost = await pushBranch(clone, `gh-readonly-queue/main/pr-${pull}-${'a'.repeat(40)}`, {
    'b.md': 'b\n',
  })
  app.child.kill('SIGKILL')
  await app.ended
  const again = await startedApp(scene)
  await again.settled()
  expect(saidOf(scene, lost)).toEqual([
    { conclusion: 'action_required', title: expect.stringContaining('what the merge group is built on') },
  ])
})

test('groups that were made while nobody listened are judged at the start, and "Re-run" judges again', async () => {
  const scene = await queueing()
  const { app, repository, sandbox } = scene
  const pull = await idea(scene, 'idea', { 'docs/a.md': 'words\n' })
  await app.settled()
  app.child.kill('SIGKILL')
  await app.ended
  const { sha } = await queued(scene, pull)
  await sandbox.webhooks.settled()
  expect(saidOf(scene, sha)).toEqual([])
  const again = await startedApp(scene)
  await again.settled()
  expect(saidOf(scene, sha)).toMatchObject([{ conclusion: 'success' }])
  const check = checkRunsOf(repository).find(({ headSha }) => headSha === sha)
  if (check === undefined) throw new Error('nothing was judged')
  check.externalId = null
  pressRerun(sandbox.world, repository, { check: check.id, by: 'ada' })
  await again.settled()
  expect(check.externalId).toMatch(/^[0-9a-f]{64}$/)
})
