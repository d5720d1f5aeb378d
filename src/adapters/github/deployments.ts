import { ModelyardError } from '../../domain/errors/index.ts'
import type { DeploymentMark, DeploymentRequest, Deployments, Start } from '../../ports.ts'
import { type Api, type ApiOptions, openApi } from './api.ts'
import type { RepositoryPlace } from './branch-standing.ts'
import { type GitHubContext, runUrlOf } from './context.ts'
import { countOf, longTextOf, textOf, valueAt } from './event.ts'
import { allPages } from './pages.ts'

/** Who looks here will deploy. */
const WANTED = 'deployments: write'
const MOST_ROUNDS = 3

/** Deployments on GitHub, as one token makes them. */
export function openGitHubDeployments(context: GitHubContext, options: ApiOptions = {}): Deployments {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  const marks = (deployment: number) => marksOf(api, place, deployment)
  const ownRun = runUrlOf(context, context.run)
  return {
    marks,
    async ensure(request) {
      for (let round = 1; round <= MOST_ROUNDS; round += 1) {
        const found = await findDeployment(api, place, request)
        if (found !== undefined) return { id: found, change: round === 1 ? 'found' : 'created' }
        const made = await createDeployment(api, place, request)
        if (made !== undefined) return { id: made, change: 'created' }
      }
      throw unknown(`the deployment to ${request.environment}`)
    },
    async mark(deployment, mark) {
      for (let round = 1; round <= MOST_ROUNDS; round += 1) {
        if (await markDeployment(api, place, deployment, { ...mark, url: mark.url ?? ownRun })) return
        if ((await marks(deployment)).some(({ description }) => description === mark.description)) return
      }
      throw unknown(`a status of deployment ${deployment}`)
    },
    start: (workflow, branch, inputs) => startWorkflow(api, place, workflow, { ref: branch, inputs }),
    async dispatched(workflow) {
      const answer = await api.request(
        'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
        { ...place, workflow_id: fileOf(workflow), event: 'workflow_dispatch', per_page: 100 },
        'actions: write',
      )
      const runs = answer.is === 'answer' ? valueAt(answer.data, ['workflow_runs']) : undefined
      return (Array.isArray(runs) ? runs : []).flatMap(run => {
        const [id, url] = [countOf(valueAt(run, ['id'])), textOf(valueAt(run, ['html_url']))]
        // A person may start the same workflow by hand; what we start, a bot starts.
        const isOurs = valueAt(run, ['actor', 'type']) === 'Bot'
        const title = textOf(valueAt(run, ['display_title']))
        return id === undefined || url === undefined || !isOurs ? [] : [{ id, url, title }]
      })
    },
  }
}

async function findDeployment(
  api: Api,
  place: RepositoryPlace,
  { commit, environment, task }: DeploymentRequest,
): Promise<number | undefined> {
  const answer = await api.request(
    'GET /repos/{owner}/{repo}/deployments',
    { ...place, sha: commit, environment, task, per_page: 1 },
    WANTED,
  )
  const [first] = answer.is === 'answer' && Array.isArray(answer.data) ? answer.data : []
  return countOf(valueAt(first, ['id']))
}

/** @returns Undefined where no answer came. */
async function createDeployment(
  api: Api,
  place: RepositoryPlace,
  { commit, environment, task, description, payload }: DeploymentRequest,
): Promise<number | undefined> {
  const answer = await api.request(
    'POST /repos/{owner}/{repo}/deployments',
    {
      ...place,
      ref: commit,
      task,
      environment,
      description: description.slice(0, 140),
      payload,
      // What was merged is deployed as it is: nothing is merged into it, and no check is waited for.
      auto_merge: false,
      required_contexts: [],
    },
    WANTED,
  )
  return answer.is === 'answer' ? countOf(valueAt(answer.data, ['id'])) : undefined
}

async function marksOf(api: Api, place: RepositoryPlace, deployment: number) {
  const route = 'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses'
  const found = await allPages(api, route, { ...place, deployment_id: deployment }, WANTED)
  return [...(found ?? [])].reverse().map(data => ({
    description: longTextOf(valueAt(data, ['description'])) ?? '',
    url: textOf(valueAt(data, ['log_url'])),
  }))
}

/** @returns Whether an answer came. */
async function markDeployment(
  api: Api,
  place: RepositoryPlace,
  deployment: number,
  { state, description, url }: DeploymentMark,
): Promise<boolean> {
  const answer = await api.request(
    'POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    {
      ...place,
      deployment_id: deployment,
      state,
      description: description.slice(0, 140),
      ...(url === undefined ? {} : { log_url: url }),
    },
    WANTED,
  )
  return answer.is === 'answer'
}

async function startWorkflow(
  api: Api,
  place: RepositoryPlace,
  workflow: string,
  body: { readonly ref: string; readonly inputs: Readonly<Record<string, string>> },
): Promise<Start> {
  try {
    const answer = await api.request(
      'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
      { ...place, workflow_id: fileOf(workflow), ...body },
      'actions',
    )
    if (answer.is === 'gone') return { is: 'refused', why: `${workflow} is not on the default branch` }
    if (answer.is !== 'answer') return { is: 'unsure' }
    const [id, url] = [
      countOf(valueAt(answer.data, ['workflow_run_id'])),
      textOf(valueAt(answer.data, ['html_url'])),
    ]
    return id === undefined || url === undefined ? { is: 'unsure' } : { is: 'started', id, url }
  } catch (error) {
    // With other inputs than it declares, or none that starts by hand: asking again changes nothing.
    if (!(error instanceof ModelyardError) || error.code !== 'remote-failed') throw error
    return { is: 'refused', why: error.message }
  }
}

function fileOf(workflow: string): string {
  return workflow.slice(workflow.lastIndexOf('/') + 1)
}

function unknown(what: string): ModelyardError {
  return new ModelyardError({
    code: 'remote-failed',
    message: `whether GitHub took ${what} is not known`,
    next: 'run the step again in a while; it goes on where this one ended',
  })
}
