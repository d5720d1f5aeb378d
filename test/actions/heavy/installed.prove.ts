import { expect, test } from 'vitest'
import { downloadedSuite } from '../../support/actions-suite.ts'
import { exampleBench } from '../../support/real-bench.ts'
import { runAction } from '../../support/run-action.ts'

test('Actions that were downloaded install their engines once, and measure with them', async () => {
  const suite = await downloadedSuite()
  const { root } = await exampleBench()
  const model = { model: 'telco-churn', evidence: 'false' }
  const inputs = { ...model, champion: '2', challenger: '5', seconds: '1' }
  const benched = await runAction('actions/bench', { folder: root, suite, inputs })
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
