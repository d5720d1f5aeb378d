import type { Conversations, Reaction, SaidComment } from '../../ports.ts'
import { type ApiOptions, openApi } from './api.ts'
import type { GitHubContext } from './context.ts'
import { countOf, longTextOf, textOf, valueAt } from './event.ts'
import { allPages, pages } from './pages.ts'
import { hasPermission } from './permission.ts'
import { sure } from './sure.ts'

const WANTED = 'pull-requests: write'
const COMMENT = '/repos/{owner}/{repo}/issues/comments/{comment_id}'
/** What a day brings to a busy repository. */
const MOST_COMMENTS = 1000
const FLAGS = { read: 'pull', write: 'push', maintain: 'maintain' } as const

/**
 * Comments of people on GitHub, as the App's token reads them.
 *
 * @param self - Our own login: others' reactions are theirs.
 */
export function openGitHubConversations(
  context: GitHubContext,
  self: string,
  options: ApiOptions = {},
): Conversations {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  return {
    async read(comment) {
      const answer = await api.request(`GET ${COMMENT}`, { ...place, comment_id: comment }, WANTED)
      return answer.is === 'answer' ? commentOf(answer.data) : undefined
    },
    async since(at) {
      const route = 'GET /repos/{owner}/{repo}/issues/comments'
      const since = new Date(at).toISOString()
      const found = await pages(api, route, { ...place, since, sort: 'updated' }, WANTED, MOST_COMMENTS)
      return found.flatMap(data => commentOf(data) ?? [])
    },
    async reactions(comment) {
      const route = `GET ${COMMENT}/reactions`
      const found = (await allPages(api, route, { ...place, comment_id: comment }, WANTED)) ?? []
      return found.flatMap(data =>
        valueAt(data, ['user', 'login']) === self ? [textOf(valueAt(data, ['content'])) as Reaction] : [],
      )
    },
    async react(comment, content) {
      const react = () =>
        api.request(`POST ${COMMENT}/reactions`, { ...place, comment_id: comment, content }, WANTED)
      // GitHub keeps one of a kind of each account.
      await sure(react, `the reaction to comment ${comment}`)
    },
    may: (login, permission) => hasPermission(api, place, login, FLAGS[permission]),
  }
}

function commentOf(data: unknown): SaidComment | undefined {
  const at = (...keys: string[]) => valueAt(data, keys)
  const [id, url] = [countOf(at('id')), textOf(at('html_url'))]
  const number = Number(/\/issues\/(\d{1,10})$/.exec(textOf(at('issue_url')) ?? '')?.[1])
  const [created, updated] = [textOf(at('created_at')), textOf(at('updated_at'))]
  if (id === undefined || url === undefined || !(number > 0) || created === undefined) return undefined
  const [login, account] = [textOf(at('user', 'login')), countOf(at('user', 'id'))]
  const isKnown = login !== undefined && login !== 'ghost' && account !== undefined
  return {
    id,
    on: url.includes(`/pull/${number}#`) ? 'pull-request' : 'issue',
    number,
    body: longTextOf(at('body')) ?? '',
    author: isKnown ? { login, id: account, isBot: at('user', 'type') !== 'User' } : undefined,
    at: created,
    isEdited: updated !== created,
    url,
  }
}
