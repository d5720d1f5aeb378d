import { describe, expect, test } from 'vitest'
import { addCommitComment } from '../../sandbox/state/commit-comments.ts'
import { addComment, addIssue, addPull, commentsOf } from '../../sandbox/state/issues.ts'
import { openScene, type Scene } from '../support/sandbox.ts'

const SHA = 'a'.repeat(40)
const BASE = 'b'.repeat(40)
const BOT = 'github-actions[bot]'

const FIND = `query FindComments($owner: String!, $repo: String!, $number: Int!, $before: String, $after: String) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      locked
      oldest: comments(first: 100, after: $after) { ...found }
      newest: comments(last: 100, before: $before) { ...found }
    }
  }
}
fragment found on IssueCommentConnection {
  totalCount
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  nodes { databaseId body isMinimized viewerDidAuthor author { login } }
}`

interface Found {
  readonly totalCount: number
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly nodes: readonly {
    readonly databaseId: number
    readonly body: string
    readonly isMinimized: boolean
    readonly viewerDidAuthor: boolean
    readonly author: { readonly login: string }
  }[]
}

interface Answer {
  readonly viewer: { readonly login: string }
  readonly repository: { readonly pullRequest: { readonly locked: boolean; oldest: Found; newest: Found } }
}

async function pullWith(earlier: number): Promise<Scene & { readonly number: number }> {
  const scene = await openScene({ pull_requests: 'write' })
  const { world } = scene.sandbox
  const { number } = addPull(world, scene.repository, { author: 'ada', headSha: SHA, baseSha: BASE })
  for (let at = 0; at < earlier; at++)
    addComment(world, scene.repository, number, { author: 'ada', body: `${at}` })
  return { ...scene, number }
}

interface GraphqlError {
  readonly errors: readonly { readonly type?: string }[]
}

const numbersFrom = (start: number, end: number) =>
  Array.from({ length: end - start }, (_, at) => `${start + at}`)
const bodies = ({ nodes }: Found) => nodes.map(({ body }) => body)

describe('comments of a pull request, found by GraphQL', () => {
  test('the viewer is the bot with its brackets, the author the same bot without', async () => {
    const { sandbox, octokit, repository, place, number } = await pullWith(1)
    addComment(sandbox.world, repository, number, { author: BOT, body: 'ours', minimized: 'OUTDATED' })
    const { viewer, repository: found } = await octokit.graphql<Answer>(FIND, { ...place, number })
    expect(viewer.login).toBe(BOT)
    expect(found.pullRequest.oldest.nodes).toMatchObject([
      { body: '0', viewerDidAuthor: false, isMinimized: false, author: { login: 'ada' } },
      { body: 'ours', viewerDidAuthor: true, isMinimized: true, author: { login: 'github-actions' } },
    ])
  })

  test.each([0, 29, 30, 31, 100, 101])('with %i comments both ends together show all', async earlier => {
    const { octokit, place, number } = await pullWith(earlier)
    const { oldest, newest } = (await octokit.graphql<Answer>(FIND, { ...place, number })).repository
      .pullRequest
    expect(new Set([...bodies(oldest), ...bodies(newest)])).toEqual(new Set(numbersFrom(0, earlier)))
    expect(oldest.totalCount).toBe(earlier)
    expect(oldest.pageInfo.hasNextPage).toBe(earlier > 100)
    expect(newest.pageInfo.hasPreviousPage).toBe(earlier > 100)
  })

  test('with 250 the middle is found from either end by the cursors', async () => {
    const { octokit, place, number } = await pullWith(250)
    const ends = (await octokit.graphql<Answer>(FIND, { ...place, number })).repository.pullRequest
    const { oldest, newest } = (
      await octokit.graphql<Answer>(FIND, {
        ...place,
        number,
        after: ends.oldest.pageInfo.endCursor,
        before: ends.newest.pageInfo.startCursor,
      })
    ).repository.pullRequest
    expect(bodies(oldest)).toEqual(numbersFrom(100, 200))
    expect(bodies(newest)).toEqual(numbersFrom(50, 150))
  })

  test('a cursor stays where it is when an earlier comment is deleted', async () => {
    const { octokit, repository, place, number } = await pullWith(102)
    const ends = (await octokit.graphql<Answer>(FIND, { ...place, number })).repository.pullRequest
    commentsOf(repository).splice(0, 50)
    const { oldest } = (
      await octokit.graphql<Answer>(FIND, { ...place, number, after: ends.oldest.pageInfo.endCursor })
    ).repository.pullRequest
    expect(bodies(oldest)).toEqual(['100', '101'])
  })

  test('a minimised comment is shown again, and folded again', async () => {
    const { sandbox, octokit, repository, place, number } = await pullWith(0)
    const comment = addComment(sandbox.world, repository, number, {
      author: BOT,
      body: 'x',
      minimized: 'SPAM',
    })
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      ...place,
      comment_id: comment.id,
    })
    const unfold =
      'mutation Show($id: ID!) { unminimizeComment(input: {subjectId: $id}) { unminimizedComment { isMinimized } } }'
    expect(await octokit.graphql(unfold, { id: data.node_id })).toEqual({
      unminimizeComment: { unminimizedComment: { isMinimized: false } },
    })
    const foldAway =
      'mutation Fold($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { minimizedComment { minimizedReason } } }'
    expect(await octokit.graphql(foldAway, { id: data.node_id })).toEqual({
      minimizeComment: { minimizedComment: { minimizedReason: 'outdated' } },
    })
  })
})

