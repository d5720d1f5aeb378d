import { expect, test } from 'vitest'
import { pressDraft } from '../../sandbox/buttons.ts'
import { addPull } from '../../sandbox/state/issues.ts'
import { addRuleset } from '../../sandbox/state/rules.ts'
import { openScene } from '../support/sandbox.ts'
import { hearing } from './hearing.ts'
import { hostedScene, PULLS, personIn, pushBranch, REVIEWS } from './hosted.ts'

const PATCH = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}'
const ISSUE = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}'
const DISMISS = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals'
const REVIEWERS = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers'
const CONTENT = 'PUT /repos/{owner}/{repo}/contents/{path}'

/** A pull request of ada's whose commits are only named. */
async function named() {
  const scene = await openScene({ pull_requests: 'write' })
  const { world } = scene.sandbox
  const facts = { author: 'ada', title: 'Idea', headSha: 'a'.repeat(40), baseSha: 'b'.repeat(40) }
  const issue = addPull(world, scene.repository, facts)
  world.addAccount('grace')
  scene.repository.collaborators.set('grace', 'write')
  const grace = personIn(scene, 'grace').octokit
  const at = { ...scene.place, pull_number: issue.number }
  return { ...scene, issue, grace, at, on: { ...scene.place, issue_number: issue.number } }
}

test('a review is told once it is sent, and when it is dismissed', async () => {
  const scene = await named()
  const { grace, octokit, at } = scene
  const news = await hearing(scene)
  await grace.request(REVIEWS, { ...at, body: 'not yet' })
  expect(await news()).toEqual([])
  await grace.request(REVIEWS, { ...at, event: 'REQUEST_CHANGES', body: 'no' })
  const { data: review } = await grace.request(REVIEWS, { ...at, event: 'APPROVE' })
  expect(await news()).toMatchObject([
    { as: 'pull_request_review submitted', review: { state: 'changes_requested', body: 'no' } },
    {
      as: 'pull_request_review submitted',
      review: { id: review.id, state: 'approved', body: null, commit_id: 'a'.repeat(40) },
      pull_request: { number: at.pull_number, head: { sha: 'a'.repeat(40) } },
      sender: { login: 'grace' },
    },
  ])
  await octokit.request(DISMISS, { ...at, review_id: Number(review.id), message: 'stale' })
  expect(await news()).toMatchObject([
    {
      as: 'pull_request_review dismissed',
      review: { id: review.id, state: 'dismissed', user: { login: 'grace' } },
      sender: { login: 'github-actions[bot]' },
    },
  ])
})

test('approvals that a push makes stale are told as dismissed', async () => {
  const scene = await hostedScene({ contents: 'write', pull_requests: 'write' })
  const { sandbox, repository, clone, ada, grace, place } = scene
  await pushBranch(clone, 'idea', { 'b.txt': 'b\n' })
  const { data } = await ada.octokit.request(PULLS, { ...place, title: 'x', head: 'idea', base: 'main' })
  addRuleset(sandbox.world, repository, { demands: { reviews: { count: 1, dismissStale: true } } })
  await grace.octokit.request(REVIEWS, { ...place, pull_number: data.number, event: 'APPROVE' })
  const news = await hearing(scene, { events: ['pull_request_review'] })
  const more = { path: 'c.txt', message: 'more', content: 'Yw==', branch: 'idea' }
  await ada.octokit.request(CONTENT, { ...place, ...more })
  expect(await news()).toMatchObject([
    { as: 'pull_request_review dismissed', review: { state: 'dismissed' }, sender: { login: 'ada' } },
  ])
})

test('other words and another base are told with what was there before, once each', async () => {
  const scene = await hostedScene({ pull_requests: 'write' })
  const { clone, ada, place, first } = scene
  await pushBranch(clone, 'idea', { 'b.txt': 'b\n' })
  await clone.git('push', '-q', 'origin', 'main:other')
  const { data } = await ada.octokit.request(PULLS, { ...place, title: 'x', head: 'idea', base: 'main' })
  const at = { ...place, pull_number: data.number }
  const news = await hearing(scene, { events: ['pull_request'] })
  await ada.octokit.request(PATCH, { ...at, title: 'y', body: 'why' })
  await ada.octokit.request(PATCH, { ...at, title: 'y', base: 'other' })
  await ada.octokit.request(PATCH, { ...at, title: 'y', body: 'why', base: 'other' })
  await ada.octokit.request(PATCH, { ...at, title: 'z', state: 'closed' })
  expect(await news()).toMatchObject([
    { as: 'pull_request edited', changes: { title: { from: 'x' }, body: { from: '' } }, number: data.number },
    {
      as: 'pull_request edited',
      changes: { base: { ref: { from: 'main' }, sha: { from: first } } },
      pull_request: { base: { ref: 'other' }, title: 'y', body: 'why' },
    },
    { as: 'pull_request edited', changes: { title: { from: 'y' } }, pull_request: { state: 'open' } },
    { as: 'pull_request closed', pull_request: { state: 'closed', title: 'z' } },
  ])
})

test('what is changed of a pull request as of an issue is told as of a pull request', async () => {
  const scene = await named()
  const { octokit, on } = scene
  const news = await hearing(scene)
  await octokit.request(ISSUE, { ...on, title: 'Other', labels: ['drift', 'churn'] })
  await octokit.request(ISSUE, { ...on, labels: ['churn'] })
  await octokit.request(ISSUE, { ...on, state: 'closed' })
  await octokit.request(ISSUE, { ...on, state: 'open' })
  expect(await news()).toMatchObject([
    { as: 'pull_request edited', changes: { title: { from: 'Idea' } } },
    { as: 'pull_request labeled', label: { name: 'drift' } },
    { as: 'pull_request labeled', label: { name: 'churn' } },
    { as: 'pull_request unlabeled', label: { name: 'drift' }, pull_request: { labels: [{ name: 'churn' }] } },
    { as: 'pull_request closed', pull_request: { merged: false } },
    { as: 'pull_request reopened' },
  ])
})

test('whose review is asked for is told one by one, and nobody twice', async () => {
  const scene = await named()
  const { octokit, at } = scene
  const news = await hearing(scene)
  await octokit.request(REVIEWERS, { ...at, reviewers: ['grace'] })
  await octokit.request(REVIEWERS, { ...at, reviewers: ['grace', 'rita'] })
  expect(await news()).toMatchObject([
    { as: 'pull_request review_requested', requested_reviewer: { login: 'grace' } },
    {
      as: 'pull_request review_requested',
      requested_reviewer: { login: 'rita' },
      pull_request: { requested_reviewers: [{ login: 'grace' }, { login: 'rita' }] },
    },
  ])
})

test('a draft becomes ready and a draft again, as its author or a writer presses', async () => {
  const scene = await named()
  const { sandbox, repository, issue } = scene
  const news = await hearing(scene)
  const press = (draft: boolean, by: string) =>
    pressDraft(sandbox.world, repository, { number: issue.number, draft, by })
  press(true, 'grace')
  press(false, 'ada')
  expect(() => press(false, 'ada')).toThrow('no such button')
  expect(() => press(true, 'rita')).toThrow('no such button')
  expect(await news()).toMatchObject([
    { as: 'pull_request converted_to_draft', pull_request: { draft: true }, sender: { login: 'grace' } },
    { as: 'pull_request ready_for_review', pull_request: { draft: false }, sender: { login: 'ada' } },
  ])
})
