import { expect, test } from 'vitest'
import { openScene } from '../support/sandbox.ts'

test('an issue is opened, labelled, closed, opened again and listed by its state', async () => {
  const { octokit, place, sandbox } = await openScene({ issues: 'write' })
  const { data: made } = await octokit.request('POST /repos/{owner}/{repo}/issues', {
    ...place,
    title: 'Drift in tenure',
    body: 'See the report.',
    labels: ['drift'],
  })
  expect(made).toMatchObject({ number: 1, state: 'open', user: { login: 'github-actions[bot]' } })
  const change = (facts: object) =>
    octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      ...place,
      issue_number: 1,
      ...facts,
    })
  const listed = async (filter: object) =>
    (await octokit.request('GET /repos/{owner}/{repo}/issues', { ...place, ...filter })).data.length
  sandbox.clock.advance(5000)
  const { data: closed } = await change({ state: 'closed', state_reason: 'not_planned' })
  expect(closed).toMatchObject({
    state: 'closed',
    state_reason: 'not_planned',
    closed_at: '2026-10-01T12:00:05Z',
  })
  expect([
    await listed({}),
    await listed({ state: 'closed' }),
    await listed({ state: 'all', labels: 'other' }),
  ]).toEqual([0, 1, 0])
  expect((await change({ state: 'open' })).data).toMatchObject({ state: 'open', closed_at: null })
})

test('an issue without a title, or of a text that is too long, is refused', async () => {
  const { octokit, place } = await openScene({ issues: 'write' })
  const open = (facts: { title: string; body?: string }) =>
    octokit.request('POST /repos/{owner}/{repo}/issues', { ...place, ...facts })
  await expect(open({ title: ' ' })).rejects.toMatchObject({ status: 422 })
  await expect(open({ title: 'x', body: 'x'.repeat(65_537) })).rejects.toMatchObject({ status: 422 })
})

test('an issue is assigned to whoever has access, and refused for anybody else', async () => {
  const { octokit, place } = await openScene({ issues: 'write' })
  const open = (...assignees: string[]) =>
    octokit.request('POST /repos/{owner}/{repo}/issues', { ...place, title: 'x', assignees })
  expect((await open('ada', 'rita')).data.assignees?.map(({ login }) => login)).toEqual(['ada', 'rita'])
  await expect(open('ada', 'nobody')).rejects.toMatchObject({ status: 422 })
  expect((await octokit.request('GET /repos/{owner}/{repo}/issues', place)).data).toHaveLength(1)
})

test('a conversation is locked and unlocked', async () => {
  const { octokit, place } = await openScene({ issues: 'write' })
  await octokit.request('POST /repos/{owner}/{repo}/issues', { ...place, title: 'x' })
  const at = { ...place, issue_number: 1 }
  const locked = async () =>
    (await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', at)).data.locked
  await octokit.request('PUT /repos/{owner}/{repo}/issues/{issue_number}/lock', at)
  expect(await locked()).toBe(true)
  await octokit.request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/lock', at)
  expect(await locked()).toBe(false)
})

test('a commit is commented, its comment changed, listed and deleted', async () => {
  const { sandbox, repository, octokit, place } = await openScene({ contents: 'write' })
  const sha = 'c'.repeat(40)
  const comment = { ...place, commit_sha: sha, body: 'first' }
  const write = () => octokit.request('POST /repos/{owner}/{repo}/commits/{commit_sha}/comments', comment)
  await expect(write()).rejects.toMatchObject({ status: 422 })
  sandbox.world.addCommit(repository, sha)
  const { data: made } = await write()
  expect(made).toMatchObject({ commit_id: sha, user: { login: 'github-actions[bot]' } })
  const at = { ...place, comment_id: made.id }
  const list = async () =>
    (
      await octokit.request('GET /repos/{owner}/{repo}/commits/{commit_sha}/comments', {
        ...place,
        commit_sha: sha,
      })
    ).data
  await octokit.request('PATCH /repos/{owner}/{repo}/comments/{comment_id}', { ...at, body: 'second' })
  expect((await list()).map(({ body }) => body)).toEqual(['second'])
  await octokit.request('DELETE /repos/{owner}/{repo}/comments/{comment_id}', at)
  expect(await list()).toEqual([])
  await expect(octokit.request('GET /repos/{owner}/{repo}/comments/{comment_id}', at)).rejects.toMatchObject({
    status: 404,
  })
})
