import { ModelyardError } from '../../domain/errors/index.ts'
import type { Comments, CommentTarget, Written } from '../../ports.ts'
import { type Answer, type Api, type ApiOptions, openApi } from './api.ts'
import { commitOfRun, type GitHubContext, runUrlOf } from './context.ts'
import { countOf, valueAt } from './event.ts'
import { findComments } from './find-comments.ts'
import { pauseBy } from './pause.ts'
import { pullRequestOfRun } from './pull-of-run.ts'
import { takeComment } from './take-comment.ts'

const SHOW_AGAIN = `mutation ShowAgain($id: ID!) {
  unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } }
}`

/** Comments on GitHub, as one token writes them. */
export function openGitHubComments(context: GitHubContext, options: ApiOptions = {}): Comments {
  const { now = Date.now } = options
  const api = openApi(context, options)
  const repository = { owner: context.owner, repo: context.repository }
  return {
    origin: async () => originOf(context),
    targetOfRun: on => targetOfRun(api, context, on),
    find: (target, marker) => findComments(api, context, target, marker, permissionFor(target)),
    async create(target, body) {
      const answer =
        target.is === 'commit'
          ? await api.request(
              'POST /repos/{owner}/{repo}/commits/{commit_sha}/comments',
              { ...repository, commit_sha: target.sha, body },
              permissionFor(target),
            )
          : await api.request(
              'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
              { ...repository, issue_number: target.number, body },
              permissionFor(target),
            )
      return writtenBy(answer)
    },
    async update(target, { id, url }, body) {
      const answer = await api.request(
        `PATCH ${pathOf(target)}`,
        { ...repository, comment_id: id, body },
        permissionFor(target),
      )
      return answer.is === 'answer' ? { is: 'written', id, url } : answer
    },
    async remove(target, { id }) {
      await api.request(`DELETE ${pathOf(target)}`, { ...repository, comment_id: id }, permissionFor(target))
    },
    async showAgain({ nodeId }) {
      try {
        await api.graphql(SHOW_AGAIN, { id: nodeId }, 'pull-requests')
        return true
      } catch (error) {
        if (error instanceof ModelyardError && error.code === 'missing-permission') return false
        throw error
      }
    },
    take: (target, comment) => takeComment(api, repository, target, comment, permissionFor(target), now),
    pause: pauseBy(options),
  }
}

function pathOf({ is }: CommentTarget): string {
  return `/repos/{owner}/{repo}/${is === 'commit' ? '' : 'issues/'}comments/{comment_id}`
}

/** What a workflow grants for it. */
function permissionFor({ is }: CommentTarget): string {
  return { 'pull-request': 'pull-requests: write', issue: 'issues: write', commit: 'contents: write' }[is]
}

function writtenBy(answer: Answer): Written {
  if (answer.is !== 'answer') return answer
  const [id, url] = [countOf(valueAt(answer.data, ['id'])), valueAt(answer.data, ['html_url'])]
  // The answer broke off: looking again finds what it would have said.
  return id === undefined || typeof url !== 'string' ? { is: 'unsure' } : { is: 'written', id, url }
}

function originOf(context: GitHubContext) {
  const { run, attempt, workflow, event } = context
  const common = { commit: commitOfRun(context), runUrl: (id: number) => runUrlOf(context, id) }
  // What is posted after another run's end is that run's report.
  const { workflowRun } = event
  return workflowRun === undefined
    ? { ...common, workflow: workflow ?? 'terminal', run, attempt }
    : { ...common, workflow: workflowRun.path, run: workflowRun.id, attempt: workflowRun.attempt }
}

async function targetOfRun(
  api: Api,
  context: GitHubContext,
  on: CommentTarget['is'],
): Promise<CommentTarget | undefined> {
  const { event } = context
  if (on === 'commit') {
    const commit = commitOfRun(context)
    return commit === undefined ? undefined : { is: on, sha: commit }
  }
  const number =
    on === 'issue' ? event.issue : (event.pullRequest ?? (await pullRequestOfRun(api, context))?.number)
  return number === undefined ? undefined : { is: on, number }
}
