import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { openGitHubComments } from '../../../src/adapters/github/comments.ts'
import type { GitHubContext } from '../../../src/adapters/github/context.ts'
import { type FinishedRun, NO_EVENT } from '../../../src/adapters/github/event.ts'
import type { CommentTarget } from '../../../src/ports.ts'
import { contextAt, type Reply, type ServedCall, startGitHub } from '../../support/github-server.ts'

const PULL: CommentTarget = { is: 'pull-request', number: 128 }
const SHA = 'b'.repeat(40)
const MARKER = '<!-- modelyard: root=r model=m workflow=w -->'
const OWN = { id: 5, nodeId: 'N5', url: 'https://github.example/5', body: MARKER, isMinimized: false }

const node = (id: number, body: string, viewerDidAuthor = true) => ({
  id: `N${id}`,
  fullDatabaseId: String(id),
  url: `https://github.example/${id}`,
  body,
  viewerDidAuthor,
  isMinimized: false,
})
const ends = (totalCount: number, first: object[], last: object[] = first): Reply => ({
  body: {
    data: {
      repository: {
        place: {
          oldest: {
            totalCount,
            pageInfo: { hasNextPage: totalCount > 100, endCursor: 'c100' },
            nodes: first,
          },
          newest: { nodes: last },
        },
      },
    },
  },
})
const between = (nodes: object[], endCursor: string): Reply => ({
  body: { data: { repository: { place: { between: { pageInfo: { endCursor }, nodes } } } } },
})

async function opened(...replies: Reply[]) {
  const server = await startGitHub(...replies)
  return { ...server, comments: openGitHubComments(server.context, { ...server.options, timeoutMs: 300 }) }
}

test('our own comments with the marker at their first byte are found in one call, each once', async () => {
  const { comments, calls } = await opened(
    ends(4, [
      node(1, `${MARKER}\nforeign`, false),
      node(2, `> ${MARKER}`),
      node(3, '<!-- another tool -->'),
      node(4, `${MARKER}\nours`),
    ]),
  )
  expect(await comments.find(PULL, MARKER)).toEqual([
    { id: 4, nodeId: 'N4', url: 'https://github.example/4', body: `${MARKER}\nours`, isMinimized: false },
  ])
  expect(calls).toHaveLength(1)
})

test('a number above 32 bits is read', async () => {
  const { comments } = await opened(ends(1, [node(4_412_345_678, MARKER)]))
  expect(await comments.find(PULL, MARKER)).toMatchObject([{ id: 4_412_345_678 }])
})

test.each([
  ['200 comments, none ours', 200, 1],
  ['201 comments, none ours', 201, 2],
  ['350 comments, none ours', 350, 3],
])('among %s, further pages are read as far as they were not seen', async (_, total, count) => {
  const { comments, calls } = await opened(ends(total, []), between([], 'c200'), between([], 'c300'))
  expect(await comments.find(PULL, MARKER)).toEqual([])
  expect(calls).toHaveLength(count)
  expect(
    calls.slice(1).map(({ body }) => (body as { variables: { cursor: string } }).variables.cursor),
  ).toEqual(['c100', 'c200'].slice(0, count - 1))
})

test('a comment in the middle of 250 is found by a second call', async () => {
  const { comments, calls } = await opened(ends(250, []), between([node(150, MARKER)], 'c200'))
  expect(await comments.find(PULL, MARKER)).toMatchObject([{ id: 150 }])
  expect(calls).toHaveLength(2)
})

test.each([
  ['the place', { repository: { place: null } }],
  ['the repository', { repository: null }],
])('%s that is not there has no comments', async (_, data) => {
  const { comments } = await opened({ body: { data, errors: [{ type: 'NOT_FOUND', message: 'x' }] } })
  expect(await comments.find(PULL, MARKER)).toBeUndefined()
})

const TARGETS: readonly CommentTarget[] = [PULL, { is: 'issue', number: 3 }, { is: 'commit', sha: SHA }]

