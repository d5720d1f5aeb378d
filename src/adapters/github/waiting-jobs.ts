import { ModelyardError } from '../../domain/errors/index.ts'
import type { JobVerdict } from '../../domain/registry/waiting-job.ts'
import type { WaitingJobs, WaitingRun } from '../../ports.ts'
import { type Api, type ApiOptions, openApi } from './api.ts'
import type { RepositoryPlace } from './branch-standing.ts'
import type { GitHubContext } from './context.ts'
import { countOf, longTextOf, shaOf, textOf, valueAt } from './event.ts'
import { pages } from './pages.ts'

const WANTED = 'deployments: write'
const RUN = '/repos/{owner}/{repo}/actions/runs/{run_id}'
/** More runs than these wait nowhere; the next look finds the rest. */
const MOST_RUNS = 300
/** GitHub takes ten without a verdict; the last is left for what comes after. */
const MOST_REMARKS = 9
const MOST_CHARACTERS = 1024

/**
 * Jobs on GitHub that wait for our deployment protection rule.
 *
 * @param app - The App's number: environments without its rule are not its to answer.
 */
export function openGitHubWaitingJobs(
  context: GitHubContext,
  app: number,
  options: ApiOptions = {},
): WaitingJobs {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  return {
    async waiting() {
      const route = 'GET /repos/{owner}/{repo}/actions/runs'
      const found = await pages(
        api,
        route,
        { ...place, status: 'waiting' },
        'actions',
        MOST_RUNS,
        'workflow_runs',
      )
      return found.flatMap(run => countOf(valueAt(run, ['id'])) ?? [])
    },
    async read(id) {
      const answer = await api.request(`GET ${RUN}`, { ...place, run_id: id }, 'actions')
      const run = answer.is === 'answer' ? runOf(answer.data) : undefined
      if (run === undefined) return undefined
      const pending = await pendingOf(api, place, id)
      const ours: string[] = []
      for (const environment of pending)
        if (await hasRule(api, place, environment, app)) ours.push(environment)
      return { ...run, environments: ours }
    },
    async answer(run, environment, verdict) {
      const said = await ourReviews(api, place, run, environment)
      const comment = commentOf(run, verdict)
      if (said.some(({ state }) => state !== 'pending')) return 'unchanged'
      const isRemark = verdict.is === 'pending'
      if (isRemark && (said.length >= MOST_REMARKS || said.some(one => one.comment === comment)))
        return 'unchanged'
      const answer = await api.request(
        `POST ${RUN}/deployment_protection_rule`,
        {
          ...place,
          run_id: run.id,
          environment_name: environment,
          comment,
          ...(isRemark ? {} : { state: verdict.is }),
        },
        WANTED,
      )
      if (answer.is === 'answer') return 'said'
      throw new ModelyardError({
        code: 'remote-failed',
        message: `whether GitHub took what was said of run ${run.id} is not known`,
        next: 'it is asked for again in a while',
      })
    },
  }
}

function runOf(data: unknown): Omit<WaitingRun, 'environments'> | undefined {
  const at = (key: string) => valueAt(data, [key])
  const [id, commit] = [countOf(at('id')), shaOf(at('head_sha'))]
  const startedAt = Date.parse(textOf(at('run_started_at')) ?? '')
  if (id === undefined || commit === undefined || Number.isNaN(startedAt)) return undefined
  if (at('status') === 'completed') return undefined
  return { id, commit, startedAt, attempt: countOf(at('run_attempt')) ?? 1 }
}

async function pendingOf(api: Api, place: RepositoryPlace, run: number): Promise<string[]> {
  const answer = await api.request(`GET ${RUN}/pending_deployments`, { ...place, run_id: run }, 'actions')
  const pending = answer.is === 'answer' && Array.isArray(answer.data) ? answer.data : []
  return [...new Set(pending.flatMap(one => textOf(valueAt(one, ['environment', 'name'])) ?? []))]
}

async function hasRule(api: Api, place: RepositoryPlace, environment: string, app: number): Promise<boolean> {
  const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules'
  const answer = await api.request(route, { ...place, environment_name: environment }, 'actions')
  const rules =
    answer.is === 'answer' ? valueAt(answer.data, ['custom_deployment_protection_rules']) : undefined
  return (Array.isArray(rules) ? rules : []).some(
    rule => valueAt(rule, ['enabled']) === true && valueAt(rule, ['app', 'id']) === app,
  )
}

interface OwnReview {
  readonly state: string
  readonly comment: string
}

/** What was said by us of this attempt. Somebody who says the same keeps a job waiting, and lets none go on. */
async function ourReviews(
  api: Api,
  place: RepositoryPlace,
  run: WaitingRun,
  environment: string,
): Promise<OwnReview[]> {
  const answer = await api.request(`GET ${RUN}/approvals`, { ...place, run_id: run.id }, 'actions')
  const reviews = answer.is === 'answer' && Array.isArray(answer.data) ? answer.data : []
  return reviews.flatMap(review => {
    const [state, comment] = [textOf(valueAt(review, ['state'])), longTextOf(valueAt(review, ['comment']))]
    const environments = valueAt(review, ['environments'])
    const isOfIt =
      Array.isArray(environments) && environments.some(one => valueAt(one, ['name']) === environment)
    const isOurs = valueAt(review, ['user', 'type']) === 'Bot' && comment?.endsWith(signature(run)) === true
    return state !== undefined && isOfIt && isOurs ? [{ state, comment }] : []
  })
}

function commentOf(run: WaitingRun, { why }: JobVerdict): string {
  const end = ` ${signature(run)}`
  return `${why.slice(0, MOST_CHARACTERS - end.length)}${end}`
}

/** A run that is started again waits again. */
function signature({ attempt }: WaitingRun): string {
  return `(modelyard, attempt ${attempt})`
}
