import { userBody } from '../bodies.ts'
import { fill } from '../fill.ts'
import { atLeastRole, type Role } from '../roles.ts'
import { type Answer, type Call, notFound, type Routes, textAt } from '../route.ts'

export const collaboratorRoutes: Routes = {
  'repos/get-collaborator-permission-level': permissionOf,
}

/** GitHub's older names know no `triage` and no `maintain`. */
const OLDER: Readonly<Record<Role, string>> = {
  read: 'read',
  triage: 'read',
  write: 'write',
  maintain: 'write',
  admin: 'admin',
}

function permissionOf(call: Call): Answer {
  const { world, repository, path } = call
  const login = textAt(path, 'username')
  if (!world.state.accounts.has(login.toLowerCase()) && !world.state.accounts.has(login)) throw notFound()
  const role = world.roleOf(login, repository)
  const may = (wanted: Role) => atLeastRole(role, wanted)
  const permissions = {
    pull: may('read'),
    triage: may('triage'),
    push: may('write'),
    maintain: may('maintain'),
    admin: may('admin'),
  }
  return {
    status: 200,
    body: fill('repository-collaborator-permission', {
      permission: role === undefined ? 'none' : OLDER[role],
      role_name: role ?? 'none',
      user: { ...userBody(call, login), permissions, role_name: role ?? 'none' },
    }),
  }
}
