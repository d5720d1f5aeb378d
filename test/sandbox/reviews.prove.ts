import { expect, test } from 'vitest'
import { hostedScene, PULL, PULLS, pushBranch, REVIEWS } from './hosted.ts'

async function pullScene() {
  const scene = await hostedScene({ pull_requests: 'write' })
  const head = await pushBranch(scene.clone, 'side', { 'a.txt': 'two\n' })
  await scene.ada.octokit.request(PULLS, { ...scene.place, title: 'x', head: 'side', base: 'main' })
  return { ...scene, head, at: { ...scene.place, pull_number: 1 } }
}

const LIST = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews'

test('nobody approves an own pull request, or asks for changes without a word', async () => {
  const { ada, grace, at } = await pullScene()
  for (const event of ['APPROVE', 'REQUEST_CHANGES'] as const)
    await expect(ada.octokit.request(REVIEWS, { ...at, event, body: 'x' })).rejects.toMatchObject({
      status: 422,
      response: { data: { errors: [expect.stringContaining('your own pull request')] } },
    })
  expect((await ada.octokit.request(REVIEWS, { ...at, event: 'COMMENT', body: 'x' })).status).toBe(200)
  await expect(grace.octokit.request(REVIEWS, { ...at, event: 'REQUEST_CHANGES' })).rejects.toMatchObject({
    status: 422,
  })
})

test('a review stays with the commit that was reviewed', async () => {
  const { ada, grace, at, head, clone } = await pullScene()
  await grace.octokit.request(REVIEWS, { ...at, event: 'APPROVE' })
  const next = await clone.commit('more', { 'a.txt': 'three\n' })
  await clone.git('push', '-q', 'origin', 'side')
  const { data } = await ada.octokit.request(LIST, at)
  expect(data).toMatchObject([{ state: 'APPROVED', commit_id: head, user: { login: 'grace' } }])
  expect((await ada.octokit.request(PULL, at)).data.head.sha).toBe(next)
  await expect(
    grace.octokit.request(REVIEWS, { ...at, event: 'APPROVE', commit_id: 'f'.repeat(40) }),
  ).rejects.toMatchObject({ status: 422 })
})

test('a review is dismissed by writers, once', async () => {
  const { octokit, grace, rita, at } = await pullScene()
  const { data } = await grace.octokit.request(REVIEWS, { ...at, event: 'APPROVE' })
  const DISMISS = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals'
  const review = { ...at, review_id: Number(data.id), message: 'stale' }
  await expect(rita.octokit.request(DISMISS, review)).rejects.toMatchObject({ status: 404 })
  expect((await octokit.request(DISMISS, review)).data.state).toBe('DISMISSED')
  await expect(octokit.request(DISMISS, review)).rejects.toMatchObject({ status: 422 })
})

test('a review that is not sent is seen by nobody else', async () => {
  const { grace, ada, at } = await pullScene()
  await grace.octokit.request(REVIEWS, { ...at, body: 'later' })
  expect((await grace.octokit.request(LIST, at)).data).toMatchObject([{ state: 'PENDING' }])
  expect((await ada.octokit.request(LIST, at)).data).toEqual([])
})

test('reviews are asked of collaborators other than the author, until they are given', async () => {
  const { sandbox, octokit, grace, at } = await pullScene()
  sandbox.world.addAccount('mallory')
  const ask = (reviewers: string[]) =>
    octokit.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', {
      ...at,
      reviewers,
    })
  for (const login of ['ada', 'mallory']) await expect(ask([login])).rejects.toMatchObject({ status: 422 })
  expect((await ask(['grace', 'rita'])).data.requested_reviewers?.map(user => user?.login)).toEqual([
    'grace',
    'rita',
  ])
  await grace.octokit.request(REVIEWS, { ...at, event: 'APPROVE' })
  const asked = async () =>
    (await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', at)).data
      .users
  expect((await asked()).map(({ login }) => login)).toEqual(['rita'])
  await octokit.request('DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', {
    ...at,
    reviewers: ['rita'],
  })
  expect(await asked()).toEqual([])
})
