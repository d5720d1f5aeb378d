import { fullName, userBody } from '../bodies.ts'
import { nodeId } from '../node-id.ts'
import type { Call } from '../route.ts'
import { installationBody } from '../routes/apps.ts'
import type { Installation, Repository, World } from '../world.ts'
import { announce, type Changed } from './announce.ts'

/** What an App hears of its own installations, whether or not it asked for that. */
export function announceInstallation(
  world: World,
  installation: Installation,
  action: 'created' | 'deleted' | 'suspend' | 'unsuspend' | 'new_permissions_accepted',
): void {
  const reached = shortFacts(world, installation.repositories)
  announceToApp(world, installation, 'installation', action, call => ({
    installation: told(call, installation),
    repositories: reached,
    requester: null,
  }))
}

/** @param ids - Of the repositories that were added or removed. */
export function announceReach(
  world: World,
  installation: Installation,
  action: 'added' | 'removed',
  ids: readonly number[],
): void {
  const facts = shortFacts(world, ids)
  announceToApp(world, installation, 'installation_repositories', action, call => ({
    installation: told(call, installation),
    repository_selection: 'selected',
    repositories_added: action === 'added' ? facts : [],
    repositories_removed: action === 'removed' ? facts : [],
    requester: null,
  }))
}

/** A repository that is called otherwise, is somebody else's, archived, or has another default branch. */
export function announceRepository(
  changed: Changed,
  action: 'renamed' | 'transferred' | 'archived' | 'unarchived' | 'edited' | 'deleted',
  changes: object | undefined,
): void {
  announce(changed, 'repository', action, () => ({ ...(changes && { changes }) }))
}

/** The owner of the repositories, in whose name their people act here. */
export function ownerOf({ owner }: Repository | Installation, world: World): Changed['actor'] {
  return { account: world.account(owner) }
}

/** As the API answers it, and with the account, which GitHub describes otherwise there. */
function told(call: Call, installation: Installation): object {
  return { ...installationBody(call, installation), account: userBody(call, installation.owner) }
}

function announceToApp(
  world: World,
  installation: Installation,
  event: string,
  action: string,
  payload: (call: Call) => object,
): void {
  // It is told by no repository's hooks; it waits with one of them, as everything does.
  const [repository] = world.state.repositories.values()
  const { app } = world.account(installation.login)
  if (repository === undefined || app === undefined) return
  const actor = ownerOf(installation, world)
  announce({ world, repository, actor }, event, action, payload, app.id, 'app')
}

function shortFacts({ state }: World, ids: readonly number[]): object[] {
  return [...state.repositories.values()]
    .filter(({ id }) => ids.includes(id))
    .map(repository => ({
      id: repository.id,
      node_id: nodeId('Repository', repository.id),
      name: repository.name,
      full_name: fullName(repository),
      private: repository.private,
    }))
}
