import { existsSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import type { WorkflowTemplate } from '@actions/workflow-parser'
import { parse } from 'yaml'
import { projectRoot } from './imports.ts'
import type { WorkflowFile } from './workflow-files.ts'

// Made for bundlers: it imports JSON without saying that it is.
const hooks = registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
})
const { convertWorkflowTemplate, isBasicExpression, NoOperationTraceWriter, parseWorkflow } = await import(
  '@actions/workflow-parser'
)
hooks.deregister()

type Rights = Readonly<Record<string, string>>

interface CalledJob {
  readonly uses?: string
  readonly permissions?: Rights
  readonly with?: Readonly<Record<string, unknown>>
  readonly steps?: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[]
}

interface WrittenWorkflow {
  readonly permissions?: Rights
  readonly jobs: Readonly<Record<string, CalledJob>>
}

const OURS = /^(?:\$\/|modelyard\/modelyard(?:\/|(?=@)))([^@]*)(?:@.+)?$/

/** A workflow as GitHub's own parser reads it, with what it calls of ours; each error with its place. */
export async function parsedWorkflow({
  path,
  text,
}: WorkflowFile): Promise<{ readonly template: WorkflowTemplate; readonly errors: readonly string[] }> {
  const { context, value } = parseWorkflow({ name: path, content: text }, new NoOperationTraceWriter())
  const found = () => context.errors.getErrors().map(({ message }) => message)
  if (value === undefined || found().length > 0) return { template: {} as WorkflowTemplate, errors: found() }
  const files = {
    getFileContent: async (reference: { readonly path: string }) => ({
      name: reference.path,
      content: readFileSync(join(projectRoot, reference.path), 'utf8'),
    }),
  }
  const template = await convertWorkflowTemplate(context, value, files, { fetchReusableWorkflowDepth: 1 })
  return { template, errors: found() }
}

/** Steps whose script holds an expression: what stands for it is read by the shell as if the author had written it. */
export function scriptsWithExpressions({ jobs }: WorkflowTemplate): string[] {
  return jobs.flatMap(job =>
    job.type !== 'job'
      ? []
      : job.steps.flatMap((step, at) =>
          'run' in step && isBasicExpression(step.run) ? [`jobs.${job.id.value}.steps[${at}]`] : [],
        ),
  )
}

/** What a step or a job gives to an Action or workflow of ours that does not declare it, or leaves out of what it has to. */
export function wrongInputs({ text }: WorkflowFile): string[] {
  const { jobs } = parse(text) as WrittenWorkflow
  return Object.entries(jobs).flatMap(([name, { steps = [] }]) =>
    steps.flatMap(({ uses = '', with: given = {} }, at) => {
      const declared = inputsOfAction(uses)
      if (declared === undefined) return []
      const place = `jobs.${name}.steps[${at}]`
      const unknown = Object.keys(given).filter(input => !Object.hasOwn(declared, input))
      const missing = Object.keys(declared).filter(
        input => declared[input]?.required === true && given[input] === undefined,
      )
      return [
        ...unknown.map(input => `${place}: ${uses} has no input ${input}`),
        ...missing.map(input => `${place}: ${uses} needs ${input}`),
      ]
    }),
  )
}

/** Of an Action of ours; undefined for any other. An Action of ours that is not there has none. */
function inputsOfAction(uses: string): Readonly<Record<string, { readonly required?: boolean }>> | undefined {
  const [, folder] = OURS.exec(uses) ?? []
  if (folder === undefined) return undefined
  const file = join(projectRoot, folder, 'action.yml')
  if (!existsSync(file)) throw new Error(`${uses} is not there`)
  return (
    (parse(readFileSync(file, 'utf8')) as { inputs?: Record<string, { required?: boolean }> }).inputs ?? {}
  )
}

const LEVELS = ['none', 'read', 'write']

/** What a job of a called workflow asks for and its caller does not grant: GitHub then starts nothing. */
export function lackingRights({ text }: WorkflowFile): string[] {
  const { jobs, permissions = {} } = parse(text) as WrittenWorkflow
  return Object.entries(jobs).flatMap(([name, { uses = '', permissions: granted = permissions }]) => {
    const [, path] = OURS.exec(uses) ?? []
    if (path === undefined) return []
    const called = parse(readFileSync(join(projectRoot, path), 'utf8')) as WrittenWorkflow
    return Object.entries(called.jobs).flatMap(([inner, { permissions: asked = {} }]) =>
      Object.entries(asked)
        .filter(([right, level]) => LEVELS.indexOf(level) > LEVELS.indexOf(granted[right] ?? 'none'))
        .map(([right, level]) => `jobs.${name} lacks ${right}: ${level} of ${inner}`),
    )
  })
}

/** What a caller grants to jobs none of which asks for it. */
export function idleRights({ text }: WorkflowFile): string[] {
  const { jobs } = parse(text) as WrittenWorkflow
  return Object.entries(jobs).flatMap(([name, { uses = '', permissions: granted = {} }]) => {
    const [, path] = OURS.exec(uses) ?? []
    if (path === undefined) return []
    const called = Object.values(
      (parse(readFileSync(join(projectRoot, path), 'utf8')) as WrittenWorkflow).jobs,
    )
    return Object.entries(granted)
      .filter(([right, level]) => !called.some(({ permissions = {} }) => permissions[right] === level))
      .map(([right, level]) => `jobs.${name}: no job of ${path} asks for ${right}: ${level}`)
  })
}
