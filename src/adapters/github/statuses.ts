import { ModelyardError } from '../../domain/errors/index.ts'
import type { Statuses } from '../../ports.ts'
import { type ApiOptions, openApi } from './api.ts'
import { commitOfRun, type GitHubContext, runUrlOf } from './context.ts'

/** Commit statuses on GitHub, as one token sets them. */
export function openGitHubStatuses(context: GitHubContext, options: ApiOptions = {}): Statuses {
  const api = openApi(context, options)
  return {
    async set({ context: name, state, description }) {
      const sha = commitOfRun(context)
      if (sha === undefined) return undefined
      const url = runUrlOf(context, context.event.workflowRun?.id ?? context.run)
      const set = () =>
        api.request(
          'POST /repos/{owner}/{repo}/statuses/{sha}',
          {
            owner: context.owner,
            repo: context.repository,
            sha,
            context: name,
            state,
            description,
            ...(url === undefined ? {} : { target_url: url }),
          },
          'statuses',
        )
      const first = await set()
      // The same one twice says the same.
      const answer = first.is === 'unsure' ? await set() : first
      if (answer.is === 'unsure') {
        throw new ModelyardError({
          code: 'remote-failed',
          message: `whether GitHub took the status of ${sha} is not known`,
          next: 'run the step again in a while',
        })
      }
      return answer.is === 'answer' ? sha : undefined
    },
  }
}
