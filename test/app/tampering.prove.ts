import { expect, test } from 'vitest'
import { commitCommentsOf } from '../../sandbox/state/commit-comments.ts'
import { issuesOf } from '../../sandbox/state/issues.ts'
import { CONFIG } from '../sandbox-scenarios/merging.ts'
import { startedApp } from '../support/app.ts'
import { callsOf, MEASURES } from '../support/origin.ts'
import { folderOf } from '../support/registry-files.ts'
import { type Judging, judging } from './judging.ts'

const GOVERNED = `${CONFIG}workflows: [${MEASURES}]\napp: true\n`
const POINTERS = `${folderOf('churn')}/stages.json`

/** Version 1 came to staging by a promotion that was approved, merged and sealed. */
async function sealed() {
  const scene = await judging({ config: GOVERNED })
  const { app, promotion, approve, merge, clone } = scene
  const pull = await promotion(1)
  await approve(pull)
  const { data } = await merge(pull)
  await app.settled()
  await clone.git('checkout', '-q', 'main')
  await clone.git('pull', '-q', 'origin', 'main')
  return { ...scene, merged: data.sha ?? '' }
}

const comments = ({ repository }: Judging) =>
  commitCommentsOf(repository).map(({ sha, author, body }) => ({ sha, author, body }))
const issues = ({ repository }: Judging) => issuesOf(repository).filter(({ pull }) => pull === undefined)

/** Somebody with the right to push does so. */
async function push({ clone }: Judging, message: string, files: Readonly<Record<string, string>>) {
  const sha = await clone.commit(message, files)
  await clone.git('push', '-q', '--force', 'origin', 'main')
  return sha
}

test('what is healthy costs two calls more for a push, and none where nothing moved', async () => {
  const scene = await sealed()
  const { app, sandbox } = scene
  const before = callsOf(sandbox).length
  await push(scene, 'words', { 'docs/a.md': 'words\n' })
  await app.settled()
  const made = callsOf(sandbox).slice(before)
  expect(made.filter(name => name === 'repos/list-activities')).toHaveLength(2)
  expect(made.filter(name => /issues|comment/.test(name))).toEqual([])
  expect(comments(scene)).toEqual([])
  expect(issues(scene)).toEqual([])
})

test('pointers that were edited past a promotion are told on the commit and by one issue, and stay as they are', async () => {
  const scene = await sealed()
  const { app, clone, sandbox } = scene
  const text = (await clone.git('show', `HEAD:${POINTERS}`)).replace(
    /"staging": \[\s*1\s*\]/,
    '"production": [1]',
  )
  const sha = await push(scene, 'fix', { [POINTERS]: text })
  await app.settled()
  expect(comments(scene)).toMatchObject([{ sha, author: 'modelyard[bot]' }])
  expect(comments(scene)[0]?.body).toContain(`commit ${sha.slice(0, 12)} by ada changed the pointers`)
  expect(issues(scene)).toMatchObject([
    {
      author: 'modelyard[bot]',
      state: 'open',
      title: 'The pointers of churn were moved past its promotions',
      labels: ['modelyard'],
    },
  ])
  await clone.git('fetch', '-q', 'origin', 'main')
  expect((await clone.git('rev-parse', 'FETCH_HEAD')).trim()).toBe(sha)
  // Told again, started again, pushed to again: nothing more is said.
  for (const { guid } of [...sandbox.webhooks.deliveries]) await sandbox.webhooks.redeliver(guid)
  await push(scene, 'words', { 'docs/a.md': 'words\n' })
  await app.settled()
  const other = await startedApp(scene)
  await other.settled()
  expect([comments(scene).length, issues(scene).length]).toEqual([1, 1])
})
