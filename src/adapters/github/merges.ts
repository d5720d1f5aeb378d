import { ModelyardError } from '../../domain/errors/index.ts'
import type { GivenReview, MergedPull, Merges } from '../../ports.ts'
import { accountOf } from './account.ts'
import { type Api, type ApiOptions, openApi } from './api.ts'
import type { RepositoryPlace } from './branch-standing.ts'
import type { GitHubContext } from './context.ts'
import { countOf, longTextOf, shaOf, textOf, valueAt } from './event.ts'
import { allPages } from './pages.ts'
import { hasPermission } from './permission.ts'

/** Who looks at a merge here will also close what it leaves behind. */
const WANTED = 'pull-requests: write'

/** What GitHub knows of merges, as one token reads it. */
export function openGitHubMerges(context: GitHubContext, options: ApiOptions = {}): Merges {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  const pullAt = async (number: number) => {
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
    const answer = await api.request(route, { ...place, pull_number: number }, WANTED)
    return answer.is === 'answer' ? answer.data : undefined
  }
  return {
    async pullOf(commit) {
      const number = await numberOf(api, place, commit)
      return number === undefined ? undefined : mergedPull(await pullAt(number))
    },
    async reviews(pull) {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews'
      const found = await allPages(api, route, { ...place, pull_number: pull }, WANTED)
      return (found ?? []).flatMap(data => reviewOf(data) ?? [])
    },
    async commitAuthors(pull) {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits'
      const found = await allPages(api, route, { ...place, pull_number: pull }, WANTED)
      return [...new Set((found ?? []).map(data => accountOf(valueAt(data, ['author']))?.login))]
    },
    authorOf: async pull => accountOf(valueAt(await pullAt(pull), ['user']))?.login,
    maintains: login => hasPermission(api, place, login, 'maintain'),
    async inTeam(login, team) {
      const [org = '', slug = ''] = team.replace(/^@/, '').split('/')
      const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}'
      const answer = await unlessForbidden(() =>
        api.request(route, { org, team_slug: slug, username: login }, 'members'),
      )
      if (answer?.is === 'answer') return valueAt(answer.data, ['state']) === 'active' ? 'member' : 'other'
      // That nothing is found says as much of a team that the token does not see.
      const seen = await unlessForbidden(() =>
        api.request('GET /orgs/{org}/teams/{team_slug}', { org, team_slug: slug }, 'members'),
      )
      return answer !== undefined && seen?.is === 'answer' ? 'other' : 'unknown'
    },
    async pusherOf(branch, commit) {
      const route = 'GET /repos/{owner}/{repo}/activity'
      const ref = `refs/heads/${branch}`
      const answer = await api.request(route, { ...place, ref, per_page: 100 }, 'contents')
      const moves = answer.is === 'answer' && Array.isArray(answer.data) ? answer.data : []
      const move = moves.find(data => valueAt(data, ['after']) === commit)
      return accountOf(valueAt(move, ['actor']))
    },
    async messageOf(commit) {
      const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}'
      const answer = await api.request(route, { ...place, commit_sha: commit }, 'contents')
      return answer.is === 'answer' ? longTextOf(valueAt(answer.data, ['message'])) : undefined
    },
    async starterOf(run) {
      const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}'
      const answer = await api.request(route, { ...place, run_id: run }, 'actions')
      if (answer.is !== 'answer') return undefined
      const starter = valueAt(answer.data, ['triggering_actor']) ?? valueAt(answer.data, ['actor'])
      const [event, login] = [textOf(valueAt(answer.data, ['event'])), accountOf(starter)?.login]
      return event === undefined || login === undefined ? undefined : { event, login }
    },
  }
}

/** What a job's own token may never read, such as the members of a team, is no failure. */
async function unlessForbidden<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof ModelyardError && error.code === 'missing-permission') return undefined
    throw error
  }
}

/** Of the pull requests that hold a commit, the merged one that the commit is the merge of. */
async function numberOf(api: Api, place: RepositoryPlace, commit: string): Promise<number | undefined> {
  const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls'
  const found = (await allPages(api, route, { ...place, commit_sha: commit }, WANTED)) ?? []
  const merged = found.filter(data => textOf(valueAt(data, ['merged_at'])) !== undefined)
  const exact = merged.find(data => valueAt(data, ['merge_commit_sha']) === commit)
  return countOf(valueAt(exact ?? merged[0], ['number']))
}

function mergedPull(data: unknown): MergedPull | undefined {
  const at = (...keys: string[]) => valueAt(data, keys)
  const [number, url] = [countOf(at('number')), textOf(at('html_url'))]
  const [head, mergedAt] = [shaOf(at('head', 'sha')), timeOf(at('merged_at'))]
  if (number === undefined || url === undefined || head === undefined || mergedAt === undefined)
    return undefined
  const mergedBy = accountOf(at('merged_by'))?.login ?? ''
  const isOwn =
    at('head', 'repo', 'id') !== undefined && at('head', 'repo', 'id') === at('base', 'repo', 'id')
  const branch = isOwn ? textOf(at('head', 'ref')) : undefined
  return { number, url, head, branch, mergedAt, mergedBy, author: accountOf(at('user')) }
}

const STATES = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
} as const

function reviewOf(data: unknown): GivenReview | undefined {
  const state = STATES[textOf(valueAt(data, ['state'])) as keyof typeof STATES]
  const [review, at] = [countOf(valueAt(data, ['id'])), timeOf(valueAt(data, ['submitted_at']))]
  if (state === undefined || review === undefined || at === undefined) return undefined
  const account = accountOf(valueAt(data, ['user']))
  return {
    login: account?.login,
    id: countOf(valueAt(data, ['user', 'id'])),
    isBot: account?.isBot ?? false,
    state,
    // A commit that was pushed away is told as none: it is no head any more.
    commit: shaOf(valueAt(data, ['commit_id'])) ?? '',
    review,
    at,
  }
}

/** UTC to the second, as our files have it. */
function timeOf(value: unknown): string | undefined {
  const time = Date.parse(textOf(value) ?? '')
  return Number.isNaN(time) ? undefined : `${new Date(time).toISOString().slice(0, 19)}Z`
}
