import { parse } from 'yaml'
import type { WorkflowFile } from './workflow-files.ts'

/** What a workflow must not do, and where it does. */
export interface Breach {
  readonly path: string
  readonly rule: RuleName
  /** `jobs.test.steps[2]`. */
  readonly at: string
}

export type RuleName =
  | 'dangerous-trigger'
  | 'foreign-code-with-rights'
  | 'expression-in-script'
  | 'unpinned-action'
  | 'granted-to-all-jobs'
  | 'more-than-reading'
  | 'kept-credentials'
  | 'path-filter'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly uses?: string
  readonly if?: unknown
  readonly permissions?: unknown
  readonly secrets?: unknown
  readonly steps?: readonly Step[]
}

interface Workflow {
  readonly on?: unknown
  readonly permissions?: unknown
  readonly jobs?: Readonly<Record<string, Job>>
}

/** Runs with rights and secrets although a stranger's pull request or words began it. */
const ON_STRANGERS = ['workflow_run', 'issue_comment', 'discussion_comment', 'pull_request_review', 'issues']
const INSTALLS =
  /\b(?:npm (?:ci|i|install)|npx|yarn|pnpm|pip3? install|uv (?:sync|pip)|poetry|make|cargo|go (?:run|build|test))\b/
const CHECKOUT = /^actions\/checkout@/
const SCRIPT_ACTION = /^actions\/github-script@/
/** A command of the repository runs by ours, or as a script that the workflow's author wrote. */
const RUNS_COMMANDS = /(?:^|\/)actions\/(?:run|contract|reproduce)(?:@|$)/
const OURS = /^modelyard\/modelyard\//

/** Everything in a workflow that breaks a rule of trust. */
export function breachesOf({ path, text }: WorkflowFile): Breach[] {
  const workflow = parse(text) as Workflow
  const triggers = triggersOf(workflow)
  const found: Breach[] = []
  const add = (rule: RuleName, at: string) => found.push({ path, rule, at })
  if (triggers.includes('pull_request_target')) add('dangerous-trigger', 'on')
  if (hasPathFilter(workflow)) add('path-filter', 'on')
  if (!isNothing(workflow.permissions)) add('granted-to-all-jobs', 'permissions')
  for (const [name, job] of Object.entries(workflow.jobs ?? {})) {
    const at = `jobs.${name}`
    const steps = job.steps ?? []
    const strangers = triggers.some(trigger => ON_STRANGERS.includes(trigger))
    if (runsForeignCode(steps) && !onlyReads(job.permissions)) add('more-than-reading', at)
    if (job.uses !== undefined && !isPinned(job.uses)) add('unpinned-action', at)
    for (const [index, step] of steps.entries()) {
      const place = `${at}.steps[${index}]`
      if (step.uses !== undefined && !isPinned(step.uses)) add('unpinned-action', place)
      if (scriptsOf(step).some(script => script.includes('${{'))) add('expression-in-script', place)
      if (isCheckout(step) && step.with?.['persist-credentials'] !== false) add('kept-credentials', place)
      if (strangers && bringsForeignCode(step)) add('foreign-code-with-rights', place)
    }
  }
  return found
}

function triggersOf({ on }: Workflow): string[] {
  if (typeof on === 'string') return [on]
  return Array.isArray(on) ? on.map(String) : Object.keys((on ?? {}) as object)
}

/** A required workflow that a filter keeps from running leaves its check waiting for ever. */
function hasPathFilter({ on }: Workflow): boolean {
  const events = typeof on === 'object' && on !== null && !Array.isArray(on) ? Object.entries(on) : []
  return events.some(
    ([event, filters]) =>
      ['pull_request', 'merge_group'].includes(event) &&
      typeof filters === 'object' &&
      filters !== null &&
      ('paths' in filters || 'paths-ignore' in filters),
  )
}

function isNothing(permissions: unknown): boolean {
  return typeof permissions === 'object' && permissions !== null && Object.keys(permissions).length === 0
}

function onlyReads(permissions: unknown): boolean {
  if (typeof permissions !== 'object' || permissions === null) return false
  return Object.entries(permissions).every(([scope, right]) => scope === 'contents' && right === 'read')
}

/** Ours that starts a command, or a script beside files that were checked out. */
function runsForeignCode(steps: readonly Step[]): boolean {
  return steps.some(runsCommand) || (steps.some(isCheckout) && steps.some(({ run }) => run !== undefined))
}

function runsCommand({ uses = '' }: Step): boolean {
  return RUNS_COMMANDS.test(uses)
}

function isCheckout({ uses = '' }: Step): boolean {
  return CHECKOUT.test(uses)
}

/** A commit, the repository that the file lies in, or ours as its users call it. */
function isPinned(uses: string): boolean {
  return /@[0-9a-f]{40}$/.test(uses) || uses.startsWith('$/') || uses.startsWith('./') || OURS.test(uses)
}

function scriptsOf({ run, uses = '', with: inputs = {} }: Step): string[] {
  const script = SCRIPT_ACTION.test(uses) ? [String(inputs.script ?? '')] : []
  return run === undefined ? script : [run, ...script]
}

function bringsForeignCode(step: Step): boolean {
  if (isCheckout(step) && step.with?.ref !== undefined) return true
  return step.uses?.startsWith('./') === true || INSTALLS.test(step.run ?? '') || runsCommand(step)
}
