import { describe, expect, test } from 'vitest'
import { operationIds } from '../../sandbox/areas.ts'
import { fill } from '../../sandbox/fill.ts'
import { checkAnswer } from '../../sandbox/guard.ts'
import { description } from '../../sandbox/openapi/description.ts'
import { REQUIRED } from '../../sandbox/permissions.ts'
import { startSandbox } from '../../sandbox/server.ts'
import { addPull } from '../../sandbox/state/issues.ts'
import { openScene } from '../support/sandbox.ts'

const PULL = { author: 'ada', headSha: 'a'.repeat(40), baseSha: 'b'.repeat(40) }
const COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'

describe('a request', () => {
  const violationsOf = async (route: string, parameters: object) => {
    const { sandbox, repository, octokit, place } = await openScene(
      { pull_requests: 'write' },
      { tolerate: ['request', 'route'] },
    )
    addPull(sandbox.world, repository, PULL)
    const answer = await octokit
      .request(route, { ...place, issue_number: 1, ...parameters })
      .catch(error => error)
    return { status: answer.status, violations: sandbox.violations }
  }

  test('with a property that GitHub does not know fails the test', async () => {
    const { status, violations } = await violationsOf(COMMENT, { body: 'x', bodi: 'y' })
    expect(status).toBe(422)
    expect(violations).toMatchObject([{ kind: 'request', call: 'issues/create-comment' }])
    expect(violations[0]?.message).toContain('bodi')
  })

  test.each([
    ['no body', {}],
    ['a body of a wrong type', { body: 7 }],
    ['a word for a number', { body: 'x', issue_number: 'one' }],
  ])('with %s fails the test', async (_, parameters) => {
    expect((await violationsOf(COMMENT, parameters)).violations).toMatchObject([{ kind: 'request' }])
  })

  test('with an unknown query parameter fails the test', async () => {
    const { violations } = await violationsOf(`${COMMENT.replace('POST', 'GET')}{?pages}`, { pages: 2 })
    expect(violations).toMatchObject([{ kind: 'request' }])
  })

  test('of a route that the sandbox does not have fails the test', async () => {
    const { status, violations } = await violationsOf('GET /repos/{owner}/{repo}/nothing', {})
    expect(status).toBe(404)
    expect(violations).toMatchObject([{ kind: 'route', call: 'GET /repos/acme/models/nothing' }])
  })

  test('that names no version of the REST API fails the test, and an unknown version is refused', async () => {
    const { sandbox, token } = await openScene({}, { tolerate: ['version'] })
    const ask = (headers: Record<string, string>) =>
      fetch(`${sandbox.url}/rate_limit`, { headers: { authorization: `Bearer ${token.value}`, ...headers } })
    expect((await ask({})).status).toBe(200)
    expect(sandbox.violations.map(({ kind }) => kind)).toEqual(['version'])
    expect((await ask({ 'x-github-api-version': '2019-01-01' })).status).toBe(400)
  })
})

describe('an answer', () => {
  const operation = () => {
    const found = description().operations['issues/get-comment']
    if (found === undefined) throw new Error('no such operation')
    return found
  }
  const whole = () =>
    fill('issue-comment', {
      id: 1,
      body: 'x',
      user: fill('simple-user', { login: 'ada', id: 2, type: 'User' }),
    })
  const complaints = (body: unknown, status = 200) =>
    checkAnswer('issues/get-comment', operation(), { status, body })

  test('that is filled up passes', () => {
    expect(complaints(whole())).toEqual([])
  })

  test('without a required property is found, however deep it is', () => {
    const { user, ...rest } = whole()
    const { login: _, ...nameless } = user as Record<string, unknown>
    expect(complaints(rest)).toHaveLength(1)
    expect(complaints({ ...rest, user: nameless }).join()).toContain('login')
  })

  test('with a property too many is found, however deep it is', () => {
    const user = whole().user as object
    expect(complaints({ ...whole(), colour: 'red' }).join()).toContain('colour')
    expect(complaints({ ...whole(), user: { ...user, colour: 'red' } }).join()).toContain('colour')
  })

  test('with an address that is none is found', () => {
    expect(complaints({ ...whole(), url: 'https://api.github.com/users/app[bot]' })).toHaveLength(1)
  })

  test('with a status that GitHub does not describe is found, unless it is an error of the usual shape', () => {
    expect(complaints(whole(), 201)).toHaveLength(1)
    expect(complaints({ message: 'Forbidden', documentation_url: '', status: '403' }, 403)).toEqual([])
    expect(complaints({ reason: 'Forbidden' }, 403)).toHaveLength(1)
  })
})

test('the sandbox names every violation when it is asked whether it is clean', async () => {
  const sandbox = await startSandbox()
  await fetch(`${sandbox.url}/nothing`, { headers: { 'x-github-api-version': '2026-03-10' } })
  await sandbox.close()
  expect(() => sandbox.assertClean()).toThrow('route: GET /nothing')
})

test('every operation has its row of permissions and its place in the description', () => {
  expect(operationIds().filter(id => !Object.hasOwn(REQUIRED, id))).toEqual([])
  expect(Object.keys(description().operations).toSorted()).toEqual(operationIds().toSorted())
})

test("what GitHub's later version took away is not in the description", () => {
  const { schemas } = description()
  expect(schemas['pull-request']?.properties).not.toHaveProperty('merge_commit_sha')
  expect(schemas['pull-request']?.properties).not.toHaveProperty('assignee')
  expect(schemas['pull-request']?.required).not.toContain('assignee')
  expect(schemas['rate-limit-overview']?.properties).not.toHaveProperty('rate')
})
