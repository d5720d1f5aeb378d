import type { OpenPull, OpenPulls } from '../../ports.ts'
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
      return (found ?? []).flatMap(data => openPullOf(data, own) ?? [])
    },
    async find(number) {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
      const answer = await api.request(route, { ...place, pull_number: number }, WANTED)
      return answer.is === 'answer' ? openPullOf(answer.data, own) : undefined
    },
    async close(number) {
      const route = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}'
      await api.request(route, { ...place, pull_number: number, state: 'closed' }, WANTED)
    },
  }
}

function openPullOf(data: unknown, own: string): OpenPull | undefined {
  const [number, url] = [countOf(valueAt(data, ['number'])), textOf(valueAt(data, ['html_url']))]
  const branch = textOf(valueAt(data, ['head', 'ref']))
  if (number === undefined || url === undefined || branch === undefined) return undefined
  if (valueAt(data, ['state']) !== 'open') return undefined
  const from = textOf(valueAt(data, ['head', 'repo', 'full_name']))?.toLowerCase()
  return { number, url, branch, isOurs: from === own && valueAt(data, ['user', 'type']) === 'Bot' }
}
