import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { projectRoot } from './imports.ts'

/** A program that `npm run tools` gets. */
export type ToolName = 'actionlint' | 'zizmor' | 'act' | 'prometheus' | 'promtool' | 'prometheus-pushgateway'

export interface Ended {
  readonly status: number
  readonly output: string
  readonly errors: string
}

/** Where such a program lies. */
export const placeOf = (name: ToolName) => join(projectRoot, '.tools/bin', name)

/** A test that needs a program: without it skipped with a word, or failed where MODELYARD_TOOLS is `required`. */
export function testWith(name: ToolName): typeof test {
  if (existsSync(placeOf(name))) return test
  if (process.env.MODELYARD_TOOLS === 'required')
    throw new Error(`${name} is not there; get it with npm run tools`)
  process.stderr.write(`${name} is not there, so its tests are skipped; get it with npm run tools\n`)
  return test.skip as typeof test
}

/** Runs such a program in an environment of nothing but a path and a home. */
export function runTool(
  name: ToolName,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Ended> {
  const options = {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: cwd, NO_COLOR: '1', ...env },
    maxBuffer: 64 * 1024 * 1024,
  }
  return new Promise(resolve => {
    execFile(placeOf(name), args, options, (error, output, errors) => {
      const code = error === null ? 0 : error.code
      resolve({ status: typeof code === 'number' ? code : 127, output, errors })
    })
  })
}
