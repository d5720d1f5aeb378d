import {
  type Alternatives,
  acceptedHeader,
  limitedTo,
  refusalMessage,
  satisfied,
  type UsedPermission,
} from './permissions.ts'
import type { Granted } from './roles.ts'
import { rolePermissions } from './roles.ts'
import type { Actor } from './route.ts'
import { Refusal } from './route.ts'
import { appOf, isWebToken } from './web-token.ts'
import type { Repository, Token, World } from './world.ts'

/**
 * Who a request's `authorization` header says it is.
 *
 * @throws {Refusal} 401 without a token, or with one that the world did not issue.
 */
export function authenticate(world: World, header: string | undefined): Actor {
  const [, value] = /^(?:token|bearer) (\S+)$/i.exec(header ?? '') ?? []
  if (value === undefined) throw new Refusal(401, 'Requires authentication')
  if (isWebToken(value)) return appOf(world, value)
  const token = world.state.tokens.get(value)
  if (token === undefined) throw new Refusal(401, 'Bad credentials')
  if (token.installation !== undefined) {
    const installation = world.state.installations.get(token.installation)
    if (installation === undefined) throw new Refusal(401, 'Bad credentials')
    if (installation.suspended) throw new Refusal(403, 'This installation has been suspended')
  }
  return { account: world.account(token.login), token }
}

/** Who shows no token, and has few calls an hour. */
export const ANYBODY: Actor = {
  account: { id: 0, login: '', kind: 'User' },
  token: { value: '', kind: 'person', login: '', permissions: {}, hourlyLimit: 60 },
}
/** What GitHub says of writing to a repository that is archived, to whomever. */
export const ARCHIVED = 'Repository was archived so is read-only.'

/** What a token reaches: nothing of another repository than its own, of a private one only what its account sees. */
export function reaches(world: World, { account, token }: Actor, repository: Repository): boolean {
  if (token.repository !== undefined) return token.repository === repository.id || !repository.private
  if (token.installation !== undefined) return covers(world, token, repository) || !repository.private
  return token.kind !== 'person' || world.roleOf(account.login, repository) !== undefined
}

/** Whether an installation's token is for a repository. */
function covers(world: World, { installation, repositories }: Token, { id }: Repository): boolean {
  const known = world.state.installations.get(installation ?? 0)
  return (
    known?.repositories.includes(id) === true && (repositories === undefined || repositories.includes(id))
  )
}

/** Every permission that some call needed and had, by token. */
export type UsedPermissions = Map<string, UsedPermission[]>

/**
 * Lets a call pass when the token has one of the alternatives, and remembers which.
 *
 * @throws {Refusal} 403 with the permissions that would have been accepted.
 */
export function permit(
  world: World,
  actor: Actor,
  repository: Repository | undefined,
  alternatives: Alternatives,
  used: UsedPermissions,
): void {
  const set = satisfied(grantedIn(world, actor, repository), alternatives)
  if (set === undefined) {
    throw new Refusal(403, refusalMessage(actor.token), { headers: acceptedHeader(alternatives) })
  }
  const known = used.get(actor.token.value) ?? []
  used.set(actor.token.value, [
    ...known,
    ...Object.entries(set)
      .map(([name, level]) => ({ name, level }))
      .filter(({ name, level }) => !known.some(other => other.name === name && other.level === level)),
  ])
}

/** Elsewhere than in its own repository a job's token reads what everybody reads, and no more. */
function grantedIn(world: World, { account, token }: Actor, repository: Repository | undefined): Granted {
  if (repository === undefined) return token.permissions
  if (token.repository !== undefined && token.repository !== repository.id) return { metadata: 'read' }
  // What everybody may read an App reads, too, and writes nothing of it.
  if (token.installation !== undefined && !covers(world, token, repository))
    return Object.fromEntries(Object.keys(token.permissions).map(name => [name, 'read']))
  if (token.kind !== 'person') return token.permissions
  const role = world.roleOf(account.login, repository)
  return role === undefined ? {} : limitedTo(token.permissions, rolePermissions(role))
}

/** Granted permissions that no call of the token needed, at the level that was granted. */
export function unusedPermissions(token: Token, used: UsedPermissions): UsedPermission[] {
  const needed = used.get(token.value) ?? []
  return Object.entries(token.permissions)
    .map(([name, level]) => ({ name, level }))
    .filter(
      ({ name, level }) =>
        name !== 'metadata' && !needed.some(one => one.name === name && one.level === level),
    )
}
