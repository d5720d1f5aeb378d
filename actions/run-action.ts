import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '../src/commands/define.ts'
import { exitStatusOf, exitStatusOfOutcome } from '../src/domain/errors/index.ts'
import type { Result } from '../src/domain/results/index.ts'
import type { CommandDefinition } from '../src/doors/definition.ts'
import { knownError } from '../src/doors/known-error.ts'
import type { Ports } from '../src/ports.ts'
import { annotationOfError, annotationsOf } from '../src/render/annotations.ts'
import { render, renderError, renderErrorMarkdown } from '../src/render/index.ts'
import { FROM_EVENT } from './from-event.ts'
import { outputsOf, RESULT_FILE } from './outputs.ts'
import { openProgress } from './progress.ts'
import { readInputs, readToken } from './read-inputs.ts'
import { readEvent } from './runner/event.ts'
import { openRunnerFiles, type RunnerFiles } from './runner/files.ts'
import { annotationLines, plainLog } from './runner/workflow-commands.ts'
import { summaryOf } from './summary.ts'

export interface Action {
  readonly definition: CommandDefinition
  /** The command's code, called for when the inputs are known to be right. */
  load(): Promise<Command>
  /** Everything outside, from the folder of the workspace; called for when the inputs are known to be right. */
  openPorts(folder: string, token: string | undefined): Ports | Promise<Ports>
}

/** Runs a command as one step of a workflow, and ends the process with its exit status. */
export async function runAction(action: Action): Promise<never> {
  const cancellation = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancellation.abort())
  const files = openRunnerFiles(process.env, () => `end-${randomUUID()}`)
  const { text, status } = await answer(action, files, cancellation.signal).catch(error => fail(error, files))
  // The runner reads the last line, too, before the process is gone.
  await new Promise(resolve => process.stdout.write(text, resolve))
  process.exit(status)
}

interface Told {
  /** For the log, commands to the runner among it. */
  readonly text: string
  readonly status: number
}

async function answer(action: Action, files: RunnerFiles, signal: AbortSignal): Promise<Told> {
  const { definition, load, openPorts } = action
  const values = readInputs(definition, process.env)
  const ports = await openPorts(process.cwd(), readToken(process.env))
  await fillFromEvent(definition, values, ports)
  const command = await load()
  const watch = { signal, progress: openProgress(line => process.stdout.write(plainLog(`${line}\n`))) }
  return tell(await command.execute(Object.fromEntries(values), ports, watch), files)
}

async function fillFromEvent({ flags }: CommandDefinition, values: Map<string, unknown>, ports: Ports) {
  for (const { input } of flags) {
    const known = values.has(input) ? undefined : FROM_EVENT[input]
    const value = await known?.read(readEvent(process.env), ports)
    if (value !== undefined) values.set(input, value)
  }
}

function tell(result: Result, files: RunnerFiles): Told {
  files.setOutputs({ ...outputsOf(result), [RESULT_FILE]: writeResult(result) })
  files.addSummary(summaryOf(result))
  return {
    text: logOf(render(result, 'text'), annotationLines(annotationsOf(result))),
    status: exitStatusOfOutcome('outcome' in result ? result.outcome : undefined),
  }
}

/** The whole answer, for the steps that follow; nothing where the runner has no place for it. */
function writeResult(result: Result): string | undefined {
  const { RUNNER_TEMP: folder } = process.env
  if (!folder) return undefined
  const path = join(folder, `modelyard-${result.kind}-${randomUUID()}.json`)
  writeFileSync(path, render(result, 'json'))
  return path
}

const REPORT = 'please report it with the step of the workflow; the log shows where it happened'

function fail(error: unknown, files: RunnerFiles): Told {
  const known = knownError(error, REPORT)
  files.addSummary(renderErrorMarkdown(known))
  const stack = known.code === 'bug' && error instanceof Error ? `${error.stack ?? ''}\n` : ''
  return {
    text: logOf(`${renderError(known)}${stack}`, annotationLines([annotationOfError(known)])),
    status: exitStatusOf(known.code),
  }
}

function logOf(text: string, commands: readonly string[]): string {
  return `${plainLog(text)}${commands.map(line => `${line}\n`).join('')}`
}
