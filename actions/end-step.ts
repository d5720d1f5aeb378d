import { randomUUID } from 'node:crypto'
import { exitStatusOf } from '../src/domain/errors/index.ts'
import { knownError } from '../src/doors/known-error.ts'
import { annotationOfError } from '../src/render/annotations.ts'
import { renderError, renderErrorMarkdown } from '../src/render/index.ts'
import { openRunnerFiles, type RunnerFiles } from './runner/files.ts'
import { annotationLines, plainLog } from './runner/workflow-commands.ts'

export interface Told {
  /** For the log, commands to the runner among it. */
  readonly text: string
  readonly status: number
}

/** Tells the runner what a step came to, or what went wrong, and ends the process with its exit status. */
export async function endStep(work: (files: RunnerFiles) => Promise<Told>): Promise<never> {
  const files = openRunnerFiles(process.env, () => `end-${randomUUID()}`)
  const { text, status } = await work(files).catch(error => fail(error, files))
  // The runner reads the last line, too, before the process is gone.
  await new Promise(resolve => process.stdout.write(text, resolve))
  process.exit(status)
}

export const REPORT = 'please report it with the step of the workflow; the log shows where it happened'

function fail(error: unknown, files: RunnerFiles): Told {
  const known = knownError(error, REPORT)
  files.addSummary(renderErrorMarkdown(known))
  const stack = known.code === 'bug' && error instanceof Error ? `${error.stack ?? ''}\n` : ''
  return {
    text: logOf(`${renderError(known)}${stack}`, annotationLines([annotationOfError(known)])),
    status: exitStatusOf(known.code),
  }
}

export function logOf(text: string, commands: readonly string[]): string {
  return `${plainLog(text)}${commands.map(line => `${line}\n`).join('')}`
}
