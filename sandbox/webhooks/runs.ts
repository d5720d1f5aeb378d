import { fullName, HTML_ROOT } from '../bodies.ts'
import type { Call } from '../route.ts'
import { runBody, workflowUrl } from '../run-bodies.ts'
import type { Run, RunStanding } from '../state/runs.ts'
import { announce, type Changed } from './announce.ts'

/** Tells of a run of a workflow as far as it was then. */
export function announceRun(changed: Changed, run: Run, action: string, standing: RunStanding): void {
  announce(changed, 'workflow_run', action, call => ({
    workflow: workflowBody(call, run),
    workflow_run: {
      ...runBody(call, run, standing),
      // A commit may be only a name here.
      head_commit: { id: run.headSha },
    },
  }))
}

/** Tells those who may hear of it, Apps alone, that somebody started a workflow by its name. */
export function announceDispatch(
  changed: Changed,
  { path, ref, inputs }: { readonly path: string; readonly ref: string; readonly inputs: object },
): void {
  const given = Object.keys(inputs).length === 0 ? null : inputs
  announce(changed, 'workflow_dispatch', undefined, () => ({ workflow: path, ref, inputs: given }), 'apps')
}

function workflowBody(call: Call, run: Run): object {
  const { path } = run
  const html = `${HTML_ROOT}/${fullName(call.repository)}`
  const file = path.replace('.github/workflows/', '')
  return {
    name: 'Modelyard',
    path,
    state: 'active',
    url: workflowUrl(call, run),
    html_url: `${html}/blob/${call.repository.defaultBranch}/${path}`,
    badge_url: `${html}/actions/workflows/${file}/badge.svg`,
  }
}
