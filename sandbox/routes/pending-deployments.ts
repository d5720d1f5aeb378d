import { apiRoot, fullName, HTML_ROOT, userBody } from '../bodies.ts'
import { fill } from '../fill.ts'
import { letGo, refuseHeld } from '../hold-jobs.ts'
import { nodeId } from '../node-id.ts'
import { type Answer, type Call, notFound, numberAt, Refusal, type Routes, textAt } from '../route.ts'
import { environmentsOf, heldJobsOf, jobReviewsOf } from '../state/held-jobs.ts'
import { runsOf } from '../state/runs.ts'

const MOST_REMARKS = 10
const MOST_CHARACTERS = 1024

export const pendingDeploymentRoutes: Routes = {
  'actions/get-pending-deployments-for-run': call => {
    const run = runAt(call)
    const held = heldJobsOf(call.repository).filter(one => one.run === run)
    const names = [...new Set(held.map(({ environment }) => environment))]
    return { status: 200, body: names.map(name => pendingBody(call, name)) }
  },
  'actions/get-reviews-for-run': call => {
    const run = runAt(call)
    const reviews = jobReviewsOf(call.repository).filter(one => one.run === run)
    return {
      status: 200,
      body: reviews.map(({ environment, state, by, comment }) => ({
        environments: [environmentBody(call, environment)],
        state,
        user: userBody(call, by),
        comment,
      })),
    }
  },
  'actions/review-custom-gates-for-run': review,
  'repos/get-all-deployment-protection-rules': call => {
    const environment = environmentsOf(call.repository).find(
      ({ name }) => name === textAt(call.path, 'environment_name'),
    )
    if (environment === undefined) throw notFound()
    const rules = environment.rules.map(({ id, app }) => ({
      id,
      node_id: nodeId('Gate', id),
      enabled: true,
      app: appBody(call, app),
    }))
    return {
      status: 200,
      body: { total_count: rules.length, custom_deployment_protection_rules: rules },
    }
  },
}

/** @throws {Refusal} 404 when the repository has no run of that number. */
function runAt({ repository, path }: Call): number {
  const number = numberAt(path, 'run_id')
  if (!runsOf(repository).some(({ id }) => id === number)) throw notFound()
  return number
}

function review(call: Call): Answer {
  const { world, repository, actor, body } = call
  const run = runAt(call)
  const environment = textAt(body, 'environment_name')
  const comment = (body.comment as string | undefined) ?? ''
  const state = body.state as 'approved' | 'rejected' | undefined
  const held = heldJobsOf(repository).filter(
    one => one.run === run && one.environment === environment && one.app === actor.account.app?.id,
  )
  const [first] = held
  if (first === undefined) throw new Refusal(422, 'No pending deployment requests to approve or reject')
  if ([...comment].length > MOST_CHARACTERS) throw new Refusal(422, 'Comment is too long')
  if (state === undefined && first.remarks >= MOST_REMARKS) throw new Refusal(422, 'Too many comments')
  jobReviewsOf(repository).push({
    run,
    environment,
    state: state ?? 'pending',
    by: actor.account.login,
    comment,
  })
  for (const one of held) {
    if (state === undefined) one.remarks += 1
    else if (state === 'rejected') refuseHeld(world, repository, one)
    else {
      one.app = undefined
      letGo(repository, one)
    }
  }
  return { status: 204 }
}

function pendingBody(call: Call, environment: string): object {
  const { id, ...address } = environmentBody(call, environment)
  return fill('pending-deployment', {
    environment: { id, ...address },
    wait_timer: 0,
    wait_timer_started_at: null,
    current_user_can_approve: false,
    reviewers: [],
  })
}

function environmentBody(call: Call, name: string) {
  const id = environmentsOf(call.repository).find(one => one.name === name)?.id ?? 0
  return {
    id,
    node_id: nodeId('Environment', id),
    name,
    url: `${apiRoot(call, call.repository)}/environments/${encodeURIComponent(name)}`,
    html_url: `${HTML_ROOT}/${fullName(call.repository)}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
  }
}

function appBody({ world, url }: Call, id: number) {
  const slug = [...world.state.accounts.values()].find(({ app }) => app?.id === id)?.app?.slug ?? 'unknown'
  return { id, slug, integration_url: `${url}/apps/${slug}`, node_id: nodeId('App', id) }
}
