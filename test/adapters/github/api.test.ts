import { expect, test } from 'vitest'
import { openApi } from '../../../src/adapters/github/api.ts'
import type { ApiCall } from '../../../src/adapters/github/api-call.ts'
import { type Reply, startGitHub } from '../../support/github-server.ts'

const GET = 'GET /repos/{owner}/{repo}'
const POST = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
const NAMES = { owner: 'acme', repo: 'models', issue_number: 1 }

async function asked(route: string, ...replies: Reply[]) {
  const server = await startGitHub(...replies)
  const api = openApi(server.context, { ...server.options, timeoutMs: 300 })
  const answer = await api.request(route, NAMES, 'pull-requests').catch(error => error)
  return { ...server, answer }
}

test('every call names the release of the API and carries the token', async () => {
  const { calls } = await asked(GET, { body: { id: 1 } })
  expect(calls).toMatchObject([
    {
      method: 'GET',
      url: '/repos/acme/models?issue_number=1',
      headers: { 'x-github-api-version': '2026-03-10', authorization: 'token ghs_canary0123456789' },
    },
  ])
})

const FAULTS: readonly (readonly [string, Reply])[] = [
  ['500', { status: 500, body: { message: 'oops' } }],
  ['502', { status: 502 }],
  ['a connection cut before the answer', { cut: 'before' }],
  ['a connection cut in the middle', { cut: 'within' }],
  ['no answer', { silent: true }],
]

test.each(FAULTS)('after %s what can be repeated is called again', async (_, fault) => {
  const { answer, calls, slept } = await asked(GET, fault, fault, { body: { id: 1 } })
  expect(answer).toMatchObject({ is: 'answer', data: { id: 1 } })
  expect(calls).toHaveLength(3)
  expect(slept).toEqual([1000, 2000])
})

test.each(FAULTS)('after %s three times it is trouble of the remote', async (name, fault) => {
  const { answer, calls } = await asked(GET, fault)
  expect(answer).toMatchObject({ code: name === 'no answer' ? 'timed-out' : 'remote-failed' })
  expect(calls).toHaveLength(3)
})

test.each(FAULTS)('after %s what makes something is not called again', async (_, fault) => {
  const { answer, calls } = await asked(POST, fault, { status: 201, body: { id: 1 } })
  expect(answer).toEqual({ is: 'unsure' })
  expect(calls).toHaveLength(1)
})

test.each([
  [
    'a secondary limit',
    { status: 403, headers: { 'retry-after': '7' }, body: { message: 'secondary rate limit' } },
    7,
  ],
  ['429', { status: 429, headers: { 'retry-after': '1' } }, 1],
  [
    'a secondary limit without a time',
    { status: 403, body: { message: 'You have exceeded a secondary rate limit' } },
    60,
  ],
  [
    'a limit that is soon over',
    {
      status: 403,
      headers: {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Date.UTC(2026, 0, 1, 0, 0, 30) / 1000),
        date: new Date(Date.UTC(2026, 0, 1)).toUTCString(),
      },
    },
    30,
  ],
])('%s is waited for, then the call is made, whatever it is', async (_, limit, seconds) => {
  const { answer, calls, slept } = await asked(POST, limit, { status: 201, body: { id: 1 } })
  expect(answer).toMatchObject({ is: 'answer', status: 201 })
  expect(calls).toHaveLength(2)
  expect(slept).toEqual([seconds * 1000])
})

test('a limit with an hour to wait is said and not waited for', async () => {
  const { answer, calls, slept } = await asked(GET, { status: 403, headers: { 'retry-after': '3600' } })
  expect(answer).toMatchObject({ code: 'rate-limited', message: expect.stringContaining('60 minutes') })
  expect(calls).toHaveLength(1)
  expect(slept).toEqual([])
})

test('short waits that follow each other are waited for a minute in all', async () => {
  const { answer, slept } = await asked(GET, { status: 429, headers: { 'retry-after': '25' } })
  expect(answer).toMatchObject({ code: 'rate-limited' })
  expect(slept).toEqual([25_000, 25_000])
})

