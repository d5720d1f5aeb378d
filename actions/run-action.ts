import type { Command } from '../src/commands/define.ts'
import { exitStatusOfAnswer } from '../src/domain/errors/index.ts'
import type { Result } from '../src/domain/results/index.ts'
import type { CommandDefinition } from '../src/doors/definition.ts'
import { knownError } from '../src/doors/known-error.ts'
import type { Ports } from '../src/ports.ts'
import { annotationsOf } from '../src/render/annotations.ts'
import { render, renderFailure } from '../src/render/index.ts'
import { endStep, logOf, REPORT, type Told } from './end-step.ts'
import { FROM_EVENT } from './from-event.ts'
import { outputsOf, RESULT_FILE } from './outputs.ts'
import { openProgress } from './progress.ts'
import { readInputs, readToken } from './read-inputs.ts'
import { measuringInputs, type Reporting, reportFile, writeAnswer } from './reporting.ts'
import { readEvent } from './runner/event.ts'
import type { RunnerFiles } from './runner/files.ts'
import { annotationLines, plainLog } from './runner/workflow-commands.ts'
import { summaryOf } from './summary.ts'

export interface Action {
  readonly definition: CommandDefinition
  /** The command's code, called for when the inputs are known to be right. */
  load(): Promise<Command>
  /** Everything outside, from the folder of the workspace; called for when the inputs are known to be right. */
  openPorts(folder: string, token: string | undefined): Ports | Promise<Ports>
  /** What shows the answer on GitHub; left out where a step of its own does. */
  readonly reporting?: Reporting
}

/** Runs a command as one step of a workflow, and ends the process with its exit status. */
export async function runAction(action: Action): Promise<never> {
  const cancellation = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancellation.abort())
  return endStep(files => answer(action, files, cancellation.signal))
}

async function answer(action: Action, files: RunnerFiles, signal: AbortSignal): Promise<Told> {
  const { definition, load, openPorts, reporting } = action
  const values = readInputs(definition, process.env)
  const ports = await openPorts(process.cwd(), readToken(process.env))
  await fillFromEvent(definition, values, ports)
  const watch = { signal, progress: openProgress(line => process.stdout.write(plainLog(`${line}\n`))) }
  const show = async (file: string | undefined) =>
    reporting === undefined ? undefined : reportFile(reporting, file, values, ports)
  const command = await load()
  const result = await command
    .execute(measuringInputs(values, reporting), ports, watch)
    .catch(async error => {
      const file = writeAnswer('failure', renderFailure(knownError(error, REPORT), definition.name))
      // A later step that reports shows it as it shows any other answer.
      files.setOutputs({ [RESULT_FILE]: file })
      // What went wrong first is what the step tells.
      await show(file).catch(() => {})
      throw error
    })
  return tell(result, files, show)
}

async function fillFromEvent({ flags }: CommandDefinition, values: Map<string, unknown>, ports: Ports) {
  for (const { input } of flags) {
    const known = values.has(input) ? undefined : FROM_EVENT[input]
    const value = await known?.read(readEvent(process.env), ports)
    if (value !== undefined) values.set(input, value)
  }
}

/**
 * Tells the runner, and whoever is to be shown the answer.
 *
 * @param show - Shows what lies in a file; its own answer repeats what it shows.
 */
async function tell(
  result: Result,
  files: RunnerFiles,
  show: (file: string | undefined) => Promise<Result | undefined>,
): Promise<Told> {
  const file = writeAnswer(result.kind, render(result, 'json'))
  files.setOutputs({ ...outputsOf(result), [RESULT_FILE]: file })
  const report = await show(file).catch(error => {
    files.addSummary(summaryOf(result))
    throw error
  })
  if (report !== undefined) files.setOutputs(outputsOf(report))
  files.addSummary(summaryOf(report ?? result))
  const told = report === undefined ? [result] : [result, report]
  return {
    text: logOf(render(report ?? result, 'text'), annotationLines(told.flatMap(annotationsOf))),
    status: exitStatusOfAnswer(result),
  }
}
