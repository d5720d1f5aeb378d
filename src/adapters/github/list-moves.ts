import type { Api } from './api.ts'
import type { RepositoryPlace } from './branch-standing.ts'

/** The newest hundred moves of a branch, as GitHub lists them; none where it does not say. */
export async function listMoves(
  api: Api,
  place: RepositoryPlace,
  branch: string,
  asked: { readonly activity_type?: string } = {},
): Promise<readonly unknown[]> {
  const route = 'GET /repos/{owner}/{repo}/activity'
  const ref = `refs/heads/${branch}`
  const answer = await api.request(route, { ...place, ref, per_page: 100, ...asked }, 'contents')
  return answer.is === 'answer' && Array.isArray(answer.data) ? answer.data : []
}
