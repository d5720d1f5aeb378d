import { ModelyardError } from '../../domain/errors/index.ts'
import type { MergedPull, Merges } from '../../ports.ts'
import { accountOf } from './account.ts'
import { type ApiOptions, openApi } from './api.ts'
import type { GitHubContext } from './context.ts'
import { longTextOf, textOf, valueAt } from './event.ts'
import { listMoves } from './list-moves.ts'
import { hasPermission } from './permission.ts'
import { PULL_FACTS, type PullFacts, pullFacts } from './pull-facts.ts'

/** Who looks at a merge here will also close what it leaves behind. */
const WANTED = 'pull-requests: write'

/** What GitHub knows of merges, as one token reads it; the moves of each branch as they were when they were first asked for. */
export function openGitHubMerges(context: GitHubContext, options: ApiOptions = {}): Merges {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  const listings = new Map<string, Promise<readonly unknown[]>>()
  /** Asked for once: who pushed a head, and whether that was the App itself, are two questions. */
  const movesOf = (branch: string): Promise<readonly unknown[]> => {
    const known = listings.get(branch)
    if (known !== undefined) return known
    const listed = listMoves(api, place, branch)
    listings.set(branch, listed)
    return listed
  }
  return {
    async pullsOf(commits) {
      if (commits.length === 0) return new Map()
      const named = commits.map((oid, at) => ({ alias: `c${at}`, oid }))
      const document = documentOf(named.map(({ alias }) => alias))
      const oids = Object.fromEntries(named.map(({ alias, oid }) => [alias, oid]))
      const data = await api.graphql(document, { owner: place.owner, name: place.repo, ...oids }, WANTED)
      const found = new Map<string, MergedPull>()
      for (const { alias, oid } of named) {
        const node = mergeOf(valueAt(data, ['repository', alias, 'associatedPullRequests', 'nodes']), oid)
        const home = valueAt(data, ['repository', 'databaseId'])
        const pull = mergedPull(await pullFacts(node, home, { api, place, wanted: WANTED }))
        if (pull !== undefined) found.set(oid, pull)
      }
      return found
    },
    async authorOf(pull) {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
      const answer = await api.request(route, { ...place, pull_number: pull }, WANTED)
      return answer.is === 'answer' ? accountOf(valueAt(answer.data, ['user']))?.login : undefined
    },
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
      const move = (await movesOf(branch)).find(data => valueAt(data, ['after']) === commit)
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

/** GitHub tells of a commit of the default branch only what was merged; there is seldom more than one. */
function documentOf(aliases: readonly string[]): string {
  const variables = aliases.map(alias => `$${alias}: GitObjectID!`).join(', ')
  const objects = aliases.map(alias => `${alias}: object(oid: $${alias}) { ...Merge }`).join('\n    ')
  return `query MergesOfCommits($owner: String!, $name: String!, ${variables}) {
  repository(owner: $owner, name: $name) {
    databaseId
    ${objects}
  }
}
fragment Merge on Commit { associatedPullRequests(first: 5) { nodes { ...PullFacts mergeCommit { oid } } } }
${PULL_FACTS}`
}

/** Of the pull requests that hold a commit, the merged one that the commit is the merge of. */
function mergeOf(nodes: unknown, commit: string): unknown {
  const merged = (Array.isArray(nodes) ? nodes : []).filter(node => valueAt(node, ['state']) === 'MERGED')
  return merged.find(node => valueAt(node, ['mergeCommit', 'oid']) === commit) ?? merged[0]
}

function mergedPull(facts: PullFacts | undefined): MergedPull | undefined {
  if (facts?.mergedAt === undefined) return undefined
  const { number, url, head, branch, mergedAt, mergedBy, author, reviews, commitAuthors } = facts
  return { number, url, head, branch, mergedAt, mergedBy, author, reviews, commitAuthors }
}
