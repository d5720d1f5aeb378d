import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkPayload } from '../../sandbox/guard.ts'
import { triggersOf } from '../../sandbox/state/triggers.ts'
import { openScene } from '../support/sandbox.ts'
import { hearing, receiver, SECRET, told } from './hearing.ts'
import { hostedScene, MERGE, PULLS, pushBranch } from './hosted.ts'

const COMMENTS = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
const COMMENT = '/repos/{owner}/{repo}/issues/comments/{comment_id}'
const STATUS = 'POST /repos/{owner}/{repo}/statuses/{sha}'
const ISSUES = 'POST /repos/{owner}/{repo}/issues'
const ISSUE = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}'
const DEPLOYMENTS = 'POST /repos/{owner}/{repo}/deployments'
const STATUSES = 'POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses'
const SHA = 'a'.repeat(40)

test('a delivery is signed over its very bytes and says what it is', async () => {
  const { sandbox, repository, octokit, place } = await openScene({ statuses: 'write' })
  const { heard, url } = await receiver()
  const hook = sandbox.webhooks.add({ repository, url, secret: SECRET })
  repository.commits.add(SHA)
  await octokit.request(STATUS, { ...place, sha: SHA, state: 'success', context: 'build' })
  await sandbox.webhooks.settled()
  const [first] = heard
  const [delivery] = sandbox.webhooks.deliveries
  expect(first?.headers).toMatchObject({
    'content-type': 'application/json',
    'user-agent': expect.stringMatching(/^GitHub-Hookshot\//),
    'x-github-event': 'status',
    'x-github-delivery': delivery?.guid,
    'x-github-hook-id': String(hook.id),
    'x-github-hook-installation-target-type': 'repository',
    'x-github-hook-installation-target-id': String(repository.id),
    'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET)
      .update(first?.text ?? '')
      .digest('hex')}`,
  })
  expect(delivery?.guid).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect(JSON.parse(first?.text ?? '')).toMatchObject({
    context: 'build',
    state: 'success',
    repository: { full_name: 'acme/models' },
    sender: { login: 'github-actions[bot]', type: 'Bot' },
  })
})

test('comments are told as they stood, in their order, to hooks that want to hear of them', async () => {
  const { sandbox, repository, octokit, place, token } = await openScene({ issues: 'write' })
  const [all, statuses, app] = [await receiver(), await receiver(), await receiver()]
  sandbox.webhooks.add({ repository, url: all.url, secret: SECRET })
  sandbox.webhooks.add({ repository, url: statuses.url, secret: SECRET, events: ['status'] })
  sandbox.webhooks.add({ repository, url: app.url, secret: SECRET, app: 77 })
  const { data: issue } = await octokit.request('POST /repos/{owner}/{repo}/issues', { ...place, title: 'x' })
  const on = { ...place, issue_number: issue.number }
  const { data: comment } = await octokit.request(COMMENTS, { ...on, body: 'one' })
  await octokit.request(`PATCH ${COMMENT}`, { ...place, comment_id: comment.id, body: 'two' })
  await octokit.request(`DELETE ${COMMENT}`, { ...place, comment_id: comment.id })
  await sandbox.webhooks.settled()
  const [opened, ...comments] = all.heard
  expect(told(opened ? [opened] : [])).toEqual(['issues opened'])
  expect(told(comments)).toEqual(['issue_comment created', 'issue_comment edited', 'issue_comment deleted'])
  expect(comments.map(({ text }) => JSON.parse(text).comment.body)).toEqual(['one', 'two', 'two'])
  expect(JSON.parse(comments[1]?.text ?? '').changes).toEqual({ body: { from: 'one' } })
  expect(statuses.heard).toEqual([])
  expect(app.heard[0]?.headers).toMatchObject({
    'x-github-hook-installation-target-type': 'integration',
    'x-github-hook-installation-target-id': '77',
  })
  expect(JSON.stringify(all.heard)).not.toContain(token.value)
})

test('an issue is told from its opening on, what changed of it each time', async () => {
  const scene = await openScene({ issues: 'write' })
  const { octokit, place } = scene
  const news = await hearing(scene)
  const { data } = await octokit.request(ISSUES, { ...place, title: 'x', labels: ['drift'] })
  const on = { ...place, issue_number: data.number }
  expect(await news()).toMatchObject([
    { as: 'issues opened', issue: { title: 'x' }, sender: { login: 'github-actions[bot]' } },
    { as: 'issues labeled', label: { name: 'drift' } },
  ])
  await octokit.request(ISSUE, { ...on, title: 'y', body: 'why', labels: ['churn'] })
  expect(await news()).toMatchObject([
    { as: 'issues edited', changes: { title: { from: 'x' }, body: { from: '' } }, issue: { body: 'why' } },
    { as: 'issues labeled', label: { name: 'churn' } },
    { as: 'issues unlabeled', label: { name: 'drift' }, issue: { labels: [{ name: 'churn' }] } },
  ])
  await octokit.request(ISSUE, { ...on, title: 'y', labels: ['churn'], state: 'open' })
  await octokit.request(ISSUE, { ...on, state: 'closed', state_reason: 'not_planned' })
  await octokit.request(ISSUE, { ...on, state: 'open' })
  expect(await news()).toMatchObject([
    { as: 'issues closed', issue: { state: 'closed', state_reason: 'not_planned' } },
    { as: 'issues reopened', issue: { state: 'open', closed_at: null } },
  ])
})

test('pushes and pull requests are told with their heads, up to the merge', async () => {
  const scene = await hostedScene({ contents: 'write', pull_requests: 'write' })
  const { sandbox, repository, clone, ada, place } = scene
  const { heard, url } = await receiver()
  sandbox.webhooks.add({ repository, url, secret: SECRET })
  const one = await pushBranch(clone, 'idea', { 'b.txt': 'b\n' })
  const { data } = await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'main' })
  const two = await pushBranch(clone, 'idea', { 'b.txt': 'c\n' })
  // git may be told that it pushed before everything has followed.
  await expect.poll(() => told(heard)).toContain('pull_request synchronize')
  const pull = { ...place, pull_number: data.number }
  const PATCH = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}'
  await ada.octokit.request(PATCH, { ...pull, state: 'closed' })
  await ada.octokit.request(PATCH, { ...pull, state: 'open' })
  await ada.octokit.request(MERGE, pull)
  await sandbox.webhooks.settled()
  const names = told(heard)
  expect(names.slice(0, 2)).toEqual(['push', 'pull_request opened'])
  expect(names.slice(2, 4).sort()).toEqual(['pull_request synchronize', 'push'])
  expect(names.slice(4, 6)).toEqual(['pull_request closed', 'pull_request reopened'])
  expect(names.slice(6).sort()).toEqual(['pull_request closed', 'push'])
  const payloads = heard.map(({ text }) => JSON.parse(text))
  const of = (action: string) => payloads.filter(payload => payload.action === action)
  expect(of('opened')).toMatchObject([{ number: data.number, pull_request: { head: { sha: one } } }])
  expect(of('synchronize')).toMatchObject([{ before: one, after: two, sender: { login: 'ada' } }])
  expect(of('closed').map(({ pull_request: { merged } }) => merged)).toEqual([false, true])
  expect(payloads[0]).toMatchObject({ ref: 'refs/heads/idea', after: one, created: true, deleted: false })
})

test('a deployment and its statuses are told, but not that it became inactive', async () => {
  const scene = await openScene({ deployments: 'write' })
  const { octokit, place } = scene
  scene.repository.commits.add(SHA)
  const news = await hearing(scene)
  const { data } = await octokit.request(DEPLOYMENTS, { ...place, ref: SHA, environment: 'staging' })
  const { id } = data as { id: number }
  const at = { ...place, deployment_id: id }
  for (const state of ['success', 'inactive'] as const) await octokit.request(STATUSES, { ...at, state })
  expect(await news()).toMatchObject([
    {
      as: 'deployment created',
      deployment: { id, sha: SHA, environment: 'staging' },
      workflow_run: null,
      sender: { login: 'github-actions[bot]' },
    },
    { as: 'deployment_status created', deployment_status: { state: 'success' }, deployment: { id } },
  ])
})

test("what a job's own token does starts no workflow and is told all the same", async () => {
  const { sandbox, repository, octokit, place, first } = await hostedScene({ contents: 'write' })
  const { heard, url } = await receiver()
  sandbox.webhooks.add({ repository, url, secret: SECRET })
  const before = triggersOf(repository).length
  await octokit.request('POST /repos/{owner}/{repo}/git/refs', { ...place, ref: 'refs/heads/x', sha: first })
  await sandbox.webhooks.settled()
  expect(triggersOf(repository)).toHaveLength(before)
  expect(told(heard)).toEqual(['push'])
})

test('who fails or hangs is logged so and not told again, unless somebody asks', async () => {
  const { sandbox, repository, octokit, place } = await openScene({ statuses: 'write' })
  const { heard, url } = await receiver(500, 0)
  sandbox.webhooks.add({ repository, url, secret: SECRET })
  repository.commits.add(SHA)
  for (const context of ['one', 'two', 'three'])
    await octokit.request(STATUS, { ...place, sha: SHA, state: 'success', context })
  await sandbox.webhooks.settled()
  const { deliveries } = sandbox.webhooks
  expect(deliveries.map(({ status }) => status)).toEqual([500, 0, 204])
  expect(heard).toHaveLength(3)
  const again = await sandbox.webhooks.redeliver(deliveries[0]?.guid ?? '')
  expect(again).toMatchObject({ guid: deliveries[0]?.guid, status: 204, redelivery: true })
  expect(heard[3]?.text).toBe(heard[0]?.text)
  expect(heard[3]?.headers['x-github-delivery']).toBe(heard[0]?.headers['x-github-delivery'])
})

test('a payload with a property that GitHub does not describe is found', async () => {
  const { sandbox, repository, octokit, place } = await openScene({ statuses: 'write' })
  sandbox.webhooks.add({ repository, url: (await receiver()).url, secret: SECRET })
  repository.commits.add(SHA)
  await octokit.request(STATUS, { ...place, sha: SHA, state: 'success' })
  await sandbox.webhooks.settled()
  const payload = JSON.parse(sandbox.webhooks.deliveries[0]?.body ?? '{}')
  expect(checkPayload('status', payload)).toEqual([])
  expect(checkPayload('status', { ...payload, more: 1 })).toEqual([expect.stringContaining('more')])
  const within = { ...payload, commit: { ...payload.commit, more: 1 } }
  expect(checkPayload('status', within)).toEqual([expect.stringContaining('/commit must NOT have')])
  const { context: _, ...less } = payload
  expect(checkPayload('status', less)).toEqual([expect.stringContaining('context')])
})
