import { ModelyardError } from '../domain/errors/index.ts'
import type { Conversations } from '../ports.ts'
import type { Permission } from './define.ts'

/**
 * Lets nobody through but people who may, by what GitHub says now.
 *
 * @param what - That they ask for, e.g. `/promote`.
 * @throws {ModelyardError} `missing-permission`, also where GitHub does not say.
 */
export async function requirePermission(
  login: string,
  what: string,
  permission: Permission,
  conversations: Pick<Conversations, 'may'>,
): Promise<void> {
  const may = await conversations.may(login, permission)
  if (may === 'member') return
  throw new ModelyardError({
    code: 'missing-permission',
    message:
      may === 'other'
        ? `${what} is for people with the permission ${permission} on this repository`
        : `what you may do here GitHub does not say, and ${what} is for people with the permission ${permission}`,
    next: 'ask somebody who has it',
  })
}
