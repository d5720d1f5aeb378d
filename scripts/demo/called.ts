import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { Granted, Level } from '../../sandbox/roles.ts'

/** Of a job in one of our reusable workflows: what the demo gives it, as a runner would. */
export interface CalledJob {
  /** What its token may do. */
  readonly granted: Granted
  /** Whether it begins with a checkout. */
  readonly checksOut: boolean
  /** What later jobs read of it, each an output of one of its steps. */
  readonly outputs: Readonly<Record<string, string>>
}

interface Written {
  readonly permissions?: Readonly<Record<string, Level>>
  readonly outputs?: Readonly<Record<string, string>>
  readonly steps: readonly { readonly uses?: string }[]
}

const FOLDER = new URL('../../.github/workflows/', import.meta.url)

/** @param workflow - Its file's name, as `candidate.yml`. */
export async function calledJob(workflow: string, name: string): Promise<CalledJob> {
  const text = await readFile(fileURLToPath(new URL(workflow, FOLDER)), 'utf8')
  const job = (parse(text) as { jobs: Readonly<Record<string, Written>> }).jobs[name]
  if (job === undefined) throw new Error(`${workflow} has no job ${name}`)
  const { permissions = {}, outputs = {}, steps } = job
  return {
    granted: Object.fromEntries(
      Object.entries(permissions).map(([right, level]) => [right.replaceAll('-', '_'), level]),
    ) as Granted,
    checksOut: steps.some(({ uses = '' }) => uses.startsWith('actions/checkout@')),
    outputs,
  }
}
