import { apiRoot, fullName, HTML_ROOT, repositoryFacts, userBody } from './bodies.ts'
import { fill } from './fill.ts'
import { nodeId } from './node-id.ts'
import type { Call } from './route.ts'
import { type Run, type RunStanding, standingOfRun } from './state/runs.ts'

/** @param standing - How far it is, where that is not as it stands now. */
export function runBody(
  call: Call,
  run: Run,
  standing: RunStanding = standingOfRun(run),
): Readonly<Record<string, unknown>> {
  const { world, repository } = call
  const api = apiRoot(call, repository)
  const url = `${api}/actions/runs/${run.id}`
  const head = world.repository(run.headRepository)
  return fill('workflow-run', {
    id: run.id,
    node_id: nodeId('WorkflowRun', run.id),
    name: 'Modelyard',
    display_title: run.title,
    path: run.path,
    event: run.event,
    run_attempt: run.attempt,
    head_sha: run.headSha,
    head_branch: run.headBranch,
    // Of a fork's GitHub names none.
    pull_requests: [],
    referenced_workflows: run.calls.map(path => ({ path, sha: run.headSha })),
    ...standing,
    actor: userBody(call, run.actor),
    triggering_actor: userBody(call, run.actor),
    created_at: run.createdAt,
    updated_at: run.updatedAt ?? run.createdAt,
    run_started_at: run.createdAt,
    url,
    jobs_url: `${url}/jobs`,
    artifacts_url: `${url}/artifacts`,
    logs_url: `${url}/logs`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    workflow_url: workflowUrl(call, run),
    // There are no suites: their number is 0.
    check_suite_url: `${api}/check-suites/0`,
    html_url: `${HTML_ROOT}/${fullName(repository)}/actions/runs/${run.id}`,
    repository: repositoryFacts(call),
    head_commit: null,
    head_repository: head === undefined ? null : repositoryFacts({ ...call, repository: head }),
  })
}

export function workflowUrl(call: Call, { path }: Run): string {
  return `${apiRoot(call, call.repository)}/actions/workflows/${path.replace('.github/workflows/', '')}`
}
