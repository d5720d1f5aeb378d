import { readFile } from 'node:fs/promises'
import { type Step, type StepResult, runAction as started } from '../../sandbox/runner/run-action.ts'
import { Failure } from '../../src/domain/results/failure.ts'
import { temporaryFolder } from './temporary.ts'

export { readMetadata, refuseToken, type StepResult } from '../../sandbox/runner/run-action.ts'

/** Runs an Action as the runner does, in folders that are removed when the test ends. */
export async function runAction(action: string, step: Omit<Step, 'files'>): Promise<StepResult> {
  return started(action, { ...step, files: await temporaryFolder() })
}

/**
 * Of a step that failed: no output but the file in which a later step finds what went wrong, of this code. A step whose
 * inputs are wrong has not begun, and leaves none.
 */
export async function failureIn(outputs: StepResult['outputs']): Promise<string | undefined> {
  const { 'result-file': file, ...others } = outputs
  if (Object.keys(others).length > 0)
    throw new Error(`outputs of a failure: ${Object.keys(others).join(', ')}`)
  if (file === undefined) return undefined
  return Failure.parse(JSON.parse(await readFile(file, 'utf8'))).code
}
