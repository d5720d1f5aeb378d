import { fullName } from './bodies.ts'
import { pullsOf } from './state/issues.ts'
import { announceInstallation, announceReach, announceRepository, ownerOf } from './webhooks/installations.ts'
import type { Installation, Repository, World } from './world.ts'

// What owners do on GitHub's pages of settings, for which the product has no route; hooks and Apps are told of it.

/** "Suspend", and taking it back. */
export function suspend(world: World, installation: Installation, suspended = true): void {
  installation.suspended = suspended
  announceInstallation(world, installation, suspended ? 'suspend' : 'unsuspend')
}

/** "Uninstall": its tokens are good for nothing any more. */
export function uninstall(world: World, installation: Installation): void {
  announceInstallation(world, installation, 'deleted')
  world.state.installations.delete(installation.id)
}

/** Other repositories than before. */
export function choose(world: World, installation: Installation, repositories: readonly Repository[]): void {
  const before = installation.repositories
  const after = repositories.map(({ id }) => id)
  installation.repositories = after
  const [added, removed] = [
    after.filter(id => !before.includes(id)),
    before.filter(id => !after.includes(id)),
  ]
  if (added.length > 0) announceReach(world, installation, 'added', added)
  if (removed.length > 0) announceReach(world, installation, 'removed', removed)
}

/** Another name, or another owner; who asks by the old one is sent on until another repository takes it. */
export function move(world: World, repository: Repository, to: string): void {
  const { state } = world
  const from = fullName(repository)
  const before = { owner: repository.owner, name: repository.name }
  const [owner = '', name = ''] = to.split('/')
  if (!state.accounts.has(owner.toLowerCase())) world.addAccount(owner, 'Organization')
  state.repositories.delete(from.toLowerCase())
  Object.assign(repository, { owner, name })
  state.repositories.set(to.toLowerCase(), repository)
  state.moved.set(from.toLowerCase(), repository.id)
  for (const { pull } of pullsOf(repository)) if (pull.headRepository === from) pull.headRepository = to
  // An App of the old owner is not the new one's.
  for (const installation of state.installations.values())
    if (installation.owner !== owner)
      installation.repositories = installation.repositories.filter(id => id !== repository.id)
  const isRename = before.owner === owner
  const changes = isRename
    ? { repository: { name: { from: before.name } } }
    : { owner: { from: { organization: undefined } } }
  announceRepository(
    { world, repository, actor: ownerOf(repository, world) },
    isRename ? 'renamed' : 'transferred',
    changes,
  )
}

/** "Archive this repository", and taking it back. */
export function archive(world: World, repository: Repository, archived = true): void {
  repository.archived = archived
  const changed = { world, repository, actor: ownerOf(repository, world) }
  announceRepository(changed, archived ? 'archived' : 'unarchived', undefined)
}

/** Another default branch. */
export function setDefaultBranch(world: World, repository: Repository, branch: string): void {
  const from = repository.defaultBranch
  repository.defaultBranch = branch
  const changed = { world, repository, actor: ownerOf(repository, world) }
  announceRepository(changed, 'edited', { default_branch: { from } })
}

/** What is left of somebody whose account is deleted: what they wrote is nobody's. */
export function deleteAccount(world: World, login: string): void {
  world.state.accounts.delete(login.toLowerCase())
  for (const { collaborators } of world.state.repositories.values()) collaborators.delete(login)
}
