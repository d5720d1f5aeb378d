import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '../src/commands/define.ts'
import { ModelyardError } from '../src/domain/errors/index.ts'
import type { Result } from '../src/domain/results/index.ts'
import type { Ports } from '../src/ports.ts'

/** A second command, which shows the answer of the first one on GitHub. */
export interface Reporting {
  /** The inputs that are its own, by key. */
  readonly inputs: readonly string[]
  load(): Promise<Command>
}

type Values = ReadonlyMap<string, unknown>

/** The inputs of the command itself. */
export function measuringInputs(values: Values, reporting: Reporting | undefined): Record<string, unknown> {
  return Object.fromEntries([...values].filter(([key]) => !reporting?.inputs.includes(key)))
}

/** Shows an answer that lies in a file. */
export async function reportFile(
  { inputs, load }: Reporting,
  file: string | undefined,
  values: Values,
  ports: Ports,
): Promise<Result> {
  if (file === undefined) throw noPlace()
  const own = [...values].filter(([key]) => inputs.includes(key) || key === 'model')
  return (await load()).execute({ ...Object.fromEntries(own), files: [file] }, ports, {})
}

/** Writes an answer where the steps that follow find it; nothing where the runner has no place for it. */
export function writeAnswer(kind: string, json: string): string | undefined {
  const { RUNNER_TEMP: folder } = process.env
  if (!folder) return undefined
  const path = join(folder, `modelyard-${kind}-${randomUUID()}.json`)
  writeFileSync(path, json)
  return path
}

function noPlace(): ModelyardError {
  return new ModelyardError({
    code: 'bad-input',
    message: 'there is no folder for the answer that is to be reported',
    next: 'RUNNER_TEMP has to name the folder that the runner made; no step may change it',
  })
}
