import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Check {
  readonly name: string
  readonly command: readonly [string, ...string[]]
}

interface Counts {
  passed: number
  failed: number
}

const root = fileURLToPath(new URL('../', import.meta.url))

/**
 * Runs checks one after another, then the test runner, and ends with the status 1 when one failed. Every check counts
 * as one test. The last line is `N passed, N failed`.
 */
export async function runChecks(
  checks: readonly Check[],
  tests: readonly [string, ...string[]],
): Promise<void> {
  const counts: Counts = { passed: 0, failed: 0 }
  for (const { name, command } of checks) {
    const passed = (await run(command)) === 0
    counts[passed ? 'passed' : 'failed'] += 1
    console.log(`${passed ? 'passed' : 'FAILED'}: ${name}`)
  }
  await runTests(tests, counts)
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  process.exitCode = counts.failed === 0 ? 0 : 1
}

async function runTests(command: readonly [string, ...string[]], counts: Counts): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'modelyard-checks-'))
  const file = join(folder, 'report.json')
  try {
    const status = await run([
      ...command,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ])
    const report = JSON.parse(await readFile(file, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
    }
    counts.passed += report.numPassedTests
    // A file that cannot be loaded fails no test of its own; the runner's status knows.
    counts.failed += status !== 0 && report.numFailedTests === 0 ? 1 : report.numFailedTests
  } catch (error) {
    console.error(error)
    counts.failed += 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs a program of the project's own; its exit status. */
function run([program, ...args]: readonly [string, ...string[]]): Promise<number> {
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`
  return new Promise(resolve => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, PATH: path },
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    child.on('error', () => resolve(127))
    child.on('close', status => resolve(status ?? 1))
  })
}
