import { expect, test } from 'vitest'
import { openGitHubMerges } from '../../../src/adapters/github/merges.ts'
import { openGitHubPulls } from '../../../src/adapters/github/pulls.ts'
import { startGitHub } from '../../support/github-server.ts'

const [HEAD, MERGE] = ['a', 'b'].map(letter => letter.repeat(40)) as [string, string]
const list = (nodes: readonly object[], hasNextPage = false) => ({ nodes, pageInfo: { hasNextPage } })
const PULL = {
  number: 7,
  url: 'https://github.com/acme/models/pull/7',
  state: 'OPEN',
  mergeable: 'MERGEABLE',
  headRefOid: HEAD,
  headRefName: 'idea',
  headRepository: { databaseId: 5 },
  baseRefName: 'main',
  reviews: list([]),
  commits: list([]),
}
const FEW = list([{ number: 7, headRefOid: HEAD }])
const read = async (pull: object, ...further: Parameters<typeof startGitHub>) => {
  const repository = { databaseId: 5, defaultBranchRef: { name: 'main' }, open: FEW, pullRequest: pull }
  const { context, options, calls } = await startGitHub({ body: { data: { repository } } }, ...further)
  return { pull: await openGitHubPulls(context, options).read(7), calls }
}

test.for([
  ['a person', { __typename: 'User', login: 'ada' }, { login: 'ada', isBot: false }],
  ['a bot', { __typename: 'Bot', login: 'modelyard' }, { login: 'modelyard[bot]', isBot: true }],
  ['an account that was deleted', { __typename: 'User', login: 'ghost' }, undefined],
  ['no account', null, undefined],
] as const)('a pull request of %s has the author that its seal would name', async ([, author, seen]) => {
  expect((await read({ ...PULL, author })).pull?.author).toEqual(seen)
})

test.for([
  ['a person', { email: 'ada@example.com', user: { login: 'ada' } }, 'ada'],
  [
    'a bot, who is no user',
    { email: '41898282+github-actions[bot]@users.noreply.github.com', user: null },
    'github-actions[bot]',
  ],
  ['a person without an account', { email: 'eve@example.com', user: null }, undefined],
  [
    'a person whose address ends as that of a bot',
    { email: 'x@evil.example+1+modelyard[bot]@users.noreply.github.com', user: null },
    undefined,
  ],
] as const)('a commit by %s names who wrote it, or nobody', async ([, author, login]) => {
  const commits = list([{ commit: { author } }, { commit: { author } }])
  expect((await read({ ...PULL, commits })).pull?.commitAuthors).toEqual([login])
})

const REVIEW = { state: 'APPROVED', fullDatabaseId: '31', submittedAt: '2026-03-01T10:00:00Z' }
const GRACE = { __typename: 'User', login: 'grace', databaseId: 2 }
const APPROVED = { state: 'approved', commit: HEAD, at: '2026-03-01T10:00:00Z' }

test('a review is of an account or of none, on a commit or on one that is gone; what is not sent is none', async () => {
  const reviews = list([
    { ...REVIEW, commit: { oid: HEAD }, author: GRACE },
    { ...REVIEW, fullDatabaseId: '32', commit: null, author: null },
    { ...REVIEW, fullDatabaseId: '33', state: 'PENDING', submittedAt: null, commit: null, author: GRACE },
  ])
  expect((await read({ ...PULL, reviews })).pull?.reviews).toEqual([
    { ...APPROVED, review: 31, login: 'grace', id: 2, isBot: false },
    { ...APPROVED, review: 32, login: undefined, id: undefined, isBot: false, commit: '' },
  ])
})

test('the hundred and first commit and review are seen, and by whom', async () => {
  const pull = { ...PULL, reviews: list([], true), commits: list([], true) }
  const listed = { id: 31, state: 'APPROVED', submitted_at: '2026-03-01T10:00:00Z', commit_id: HEAD }
  const { pull: found, calls } = await read(
    pull,
    { body: [{ author: { login: 'ada', type: 'User' } }, { author: null }] },
    { body: [{ ...listed, user: { login: 'grace', type: 'User', id: 2 } }] },
  )
  expect(found?.commitAuthors).toEqual(['ada', undefined])
  expect(found?.reviews).toEqual([{ ...APPROVED, review: 31, login: 'grace', id: 2, isBot: false }])
  expect(calls.slice(1).map(({ url }) => url.replace(/\?.*/, ''))).toEqual([
    '/repos/acme/models/pulls/7/commits',
    '/repos/acme/models/pulls/7/reviews',
  ])
})

test('others of the same head are told with it, where all that are open are at hand', async () => {
  const open = [7, 8, 9].map(number => ({ number, headRefOid: number === 9 ? MERGE : HEAD }))
  const repository = { databaseId: 5, defaultBranchRef: { name: 'main' }, pullRequest: PULL }
  const shared = async (listed: object) => {
    const { context, options } = await startGitHub({
      body: { data: { repository: { ...repository, open: listed } } },
    })
    return (await openGitHubPulls(context, options).read(7))?.sameHead
  }
  expect(await shared(list(open))).toEqual([8])
  expect(await shared(list(open, true))).toBeUndefined()
})

test('the branch of a fork is none of ours, nor is that of a fork that was deleted', async () => {
  expect((await read(PULL)).pull?.branch).toBe('idea')
  expect((await read({ ...PULL, headRepository: { databaseId: 6 } })).pull?.branch).toBeUndefined()
  expect((await read({ ...PULL, headRepository: null })).pull?.branch).toBeUndefined()
})

test('the merges of several commits are one question, and an open pull request that holds one is no merge', async () => {
  const merged = { ...PULL, state: 'MERGED', mergedAt: '2026-03-02T10:00:00Z', mergedBy: GRACE }
  const other = { ...merged, number: 8, mergeCommit: { oid: HEAD } }
  const exact = { ...merged, number: 9, mergeCommit: { oid: MERGE } }
  const commits = [MERGE, HEAD, 'c'.repeat(40), 'd'.repeat(40)]
  const nodes = [[other, exact], [PULL], []].map(found => ({ associatedPullRequests: { nodes: found } }))
  const repository = { databaseId: 5, c0: nodes[0], c1: nodes[1], c2: nodes[2], c3: null }
  const { context, options, calls } = await startGitHub({ body: { data: { repository } } })
  const found = await openGitHubMerges(context, options).pullsOf(commits)
  expect([...found].map(([commit, { number, mergedBy }]) => [commit, number, mergedBy])).toEqual([
    [MERGE, 9, 'grace'],
  ])
  expect(calls).toHaveLength(1)
  expect(calls[0]?.body).toMatchObject({ variables: { c0: MERGE, c3: commits[3] } })
})

test('for no commit nothing is asked', async () => {
  const { context, options, calls } = await startGitHub({})
  expect(await openGitHubMerges(context, options).pullsOf([])).toEqual(new Map())
  expect(calls).toEqual([])
})
