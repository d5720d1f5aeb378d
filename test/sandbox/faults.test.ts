import { describe, expect, test } from 'vitest'
import { type Fault, primaryLimit, secondaryLimit, serverError } from '../../sandbox/faults.ts'
import { startSandbox } from '../../sandbox/server.ts'
import { addPull, commentsOf } from '../../sandbox/state/issues.ts'
import { openScene } from '../support/sandbox.ts'

const COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'

async function writingScene() {
  const scene = await openScene({ pull_requests: 'write' })
  const { sandbox, repository, octokit, place } = scene
  addPull(sandbox.world, repository, { author: 'ada', headSha: 'a'.repeat(40), baseSha: 'b'.repeat(40) })
  return {
    ...scene,
    write: () => octokit.request(COMMENT, { ...place, issue_number: 1, body: 'hello' }),
    list: async () =>
      (
        await octokit.request(
          `${COMMENT.replace('POST', 'GET') as 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'}`,
          {
            ...place,
            issue_number: 1,
          },
        )
      ).data.length,
    written: () => commentsOf(repository).length,
  }
}

describe('a fault', () => {
  test.each([
    [secondaryLimit(30), 403, { 'retry-after': '30' }],
    [secondaryLimit(30, 429), 429, { 'retry-after': '30' }],
    [primaryLimit(1_790_000_000), 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1790000000' }],
    [serverError(500), 500, {}],
    [serverError(502), 502, {}],
  ] as const)(
    '%# answers with its status and headers and leaves everything as it was',
    async (fault, status, headers) => {
      const { sandbox, write, written } = await writingScene()
      sandbox.faults.next('issues/create-comment', fault)
      await expect(write()).rejects.toMatchObject({ status, response: { headers } })
      expect(written()).toBe(0)
      expect((await write()).status).toBe(201)
      expect(sandbox.log.map(call => [call.status, call.fault])).toEqual([
        [status, 'status'],
        [201, undefined],
      ])
    },
  )

  test('after the effect is seen as an error though the comment is there', async () => {
    const { sandbox, write, written } = await writingScene()
    sandbox.faults.next('issues/create-comment', serverError(502, 'after'))
    await expect(write()).rejects.toMatchObject({ status: 502 })
    expect(written()).toBe(1)
  })

  test.each([
    ['cut', 'before', 0],
    ['cut', 'after', 1],
    ['silence', 'before', 0],
    ['silence', 'after', 1],
  ] as const)(
    '%s, %s the effect, reaches the caller as a broken or missing answer',
    async (kind, moment, left) => {
      const { sandbox, token, written } = await writingScene()
      sandbox.faults.next('issues/create-comment', { kind, moment })
      const giveUp = new AbortController()
      // Octokit takes half a body for a whole one; fetch itself tells.
      const answer = fetch(`${sandbox.url}/repos/acme/models/issues/1/comments`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token.value}`, 'x-github-api-version': '2026-03-10' },
        body: '{"body":"hello"}',
        signal: giveUp.signal,
      }).then(response => response.json())
      if (kind === 'silence') {
        await expect.poll(() => sandbox.log[0]?.fault).toBe('silence')
        giveUp.abort()
      }
      await expect(answer).rejects.toThrow()
      expect(written()).toBe(left)
    },
  )

  test('slow lets the effect happen and the answer wait', async () => {
    const { sandbox, write, written } = await writingScene()
    const gate = Promise.withResolvers<void>()
    sandbox.faults.next('issues/create-comment', { kind: 'slow', until: () => gate.promise })
    const answer = write()
    await expect.poll(written).toBe(1)
    gate.resolve()
    expect((await answer).status).toBe(201)
  })

  test('stale answers a read from the time when it was set', async () => {
    const { sandbox, write, list } = await writingScene()
    await write()
    sandbox.faults.next('issues/list-comments', { kind: 'stale' })
    await write()
    expect(await list()).toBe(1)
    expect(await list()).toBe(2)
  })

  test('meets as many calls as it was set for, or the call of one number, whatever it is', async () => {
    const { sandbox, write, list, written } = await writingScene()
    sandbox.faults.next('issues/create-comment', serverError(503), 2)
    sandbox.faults.next({ call: 4 }, serverError(500))
    for (const status of [503, 503]) await expect(write()).rejects.toMatchObject({ status })
    expect((await write()).status).toBe(201)
    await expect(list()).rejects.toMatchObject({ status: 500 })
    expect(written()).toBe(1)
  })

  test('meets the call that comes after so many others from then on, and none that is taken back', async () => {
    const { sandbox, write, list, written } = await writingScene()
    await write()
    sandbox.faults.next({ skipping: 2 }, serverError(500), 2)
    expect(await list()).toBe(1)
    await write()
    await expect(write()).rejects.toMatchObject({ status: 500 })
    await expect(list()).rejects.toMatchObject({ status: 500 })
    expect(written()).toBe(2)
    sandbox.faults.next({ skipping: 1, of: 'issues/create-comment' }, serverError(500))
    await write()
    expect(await list()).toBe(3)
    await expect(write()).rejects.toMatchObject({ status: 500 })
    sandbox.faults.next({ skipping: 0 }, serverError(500))
    sandbox.faults.takeBack()
    expect(await list()).toBe(3)
  })

  test('meets a GraphQL operation by its name', async () => {
    const { sandbox, octokit } = await writingScene()
    sandbox.faults.next('Who', secondaryLimit())
    await expect(octokit.graphql('query Who { viewer { login } }')).rejects.toMatchObject({ status: 403 })
    expect(await octokit.graphql('query Who { viewer { login } }')).toMatchObject({ viewer: {} })
  })
})

test('a fault that no call met is told, since its test has tested nothing', async () => {
  const sandbox = await startSandbox()
  const fault: Fault = { kind: 'stale' }
  sandbox.faults.next('repos/get', fault)
  await sandbox.close()
  expect(() => sandbox.assertClean()).toThrow('fault: "repos/get"')
})

test('the sandbox closes while a call still waits for its answer', async () => {
  const sandbox = await startSandbox()
  sandbox.faults.next('rate-limit/get', { kind: 'silence', moment: 'before' })
  const call = fetch(`${sandbox.url}/rate_limit`)
  await expect.poll(() => sandbox.log.length).toBe(1)
  await Promise.all([expect(call).rejects.toThrow(), sandbox.close()])
})
