import { apiRoot, fullName, HTML_ROOT, nowIso, userBody } from '../bodies.ts'
import { fill } from '../fill.ts'
import { isAncestor } from '../git/log.ts'
import { readRef } from '../git/refs.ts'
import { commitNamed, hasCommit, hostedGit } from '../hosting.ts'
import { nodeId } from '../node-id.ts'
import { paged } from '../paging.ts'
import {
  type Answer,
  type Call,
  invalid,
  notFound,
  numberAt,
  Refusal,
  type Routes,
  textAt,
} from '../route.ts'
import { type Deployment, type DeploymentStatus, deploymentsOf } from '../state/deployments.ts'
import { statusesOf } from '../state/statuses.ts'
import { announce } from '../webhooks/announce.ts'

const MOST_DESCRIPTION = 140

export const deploymentRoutes: Routes = {
  'repos/list-deployments': list,
  'repos/create-deployment': create,
  'repos/list-deployment-statuses': call => {
    const deployment = deploymentAt(call)
    return paged(call, [...deployment.statuses].reverse(), status => statusBody(call, deployment, status))
  },
  'repos/create-deployment-status': mark,
}

const FILTERS = ['sha', 'ref', 'task', 'environment'] as const

function list(call: Call): Answer {
  const found = deploymentsOf(call.repository).filter(deployment =>
    FILTERS.every(name => [undefined, 'none', deployment[name]].includes(call.query[name] as string)),
  )
  return paged(call, found.reverse(), deployment => deploymentBody(call, deployment))
}

async function create(call: Call): Promise<Answer> {
  const { world, repository, actor, body } = call
  const ref = textAt(body, 'ref')
  const sha = await commitNamed(repository, ref)
  if (sha === undefined || !(await hasCommit(repository, sha)))
    throw new Refusal(422, `No ref found for: ${ref}`)
  refuseLong(body.description)
  if (body.auto_merge !== false && (await isBehind(call, sha))) {
    // GitHub merges the default branch into the ref and deploys nothing; the caller has to ask again.
    return {
      status: 202,
      body: { message: `Auto-merged ${repository.defaultBranch} into ${ref} on deployment.` },
    }
  }
  if (unmetContexts(call, sha)) throw new Refusal(409, `Conflict: Commit status checks failed for ${ref}.`)
  const deployment: Deployment = {
    id: world.nextId(),
    sha,
    ref,
    task: (body.task as string | undefined) ?? 'deploy',
    environment: (body.environment as string | undefined) ?? 'production',
    payload: body.payload ?? {},
    description: (body.description as string | undefined) || null,
    creator: actor.account.login,
    createdAt: nowIso(call),
    statuses: [],
  }
  deploymentsOf(repository).push(deployment)
  const said = deploymentBody(call, deployment)
  announce(call, 'deployment', 'created', () => ({ deployment: said }))
  return { status: 201, body: said }
}

/** Whether the default branch has something that the commit lacks. */
async function isBehind({ repository }: Call, sha: string): Promise<boolean> {
  const git = hostedGit(repository)
  if (git === undefined) return false
  const tip = (await readRef(git, `refs/heads/${repository.defaultBranch}`))?.sha
  return tip !== undefined && !(await isAncestor(git, tip, sha))
}

/** Whether a status that must be good is not: the named ones, without names every one that the commit has. */
function unmetContexts({ repository, body }: Call, sha: string): boolean {
  const newest = new Map(
    statusesOf(repository).flatMap(status => (status.sha === sha ? [[status.context, status.state]] : [])),
  )
  const required = (body.required_contexts as readonly string[] | undefined) ?? [...newest.keys()]
  return required.some(context => newest.get(context) !== 'success')
}

function mark(call: Call): Answer {
  const { world, actor, body } = call
  const deployment = deploymentAt(call)
  refuseLong(body.description)
  const status: DeploymentStatus = {
    id: world.nextId(),
    state: body.state as DeploymentStatus['state'],
    description: (body.description as string | undefined) ?? '',
    logUrl: ((body.log_url ?? body.target_url) as string | undefined) ?? '',
    creator: actor.account.login,
    createdAt: nowIso(call),
  }
  deployment.statuses.push(status)
  const said = statusBody(call, deployment, status)
  // Of deployments that become inactive GitHub tells no hook.
  if (status.state !== 'inactive') announceStatus(call, deployment, said)
  return { status: 201, body: said }
}

function announceStatus(call: Call, deployment: Deployment, status: object): void {
  const said = { deployment_status: status, deployment: deploymentBody(call, deployment) }
  announce(call, 'deployment_status', 'created', () => said)
}

function refuseLong(description: unknown): void {
  if (typeof description !== 'string' || [...description].length <= MOST_DESCRIPTION) return
  const message = `description is too long (maximum is ${MOST_DESCRIPTION} characters)`
  throw invalid({ resource: 'Deployment', code: 'custom', field: 'description', message })
}

/** @throws {Refusal} 404 when the repository has no deployment of that number. */
function deploymentAt({ repository, path }: Call): Deployment {
  const found = deploymentsOf(repository).find(({ id }) => id === numberAt(path, 'deployment_id'))
  if (found === undefined) throw notFound()
  return found
}

function addressOf(call: Call, { id }: Deployment): string {
  return `${apiRoot(call, call.repository)}/deployments/${id}`
}

function deploymentBody(call: Call, deployment: Deployment): object {
  const { id, sha, ref, task, environment, payload, description, creator, createdAt } = deployment
  const url = addressOf(call, deployment)
  return fill('deployment', {
    id,
    node_id: nodeId('Deployment', id),
    sha,
    ref,
    task,
    payload,
    environment,
    original_environment: environment,
    description,
    creator: userBody(call, creator),
    created_at: createdAt,
    updated_at: createdAt,
    url,
    statuses_url: `${url}/statuses`,
    repository_url: apiRoot(call, call.repository),
  })
}

function statusBody(call: Call, deployment: Deployment, status: DeploymentStatus): object {
  const url = addressOf(call, deployment)
  return fill('deployment-status', {
    id: status.id,
    node_id: nodeId('DeploymentStatus', status.id),
    state: status.state,
    description: status.description,
    // GitHub says '' where there is none, which its own description does not take for an address.
    ...(status.logUrl !== '' && { log_url: status.logUrl }),
    target_url: status.logUrl || `${HTML_ROOT}/${fullName(call.repository)}/deployments`,
    environment: deployment.environment,
    creator: userBody(call, status.creator),
    created_at: status.createdAt,
    updated_at: status.createdAt,
    url: `${url}/statuses/${status.id}`,
    deployment_url: url,
    repository_url: apiRoot(call, call.repository),
  })
}
