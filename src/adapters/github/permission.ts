import type { Membership } from '../../domain/registry/approvals.ts'
import type { Api } from './api.ts'
import type { RepositoryPlace } from './branch-standing.ts'
import { valueAt } from './event.ts'

/** Whether a person has a permission on a repository now; `unknown` where GitHub does not say. */
export async function hasPermission(
  api: Api,
  place: RepositoryPlace,
  login: string,
  permission: 'pull' | 'push' | 'maintain',
): Promise<Membership> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission'
  const answer = await api.request(route, { ...place, username: login }, 'metadata')
  const has = answer.is === 'answer' ? valueAt(answer.data, ['user', 'permissions', permission]) : undefined
  return typeof has !== 'boolean' ? 'unknown' : has ? 'member' : 'other'
}
