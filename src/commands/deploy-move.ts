import { ModelyardError } from '../domain/errors/index.ts'
import type { SealedDeployment } from '../domain/results/seal.ts'
import type { Deployments, StartedRun } from '../ports.ts'

/** A version that came to a stage. */
export interface ServedVersion {
  readonly model: string
  readonly record: number
  readonly version: number
  /** SHA-256 of its artifact. */
  readonly digest: string
  /** The commit that brought it. */
  readonly commit: string
  readonly environment: string
  /** The workflow that brings it to where it serves; undefined where none does. */
  readonly workflow: string | undefined
  readonly branch: string
}

export interface Deployed {
  readonly deployment: SealedDeployment
  /** Why the workflow was not started. A sentence without its full stop. */
  readonly problem?: string
}

/**
 * Makes the Deployment and starts its workflow. The Deployment's own statuses say how far it came: the first names the
 * newest run of the workflow, the next one the run that was started. So a repeat knows whether the call between them took
 * effect: it did where there is a newer run of ours. Only where GitHub lists a started run too late a second one is
 * started, never a third, and never none.
 *
 * @throws {ModelyardError} What `Deployments` throws; then it is to be repeated.
 */
export async function deployMove(served: ServedVersion, deployments: Deployments): Promise<Deployed> {
  const { model, record, version, digest, commit, environment, workflow } = served
  const { id, change } = await deployments.ensure({
    commit,
    environment,
    task: `modelyard:${model}/${record}`,
    description: `${model}: version ${version}`,
    payload: { model, version, digest, record },
  })
  const deployment: SealedDeployment = {
    environment,
    id,
    change,
    ...(workflow === undefined ? {} : { workflow }),
  }
  // What was just made has none.
  const marks = change === 'created' ? [] : await deployments.marks(id)
  if (workflow === undefined) {
    if (marks.length === 0) await deployments.mark(id, { state: 'success', description: NOTHING_TO_START })
    return { deployment }
  }
  const ended = marks.find(({ description }) => STARTED.test(description) || REFUSED.test(description))
  if (ended !== undefined) return { deployment: { ...deployment, ...(ended.url && { run: ended.url }) } }
  return startOnce(served, workflow, deployment, marks, deployments)
}

const NOTHING_TO_START = 'the registry says so; no workflow deploys this stage'
const BEGUN = /^starting \S+, after run (\d+)$/
const STARTED = /^started \S+$/
const REFUSED = /^could not start \S+/

async function startOnce(
  { model, version, digest, branch }: ServedVersion,
  workflow: string,
  deployment: SealedDeployment,
  marks: readonly { readonly description: string }[],
  deployments: Deployments,
): Promise<Deployed> {
  const begun = marks
    .map(({ description }) => BEGUN.exec(description)?.[1])
    .find(found => found !== undefined)
  const before = begun === undefined ? await begin(workflow, deployment.id, deployments) : Number(begun)
  const settle = async ({ url }: StartedRun): Promise<Deployed> => {
    await deployments.mark(deployment.id, { state: 'queued', description: `started ${workflow}`, url })
    return { deployment: { ...deployment, run: url } }
  }
  const known = begun === undefined ? undefined : await newerRun(workflow, before, deployments)
  if (known !== undefined) return settle(known)
  const inputs = { model, version: String(version), digest }
  const started = await deployments.start(workflow, branch, inputs)
  if (started.is === 'started') return settle(started)
  if (started.is === 'refused') {
    await deployments.mark(deployment.id, { state: 'error', description: `could not start ${workflow}` })
    return { deployment, problem: `${workflow} was not started: ${started.why}` }
  }
  const found = await newerRun(workflow, before, deployments)
  if (found !== undefined) return settle(found)
  throw new ModelyardError({
    code: 'remote-failed',
    message: `whether GitHub started ${workflow} is not known`,
    next: 'run the step again in a while; it looks whether there is a run',
  })
}

/** Says on the Deployment that the workflow is about to be started, and after which run of it. */
async function begin(workflow: string, deployment: number, deployments: Deployments): Promise<number> {
  const newest = (await deployments.dispatched(workflow))[0]?.id ?? 0
  await deployments.mark(deployment, {
    state: 'pending',
    description: `starting ${workflow}, after run ${newest}`,
  })
  return newest
}

/** The oldest run of ours after another. One job seals at a time, so that it is no other Deployment's. */
async function newerRun(
  workflow: string,
  after: number,
  deployments: Deployments,
): Promise<StartedRun | undefined> {
  return (await deployments.dispatched(workflow)).filter(({ id }) => id > after).at(-1)
}
