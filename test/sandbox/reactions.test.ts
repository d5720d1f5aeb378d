import { describe, expect, test } from 'vitest'
import { addCommitComment } from '../../sandbox/state/commit-comments.ts'
import { addComment, addPull } from '../../sandbox/state/issues.ts'
import { clientOf, openScene } from '../support/sandbox.ts'

const SHA = 'a'.repeat(40)
const REACTIONS = 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions'
const REACTION = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}'

async function commentScene(locked = false) {
  const scene = await openScene({ pull_requests: 'write' })
  const { sandbox, repository } = scene
  const pull = addPull(sandbox.world, repository, {
    author: 'ada',
    headSha: SHA,
    baseSha: 'b'.repeat(40),
    locked,
  })
  const comment = addComment(sandbox.world, repository, pull.number, { author: 'ada', body: 'hello' })
  const ada = clientOf(sandbox, sandbox.world.issueToken({ kind: 'person', login: 'ada' }))
  return { ...scene, ada, at: { ...scene.place, comment_id: comment.id } }
}

describe('reactions to a comment', () => {
  test('are made once: of many at once by one account, one is told that it made it', async () => {
    const { octokit, at } = await commentScene()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => octokit.request(REACTIONS, { ...at, content: 'eyes' })),
    )
    expect(answers.map(({ status }) => Number(status)).sort()).toEqual([
      ...Array.from({ length: 7 }, () => 200),
      201,
    ])
    expect(new Set(answers.map(({ data }) => data.id)).size).toBe(1)
  })

  test('keep the time of the first, which the age of a later answer is told by', async () => {
    const { sandbox, octokit, at } = await commentScene()
    await octokit.request(REACTIONS, { ...at, content: 'eyes' })
    sandbox.clock.advance(90_000)
    const { data, headers } = await octokit.request(REACTIONS, { ...at, content: 'eyes' })
    expect(data.created_at).toBe('2026-10-01T12:00:00Z')
    expect(headers.date).toBe('Thu, 01 Oct 2026 12:01:30 GMT')
  })

  test('are of an account and a kind each, counted with the comment', async () => {
    const { octokit, ada, at } = await commentScene()
    for (const content of ['eyes', 'rocket'] as const)
      expect((await octokit.request(REACTIONS, { ...at, content })).status).toBe(201)
    expect((await ada.request(REACTIONS, { ...at, content: 'eyes' })).status).toBe(201)
    const { data } = await octokit.request(
      'GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
      { ...at, content: 'eyes' },
    )
    expect(data.map(({ user }) => user?.login)).toEqual(['github-actions[bot]', 'ada'])
    const comment = await octokit.request('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', at)
    expect(comment.data.reactions).toMatchObject({ total_count: 3, eyes: 2, rocket: 1, heart: 0 })
  })

  test('are taken away by who made them, and can be made anew', async () => {
    const { octokit, ada, at } = await commentScene()
    const { data } = await octokit.request(REACTIONS, { ...at, content: 'eyes' })
    const reaction = { ...at, reaction_id: data.id }
    await expect(ada.request(REACTION, reaction)).rejects.toMatchObject({ status: 404 })
    expect((await octokit.request(REACTION, reaction)).status).toBe(204)
    await expect(octokit.request(REACTION, reaction)).rejects.toMatchObject({ status: 404 })
    expect((await octokit.request(REACTIONS, { ...at, content: 'eyes' })).status).toBe(201)
  })

  test('of a bot are refused where the conversation is locked', async () => {
    const { octokit, ada, at } = await commentScene(true)
    await expect(octokit.request(REACTIONS, { ...at, content: 'eyes' })).rejects.toMatchObject({
      status: 403,
    })
    expect((await ada.request(REACTIONS, { ...at, content: 'eyes' })).status).toBe(201)
  })

  test('on a commit need the right to write contents', async () => {
    const { sandbox, repository, octokit, place } = await openScene(
      { contents: 'write' },
      { tolerate: ['permission'] },
    )
    const { id } = addCommitComment(sandbox.world, repository, SHA, { author: 'ada', body: 'hello' })
    const reader = clientOf(
      sandbox,
      sandbox.world.issueToken({ kind: 'github-token', repository, permissions: { contents: 'read' } }),
    )
    const route = 'POST /repos/{owner}/{repo}/comments/{comment_id}/reactions'
    const eyes = { ...place, comment_id: id, content: 'eyes' } as const
    await expect(reader.request(route, eyes)).rejects.toMatchObject({ status: 403 })
    const { status, data } = await octokit.request(route, eyes)
    expect(status).toBe(201)
    const listed = await octokit.request('GET /repos/{owner}/{repo}/comments/{comment_id}/reactions', {
      ...place,
      comment_id: id,
    })
    expect(listed.data.map(({ content }) => content)).toEqual(['eyes'])
    const removed = await octokit.request(
      'DELETE /repos/{owner}/{repo}/comments/{comment_id}/reactions/{reaction_id}',
      { ...place, comment_id: id, reaction_id: data.id },
    )
    expect(removed.status).toBe(204)
  })
})
