import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { downloadedSuite, fakeNpm } from '../../support/actions-suite.ts'
import { runAction, type StepResult } from '../../support/run-action.ts'
import { forAllTests } from '../../support/temporary.ts'
import { workbench } from '../../support/workbench.ts'

const ACTION = 'actions/evaluate'
/** Needs no engine to be answered, and is found out after they were installed. */
const UNKNOWN = { model: 'chrun', version: '1' }

describe.skipIf(process.platform === 'win32')('a heavy Action that was downloaded', () => {
  const repository = forAllTests(() => workbench())
  const step = (suite: string, PATH: string, inputs: Readonly<Record<string, string>> = UNKNOWN) =>
    runAction(ACTION, { folder: repository().root, inputs, suite, env: { PATH } })
  const titles = ({ annotations }: StepResult) => annotations.map(({ title }) => title)

  test('says what it installs and how large that is, and a second run installs nothing', async () => {
    const [suite, npm] = [await downloadedSuite(), await fakeNpm()]
    const first = await step(suite, npm.path)
    expect(titles(first)).toEqual(['unknown-model'])
    expect(first.log).toMatch(/^Installing .*onnxruntime-node 1\.\d+\.\d+.*, without install scripts$/m)
    expect(first.log).toMatch(/^Installed \d+ packages, \d+ MB, in \d+ s$/m)
    const second = await step(suite, npm.path)
    expect(titles(second)).toEqual(['unknown-model'])
    expect(second.log).not.toContain('Install')
    const calls = await npm.calls()
    expect(calls).toHaveLength(1)
    expect(calls[0]).toMatch(/^ci --ignore-scripts /)
  })

  test('starts no command of the runner by what npm says', async () => {
    const [suite, npm] = [await downloadedSuite(), await fakeNpm()]
    const { commands, log } = await step(suite, npm.path)
    expect(commands).toEqual(['error'])
    expect(log).toContain('npm speaks')
  })

  test('installs nothing for inputs that are wrong', async () => {
    const [suite, npm] = [await downloadedSuite(), await fakeNpm()]
    const result = await step(suite, npm.path, { model: 'churn', version: '1', evidence: 'maybe' })
    expect(titles(result)).toEqual(['bad-input'])
    expect(await npm.calls()).toEqual([])
  })

  test('begins anew where an earlier install ended in the middle', async () => {
    const [suite, npm] = [await downloadedSuite(), await fakeNpm()]
    await step(suite, npm.path)
    await rm(join(suite, 'dist/node_modules/.modelyard-engines'))
    await step(suite, npm.path)
    expect(await npm.calls()).toHaveLength(2)
  })

  test('ends with 2 where npm fails, or is not there', async () => {
    const suite = await downloadedSuite()
    for (const path of [(await fakeNpm({ status: 7 })).path, '/nowhere']) {
      const result = await step(suite, path)
      expect({ status: result.status, titles: titles(result) }).toEqual({
        status: 2,
        titles: ['missing-engine'],
      })
    }
  })
})
