import type { LeftFiles, ListedRun, RunJob, RunRecord, Runs } from '../../ports.ts'
import { type Api, type ApiOptions, openApi } from './api.ts'
import type { RepositoryPlace } from './branch-standing.ts'
import type { GitHubContext } from './context.ts'
import { countOf, shaOf, textOf, valueAt } from './event.ts'
import { eachPage, PAGE, pages } from './pages.ts'
import { pullRequestOfRun } from './pull-of-run.ts'
import { takenArchive } from './taken-archive.ts'

/** GitHub lists no more files of a pull request. */
const MOST_PATHS = 3000
/** Of a workflow that starts every hour these are six weeks. */
const MOST_RUN_PAGES = 10
/** A matrix has at most 256 legs. */
const MOST_JOBS = 2000
const RUN = '/repos/{owner}/{repo}/actions/runs/{run_id}'

/** The run whose end started this one, as one token sees it. */
export function openGitHubRuns(context: GitHubContext, options: ApiOptions = {}): Runs {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  const { fetch } = globalThis
  return {
    finished: run => finishedRun(api, context, run),
    async jobs({ id, attempt }) {
      const route = `GET ${RUN}/attempts/{attempt_number}/jobs`
      const found = await pages(
        api,
        route,
        { ...place, run_id: id, attempt_number: attempt },
        'actions',
        MOST_JOBS,
        'jobs',
      )
      return found.map(jobOf)
    },
    startedSince: (workflow, since) => startedSince(api, place, workflow, since),
    pullRequest: () => pullRequestOfRun(api, context),
    async changedPaths({ number }) {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files'
      const files = await pages(api, route, { ...place, pull_number: number }, 'pull-requests', MOST_PATHS)
      if (files.length >= MOST_PATHS) return undefined
      return files.flatMap(file =>
        ['filename', 'previous_filename'].flatMap(key => textOf(valueAt(file, [key])) ?? []),
      )
    },
    async readFile(branch, path) {
      const answer = await api.request(
        'GET /repos/{owner}/{repo}/contents/{path}',
        { ...place, path, ref: `refs/heads/${branch}` },
        'contents',
      )
      const content = answer.is === 'answer' ? valueAt(answer.data, ['content']) : undefined
      return typeof content === 'string' ? Buffer.from(content, 'base64') : undefined
    },
    async leftFiles({ id }, limits) {
      const listed = await pages(
        api,
        `GET ${RUN}/artifacts`,
        { ...place, run_id: id },
        'actions',
        PAGE,
        'artifacts',
      )
      const left: LeftFiles[] = []
      for (const artifact of listed) {
        const name = textOf(valueAt(artifact, ['name'])) ?? ''
        if (!name.startsWith(limits.prefix) || !/^[\w.-]{1,200}$/.test(name)) continue
        // Of those that are too many one tells it for all.
        if (left.length === limits.mostArtifacts)
          return [...left, { artifact: name, refused: `the run left more than ${limits.mostArtifacts}` }]
        left.push({ artifact: name, ...(await takenArchive(api, fetch, place, artifact, limits)) })
      }
      return left
    },
  }
}

/** By the event and the API alike: no step names another run than the one that GitHub says has ended. */
async function finishedRun(
  api: Api,
  { owner, repository, event: { workflowRun } }: GitHubContext,
  run: number,
): Promise<RunRecord | undefined> {
  if (workflowRun === undefined || workflowRun.id !== run) return undefined
  const answer = await api.request(`GET ${RUN}`, { owner, repo: repository, run_id: run }, 'actions')
  const data = answer.is === 'answer' ? answer.data : undefined
  const [event, headSha] = [textOf(valueAt(data, ['event'])), shaOf(valueAt(data, ['head_sha']))]
  if (event === undefined || headSha !== workflowRun.headSha) return undefined
  const called = valueAt(data, ['referenced_workflows'])
  const own = `${owner}/${repository}/`.toLowerCase()
  const calls = (Array.isArray(called) ? called : []).flatMap(one => {
    const path = textOf(valueAt(one, ['path'])) ?? ''
    return path.toLowerCase().startsWith(own) ? [path.slice(own.length).replace(/@.*$/, '')] : []
  })
  return { id: run, attempt: workflowRun.attempt, event, workflows: [workflowRun.path, ...calls], headSha }
}

async function startedSince(
  api: Api,
  place: RepositoryPlace,
  workflow: string,
  since: number,
): Promise<readonly ListedRun[] | undefined> {
  const asked = { ...place, workflow_id: workflow.slice(workflow.lastIndexOf('/') + 1) }
  const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs'
  const found: ListedRun[] = []
  for await (const page of eachPage(api, route, asked, 'actions', 'workflow_runs', MOST_RUN_PAGES)) {
    if (page === undefined) return undefined
    const runs = page.flatMap(listedRun)
    found.push(...runs.filter(({ at }) => at >= since))
    // They come newest first: what follows is older.
    if (runs.some(({ at }) => at < since)) break
  }
  return found
}

function listedRun(run: unknown): ListedRun[] {
  const [id, attempt] = [countOf(valueAt(run, ['id'])), countOf(valueAt(run, ['run_attempt']))]
  const [event, at] = [
    textOf(valueAt(run, ['event'])),
    Date.parse(textOf(valueAt(run, ['created_at'])) ?? ''),
  ]
  if (id === undefined || attempt === undefined || event === undefined || Number.isNaN(at)) return []
  return [{ id, attempt, event, at, isFinished: valueAt(run, ['status']) === 'completed' }]
}

function jobOf(job: unknown): RunJob {
  return {
    name: textOf(valueAt(job, ['name'])) ?? '',
    conclusion: textOf(valueAt(job, ['conclusion'])),
  }
}
