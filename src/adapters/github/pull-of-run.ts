import type { ReviewedPull } from '../../ports.ts'
import type { Api } from './api.ts'
import type { GitHubContext } from './context.ts'
import { countOf, shaOf, textOf, valueAt } from './event.ts'

/**
 * The pull request whose head a finished run was at: asked of the API by the head's branch, since the payload names
 * none of a fork's, and no file of the run is believed. The head must be the same commit still; an open one comes first.
 */
export async function pullRequestOfRun(
  api: Api,
  { owner, repository, event: { workflowRun } }: GitHubContext,
): Promise<ReviewedPull | undefined> {
  if (workflowRun === undefined) return undefined
  const { headOwner, headBranch, headSha, headRepositoryId } = workflowRun
  const answer = await api.request(
    'GET /repos/{owner}/{repo}/pulls',
    { owner, repo: repository, head: `${headOwner}:${headBranch}`, state: 'all', per_page: 100 },
    'pull-requests: write',
  )
  const all = answer.is === 'answer' && Array.isArray(answer.data) ? answer.data : []
  const ofHead = all.filter(
    pull =>
      shaOf(valueAt(pull, ['head', 'sha'])) === headSha &&
      valueAt(pull, ['head', 'repo', 'id']) === headRepositoryId,
  )
  const found = ofHead.find(pull => valueAt(pull, ['state']) === 'open') ?? ofHead[0]
  const [number, base] = [countOf(valueAt(found, ['number'])), textOf(valueAt(found, ['base', 'ref']))]
  return number === undefined || base === undefined ? undefined : { number, base }
}
