import { repositoryFacts } from '../bodies.ts'
import { fill } from '../fill.ts'
import { ROLES } from '../roles.ts'
import type { Call, Routes } from '../route.ts'

export const repositoryRoutes: Routes = {
  'repos/get': call => ({
    status: 200,
    body: fill('full-repository', {
      ...repositoryFacts(call),
      permissions: roleFlags(call),
      allow_merge_commit: call.repository.mergeMethods.includes('merge'),
      allow_squash_merge: call.repository.mergeMethods.includes('squash'),
      allow_rebase_merge: call.repository.mergeMethods.includes('rebase'),
    }),
  }),
}

/** GitHub says a role as booleans, all up to it true. */
function roleFlags({ world, actor, repository }: Call): Record<string, boolean> {
  const role = world.roleOf(actor.account.login, repository) ?? 'read'
  const has = (wanted: (typeof ROLES)[number]) => ROLES.indexOf(role) >= ROLES.indexOf(wanted)
  return {
    admin: has('admin'),
    maintain: has('maintain'),
    push: has('write'),
    triage: has('triage'),
    pull: true,
  }
}
