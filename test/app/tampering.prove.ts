import { expect, test } from 'vitest'
import { commitCommentsOf } from '../../sandbox/state/commit-comments.ts'
import { commentsOf, issuesOf } from '../../sandbox/state/issues.ts'
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
  const after = callsOf(sandbox).length
  for (const { guid } of [...sandbox.webhooks.deliveries]) await sandbox.webhooks.redeliver(guid)
  await app.settled()
  expect(callsOf(sandbox).slice(after)).not.toContain('repos/list-activities')
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

test('a force-push over a record is told at what stands there now, and a closed issue opens for something new alone', async () => {
  const scene = await sealed()
  const { app, clone, merged } = scene
  await clone.git('reset', '-q', '--hard', `${merged}~1`)
  const sha = await push(scene, 'train', { 'train.py': 'print("more")\n' })
  await app.settled()
  const [said, ...others] = comments(scene)
  expect([said?.sha, others]).toEqual([sha, []])
  expect(said?.body).toContain('record 1 is sealed, and main does not hold it any more')
  expect(said?.body).toContain(`a force-push by ada from ${merged.slice(0, 12)} to ${sha.slice(0, 12)}`)
  expect(issues(scene)).toMatchObject([{ state: 'open', title: expect.stringContaining('churn') }])
  const [issue] = issues(scene)
  if (issue === undefined) throw new Error('there is none')
  issue.state = 'closed'
  await push(scene, 'words', { 'docs/a.md': 'words\n' })
  await app.settled()
  expect([issues(scene).length, issue.state, comments(scene).length]).toEqual([1, 'closed', 1])
  const path = `${folderOf('churn')}/versions/1/version.json`
  await push(scene, 'edit', { [path]: `${await clone.git('show', `HEAD:${path}`)} ` })
  await app.settled()
  expect([issues(scene).length, issue.state, comments(scene).length]).toEqual([1, 'open', 2])
})

test('a seal that somebody changed, and a branch of seals that somebody rewrote, are told', async () => {
  const scene = await sealed()
  const { app, clone, repository } = scene
  const onAudit = async (...commit: readonly string[]) => {
    await clone.git('fetch', '-q', 'origin', 'modelyard-audit')
    await clone.git('checkout', '-q', '-B', 'audit', 'FETCH_HEAD')
    await clone.git('rm', '-q', 'churn/1.json')
    await clone.git('commit', '-q', '-m', 'tidy', ...commit)
    await clone.git('push', '-q', '--force', 'origin', 'audit:modelyard-audit')
    return (await clone.git('rev-parse', 'HEAD')).trim()
  }
  const sha = await onAudit()
  await app.settled()
  // What has no seal is sealed at the next sweep or push; what was done stays told.
  expect(comments(scene)[0]?.sha).toBe(sha)
  const titles = () =>
    issues(scene)
      .map(({ title }) => title)
      .toSorted()
  const both = ['The branch modelyard-audit was touched', 'The seals of churn are not what was sealed']
  expect(titles()).toEqual(both)
  const bodies = issues(scene)
    .map(({ body }) => body)
    .join()
  expect(bodies).toContain(`the seal churn/1.json was deleted by commit ${sha.slice(0, 12)} of ada`)
  expect(bodies).toContain(`ada pushed ${sha.slice(0, 12)} to the branch modelyard-audit`)
  await clone.git('push', '-q', '--force', 'origin', `${sha}~1:refs/heads/modelyard-audit`)
  await app.settled()
  expect(titles()).toEqual(both)
  expect(commentsOf(repository).map(({ body }) => body)).toEqual([
    expect.stringContaining('ada rewrote the branch modelyard-audit'),
  ])
})

test('where workflows seal, the App looks all the same, and nothing is said twice', async () => {
  const scene = await judging()
  const { app, promotion, approve, merge, sealing, clone } = scene
  const pull = await promotion(1)
  const branch = 'modelyard/churn/promote-1-staging'
  await clone.git('fetch', '-q', 'origin', branch)
  await clone.git('checkout', '-q', '-B', 'more', 'FETCH_HEAD')
  // The move is sound, and brings along what no promotion may: the workflow's to tell at the merge.
  await clone.commit('more', { 'train.py': 'print("along")\n' })
  await clone.git('push', '-q', 'origin', `more:${branch}`)
  await approve(pull)
  const { data } = await merge(pull, 'merge')
  await sealing()
  await app.settled()
  const told = comments(scene).filter(({ sha }) => sha === data.sha)
  expect(told.filter(({ author }) => author === 'modelyard[bot]')).toEqual([])
  await clone.git('checkout', '-q', 'main')
  await clone.git('pull', '-q', 'origin', 'main')
  const text = (await clone.git('show', `HEAD:${POINTERS}`)).replace('"challenger"', '"champion"')
  const sha = await push(scene, 'fix', { [POINTERS]: text })
  await app.settled()
  await sealing()
  await app.settled()
  const later = comments(scene).filter(one => one.sha === sha)
  expect(later.map(({ author }) => author)).toEqual(['modelyard[bot]'])
  expect(issues(scene)).toHaveLength(1)
})

test('a configuration that cannot be read hides nothing: it is told, and what else was done once it is mended', async () => {
  const scene = await sealed()
  const { app, clone } = scene
  const config = '.github/modelyard.yml'
  const broken = await push(scene, 'tidy', { [config]: `${GOVERNED}stages: [\n` })
  await app.settled()
  const [said] = comments(scene)
  expect(said).toMatchObject({ sha: broken, author: 'modelyard[bot]' })
  expect(said?.body).toMatch(/Past the promotions:[\s\S]+\.github\/modelyard\.yml:\d+[\s\S]+cannot be read/)
  const titles = () =>
    issues(scene)
      .map(({ title, state }) => `${title}: ${state}`)
      .toSorted()
  const unread = 'The configuration of the registry cannot be read: open'
  expect(titles()).toEqual([unread])
  const text = (await clone.git('show', `HEAD:${POINTERS}`)).replace('"challenger"', '"champion"')
  const moved = await push(scene, 'fix', { [POINTERS]: text })
  await app.settled()
  expect([comments(scene).length, titles()]).toEqual([1, [unread]])
  // What else looks at the registry passes over it, and is not tried again and again.
  expect(app.lines.filter(line => line.includes('bad-yaml'))).toEqual([])
  await push(scene, 'mend', { [config]: GOVERNED })
  await app.settled()
  expect(comments(scene).map(({ sha }) => sha)).toEqual([broken, moved])
  expect(titles()).toEqual([unread, 'The pointers of churn were moved past its promotions: open'])
})
