import { apiRoot, appBody, fullName, HTML_ROOT } from './bodies.ts'
import { fill } from './fill.ts'
import { nodeId } from './node-id.ts'
import type { Call } from './route.ts'
import type { CheckRun } from './state/check-runs.ts'

export function checkBody(call: Call, check: CheckRun): Readonly<Record<string, unknown>> {
  const url = `${apiRoot(call, call.repository)}/check-runs/${check.id}`
  const page = `${HTML_ROOT}/${fullName(call.repository)}/runs/${check.id}`
  return fill('check-run', {
    id: check.id,
    node_id: nodeId('CheckRun', check.id),
    head_sha: check.headSha,
    name: check.name,
    url,
    html_url: page,
    details_url: check.detailsUrl ?? page,
    external_id: check.externalId ?? '',
    status: check.status,
    conclusion: check.conclusion,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    check_suite: null,
    output: {
      title: check.title,
      summary: check.summary,
      text: check.text,
      annotations_count: check.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    app: appBody(call, call.world.account(check.creator).app),
    pull_requests: [],
  })
}
