import { ModelyardError } from '../../domain/errors/index.ts'
import type { PullState, Pulls } from '../../ports.ts'
import { accountOf } from './account.ts'
import { type ApiOptions, openApi } from './api.ts'
import type { GitHubContext } from './context.ts'
import { countOf, textOf, valueAt } from './event.ts'
import { allPages } from './pages.ts'

const WANTED = 'pull-requests'

/** Pull requests on GitHub, as one token reads them. */
export function openGitHubPulls(context: GitHubContext, options: ApiOptions = {}): Pulls {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  const own = `${place.owner}/${place.repo}`.toLowerCase()
  const openOnes = async (asked: { readonly base?: string | undefined }) =>
    (await allPages(api, 'GET /repos/{owner}/{repo}/pulls', { ...place, state: 'open', ...asked }, WANTED)) ??
    []
  return {
    async read(number) {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
      const answer = await api.request(route, { ...place, pull_number: number }, WANTED)
      return answer.is === 'answer' ? pullOf(answer.data, own) : undefined
    },
    async open(into) {
      return numbersOf(await openOnes({ base: into }))
    },
    async everFrom(branch) {
      const asked = { ...place, state: 'all', head: `${place.owner}:${branch}`, per_page: 1 }
      const answer = await api.request('GET /repos/{owner}/{repo}/pulls', asked, WANTED)
      if (answer.is === 'answer' && Array.isArray(answer.data)) return answer.data.length > 0
      throw new ModelyardError({
        code: 'no-github',
        message: `GitHub does not show the pull requests of ${place.owner}/${place.repo} to this token`,
        next: 'give one that may read them',
      })
    },
    async ofHead(sha) {
      const found = await openOnes({})
      return numbersOf(found.filter(data => valueAt(data, ['head', 'sha']) === sha))
    },
    async withHead(sha) {
      const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls'
      const found = (await allPages(api, route, { ...place, commit_sha: sha }, WANTED)) ?? []
      const ours = found.filter(data => valueAt(data, ['head', 'sha']) === sha)
      const pull = ours.find(data => valueAt(data, ['state']) === 'open') ?? ours[0]
      const number = countOf(valueAt(pull, ['number']))
      if (number === undefined) return undefined
      const isMerged = textOf(valueAt(pull, ['merged_at'])) !== undefined
      return {
        number,
        isOpen: valueAt(pull, ['state']) === 'open',
        isMerged,
      }
    },
  }
}

function numbersOf(pulls: readonly unknown[]): number[] {
  return pulls.flatMap(data => countOf(valueAt(data, ['number'])) ?? [])
}

function pullOf(data: unknown, own: string): PullState | undefined {
  const number = countOf(valueAt(data, ['number']))
  const [head, into] = [textOf(valueAt(data, ['head', 'sha'])), textOf(valueAt(data, ['base', 'ref']))]
  const defaultBranch = textOf(valueAt(data, ['base', 'repo', 'default_branch']))
  if (number === undefined || head === undefined || into === undefined || defaultBranch === undefined)
    return undefined
  const from = textOf(valueAt(data, ['head', 'repo', 'full_name']))?.toLowerCase()
  const merges = valueAt(data, ['mergeable'])
  return {
    number,
    url: textOf(valueAt(data, ['html_url'])) ?? '',
    isOpen: valueAt(data, ['state']) === 'open',
    isMerged: valueAt(data, ['merged']) === true,
    head,
    branch: from === own ? textOf(valueAt(data, ['head', 'ref'])) : undefined,
    into,
    defaultBranch,
    author: accountOf(valueAt(data, ['user'])),
    merges: typeof merges === 'boolean' ? merges : undefined,
  }
}