const LACKS: readonly (readonly [accepted: string, says: string, grants: string])[] = [
  ['contents=read', 'read commits and files', '`contents: read`'],
  ['contents=write', 'make commits, branches and releases', '`contents: write`'],
  ['actions=read', 'read workflow runs', '`actions: read`'],
  ['actions=write', 'start workflows', '`actions: write`'],
  ['pull_requests=write', 'open and change pull requests', '`pull-requests: write`'],
  ['issues=write; pull_requests=write', 'comment on them', '`pull-requests: write`'],
  ['issues=write', 'open and change issues', '`issues: write`'],
  ['statuses=write', 'set commit statuses', '`statuses: write`'],
  ['deployments=write', 'make deployments', '`deployments: write`'],
  [
    'deployments=write,statuses=write',
    'make deployments and set commit',
    '`deployments: write` and `statuses: write`',
  ],
  ['', 'open and change pull requests', '`pull-requests: write`'],
]

test.each(LACKS)(
  'a missing permission (%s) is named with the two lines that grant it',
  async (accepted, says, grants) => {
    const reply = {
      status: 403,
      headers: { 'x-accepted-github-permissions': accepted },
      body: { message: 'Resource not accessible by integration' },
    }
    const { answer } = await asked(POST, reply)
    expect(answer).toMatchObject({ code: 'missing-permission' })
    expect(answer.message).toMatch(new RegExp(`^the token may not .*${says}.*: it lacks ${grants} `))
    expect(answer.next).toContain(`by \`permissions:\` and, indented below, ${grants},`)
  },
)

test('where more will be needed, all of it is granted at once', async () => {
  const server = await startGitHub({
    status: 403,
    headers: { 'x-accepted-github-permissions': 'statuses=read' },
    body: { message: 'no' },
  })
  const call = openApi(server.context, server.options).request('GET /x', {}, 'statuses: write')
  await expect(call).rejects.toMatchObject({ next: expect.stringContaining('`statuses: write`') })
})

test('what no workflow grants is told with the token that has it', async () => {
  const headers = { 'x-accepted-github-permissions': 'contents=write,workflows=write; administration=write' }
  const { answer } = await asked(POST, { status: 403, headers, body: { message: 'no' } })
  expect(answer.message).toContain('`contents: write` and `workflows: write`')
  expect(answer.next).toContain('under `token:`')
})

test('the setting is named with where it is', async () => {
  const message = 'GitHub Actions is not permitted to create or approve pull requests.'
  const { answer } = await asked(POST, { status: 403, body: { message } })
  expect(answer.next).toContain(
    '"Allow GitHub Actions to create and approve pull requests" in Settings → Actions → General → Workflow permissions',
  )
})

test.each([
  ['404', { status: 404 }, { is: 'gone' }],
  ['410', { status: 410, body: { message: 'Issues are disabled' } }, { is: 'gone' }],
  [
    'a commit that is not there',
    { status: 422, body: { message: 'No commit found for SHA: a' } },
    { is: 'gone' },
  ],
  [
    'a locked place',
    { status: 403, body: { message: 'Unable to create comment because issue is locked.' } },
    { is: 'locked' },
  ],
  ['a token that is not known', { status: 401, body: { message: 'Bad credentials' } }, { code: 'no-github' }],
  ['another refusal', { status: 422, body: { message: 'Validation Failed' } }, { code: 'remote-failed' }],
])('%s is told apart', async (_, reply, wanted) => {
  const { answer, calls } = await asked(POST, reply)
  expect(answer).toMatchObject(wanted)
  expect(calls).toHaveLength(1)
})

test('no error holds the token, whatever GitHub repeats of it', async () => {
  const message = 'bad ghs_canary0123456789 and ghp_other0123456789 and Bearer abcdefghijkl'
  for (const status of [401, 403, 422, 500]) {
    const { answer } = await asked(GET, { status, body: { message } })
    const all = JSON.stringify([answer, answer.message, answer.next, answer.stack, String(answer.cause)])
    expect(all).not.toMatch(/canary|other0|abcdefghijkl/)
    expect(answer.message).toContain('***')
  }
})

