import { describe, expect, test } from 'vitest'
import { addComment, addIssue, addPull, commentsOf } from '../../sandbox/state/issues.ts'
import { clientOf, openScene, type Scene } from '../support/sandbox.ts'

const SHA = 'a'.repeat(40)
const BASE = 'b'.repeat(40)

async function pullScene(earlier = 0, locked = false): Promise<Scene & { readonly number: number }> {
  const scene = await openScene({ pull_requests: 'write' })
  const { world } = scene.sandbox
  const pull = addPull(world, scene.repository, { author: 'ada', headSha: SHA, baseSha: BASE, locked })
  for (let at = 0; at < earlier; at++) {
    addComment(world, scene.repository, pull.number, { author: 'ada', body: `comment ${at}` })
  }
  return { ...scene, number: pull.number }
}

describe('a comment that is made', () => {
  test("belongs to the job's bot and names the App that it acted for", async () => {
    const { octokit, place, number } = await pullScene()
    const { status, data } = await octokit.request(
      'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { ...place, issue_number: number, body: 'hello' },
    )
    expect(status).toBe(201)
    expect(data.user).toMatchObject({ login: 'github-actions[bot]', type: 'Bot', id: 41898282 })
    expect(data.performed_via_github_app).toMatchObject({ slug: 'github-actions', id: 15368 })
    expect(data.created_at).toBe('2026-10-01T12:00:00Z')
  })

  test('is refused when it is longer than 65,536 characters, however many bytes these have', async () => {
    const { octokit, place, number } = await pullScene()
    const write = (body: string) =>
      octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...place,
        issue_number: number,
        body,
      })
    expect(await write('🦉'.repeat(65_536))).toMatchObject({ status: 201 })
    await expect(write('x'.repeat(65_537))).rejects.toMatchObject({
      status: 422,
      response: { data: { errors: [{ resource: 'IssueComment', code: 'unprocessable', field: 'data' }] } },
    })
    await expect(write(' \n')).rejects.toMatchObject({ status: 422 })
  })

  test('is refused to a bot where the conversation is locked, and let to a person who may write', async () => {
    const { sandbox, octokit, place, number } = await pullScene(0, true)
    const comment = { ...place, issue_number: number, body: 'hello' }
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
    await expect(octokit.request(route, comment)).rejects.toMatchObject({ status: 403 })
    const [ada, rita] = ['ada', 'rita'].map(login =>
      clientOf(sandbox, sandbox.world.issueToken({ kind: 'person', login })),
    )
    expect((await ada?.request(route, comment))?.status).toBe(201)
    await expect(rita?.request(route, comment)).rejects.toMatchObject({ status: 403 })
  })
})

describe('a comment that is changed', () => {
  test('keeps its id and author and gets a later time', async () => {
    const { sandbox, octokit, place, number } = await pullScene()
    const { data: made } = await octokit.request(
      'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { ...place, issue_number: number, body: 'first' },
    )
    sandbox.clock.advance(60_000)
    const { data } = await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      ...place,
      comment_id: made.id,
      body: 'second',
    })
    expect(data).toMatchObject({ id: made.id, body: 'second', updated_at: '2026-10-01T12:01:00Z' })
    expect(data.created_at).toBe(made.created_at)
  })

  test('answers 404 once it is deleted', async () => {
    const { octokit, place, number } = await pullScene()
    const { data: made } = await octokit.request(
      'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { ...place, issue_number: number, body: 'first' },
    )
    const at = { ...place, comment_id: made.id }
    expect(
      await octokit.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', at),
    ).toMatchObject({
      status: 204,
    })
    await expect(
      octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...at, body: 'x' }),
    ).rejects.toMatchObject({ status: 404 })
  })

  test('is refused to a person who may only read and did not write it', async () => {
    const { sandbox, repository, place, number } = await pullScene(1)
    const [comment] = commentsOf(repository)
    const rita = clientOf(sandbox, sandbox.world.issueToken({ kind: 'person', login: 'rita' }))
    expect(number).toBe(1)
    await expect(
      rita.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...place,
        comment_id: comment?.id ?? 0,
        body: 'mine now',
      }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

describe('comments that are listed', () => {
  test.each([
    [0, 0, undefined],
    [30, 30, undefined],
    [31, 30, 2],
    [250, 30, 9],
  ])('of %i the first page has %i, and the last page is %s', async (earlier, first, last) => {
    const { octokit, place, number } = await pullScene(earlier)
    const { data, headers } = await octokit.request(
      'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { ...place, issue_number: number },
    )
    expect(data).toHaveLength(first)
    expect(/[?&]page=(\d+)>; rel="last"/.exec(headers.link ?? '')?.[1]).toBe(last?.toString())
  })

  test('come a hundred to a page at most, with rising ids and links to the pages beside', async () => {
    const { octokit, place, number } = await pullScene(250)
    const { data, headers } = await octokit.request(
      'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { ...place, issue_number: number, per_page: 500, page: 2 },
    )
    expect(data.map(({ body }) => body)).toEqual(
      Array.from({ length: 100 }, (_, at) => `comment ${at + 100}`),
    )
    const ids = data.map(({ id }) => Number(id))
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
    expect(
      [...(headers.link ?? '').matchAll(/[?&]page=(\d+)>; rel="(\w+)"/g)].map(([, page, rel]) => [rel, page]),
    ).toEqual([
      ['prev', '1'],
      ['next', '3'],
      ['last', '3'],
      ['first', '1'],
    ])
  })
})

test("an issue's comments need the permission for issues, a pull request's either of the two", async () => {
  const scene = await openScene({ pull_requests: 'write' }, { tolerate: ['permission'] })
  const { sandbox, repository, octokit, place } = scene
  const issue = addIssue(sandbox.world, repository, { author: 'ada' })
  const pull = addPull(sandbox.world, repository, { author: 'ada', headSha: SHA, baseSha: BASE })
  const write = (number: number) =>
    octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...place,
      issue_number: number,
      body: 'hello',
    })
  expect((await write(pull.number)).status).toBe(201)
  await expect(write(issue.number)).rejects.toMatchObject({
    status: 403,
    response: { headers: { 'x-accepted-github-permissions': 'issues=write' } },
  })
  expect(sandbox.violations.map(({ kind }) => kind)).toEqual(['permission'])
})
