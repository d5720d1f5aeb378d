import type { CommentTarget, OwnComment } from '../../ports.ts'
import type { Api } from './api.ts'
import type { GitHubContext } from './context.ts'
import { countOf, textOf, valueAt } from './event.ts'

/** As many as a page may have. */
const PAGE = 100

const PLACES: Readonly<
  Record<
    CommentTarget['is'],
    { readonly variable: string; readonly open: string; readonly type: string; readonly id: string }
  >
> = {
  'pull-request': {
    variable: '$number: Int!',
    open: 'place: pullRequest(number: $number) {',
    type: 'IssueComment',
    id: 'fullDatabaseId',
  },
  issue: {
    variable: '$number: Int!',
    open: 'place: issue(number: $number) {',
    type: 'IssueComment',
    id: 'fullDatabaseId',
  },
  // A commit's comments have no other number than that of 32 bits.
  commit: {
    variable: '$sha: GitObjectID!',
    open: 'place: object(oid: $sha) { ... on Commit',
    type: 'CommitComment',
    id: 'databaseId',
  },
}

/**
 * Our own comments at a place that begin with a marker: one call that sees the first and the last hundred, and one more
 * for each hundred between them, only where those held none.
 *
 * @returns Undefined where the place is not there.
 */
export async function findComments(
  api: Api,
  { owner, repository }: Pick<GitHubContext, 'owner' | 'repository'>,
  target: CommentTarget,
  marker: string,
  wanted: string,
): Promise<readonly OwnComment[] | undefined> {
  const variables = {
    owner,
    name: repository,
    ...(target.is === 'commit' ? { sha: target.sha } : { number: target.number }),
  }
  const ask = async (selection: string, cursor?: string) =>
    valueAt(
      await api.graphql(
        documentOf(target.is, selection, cursor !== undefined),
        { ...variables, ...(cursor === undefined ? {} : { cursor }) },
        wanted,
      ),
      ['repository', 'place'],
    )
  const ends = await ask(
    `oldest: comments(first: ${PAGE}) { totalCount pageInfo { hasNextPage endCursor } nodes { ...Fields } }
      newest: comments(last: ${PAGE}) { nodes { ...Fields } }`,
  )
  const total = valueAt(ends, ['oldest', 'totalCount'])
  if (typeof total !== 'number') return undefined
  const found = ours([...nodesOf(ends, 'oldest'), ...nodesOf(ends, 'newest')], marker)
  let cursor = textOf(valueAt(ends, ['oldest', 'pageInfo', 'endCursor']))
  for (let seen = 2 * PAGE; found.length === 0 && seen < total && cursor !== undefined; seen += PAGE) {
    const page = await ask(
      `between: comments(first: ${PAGE}, after: $cursor) { pageInfo { endCursor } nodes { ...Fields } }`,
      cursor,
    )
    found.push(...ours(nodesOf(page, 'between'), marker))
    cursor = textOf(valueAt(page, ['between', 'pageInfo', 'endCursor']))
  }
  return found
}

function documentOf(is: CommentTarget['is'], selection: string, hasCursor: boolean): string {
  const { variable, open, type, id } = PLACES[is]
  const [before, after] = is === 'commit' ? [`${open} {`, '} }'] : [open, '}']
  return `query ReportComments($owner: String!, $name: String!, ${variable}${hasCursor ? ', $cursor: String!' : ''}) {
  repository(owner: $owner, name: $name) {
    ${before}
      ${selection}
    ${after}
  }
}
fragment Fields on ${type} { id ${id} url body viewerDidAuthor isMinimized }`
}

function nodesOf(place: unknown, alias: string): readonly unknown[] {
  const nodes = valueAt(place, [alias, 'nodes'])
  return Array.isArray(nodes) ? nodes : []
}

/** Ours, each once: the first and the last hundred overlap where there are fewer than two hundred. */
function ours(nodes: readonly unknown[], marker: string): OwnComment[] {
  const found = nodes.flatMap((node): OwnComment[] => {
    const [body, url, nodeId] = (['body', 'url', 'id'] as const).map(key => valueAt(node, [key]))
    const id = countOf(Number(valueAt(node, ['fullDatabaseId']) ?? valueAt(node, ['databaseId'])))
    // Anybody can write the marker; only what this token wrote is touched.
    if (valueAt(node, ['viewerDidAuthor']) !== true || id === undefined) return []
    if (typeof body !== 'string' || typeof url !== 'string' || typeof nodeId !== 'string') return []
    return body.startsWith(marker)
      ? [{ id, nodeId, url, body, isMinimized: valueAt(node, ['isMinimized']) === true }]
      : []
  })
  return [...new Map(found.map(comment => [comment.id, comment])).values()]
}
