import { parse } from 'yaml'
import { apiRoot, fullName, HTML_ROOT } from '../bodies.ts'
import { startRun } from '../follow-runs.ts'
import { readContents } from '../git/contents.ts'
import { readRef, resolveCommit } from '../git/refs.ts'
import { GitRefusal } from '../git/refusal.ts'
import { gitOf } from '../hosting.ts'
import { type Answer, type Call, notFound, Refusal, type Routes, textAt } from '../route.ts'
import { runBody } from '../run-bodies.ts'
import { type Run, type RunStanding, runsOf, standingOfRun } from '../state/runs.ts'
import { trigger } from '../state/triggers.ts'
import { announceDispatch } from '../webhooks/runs.ts'
import { counted } from './runs.ts'

export const workflowDispatchRoutes: Routes = {
  'actions/create-workflow-dispatch': dispatch,
  'actions/list-workflow-runs': list,
  'actions/list-workflow-runs-for-repo': call => listed(call, runsOf(call.repository)),
}

interface DispatchInput {
  readonly required?: boolean
  readonly default?: unknown
}

async function dispatch(call: Call): Promise<Answer> {
  const { world, repository, actor, body } = call
  const path = pathOf(call)
  const ref = textAt(body, 'ref').replace(/^refs\/heads\//, '')
  const headSha = (await readRef(gitOf(repository), `refs/heads/${ref}`))?.sha
  // It has to be on the default branch too, or GitHub does not know it.
  if ((await textIn(call, repository.defaultBranch, path)) === undefined) throw notFound()
  if (headSha === undefined) throw refused(`No ref found for: ${ref}`)
  const text = (await textIn(call, headSha, path)) ?? ''
  const inputs = inputsOf(declaredInputs(text), body.inputs)
  announceDispatch(call, { path, ref: `refs/heads/${ref}`, inputs })
  const run = startRun(world, repository, {
    event: 'workflow_dispatch',
    path,
    headSha,
    headBranch: ref,
    actor: actor.account.login,
    title: titleOf(text, inputs),
    jobs: { run: null },
  })
  trigger(repository, actor, {
    event: 'workflow_dispatch',
    ref: `refs/heads/${ref}`,
    sha: headSha,
    path,
    inputs,
  })
  return { status: 200, body: details(call, run) }
}

/** `run-name`, in which inputs are all that is known here. */
function titleOf(text: string, inputs: Readonly<Record<string, string>>): string {
  const { 'run-name': name, name: usual = 'Modelyard' } = parse(text) as Readonly<Record<string, string>>
  const said = name?.replace(/\$\{\{\s*inputs\.([\w-]+)\s*\}\}/g, (_, input: string) => inputs[input] ?? '')
  if (said?.includes('${{')) throw new Error(`the sandbox reads no run-name like ${name}`)
  return said?.trim() || usual
}

function details(call: Call, { id }: Run): object {
  const { repository } = call
  return {
    workflow_run_id: id,
    run_url: `${apiRoot(call, repository)}/actions/runs/${id}`,
    html_url: `${HTML_ROOT}/${fullName(repository)}/actions/runs/${id}`,
  }
}

/** By the name of its file; numbers of workflows are not kept. */
function pathOf({ path }: Call): string {
  return `.github/workflows/${String(path.workflow_id)}`
}

async function textIn({ repository }: Call, revision: string, path: string): Promise<string | undefined> {
  const git = gitOf(repository)
  const commit = await resolveCommit(git, revision)
  if (commit === undefined) return undefined
  try {
    const found = await readContents(git, commit, path)
    return found.kind === 'file' ? found.content.toString() : undefined
  } catch (error) {
    if (error instanceof GitRefusal) return undefined
    throw error
  }
}

/** @throws {Refusal} 422 for a workflow that nobody may start by hand. */
function declaredInputs(text: string): Readonly<Record<string, DispatchInput | null>> {
  const { on } = parse(text) as { readonly on?: unknown }
  const names = typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys((on ?? {}) as object)
  if (!names.includes('workflow_dispatch')) {
    throw refused("Workflow does not have 'workflow_dispatch' trigger")
  }
  const declared = on as {
    readonly workflow_dispatch?: { readonly inputs?: Record<string, DispatchInput> } | null
  }
  return (typeof on === 'object' && !Array.isArray(on) ? declared.workflow_dispatch?.inputs : undefined) ?? {}
}

function inputsOf(
  declared: Readonly<Record<string, DispatchInput | null>>,
  sent: unknown,
): Record<string, string> {
  const given = (sent ?? {}) as Readonly<Record<string, unknown>>
  const unexpected = Object.keys(given).filter(name => !Object.hasOwn(declared, name))
  if (unexpected.length > 0) throw refused(`Unexpected inputs provided: ${JSON.stringify(unexpected)}`)
  const missing = Object.entries(declared).find(
    ([name, input]) => input?.required === true && input.default === undefined && given[name] === undefined,
  )
  if (missing !== undefined) throw refused(`Required input '${missing[0]}' not provided`)
  return Object.fromEntries(
    Object.entries(declared).map(([name, input]) => [name, String(given[name] ?? input?.default ?? '')]),
  )
}

function refused(message: string): Refusal {
  return new Refusal(422, message)
}

async function list(call: Call): Promise<Answer> {
  const path = pathOf(call)
  return listed(
    call,
    runsOf(call.repository).filter(run => run.path === path),
  )
}

/** Newest first. */
function listed(call: Call, runs: readonly Run[]): Answer {
  const { event, actor, branch, created, status } = call.query
  const found = runs.filter(
    run =>
      isOfStatus(standingOfRun(run), status) &&
      [undefined, run.event].includes(event as string) &&
      [undefined, run.actor].includes(actor as string) &&
      [undefined, run.headBranch].includes(branch as string) &&
      isWithin(run.createdAt, created as string | undefined),
  )
  return counted(call, 'workflow_runs', found.reverse(), run => runBody(call, run))
}

/** GitHub takes a conclusion there, too. */
function isOfStatus(standing: RunStanding, wanted: unknown): boolean {
  return wanted === undefined || wanted === standing.status || wanted === standing.conclusion
}

/** GitHub's search for dates, of which `>=` is enough. */
function isWithin(createdAt: string, created: string | undefined): boolean {
  if (created === undefined) return true
  const [, since] = /^>=(\S+)$/.exec(created) ?? []
  if (since === undefined) throw new Error(`the sandbox reads no search like ${created}`)
  return Date.parse(createdAt) >= Date.parse(since)
}
