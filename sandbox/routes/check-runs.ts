import { fullName, HTML_ROOT, nowIso } from '../bodies.ts'
import { checkBody } from '../check-bodies.ts'
import { fill } from '../fill.ts'
import { commitNamed, hasCommit } from '../hosting.ts'
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
import { type Annotation, type CheckRun, checkRunsOf, checksOn, latestOf } from '../state/check-runs.ts'
import { announceCheck } from '../webhooks/checks.ts'
import type { App } from '../world.ts'

// How many annotations and actions one request may bring is in GitHub's description, and so held by the guard.

export const checkRunRoutes: Routes = {
  'checks/create': create,
  'checks/update': update,
  'checks/get': call => ({ status: 200, body: checkBody(call, checkAt(call)) }),
  'checks/list-annotations': call =>
    paged(call, checkAt(call).annotations, annotation => annotationBody(call, checkAt(call), annotation)),
  'checks/list-for-ref': listForRef,
}

function checkAt({ repository, path }: Call): CheckRun {
  const check = checkRunsOf(repository).find(({ id }) => id === numberAt(path, 'check_run_id'))
  if (check === undefined) throw notFound()
  return check
}

/** Apps alone speak in check runs; a job's token is one of GitHub's own. */
function appOf({ actor }: Call): App {
  if (actor.account.app === undefined || actor.token.kind === 'person')
    throw new Refusal(403, 'You must authenticate via a GitHub App.')
  return actor.account.app
}

async function create(call: Call): Promise<Answer> {
  const app = appOf(call)
  const sha = String(call.body.head_sha)
  if (!(await hasCommit(call.repository, sha))) throw new Refusal(422, `No commit found for SHA: ${sha}`)
  const check: CheckRun = {
    id: call.world.nextId(),
    headSha: sha,
    name: String(call.body.name),
    app: app.id,
    creator: call.actor.account.login,
    status: 'queued',
    conclusion: null,
    startedAt: nowIso(call),
    completedAt: null,
    externalId: null,
    detailsUrl: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    actions: [],
    dispatched: false,
  }
  change(call, check)
  checkRunsOf(call.repository).push(check)
  announceCheck(call, check, 'created')
  if (check.status === 'completed') announceCheck(call, check, 'completed')
  return { status: 201, body: checkBody(call, check) }
}

function update(call: Call): Answer {
  const check = checkAt(call)
  const { id } = appOf(call)
  if (check.app !== id) {
    const why = 'check run can only be modified by the GitHub App that created it.'
    throw new Refusal(403, `Invalid app_id \`${id}\` - ${why}`)
  }
  const before = check.status
  change(call, check)
  if (before !== 'completed' && check.status === 'completed') announceCheck(call, check, 'completed')
  return { status: 200, body: checkBody(call, check) }
}

/** What a request says of a check run; what it leaves out stays as it is, and annotations are added to. */
function change(call: Call, check: CheckRun): void {
  const { body } = call
  const conclusion = (body.conclusion as string | undefined) ?? null
  const completes = conclusion !== null || body.status === 'completed' || body.completed_at !== undefined
  if (completes && conclusion === null && check.conclusion === null)
    throw invalid({ resource: 'CheckRun', code: 'missing_field', field: 'conclusion' })
  if (conclusion === 'stale') throw invalid({ resource: 'CheckRun', code: 'invalid', field: 'conclusion' })
  if (typeof body.name === 'string') check.name = body.name
  if (typeof body.external_id === 'string') check.externalId = body.external_id
  if (typeof body.details_url === 'string') check.detailsUrl = body.details_url
  if (typeof body.started_at === 'string') check.startedAt = body.started_at
  if (completes) {
    check.status = 'completed'
    check.conclusion = conclusion ?? check.conclusion
    check.completedAt = (body.completed_at as string | undefined) ?? nowIso(call)
  } else if (typeof body.status === 'string') {
    // A check that had ended begins anew.
    Object.assign(check, { status: body.status, conclusion: null, completedAt: null })
  }
  if (body.output !== undefined) say(check, body.output as Output)
  if (Array.isArray(body.actions)) check.actions.splice(0, check.actions.length, ...body.actions)
}

interface Output {
  readonly title?: string
  readonly summary: string
  readonly text?: string
  readonly annotations?: readonly Annotation[]
}

function say(check: CheckRun, { title, summary, text, annotations = [] }: Output): void {
  check.title = title ?? check.title
  check.summary = summary
  check.text = text ?? check.text
  check.annotations.push(...annotations)
}

async function listForRef(call: Call): Promise<Answer> {
  const named = textAt(call.path, 'ref')
  const sha = await commitNamed(call.repository, named)
  if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${named}`)
  const { filter, check_name: name, status, app_id: app } = call.query
  const all = checksOn(call.world, call.repository, sha)
  const found = (filter === 'all' ? all : latestOf(all))
    .filter(check => name === undefined || check.name === name)
    .filter(check => status === undefined || check.status === status)
    .filter(check => app === undefined || check.app === app)
    .reverse()
  const page = paged(call, found, check => checkBody(call, check))
  return { ...page, body: { total_count: found.length, check_runs: page.body } }
}

function annotationBody(call: Call, { headSha }: CheckRun, annotation: Annotation): object {
  return fill('check-annotation', {
    ...annotation,
    blob_href: `${HTML_ROOT}/${fullName(call.repository)}/blob/${headSha}/${annotation.path}`,
  })
}
