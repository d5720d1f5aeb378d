import { ModelyardError } from '../../domain/errors/index.ts'
import type { CommitStatus, Statuses } from '../../ports.ts'
import { type Api, type ApiOptions, openApi } from './api.ts'
import type { RepositoryPlace } from './branch-standing.ts'
import { commitOfRun, type GitHubContext, runUrlOf } from './context.ts'
import { valueAt } from './event.ts'
import { sure } from './sure.ts'

/** Commit statuses on GitHub, as one token sets them. */
export function openGitHubStatuses(context: GitHubContext, options: ApiOptions = {}): Statuses {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  const url = runUrlOf(context, context.event.workflowRun?.id ?? context.run)
  return {
    async set(status) {
      const sha = commitOfRun(context)
      return sha !== undefined && (await setStatus(api, place, sha, status, url)) ? sha : undefined
    },
    async settle(commit, status) {
      if (await isMarked(api, place, commit, status)) return 'unchanged'
      if (await setStatus(api, place, commit, status, url)) return 'set'
      throw new ModelyardError({
        code: 'remote-failed',
        message: `GitHub does not have the commit ${commit}, which was to be marked`,
        next: 'run the step again: the branch was moved meanwhile',
      })
    },
  }
}

/** Whether the newest status of this name says the same already. */
async function isMarked(
  api: Api,
  place: RepositoryPlace,
  ref: string,
  { context, state, description }: CommitStatus,
): Promise<boolean> {
  const answer = await api.request(
    'GET /repos/{owner}/{repo}/commits/{ref}/statuses',
    { ...place, ref, per_page: 100 },
    'statuses: write',
  )
  const newestFirst: readonly unknown[] =
    answer.is === 'answer' && Array.isArray(answer.data) ? answer.data : []
  const newest = newestFirst.find(status => valueAt(status, ['context']) === context)
  return valueAt(newest, ['state']) === state && valueAt(newest, ['description']) === description
}

/** @returns Whether the commit is there. */
async function setStatus(
  api: Api,
  place: RepositoryPlace,
  sha: string,
  status: CommitStatus,
  url: string | undefined,
): Promise<boolean> {
  const set = () =>
    api.request(
      'POST /repos/{owner}/{repo}/statuses/{sha}',
      { ...place, sha, ...status, ...(url === undefined ? {} : { target_url: url }) },
      'statuses: write',
    )
  // The same one twice says the same.
  const answer = await sure(set, `the status of ${sha}`)
  return answer.is === 'answer'
}