test('every document that is sent fits the schema that GitHub publishes', async () => {
  const schema = buildSchema(
    readFileSync(
      new URL('../../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url),
      'utf8',
    ),
    // Two of its fields stand there twice.
    { assumeValid: true, assumeValidSDL: true },
  )
  const documents: ServedCall[] = []
  for (const target of TARGETS) {
    const { comments, calls } = await opened(ends(350, []), between([], 'c200'), between([], 'c300'))
    await comments.find(target, MARKER)
    documents.push(...calls)
  }
  const { comments, calls } = await opened({ body: { data: {} } })
  await comments.showAgain(OWN)
  for (const { body } of [...documents, ...calls]) {
    expect(validate(schema, parse((body as { query: string }).query))).toEqual([])
  }
  expect(documents).toHaveLength(9)
})

const written = { status: 201, body: { id: 9, html_url: 'https://github.example/9' } }

test.each([
  [PULL, '/repos/acme/models/issues/128/comments', '/repos/acme/models/issues/comments/5'],
  [
    TARGETS[2] as CommentTarget,
    `/repos/acme/models/commits/${SHA}/comments`,
    '/repos/acme/models/comments/5',
  ],
])('at %j a comment is made, updated and removed', async (target, made, kept) => {
  const { comments, calls } = await opened(written, { body: { id: 5 } }, { status: 204 })
  expect(await comments.create(target, 'hello')).toEqual({
    is: 'written',
    id: 9,
    url: 'https://github.example/9',
  })
  expect(await comments.update(target, OWN, 'hello')).toEqual({ is: 'written', id: 5, url: OWN.url })
  await comments.remove(target, OWN)
  expect(calls.map(({ method, url, body }) => [method, url, body])).toEqual([
    ['POST', made, { body: 'hello' }],
    ['PATCH', kept, { body: 'hello' }],
    ['DELETE', kept, undefined],
  ])
})

test.each([
  ['was gone', { status: 404 }, 'gone'],
  [
    'is locked',
    { status: 403, body: { message: 'Unable to update comment because issue is locked.' } },
    'locked',
  ],
])('updating what %s is told', async (_, reply, is) => {
  const { comments } = await opened(reply)
  expect(await comments.update(PULL, OWN, 'hello')).toEqual({ is })
})

test.each([
  ['502', { status: 502 }],
  ['an answer that broke off', { status: 201, cut: 'within' } as const],
])('after %s it is not sure whether a comment was made', async (_, reply) => {
  const { comments, calls } = await opened(reply, written)
  expect(await comments.create(PULL, 'hello')).toEqual({ is: 'unsure' })
  expect(calls).toHaveLength(1)
})

test('a comment that is gone already is removed', async () => {
  const { comments } = await opened({ status: 404 })
  await expect(comments.remove(PULL, OWN)).resolves.toBeUndefined()
})

test('a token that may not show a comment again says so', async () => {
  const { comments } = await opened({ body: { data: null, errors: [{ type: 'FORBIDDEN', message: 'x' }] } })
  expect(await comments.showAgain(OWN)).toBe(false)
})

const reaction = (status: number, ageSeconds: number): Reply => ({
  status,
  headers: { date: new Date(Date.UTC(2026, 0, 1, 0, 10)).toUTCString() },
  body: {
    id: 77,
    content: 'eyes',
    created_at: new Date(Date.UTC(2026, 0, 1, 0, 10) - ageSeconds * 1000).toISOString(),
  },
})

test('a comment is taken by whoever set the mark, and given back by taking that mark away', async () => {
  const { comments, calls } = await opened(reaction(201, 0), { status: 204 })
  const taken = await comments.take(PULL, OWN)
  if (taken.is !== 'taken') throw new Error(taken.is)
  expect(taken.holds()).toBe(true)
  await taken.giveBack()
  expect(calls.map(({ method, url, body }) => [method, url, body])).toEqual([
    ['POST', '/repos/acme/models/issues/comments/5/reactions', { content: 'eyes' }],
    ['DELETE', '/repos/acme/models/issues/comments/5/reactions/77', undefined],
  ])
})

test('time to write runs out', async () => {
  const server = await startGitHub(reaction(201, 0))
  let now = 0
  const taken = await openGitHubComments(server.context, { now: () => now }).take(PULL, OWN)
  now = 25_000
  expect(taken.is === 'taken' && taken.holds()).toBe(false)
})

test('a comment that another holds is busy; a mark that was left behind is taken away by its number', async () => {
  const fresh = await opened(reaction(200, 100))
  expect(await fresh.comments.take(PULL, OWN)).toEqual({ is: 'busy' })
  expect(fresh.calls).toHaveLength(1)
  const old = await opened(reaction(200, 121), { status: 204 })
  expect(await old.comments.take(PULL, OWN)).toEqual({ is: 'busy' })
  expect(old.calls[1]).toMatchObject({
    method: 'DELETE',
    url: '/repos/acme/models/issues/comments/5/reactions/77',
  })
})

test.each([
  [404, undefined, 'gone'],
  [502, undefined, 'busy'],
  [403, 'This conversation is locked', 'locked'],
])('taking a comment after %i is %s', async (status, message, is) => {
  const { comments } = await opened({ status, ...(message === undefined ? {} : { body: { message } }) })
  expect(await comments.take(PULL, OWN)).toEqual({ is })
})

test('what cannot be given back is free by itself', async () => {
  const { comments } = await opened(reaction(201, 0), { status: 500 })
  const taken = await comments.take(PULL, OWN)
  await expect(taken.is === 'taken' ? taken.giveBack() : Promise.reject()).resolves.toBeUndefined()
})

const RUN: FinishedRun = {
  id: 9,
  attempt: 2,
  path: '.github/workflows/pipeline.yml',
  headSha: SHA,
  headBranch: 'fix me',
  headOwner: 'fork',
  headRepositoryId: 3,
}
const pull = (number: number, given: { sha?: string; repo?: object | null; state?: string } = {}) => ({
  number,
  state: given.state ?? 'open',
  base: { ref: 'main' },
  head: { sha: given.sha ?? SHA, repo: given.repo === undefined ? { id: 3 } : given.repo },
})

async function targetAfter(run: FinishedRun, pulls: object[]) {
  const { url, calls } = await startGitHub({ body: pulls })
  const comments = openGitHubComments(
    contextAt(url, { event: { ...NO_EVENT, name: 'workflow_run', workflowRun: run } }),
  )
  return { target: await comments.targetOfRun('pull-request'), calls, origin: await comments.origin() }
}

test('the pull request of a finished run is asked by its head', async () => {
  const { target, calls, origin } = await targetAfter(RUN, [
    pull(1, { sha: 'c'.repeat(40) }),
    pull(2, { repo: { id: 4 } }),
    pull(3, { repo: null }),
    pull(4, { state: 'closed' }),
    pull(5),
  ])
  expect(target).toEqual({ is: 'pull-request', number: 5 })
  expect(calls[0]?.url).toBe('/repos/acme/models/pulls?head=fork%3Afix%20me&state=all&per_page=100')
  expect(origin).toMatchObject({
    run: 9,
    attempt: 2,
    workflow: '.github/workflows/pipeline.yml',
    commit: SHA,
  })
})

test('a pull request that was closed meanwhile is found; one whose head moved is not', async () => {
  expect((await targetAfter(RUN, [pull(4, { state: 'closed' })])).target).toEqual({
    is: 'pull-request',
    number: 4,
  })
  expect((await targetAfter(RUN, [pull(4, { sha: 'c'.repeat(40) })])).target).toBeUndefined()
})

const at = (given: Partial<GitHubContext>) => openGitHubComments(contextAt('http://127.0.0.1:9', given))

test('a run is about the pull request, issue or commit of its event', async () => {
  const pullRequest = at({ event: { ...NO_EVENT, pullRequest: 7, headSha: SHA } })
  expect(await pullRequest.targetOfRun('pull-request')).toEqual({ is: 'pull-request', number: 7 })
  expect(await pullRequest.targetOfRun('commit')).toEqual({ is: 'commit', sha: SHA })
  expect(await pullRequest.targetOfRun('issue')).toBeUndefined()
  expect(await at({ event: { ...NO_EVENT, issue: 3 } }).targetOfRun('issue')).toEqual({
    is: 'issue',
    number: 3,
  })
  expect(await at({}).targetOfRun('commit')).toEqual({ is: 'commit', sha: 'a'.repeat(40) })
  expect(await at({}).targetOfRun('pull-request')).toBeUndefined()
})

test('runs of this repository have an address, and a terminal has none', async () => {
  const { runUrl } = await at({}).origin()
  expect(runUrl(7)).toBe('https://github.example/acme/models/actions/runs/7')
  expect(runUrl(0)).toBeUndefined()
  expect(await at({ workflow: undefined, run: 0 }).origin()).toMatchObject({ workflow: 'terminal', run: 0 })
})
