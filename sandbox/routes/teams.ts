import { fill } from '../fill.ts'
import { type Answer, type Call, notFound, type Routes, textAt } from '../route.ts'
import { teamsOf } from '../state/teams.ts'

export const teamRoutes: Routes = {
  'teams/get-by-name': call => {
    const [org, slug] = [textAt(call.path, 'org'), textAt(call.path, 'team_slug')]
    membersOf(call)
    return { status: 200, body: fill('team-full', { name: slug, slug, organization: { login: org } }) }
  },
  'teams/get-membership-for-user-in-org': membership,
}

function membership(call: Call): Answer {
  if (!membersOf(call).includes(textAt(call.path, 'username'))) throw notFound()
  return {
    status: 200,
    body: fill('team-membership', {
      url: `${call.url}${call.target}`,
      role: 'member',
      state: 'active',
    }),
  }
}

/** A team is known by what it may do here: by the repositories of its owner. */
function membersOf({ world, path }: Call): readonly string[] {
  const [org, slug] = [textAt(path, 'org'), textAt(path, 'team_slug')]
  for (const repository of world.state.repositories.values()) {
    const members = repository.owner === org ? teamsOf(repository).get(slug) : undefined
    if (members !== undefined) return members
  }
  throw notFound()
}
