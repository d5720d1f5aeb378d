import { isoSeconds } from './clock.ts'
import { fill } from './fill.ts'
import { nodeId } from './node-id.ts'
import type { Call } from './route.ts'
import { REACTIONS, reactionsTo } from './state/reactions.ts'
import type { Account, App, Repository } from './world.ts'

// What several areas say alike: people, Apps, repositories, and who wrote something.

type Json = Readonly<Record<string, unknown>>
type Place = Pick<Call, 'url' | 'world'>

export const HTML_ROOT = 'https://github.com'

export function fullName({ owner, name }: Repository): string {
  return `${owner}/${name}`
}

export function apiRoot({ url }: Pick<Call, 'url'>, repository: Repository): string {
  return `${url}/repos/${fullName(repository)}`
}

export function userBody({ url, world }: Place, login: string): Json {
  const account = world.account(login)
  // A bot's name has brackets, which no address may hold.
  const api = `${url}/users/${encodeURIComponent(account.login)}`
  return fill('simple-user', {
    ...idsOf(account),
    login: account.login,
    avatar_url: `https://avatars.githubusercontent.com/u/${account.id}?v=4`,
    gravatar_id: '',
    url: api,
    html_url: accountPage(account),
    repos_url: `${api}/repos`,
    organizations_url: `${api}/orgs`,
    received_events_url: `${api}/received_events`,
    type: account.kind,
    user_view_type: 'public',
  })
}

export function accountPage({ login, app }: Account): string {
  return app ? `${HTML_ROOT}/apps/${app.slug}` : `${HTML_ROOT}/${login}`
}

function idsOf({ id, kind }: Account): Json {
  return { id, node_id: nodeId(kind, id) }
}

/** The App that a token acted for, as things that it made name it. */
export function appBody(place: Place, app: App | undefined): Json | null {
  if (app === undefined) return null
  return fill('nullable-integration', {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('App', app.id),
    owner: userBody(place, `${app.slug}[bot]`),
    name: app.name,
    html_url: `${HTML_ROOT}/apps/${app.slug}`,
    external_url: HTML_ROOT,
    permissions: {},
    events: [],
  })
}

export function repositoryFacts(call: Call): Json {
  const { repository } = call
  const api = apiRoot(call, repository)
  const html = `${HTML_ROOT}/${fullName(repository)}`
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: fullName(repository),
    owner: userBody(call, repository.owner),
    private: repository.private,
    visibility: repository.private ? 'private' : 'public',
    description: repository.description,
    fork: repository.forkOf !== undefined,
    archived: repository.archived,
    default_branch: repository.defaultBranch,
    created_at: repository.createdAt,
    pushed_at: repository.createdAt,
    updated_at: repository.createdAt,
    has_issues: true,
    html_url: html,
    clone_url: `${html}.git`,
    git_url: `git://github.com/${fullName(repository)}.git`,
    ssh_url: `git@github.com:${fullName(repository)}.git`,
    svn_url: html,
    url: api,
    ...templates(api),
  }
}

/** The addresses with places to fill that every repository carries. */
function templates(api: string): Json {
  return Object.fromEntries(
    Object.entries({
      archive_url: '/{archive_format}{/ref}',
      assignees_url: '/assignees{/user}',
      blobs_url: '/git/blobs{/sha}',
      branches_url: '/branches{/branch}',
      collaborators_url: '/collaborators{/collaborator}',
      comments_url: '/comments{/number}',
      commits_url: '/commits{/sha}',
      compare_url: '/compare/{base}...{head}',
      contents_url: '/contents/{+path}',
      git_commits_url: '/git/commits{/sha}',
      git_refs_url: '/git/refs{/sha}',
      git_tags_url: '/git/tags{/sha}',
      issue_comment_url: '/issues/comments{/number}',
      issue_events_url: '/issues/events{/number}',
      issues_url: '/issues{/number}',
      keys_url: '/keys{/key_id}',
      labels_url: '/labels{/name}',
      milestones_url: '/milestones{/number}',
      notifications_url: '/notifications{?since,all,participating}',
      pulls_url: '/pulls{/number}',
      releases_url: '/releases{/id}',
      statuses_url: '/statuses/{sha}',
      trees_url: '/git/trees{/sha}',
    }).map(([name, suffix]) => [name, api + suffix]),
  )
}

/** How GitHub says that someone stands to a repository: never to be trusted, since it hides private members. */
export function association(repository: Repository, login: string): string {
  if (login.toLowerCase() === repository.owner.toLowerCase()) return 'OWNER'
  return repository.collaborators.has(login) ? 'COLLABORATOR' : 'NONE'
}

export const nowIso = ({ now }: Pick<Call, 'now'>): string => isoSeconds(now)

/** A label is its name here; of the rest nothing is kept. */
export function labelBody(call: Call, name: string): Json {
  const url = `${apiRoot(call, call.repository)}/labels/${encodeURIComponent(name)}`
  return fill('hooks.webhooks_label', { name, url })
}

/** How many of each; a thing without an id of a comment has none. */
export function reactionCounts(repository: Repository, url: string, comment?: number): Json {
  const found = comment === undefined ? [] : reactionsTo(repository, comment)
  const counts = REACTIONS.map(
    name => [name, found.filter(({ content }) => content === name).length] as const,
  )
  return fill('reaction-rollup', {
    url: `${url}/reactions`,
    total_count: found.length,
    ...Object.fromEntries(counts),
  })
}
