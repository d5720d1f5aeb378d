import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { StepCall } from '../../scripts/demo/workflow-run.ts'
import { strayingSteps } from '../support/demo-steps.ts'
import { projectRoot } from '../support/imports.ts'
import { forAllTests, temporaryFolder } from '../support/temporary.ts'

const TRANSCRIPT = join(projectRoot, 'docs/examples/demo.txt')

/** `npm run demo` where there is no terminal. */
async function played() {
  const folder = await temporaryFolder()
  const steps = join(folder, 'steps.json')
  const child = spawn(process.execPath, [join(projectRoot, 'scripts/demo.ts'), '--stay', '--steps', steps], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [output, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', part => {
    output += part
  })
  child.stderr.setEncoding('utf8').on('data', part => {
    errors += part
  })
  const status = await new Promise(resolve => child.on('close', resolve))
  if (status !== 0) throw new Error(`${output}\n${errors}`)
  const report = /The report is (.+)/.exec(output)?.[1] ?? ''
  return {
    output: output.replaceAll(folder, '/tmp'),
    report: await readFile(report, 'utf8'),
    calls: JSON.parse(await readFile(steps, 'utf8')) as readonly StepCall[],
  }
}

/** What differs from run to run, in as many characters where it stands in a table. */
const steady = (text: string) =>
  text
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    .replaceAll(/\d{7}\+(?=\w+@)/g, 'ACCOUNT+')
    .replaceAll(/modelyard-demo-\w+/g, 'modelyard-demo-XXXXXX')
    .replaceAll(/\d+\.\d s\b/g, 'N s')
    .replaceAll(/\d+(?:\.\d)? MB of memory/g, 'N MB of memory')
    .replaceAll(/\b20\d\d-\d\d-\d\d \d\d:\d\d\b/g, 'YYYY-MM-DD hh:mm')
    .replaceAll(/\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'YYYY-MM-DDThh:mm:ssZ')
    .replaceAll(/\b[0-9a-f]{40}\b/g, 'COMMIT')
    .replaceAll(/(\/rooms\/[\w-]+)-\w{6}\b/g, '$1-XXXXXX')
    .replaceAll(/\b[0-9a-f]{7}\b/g, '0000000')
    .replaceAll(/\b[0-9a-f]{12}\b/g, 'DIGEST')
    .replaceAll(/ +$/gm, '')

describe('npm run demo', () => {
  const story = forAllTests(played, 10 * 60_000)

  test('ends by itself, and prints what the page shows', async () => {
    await expect(steady(story().output)).toMatchFileSnapshot(TRANSCRIPT)
  })

  test('leaves the comment as a report', () => {
    expect(story().report).toMatch(/Challenger better:\*\* ROC AUC/)
  })

  test('starts the Actions of our workflows, in their order and with their inputs', async () => {
    const { calls } = story()
    expect(await strayingSteps(calls)).toEqual([])
    expect(new Set(calls.map(({ workflow }) => workflow))).toEqual(
      new Set(['pipeline.yml', 'candidate.yml', 'promote.yml', 'seal.yml']),
    )
  })

  test('a step that strays is told', async () => {
    const { calls } = story()
    const at = calls.findIndex(({ action }) => action === 'sample')
    const changed = (change: (call: StepCall) => readonly StepCall[]) =>
      strayingSteps(calls.flatMap((call, index) => (index === at ? change(call) : [call])))
    // Left out, with one input less, with another word, of another Action, and before the job that it needs.
    expect(await changed(() => [])).toHaveLength(1)
    expect(await changed(call => [{ ...call, inputs: { model: 'telco-churn' } }])).toHaveLength(1)
    expect(await changed(call => [{ ...call, inputs: { ...call.inputs, model: 'churn' } }])).toHaveLength(1)
    expect(await changed(call => [{ ...call, action: 'evaluate' }])).not.toEqual([])
    expect(await strayingSteps([...calls].reverse())).not.toEqual([])
  })
})
