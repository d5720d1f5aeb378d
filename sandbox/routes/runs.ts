import { createHash } from 'node:crypto'
import { apiRoot } from '../bodies.ts'
import { fill } from '../fill.ts'
import { nodeId } from '../node-id.ts'
import { paged } from '../paging.ts'
import { type Answer, type Call, notFound, numberAt, Refusal, type Routes, textAt } from '../route.ts'
import { runBody } from '../run-bodies.ts'
import { type Artifact, type Job, type Run, runsOf } from '../state/runs.ts'
import { storageUrl } from '../storage-door.ts'

export const runRoutes: Routes = {
  'actions/get-workflow-run': call => ({ status: 200, body: runBody(call, runAt(call)) }),
  'actions/list-jobs-for-workflow-run-attempt': call => {
    const run = runAt(call)
    if (numberAt(call.path, 'attempt_number') !== run.attempt) throw notFound()
    return counted(call, 'jobs', run.jobs, job => jobBody(call, run, job))
  },
  'actions/list-workflow-run-artifacts': call => {
    const run = runAt(call)
    const { name } = call.query
    const found = run.artifacts.filter(artifact => name === undefined || artifact.name === name)
    return counted(call, 'artifacts', found, artifact => artifactBody(call, run, artifact))
  },
  'actions/download-artifact': download,
}

/** @throws {Refusal} 404 when the repository has no run of that number. */
function runAt({ repository, path }: Call): Run {
  const run = runsOf(repository).find(({ id }) => id === numberAt(path, 'run_id'))
  if (run === undefined) throw notFound()
  return run
}

/** A page of a list that says how long the whole is. */
export function counted<T>(
  call: Call,
  name: string,
  items: readonly T[],
  render: (item: T) => unknown,
): Answer {
  const page = paged(call, items, render)
  return { ...page, body: { total_count: items.length, [name]: page.body } }
}

/** Where the archive lies, for a minute; GitHub sends there with 302. */
function download(call: Call): Answer {
  const found = runsOf(call.repository)
    .flatMap(({ artifacts }) => artifacts)
    .find(({ id }) => id === numberAt(call.path, 'artifact_id'))
  if (found === undefined || textAt(call.path, 'archive_format') !== 'zip') throw notFound()
  if (found.expired) throw new Refusal(410, 'Artifact has expired')
  return { status: 302, headers: { location: storageUrl(call.url, call.repository, found) } }
}

function jobBody(call: Call, run: Run, job: Job): object {
  const url = `${apiRoot(call, call.repository)}/actions`
  return fill('job', {
    id: job.id,
    node_id: nodeId('CheckRun', job.id),
    run_id: run.id,
    run_attempt: run.attempt,
    run_url: `${url}/runs/${run.id}`,
    url: `${url}/jobs/${job.id}`,
    head_sha: run.headSha,
    head_branch: run.headBranch,
    name: job.name,
    status: job.conclusion === null ? (job.isHeld ? 'waiting' : 'in_progress') : 'completed',
    conclusion: job.conclusion,
    created_at: run.createdAt,
    started_at: run.createdAt,
    completed_at: job.conclusion === null ? null : run.createdAt,
  })
}

function artifactBody(call: Call, run: Run, { id, name, zip, expired }: Artifact): object {
  const url = `${apiRoot(call, call.repository)}/actions/artifacts/${id}`
  return fill('artifact', {
    id,
    node_id: nodeId('Artifact', id),
    name,
    size_in_bytes: zip.length,
    url,
    archive_download_url: `${url}/zip`,
    expired,
    created_at: run.createdAt,
    updated_at: run.createdAt,
    expires_at: null,
    digest: `sha256:${createHash('sha256').update(zip).digest('hex')}`,
    workflow_run: {
      id: run.id,
      repository_id: call.repository.id,
      head_repository_id: call.world.repository(run.headRepository)?.id ?? 0,
      head_branch: run.headBranch,
      head_sha: run.headSha,
    },
  })
}
