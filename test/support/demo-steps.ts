import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { MODEL } from '../../scripts/demo/acme.ts'
import type { StepCall } from '../../scripts/demo/workflow-run.ts'
import { projectRoot } from './imports.ts'

type Defaults = Readonly<Record<string, { readonly default?: unknown }>>
type Inputs = Readonly<Record<string, string | number | boolean>>

interface WrittenStep {
  readonly if?: string
  readonly uses?: string
  readonly with?: Inputs
}

interface WrittenWorkflow {
  readonly on: { readonly workflow_call: { readonly inputs: Defaults } }
  readonly jobs: Readonly<
    Record<
      string,
      { readonly if?: string; readonly needs?: string | readonly string[]; steps: WrittenStep[] }
    >
  >
}

/** Where the steps of a demo differ from the workflows' files that it plays: one sentence for each. */
export async function strayingSteps(calls: readonly StepCall[]): Promise<string[]> {
  const runs = Map.groupBy(calls, ({ run }) => run)
  const found = await Promise.all([...runs.values()].map(strayingIn))
  return found.flat()
}

/** The same for one run of one workflow. */
async function strayingIn(calls: readonly StepCall[]): Promise<string[]> {
  const workflow = calls[0]?.workflow ?? ''
  const text = await readFile(join(projectRoot, '.github/workflows', workflow), 'utf8')
  const { on, jobs } = parse(text) as WrittenWorkflow
  const played = Map.groupBy(calls, ({ job }) => job)
  const found = Object.entries(jobs).flatMap(([name, { if: condition, needs = [], steps }]) => {
    const own = played.get(name)
    if (own === undefined) return condition === undefined ? [`${workflow}: ${name} did not run`] : []
    const early = [needs].flat().filter(needed => {
      const last = calls.findLastIndex(({ job }) => job === needed)
      return last > calls.indexOf(own[0] as StepCall)
    })
    return [
      ...early.map(needed => `${workflow}: ${name} began before ${needed} ended`),
      ...strayingInJob(`${workflow}, ${name}`, own, steps, on.workflow_call.inputs),
    ]
  })
  const unknown = [...played.keys()].filter(name => jobs[name] === undefined)
  return [...unknown.map(name => `${workflow} has no job ${name}`), ...found]
}

/** Steps of the file are taken in its order; only one with a condition may be left out. */
function strayingInJob(
  place: string,
  calls: readonly StepCall[],
  steps: readonly WrittenStep[],
  defaults: Defaults,
): string[] {
  const written = steps.flatMap(({ if: condition, uses = '', with: inputs = {} }) => {
    const [, action] = /^\$\/actions\/(.+)$/.exec(uses) ?? []
    const isDue = condition === undefined || condition.includes('always()')
    return action === undefined ? [] : [{ action, inputs, isDue }]
  })
  const missing = (from: number, to?: number) =>
    written.slice(from, to).flatMap(({ action, isDue }) => (isDue ? [`${action} is left out`] : []))
  const found: string[] = []
  let at = 0
  for (const { action, inputs } of calls) {
    const next = written.findIndex((step, index) => index >= at && step.action === action)
    const step = written[next]
    if (step === undefined) found.push(`${action} has no place there`)
    else {
      found.push(...missing(at, next), ...differing(step.inputs, inputs, defaults))
      at = next + 1
    }
  }
  return [...found, ...missing(at)].map(what => `${place}: ${what}`)
}

function differing(written: Inputs, given: Readonly<Record<string, string>>, defaults: Defaults): string[] {
  const names = [...new Set([...Object.keys(written), ...Object.keys(given)])]
  return names.flatMap(name => {
    const [text, value] = [written[name], given[name]]
    if (text === undefined || value === undefined) return [`${name} is given by one of both`]
    const meant = meaningOf(String(text), defaults)
    return meant === undefined || meant === value ? [] : [`${name} is ${value} and not ${meant}`]
  })
}

/** What an input comes to, where the file alone tells it. */
function meaningOf(text: string, defaults: Defaults): string | undefined {
  if (!text.includes('${{')) return text
  if (/^\$\{\{ (?:matrix|inputs)\.model \}\}$/.test(text)) return MODEL
  const [, input = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(text) ?? []
  const standing = defaults[input]?.default
  return standing === undefined || standing === '' ? undefined : String(standing)
}