test.each([
  [
    'what is not there',
    { data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: 'x' }] },
    { repository: null },
  ],
  [
    'a missing permission',
    { data: null, errors: [{ type: 'FORBIDDEN', message: 'x' }] },
    { code: 'missing-permission' },
  ],
  ['a wrong document', { errors: [{ message: 'Parse error' }] }, { code: 'remote-failed' }],
  ['no data', {}, { code: 'remote-failed' }],
])('a GraphQL answer with %s is told apart', async (_, body, wanted) => {
  const server = await startGitHub({ body })
  const answer = await openApi(server.context, server.options)
    .graphql('query { viewer { login } }', {}, 'pull-requests')
    .catch(error => error)
  expect(answer).toMatchObject(wanted)
  expect(server.calls).toMatchObject([
    { url: '/graphql', body: { query: 'query { viewer { login } }', variables: {} } },
  ])
})

test('a limit that GraphQL tells with 200 is waited for until its reset, or told with how long that is', async () => {
  const limited = (seconds: number): Reply => ({
    headers: {
      date: 'Thu, 01 Oct 2026 12:00:00 GMT',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Date.parse('2026-10-01T12:00:00Z') / 1000 + seconds),
    },
    body: { errors: [{ type: 'RATE_LIMITED', message: 'x' }] },
  })
  const soon = await startGitHub(limited(7), { body: { data: { viewer: 1 } } })
  const ask = ({ context, options }: typeof soon) =>
    openApi(context, options).graphql('query { viewer }', {}, 'x')
  expect(await ask(soon)).toEqual({ viewer: 1 })
  expect(soon.slept).toEqual([7000])
  const late = await startGitHub(limited(3000))
  await expect(ask(late)).rejects.toMatchObject({ code: 'rate-limited', waitMs: 3_000_000 })
  expect(late.calls).toHaveLength(1)
})

test('every call is told as it ended, each repeat by itself', async () => {
  const told: ApiCall[] = []
  const left = { 'x-ratelimit-resource': 'core', 'x-ratelimit-remaining': '4321' }
  const server = await startGitHub(
    { status: 502 },
    { cut: 'before' },
    { status: 403, headers: { ...left, 'retry-after': '1' }, body: { message: 'secondary rate limit' } },
    {
      status: 403,
      headers: { ...left, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '0' },
      body: { message: 'API rate limit exceeded' },
    },
    { headers: left, body: { id: 1 } },
    { status: 404 },
  )
  const api = openApi(server.context, { ...server.options, called: call => told.push(call) })
  for (let count = 0; count < 2; count += 1) await api.request(GET, NAMES, 'x')
  expect(told).toEqual([
    { outcome: 'failed' },
    { outcome: 'unanswered' },
    { outcome: 'secondary-limit', resource: 'core', remaining: 4321, waitMs: 1000 },
    { outcome: 'rate-limit', resource: 'core', remaining: 0, waitMs: 0 },
    { outcome: 'taken', resource: 'core', remaining: 4321 },
    { outcome: 'refused' },
  ])
})

test('where waiting is not wanted, a limit of a second is told at once', async () => {
  const server = await startGitHub({ status: 429, headers: { 'retry-after': '1' } })
  const api = openApi(server.context, { ...server.options, longestWaitSeconds: 0 })
  await expect(api.request(GET, NAMES, 'x')).rejects.toMatchObject({ code: 'rate-limited', waitMs: 1000 })
  expect(server.slept).toEqual([])
})

test('a call that is refused here is not made', async () => {
  const server = await startGitHub({ body: { id: 1 } })
  const refuse = () => {
    throw new Error('not now')
  }
  const api = openApi(server.context, { ...server.options, refuse })
  await expect(api.request(GET, NAMES, 'x')).rejects.toThrow('not now')
  expect(server.calls).toEqual([])
})
