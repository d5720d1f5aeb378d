import type { Account, GivenReview, MergedPull, PullState } from '../../ports.ts'
import { accountOf } from './account.ts'
import type { Api } from './api.ts'
import type { RepositoryPlace } from './branch-standing.ts'
import { countOf, shaOf, textOf, valueAt } from './event.ts'
import { allPages } from './pages.ts'
import { timeOf } from './time.ts'

/** As many as a page may have. What has more is listed by the REST API, page by page. */
const PAGE = 100

/**
 * What a pull request is judged by, seen at one moment: as calls of the REST API it would be three, between which it moves.
 * Stands in a document whose repository has `databaseId` and `defaultBranchRef { name }`.
 */
export const PULL_FACTS = `fragment PullFacts on PullRequest {
  number url state mergedAt mergeable
  author { ...Who } mergedBy { ...Who }
  headRefOid headRefName headRepository { databaseId } baseRefName
  reviews(first: ${PAGE}) {
    pageInfo { hasNextPage }
    nodes { fullDatabaseId state submittedAt commit { oid } author { ...Who } }
  }
  commits(first: ${PAGE}) { pageInfo { hasNextPage } nodes { commit { author { email user { login } } } } }
}
fragment Who on Actor { __typename login ... on User { databaseId } ... on Bot { databaseId } }`

export type PullFacts = Omit<PullState, 'defaultBranch' | 'sameHead'> &
  Pick<MergedPull, 'mergedBy'> & { readonly mergedAt: string | undefined }

/**
 * @param node - Of the fragment.
 * @param home - The number of the repository that it asks to be merged into.
 * @param wanted - The permission to name where the token lacks one.
 * @returns Undefined where there is none.
 */
export async function pullFacts(
  node: unknown,
  home: unknown,
  { api, place, wanted }: { readonly api: Api; readonly place: RepositoryPlace; readonly wanted: string },
): Promise<PullFacts | undefined> {
  const at = (...keys: string[]) => valueAt(node, keys)
  const [number, head] = [countOf(at('number')), shaOf(at('headRefOid'))]
  const [url, into, state] = [textOf(at('url')), textOf(at('baseRefName')), textOf(at('state'))]
  if (
    number === undefined ||
    head === undefined ||
    url === undefined ||
    into === undefined ||
    state === undefined
  )
    return undefined
  const from = at('headRepository', 'databaseId')
  const mergeable = at('mergeable')
  const longer = async (list: 'reviews' | 'commits') => {
    const route = `GET /repos/{owner}/{repo}/pulls/{pull_number}/${list}`
    return (await allPages(api, route, { ...place, pull_number: number }, wanted)) ?? []
  }
  const isLonger = (list: string) => at(list, 'pageInfo', 'hasNextPage') === true
  const authors = isLonger('commits')
    ? (await longer('commits')).map(data => accountOf(valueAt(data, ['author']))?.login)
    : nodesOf(at('commits')).map(data => writerOf(valueAt(data, ['commit', 'author'])))
  return {
    number,
    url,
    isOpen: state === 'OPEN',
    isMerged: state === 'MERGED',
    head,
    branch: from !== undefined && from === home ? textOf(at('headRefName')) : undefined,
    into,
    author: actorOf(at('author')),
    merges: mergeable === 'MERGEABLE' ? true : mergeable === 'CONFLICTING' ? false : undefined,
    mergedAt: timeOf(at('mergedAt')),
    mergedBy: actorOf(at('mergedBy'))?.login ?? '',
    reviews: isLonger('reviews')
      ? (await longer('reviews')).flatMap(data => listedReview(data) ?? [])
      : nodesOf(at('reviews')).flatMap(data => reviewOf(data) ?? []),
    commitAuthors: [...new Set(authors)],
  }
}

function nodesOf(connection: unknown): readonly unknown[] {
  const nodes = valueAt(connection, ['nodes'])
  return Array.isArray(nodes) ? nodes : []
}

/** Here bots have no brackets, and what a deleted account left has nobody. */
function actorOf(data: unknown): Account | undefined {
  const [login, type] = [textOf(valueAt(data, ['login'])), valueAt(data, ['__typename'])]
  if (login === undefined) return undefined
  return accountOf(type === 'Bot' ? { login: `${login}[bot]`, type } : { login, type })
}

/** Bots are no users: GitHub knows them in a commit by the address that it gives them. */
const BOT_ADDRESS = /^\d+\+(?<login>[\w-]+\[bot\])@users\.noreply\.github\.com$/i

function writerOf(author: unknown): string | undefined {
  const login = accountOf(valueAt(author, ['user']))?.login
  return login ?? BOT_ADDRESS.exec(textOf(valueAt(author, ['email'])) ?? '')?.groups?.login
}

const STATES = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
} as const

interface FoundReview {
  readonly state: unknown
  readonly review: number | undefined
  readonly at: string | undefined
  readonly commit: unknown
  readonly account: Account | undefined
  readonly id: unknown
}

function reviewOf(data: unknown): GivenReview | undefined {
  const at = (...keys: string[]) => valueAt(data, keys)
  return given({
    state: at('state'),
    review: countOf(Number(at('fullDatabaseId'))),
    at: timeOf(at('submittedAt')),
    commit: at('commit', 'oid'),
    account: actorOf(at('author')),
    id: at('author', 'databaseId'),
  })
}

/** As the REST API lists it. */
function listedReview(data: unknown): GivenReview | undefined {
  const at = (...keys: string[]) => valueAt(data, keys)
  return given({
    state: at('state'),
    review: countOf(at('id')),
    at: timeOf(at('submitted_at')),
    commit: at('commit_id'),
    account: accountOf(at('user')),
    id: at('user', 'id'),
  })
}

/** @returns Undefined for one that is not sent yet. */
function given({ review, at, account, ...found }: FoundReview): GivenReview | undefined {
  const state = STATES[textOf(found.state) as keyof typeof STATES]
  if (state === undefined || review === undefined || at === undefined) return undefined
  return {
    login: account?.login,
    id: countOf(found.id),
    isBot: account?.isBot ?? false,
    state,
    // A commit that was pushed away is told as none: it is no head any more.
    commit: shaOf(found.commit) ?? '',
    review,
    at,
  }
}