describe('what GraphQL refuses', () => {
  const errorTypes = async ({ octokit }: Scene, query: string) => {
    const error = await octokit.graphql(query).catch((thrown: GraphqlError) => thrown)
    return (error as GraphqlError).errors.map(({ type }) => type)
  }
  const comments = (page: string) =>
    `query Q { repository(owner: "acme", name: "models") { pullRequest(number: 1) { comments${page} { totalCount } } } }`

  test('a connection without bounds, above a hundred, or after a cursor that is none', async () => {
    const scene = await pullWith(1)
    expect(await errorTypes(scene, comments(''))).toEqual(['MISSING_PAGINATION_BOUNDARIES'])
    expect(await errorTypes(scene, comments('(first: 101)'))).toEqual(['EXCESSIVE_PAGINATION'])
    expect(await errorTypes(scene, comments('(first: 1, after: "x")'))).toEqual(['INVALID_CURSOR_ARGUMENTS'])
  })

  test('what is not there, or is private and not reached', async () => {
    const scene = await pullWith(1)
    scene.sandbox.world.addRepository('acme/secret', { private: true })
    const named = (name: string) => `query Q { repository(owner: "acme", name: "${name}") { id } }`
    expect(await errorTypes(scene, named('nothing'))).toEqual(['NOT_FOUND'])
    expect(await errorTypes(scene, named('secret'))).toEqual(['NOT_FOUND'])
    expect(await errorTypes(scene, comments('(first: 1)').replace('1)', '9)'))).toEqual(['NOT_FOUND'])
  })

  test('a field that the schema does not have fails the test', async () => {
    const scene = await openScene({}, { tolerate: ['graphql'] })
    expect(await errorTypes(scene, 'query Q { viewer { nickname } }')).toEqual([undefined])
    expect(scene.sandbox.violations).toMatchObject([{ kind: 'graphql', call: 'Q' }])
  })

  test('a field that GitHub has and the sandbox does not is an error, never null', async () => {
    const scene = await openScene({}, { tolerate: ['graphql'] })
    expect(await errorTypes(scene, 'query Q { viewer { bio } }')).toEqual([undefined])
    expect(scene.sandbox.violations[0]?.message).toContain('User.bio')
  })

  test('comments of an issue to a token for pull requests alone', async () => {
    const scene = await openScene({ pull_requests: 'write' }, { tolerate: ['permission'] })
    addIssue(scene.sandbox.world, scene.repository, { author: 'ada' })
    const query = comments('(first: 1)').replace('pullRequest', 'issue')
    expect(await errorTypes(scene, query)).toEqual(['FORBIDDEN'])
    expect(scene.sandbox.violations.map(({ kind }) => kind)).toEqual(['permission'])
  })
})

test('comments of a commit are found by its id', async () => {
  const { sandbox, octokit, repository } = await openScene({ contents: 'write' })
  sandbox.world.addCommit(repository, SHA)
  addCommitComment(sandbox.world, repository, SHA, { author: BOT, body: 'on the commit' })
  const query = `query CommitComments { repository(owner: "acme", name: "models") {
    object(oid: "${SHA}") { ... on Commit { oid comments(first: 100) { nodes { id body viewerDidAuthor } } } } } }`
  interface OnCommit {
    readonly repository: {
      readonly object: { readonly comments: { readonly nodes: readonly { id: string }[] } }
    }
  }
  const found = await octokit.graphql<OnCommit>(query)
  expect(found).toMatchObject({
    repository: {
      object: { oid: SHA, comments: { nodes: [{ body: 'on the commit', viewerDidAuthor: true }] } },
    },
  })
  const [node] = found.repository.object.comments.nodes
  await octokit.graphql(
    'mutation Fold($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { clientMutationId } }',
    { id: node?.id },
  )
})

test('a call is logged by the name of its operation', async () => {
  const { sandbox, octokit, place, number } = await pullWith(0)
  await octokit.graphql(FIND, { ...place, number })
  expect(sandbox.log).toEqual([{ method: 'POST', route: 'FindComments', actor: BOT, status: 200 }])
})
