import { expect, test } from 'vitest'
import { downloadedSuite, networkVariables } from '../../support/actions-suite.ts'
import { cacheService } from '../../support/cache-service.ts'
import { exampleBench } from '../../support/real-bench.ts'
import { runAction } from '../../support/run-action.ts'

test('on another machine they are installed from what the first one kept', async () => {
  const { root } = await exampleBench()
  const { env: offered, calls } = await cacheService()
  const env = { ...offered, ...networkVariables() }
  const inputs = { model: 'telco-churn', version: '5', evidence: 'false' }
  const job = async () =>
    runAction('actions/evaluate', { folder: root, suite: await downloadedSuite(), inputs, env })
  const first = await job()
  expect(first.status, first.log).toBe(0)
  expect(first.log).toContain('The packages are kept for later runs')
  const second = await job()
  expect(second.status, second.log).toBe(0)
  expect(second.log).toContain('The packages were kept from an earlier run')
  expect(calls.filter(call => call === 'PUT')).toHaveLength(1)
})

test('Actions that were downloaded install their engines once, and measure with them', async () => {
  const suite = await downloadedSuite()
  const { root } = await exampleBench()
  const model = { model: 'telco-churn', evidence: 'false' }
  const inputs = { ...model, champion: '2', challenger: '5', seconds: '1' }
  const benched = await runAction('actions/bench', { folder: root, suite, inputs, env: networkVariables() })
  expect(benched.status, benched.log).toBe(0)
  expect(benched.log).toMatch(/^Installed \d+ packages, \d+ MB/m)
  expect(Number(benched.outputs['p50-ratio'])).toBeGreaterThan(0)
  const evaluated = await runAction('actions/evaluate', {
    folder: root,
    suite,
    inputs: { ...model, version: '5' },
  })
  expect(evaluated.status, evaluated.log).toBe(0)
  expect(evaluated.log).not.toContain('Install')
  expect(evaluated.outputs).toMatchObject({ metric: 'roc-auc', rows: '1409' })
})
