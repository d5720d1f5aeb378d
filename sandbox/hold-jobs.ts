import { apiRoot } from './bodies.ts'
import { fill } from './fill.ts'
import { endJobs } from './follow-runs.ts'
import { nodeId } from './node-id.ts'
import { deploymentsOf } from './state/deployments.ts'
import { environmentsOf, type HeldJob, heldJobsOf } from './state/held-jobs.ts'
import { type Run, runsOf } from './state/runs.ts'
import { announce } from './webhooks/announce.ts'
import type { Repository, World } from './world.ts'

/** Lets an App's deployment protection rule be asked before jobs deploy to an environment, as its settings do. */
export function protectEnvironment(world: World, repository: Repository, name: string, app: number): void {
  const environments = environmentsOf(repository)
  const known = environments.find(one => one.name === name)
  const environment = known ?? { id: world.nextId(), name, rules: [] }
  if (known === undefined) environments.push(environment)
  environment.rules.push({ id: world.nextId(), app })
}

/**
 * Lets a job of a run come to the environment that it names, whose rules hold it: their Apps are asked.
 *
 * @param awaitsPeople - Whether a person has to let it go on as well.
 */
export function holdJob(
  world: World,
  repository: Repository,
  run: Run,
  {
    job: name,
    environment,
    awaitsPeople = false,
  }: Pick<HeldJob, 'job' | 'environment'> & { readonly awaitsPeople?: boolean },
): HeldJob {
  const job = run.jobs.find(known => known.name === name)
  const known = environmentsOf(repository).find(one => one.name === environment)
  const [rule] = known?.rules ?? []
  if (job?.conclusion !== null || rule === undefined) throw new Error(`nothing holds ${name}`)
  job.isHeld = true
  const held: HeldJob = { run: run.id, job: name, environment, app: rule.app, awaitsPeople, remarks: 0 }
  heldJobsOf(repository).push(held)
  askRule(world, repository, run, held)
  return held
}

/** Another attempt of a run: what was held is held again, and what was said of it stays in its history. */
export function rerunHeld(world: World, repository: Repository, run: Run): Run {
  const jobs = run.jobs.map(({ name }) => ({ id: world.nextId(), name, conclusion: null }))
  const again: Run = { ...run, attempt: run.attempt + 1, createdAt: world.clock.iso(), jobs }
  const runs = runsOf(repository)
  runs.splice(runs.indexOf(run), 1, again)
  return again
}

/** The person whom a job waits for lets it go on. */
export function letByPerson(repository: Repository, held: HeldJob): void {
  held.awaitsPeople = false
  letGo(repository, held)
}

/** The job goes on when nothing holds it any more. */
export function letGo(repository: Repository, held: HeldJob): void {
  if (held.app !== undefined || held.awaitsPeople) return
  const jobs = heldJobsOf(repository)
  jobs.splice(jobs.indexOf(held), 1)
  const job = runsOf(repository)
    .find(({ id }) => id === held.run)
    ?.jobs.find(({ name }) => name === held.job)
  if (job !== undefined) job.isHeld = false
}

/** The job fails, and with it its run. */
export function refuseHeld(world: World, repository: Repository, held: HeldJob): void {
  const run = runsOf(repository).find(({ id }) => id === held.run)
  const jobs = heldJobsOf(repository)
  jobs.splice(jobs.indexOf(held), 1)
  if (run !== undefined) endJobs(world, repository, run, { [held.job]: 'failure' })
}

/** GitHub makes the deployment before it asks. */
function askRule(world: World, repository: Repository, run: Run, { environment, app }: HeldJob): void {
  const deployment = {
    id: world.nextId(),
    sha: run.headSha,
    ref: run.headBranch,
    task: 'deploy',
    environment,
    payload: {},
    description: null,
    creator: 'github-actions[bot]',
    createdAt: world.clock.iso(),
    statuses: [],
  }
  deploymentsOf(repository).push(deployment)
  const changed = { world, repository, actor: { account: world.account(run.actor) } }
  announce(
    changed,
    'deployment_protection_rule',
    'requested',
    call => ({
      environment,
      event: run.event,
      deployment_callback_url: `${apiRoot(call, repository)}/actions/runs/${run.id}/deployment_protection_rule`,
      deployment: fill('deployment', {
        id: deployment.id,
        node_id: nodeId('Deployment', deployment.id),
        sha: run.headSha,
        ref: run.headBranch,
        task: 'deploy',
        payload: {},
        environment,
        url: `${apiRoot(call, repository)}/deployments/${deployment.id}`,
        statuses_url: `${apiRoot(call, repository)}/deployments/${deployment.id}/statuses`,
        repository_url: apiRoot(call, repository),
        created_at: deployment.createdAt,
        updated_at: deployment.createdAt,
      }),
      pull_requests: [],
    }),
    app,
  )
}
