import { ModelyardError } from '../../domain/errors/index.ts'
import type { Pulls } from '../../ports.ts'
import { type ApiOptions, openApi } from './api.ts'
import type { GitHubContext } from './context.ts'
import { countOf, textOf, valueAt } from './event.ts'
import { allPages } from './pages.ts'
import { PULL_FACTS, type PullFacts, pullFacts } from './pull-facts.ts'

const WANTED = 'pull-requests'
const READ = `query PullRequest($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    databaseId defaultBranchRef { name } pullRequest(number: $number) { ...PullFacts }
    open: pullRequests(states: OPEN, first: 100) { pageInfo { hasNextPage } nodes { number headRefOid } }
  }
}
${PULL_FACTS}`

/** Pull requests on GitHub, as one token reads them. */
export function openGitHubPulls(context: GitHubContext, options: ApiOptions = {}): Pulls {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  const openOnes = async (asked: { readonly base?: string | undefined }) =>
    (await allPages(api, 'GET /repos/{owner}/{repo}/pulls', { ...place, state: 'open', ...asked }, WANTED)) ??
    []
  return {
    async read(number) {
      const variables = { owner: place.owner, name: place.repo, number }
      const data = valueAt(await api.graphql(READ, variables, WANTED), ['repository'])
      const defaultBranch = textOf(valueAt(data, ['defaultBranchRef', 'name']))
      const [node, home] = [valueAt(data, ['pullRequest']), valueAt(data, ['databaseId'])]
      const facts = await pullFacts(node, home, { api, place, wanted: WANTED })
      if (facts === undefined || defaultBranch === undefined) return undefined
      return { ...facts, defaultBranch, sameHead: sameHead(valueAt(data, ['open']), facts) }
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

/** A head is looked for among all that are open: GitHub finds by branch alone, and several may end in one commit. */
function sameHead(open: unknown, { number, head }: PullFacts): readonly number[] | undefined {
  const nodes = valueAt(open, ['nodes'])
  if (!Array.isArray(nodes) || valueAt(open, ['pageInfo', 'hasNextPage']) !== false) return undefined
  const others = nodes.filter(data => valueAt(data, ['headRefOid']) === head)
  return numbersOf(others).filter(other => other !== number)
}
