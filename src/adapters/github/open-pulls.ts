import type { FoundPull, OpenPulls } from '../../ports.ts'
import { type ApiOptions, openApi } from './api.ts'
import type { GitHubContext } from './context.ts'
import { countOf, textOf, valueAt } from './event.ts'
import { allPages } from './pages.ts'

/** Who looks here will close. */
const WANTED = 'pull-requests: write'

/** Open pull requests on GitHub, as one token sees and closes them. */
export function openGitHubOpenPulls(context: GitHubContext, options: ApiOptions = {}): OpenPulls {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  const own = `${place.owner}/${place.repo}`.toLowerCase()
  return {
    async list(into) {
      const route = 'GET /repos/{owner}/{repo}/pulls'
      const found = await allPages(api, route, { ...place, base: into, state: 'open' }, WANTED)
      return (found ?? []).flatMap(data => pullOf(data, own) ?? [])
    },
    async find(number) {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
      const answer = await api.request(route, { ...place, pull_number: number }, WANTED)
      return answer.is === 'answer' ? pullOf(answer.data, own) : undefined
    },
    async close(number) {
      const route = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}'
      await api.request(route, { ...place, pull_number: number, state: 'closed' }, WANTED)
    },
  }
}

function pullOf(data: unknown, own: string): FoundPull | undefined {
  const [number, url] = [countOf(valueAt(data, ['number'])), textOf(valueAt(data, ['html_url']))]
  const branch = textOf(valueAt(data, ['head', 'ref']))
  if (number === undefined || url === undefined || branch === undefined) return undefined
  const isMerged = typeof valueAt(data, ['merged_at']) === 'string'
  const state = isMerged ? 'merged' : valueAt(data, ['state']) === 'open' ? 'open' : 'closed'
  const from = textOf(valueAt(data, ['head', 'repo', 'full_name']))?.toLowerCase()
  const isOurs = from === own && valueAt(data, ['user', 'type']) === 'Bot'
  return { number, url, branch, isOurs, isDraft: valueAt(data, ['draft']) === true, state }
}
