import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleBench } from '../support/real-bench.ts'
import { readMetadata, runAction } from '../support/run-action.ts'

const ACTION = 'actions/compare'
const DATA = 'examples/telco-churn/data/test.csv'
const VERSIONS = 'registry-data/models/telco-churn/versions'

describe('two versions of the example, compared by the Action', () => {
  test('are judged, and what was measured is left as evidence of the challenger', async () => {
    const { root } = await exampleBench()
    // 5 against 2 is on record, to the digit: nothing new would be left of it.
    const inputs = { model: 'telco-churn', champion: '1', challenger: '5' }
    const { outputs, status, summary, log } = await runAction(ACTION, { folder: root, inputs })
    expect(status, log).toBe(outputs.outcome === 'passed' ? 0 : 1)
    expect(outputs).toMatchObject({
      champion: '1',
      challenger: '5',
      metric: 'roc-auc',
      verdict: expect.stringMatching(/^(?:better|not-worse|worse|inconclusive)$/),
    })
    expect(Number(outputs['challenger-value'])).toBeGreaterThan(0.5)
    expect(summary).toContain('ROC curve')
    const evidence = JSON.parse(outputs.evidence ?? '') as string[]
    expect(evidence.filter(path => path.includes('/5/comparison-'))).toHaveLength(1)
    for (const path of evidence) {
      expect(JSON.parse(await readFile(join(root, path), 'utf8'))).toHaveProperty('subject')
    }
    const declared = Object.keys((await readMetadata(ACTION)).outputs ?? {})
    expect(Object.keys(outputs).filter(name => !declared.includes(name))).toEqual([])
  })

  test('may be two files, and the step does not pass where the rows settle nothing', async () => {
    const { root } = await exampleBench()
    const model = (version: number) => `${VERSIONS}/${version}/model.onnx`
    const inputs = {
      champion: model(5),
      challenger: model(1),
      data: DATA,
      target: 'churn',
      'positive-class': 'Yes',
    }
    const { outputs, status, log } = await runAction(ACTION, { folder: root, inputs })
    expect(outputs, log).toMatchObject({ verdict: 'inconclusive', outcome: 'inconclusive' })
    expect(status).toBe(1)
    expect(outputs).not.toHaveProperty('model')
  })

  test.each([
    ['of one name that is no version', { model: 'telco-churn', challenger: 'none' }, 'unknown-version'],
    ['of nothing', {}, 'bad-input'],
    ['for a stage that is not there', { model: 'telco-churn', for: 'prod' }, 'unknown-name'],
  ])('are refused %s', async (_what, inputs, title) => {
    const { root } = await exampleBench()
    const { status, annotations } = await runAction(ACTION, {
      folder: root,
      inputs: inputs as Record<string, string>,
    })
    expect(status).toBe(2)
    expect(annotations).toMatchObject([{ level: 'error', title }])
  })
})
