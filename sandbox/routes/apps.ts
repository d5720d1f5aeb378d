import { appBody, repositoryFacts, userBody } from '../bodies.ts'
import { fill } from '../fill.ts'
import { paged } from '../paging.ts'
import type { Granted, Level } from '../roles.ts'
import { type Call, notFound, Refusal, type Routes, textAt } from '../route.ts'
import { takeRegisteredApp } from '../state/app-manifests.ts'
import type { Installation, Repository } from '../world.ts'

/** An hour, as GitHub's. */
const TOKEN_MS = 60 * 60 * 1000

/** What an App asks for itself, by a token that it signed. */
export const appRoutes: Routes = {
  'apps/get-authenticated': call => {
    asApp(call)
    return { status: 200, body: appBody(call, call.actor.account.app) }
  },
  // Whoever has the code gets what it is for: there is no App yet that could say who it is.
  'apps/create-from-manifest': call => {
    const registered = takeRegisteredApp(call.world, textAt(call.path, 'code'))
    if (registered === undefined) throw notFound()
    const { app, manifest, organization, pem, webhookSecret } = registered
    return {
      status: 201,
      body: {
        ...appBody(call, app),
        ...(organization && { owner: userBody(call, organization) }),
        external_url: manifest.url,
        permissions: manifest.default_permissions,
        events: manifest.default_events,
        client_id: `Iv23${app.id}`,
        client_secret: '0'.repeat(40),
        webhook_secret: webhookSecret,
        pem,
      },
    }
  },
  'apps/list-installations': call => {
    asApp(call)
    const own = [...call.world.state.installations.values()].filter(
      ({ login }) => login === call.actor.account.login,
    )
    return paged(call, own, one => installationBody(call, one))
  },
  'apps/list-repos-accessible-to-installation': call => {
    const installation = call.world.state.installations.get(call.actor.token.installation ?? 0)
    if (installation === undefined)
      throw new Refusal(
        403,
        'You must authenticate with an installation access token in order to list repositories for an installation.',
      )
    const reached = [...call.world.state.repositories.values()].filter(({ id }) =>
      installation.repositories.includes(id),
    )
    const page = paged(call, reached, repository => repositoryBody(call, repository))
    const facts = { total_count: reached.length, repository_selection: 'selected' }
    return { ...page, body: { ...facts, repositories: page.body } }
  },
  'apps/create-installation-access-token': call => {
    const installation = own(call)
    const permissions = narrowed(installation, call.body.permissions as Granted | undefined)
    const chosen = chosenOf(call, installation)
    const { value } = call.world.issueToken({
      kind: 'app',
      login: installation.login,
      permissions,
      installation: installation.id,
      repositories: chosen?.map(({ id }) => id),
    })
    const expires = new Date(call.now.getTime() + TOKEN_MS).toISOString()
    return {
      status: 201,
      body: {
        token: value,
        expires_at: `${expires.slice(0, 19)}Z`,
        permissions,
        repository_selection: 'selected',
        ...(chosen && { repositories: chosen.map(repository => repositoryBody(call, repository)) }),
      },
    }
  },
}

function repositoryBody(call: Call, repository: Repository) {
  const facts = repositoryFacts(Object.create(call, { repository: { value: repository } }) as Call)
  return fill('repository', facts)
}

/**
 * The repositories that a token is asked for; undefined for all of the installation's.
 *
 * @throws {Refusal} 422 where one of them is not the installation's.
 */
function chosenOf({ world, body }: Call, installation: Installation): Repository[] | undefined {
  const ids = body.repository_ids as readonly number[] | undefined
  if (ids === undefined) return undefined
  const own = [...world.state.repositories.values()].filter(({ id }) =>
    installation.repositories.includes(id),
  )
  const chosen = ids.map(wanted => own.find(({ id }) => id === wanted))
  if (chosen.includes(undefined))
    throw new Refusal(
      422,
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    )
  return chosen as Repository[]
}

export function installationBody(call: Call, { id, owner, login, permissions, suspended }: Installation) {
  const { app } = call.world.account(login)
  // Of this answer GitHub's description is older than merge queues.
  const { merge_queues: _, ...described } = permissions
  const api = `${call.url}/app/installations/${id}`
  return {
    id,
    // GitHub's description wants somebody who is a person and an enterprise at once.
    account: null,
    access_tokens_url: `${api}/access_tokens`,
    repositories_url: `${call.url}/installation/repositories`,
    html_url: `https://github.com/organizations/${owner}/settings/installations/${id}`,
    app_id: app?.id ?? 0,
    app_slug: app?.slug ?? '',
    target_id: call.world.account(owner).id,
    target_type: 'Organization',
    permissions: described,
    events: [],
    created_at: call.now.toISOString(),
    updated_at: call.now.toISOString(),
    single_file_name: null,
    repository_selection: 'selected',
    suspended_at: suspended ? call.now.toISOString() : null,
    suspended_by: null,
  }
}

function asApp({ actor }: Call): void {
  if (actor.token.kind !== 'app-jwt') throw new Refusal(401, 'A JSON web token could not be decoded')
}

/** An installation of the App that asks; another's is not there. */
function own(call: Call): Installation {
  asApp(call)
  const found = call.world.state.installations.get(Number(call.path.installation_id))
  if (found?.login !== call.actor.account.login) throw new Refusal(404, 'Not Found')
  if (found.suspended) throw new Refusal(403, 'This installation has been suspended')
  return found
}

const LEVELS: readonly Level[] = ['read', 'write', 'admin']

/** @throws {Refusal} 422 where more is asked than the installation has. */
function narrowed({ permissions }: Installation, asked: Granted | undefined): Granted {
  if (asked === undefined) return permissions
  for (const [name, level] of Object.entries(asked)) {
    const granted = permissions[name]
    if (granted === undefined || LEVELS.indexOf(level) > LEVELS.indexOf(granted))
      throw new Refusal(422, 'The permissions requested are not granted to this installation.')
  }
  return asked
}
