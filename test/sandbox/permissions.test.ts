import { describe, expect, test } from 'vitest'
import { addPull } from '../../sandbox/state/issues.ts'
import { clientOf, openScene } from '../support/sandbox.ts'

const SHA = 'a'.repeat(40)
const PULL = { author: 'ada', headSha: SHA, baseSha: 'b'.repeat(40) }
const STATUS = 'POST /repos/{owner}/{repo}/statuses/{sha}'

describe("a job's token", () => {
  test.each([[{}], [{ statuses: 'read' }], [{ contents: 'write', checks: 'write' }]] as const)(
    'with %j may set no status, and the answer says what would let it',
    async permissions => {
      const { sandbox, repository, octokit, place } = await openScene(permissions, {
        tolerate: ['permission'],
      })
      sandbox.world.addCommit(repository, SHA)
      await expect(octokit.request(STATUS, { ...place, sha: SHA, state: 'success' })).rejects.toMatchObject({
        status: 403,
        message: expect.stringContaining('Resource not accessible by integration'),
        response: { headers: { 'x-accepted-github-permissions': 'statuses=write' } },
      })
      expect(sandbox.violations).toMatchObject([{ kind: 'permission', call: 'repos/create-commit-status' }])
    },
  )

  test('is told from the alternatives which one would do', async () => {
    const { sandbox, repository, octokit, place } = await openScene({}, { tolerate: ['permission'] })
    addPull(sandbox.world, repository, PULL)
    await expect(
      octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...place,
        issue_number: 1,
      }),
    ).rejects.toMatchObject({
      response: { headers: { 'x-accepted-github-permissions': 'pull_requests=read; issues=read' } },
    })
  })

  test('is nobody who has an account', async () => {
    const { octokit } = await openScene({}, { tolerate: ['permission'] })
    await expect(octokit.request('GET /user')).rejects.toMatchObject({ status: 403 })
  })

  test('reaches no private repository but its own', async () => {
    const { sandbox, octokit } = await openScene({})
    sandbox.world.addRepository('acme/secret', { private: true })
    await expect(octokit.request('GET /repos/acme/secret')).rejects.toMatchObject({ status: 404 })
  })

  test('writes nothing to a public repository that is not its own', async () => {
    const { sandbox, octokit } = await openScene({ statuses: 'write' }, { tolerate: ['permission'] })
    sandbox.world.addCommit(sandbox.world.addRepository('other/open'), SHA)
    await expect(
      octokit.request(STATUS, { owner: 'other', repo: 'open', sha: SHA, state: 'success' }),
    ).rejects.toMatchObject({ status: 403 })
  })

  test('may do a thousand calls an hour, and is let in again when the hour is over', async () => {
    const { sandbox, repository, place } = await openScene({})
    const token = sandbox.world.issueToken({ kind: 'github-token', repository, hourlyLimit: 2 })
    const ask = () => clientOf(sandbox, token).request('GET /repos/{owner}/{repo}', place)
    const { headers } = await ask()
    expect(headers).toMatchObject({ 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '1' })
    await ask()
    await expect(ask()).rejects.toMatchObject({
      status: 403,
      response: { headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-resource': 'core' } },
    })
    sandbox.clock.advance(3_600_000)
    expect((await ask()).status).toBe(200)
  })
})

describe('a person', () => {
  test('may do what the role lets, however much the token was granted', async () => {
    const { sandbox, repository, place } = await openScene({}, { tolerate: ['permission'] })
    sandbox.world.addCommit(repository, SHA)
    const as = (login: string) => clientOf(sandbox, sandbox.world.issueToken({ kind: 'person', login }))
    const status = { ...place, sha: SHA, state: 'success' as const }
    expect((await as('ada').request(STATUS, status)).status).toBe(201)
    await expect(as('rita').request(STATUS, status)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('personal access token'),
    })
  })

  test('sees the role as booleans', async () => {
    const { sandbox, place } = await openScene({})
    const ada = clientOf(sandbox, sandbox.world.issueToken({ kind: 'person', login: 'ada' }))
    const { data } = await ada.request('GET /repos/{owner}/{repo}', place)
    expect(data.permissions).toEqual({ admin: false, maintain: false, push: true, triage: true, pull: true })
    expect((await ada.request('GET /user')).data.login).toBe('ada')
  })

  test('who is nobody in a private repository does not find it', async () => {
    const { sandbox } = await openScene({})
    sandbox.world.addRepository('acme/secret', { private: true })
    const ada = clientOf(sandbox, sandbox.world.issueToken({ kind: 'person', login: 'ada' }))
    await expect(ada.request('GET /repos/acme/secret')).rejects.toMatchObject({ status: 404 })
  })
})

test('permissions that a call needed are counted by the level that it needed', async () => {
  const { sandbox, repository, octokit, place, token } = await openScene({
    statuses: 'write',
    pull_requests: 'write',
    issues: 'read',
  })
  addPull(sandbox.world, repository, PULL)
  await octokit.request(STATUS, { ...place, sha: SHA, state: 'success' })
  await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...place, pull_number: 1 })
  expect(sandbox.usedPermissions(token)).toEqual([
    { name: 'statuses', level: 'write' },
    { name: 'pull_requests', level: 'read' },
  ])
  expect(sandbox.unusedPermissions(token)).toEqual([
    { name: 'pull_requests', level: 'write' },
    { name: 'issues', level: 'read' },
  ])
})

test.each([
  ['no token', undefined],
  ['a token that was never issued', 'Bearer ghs_forged'],
])('%s is answered 401', async (_, authorization) => {
  const { sandbox } = await openScene({})
  const headers = { 'x-github-api-version': '2026-03-10', ...(authorization && { authorization }) }
  expect((await fetch(`${sandbox.url}/repos/acme/models`, { headers })).status).toBe(401)
  expect(
    (await fetch(sandbox.graphqlUrl, { method: 'POST', headers, body: '{"query":"{ viewer { login } }"}' }))
      .status,
  ).toBe(401)
})
