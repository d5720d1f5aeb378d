import { describe, expect, test } from 'vitest'
import { promotion } from '../support/models.ts'
import { artifactDigest, evidenceFile, modelFiles } from '../support/registry-files.ts'
import { failureIn, readMetadata, runAction } from '../support/run-action.ts'
import { forAllTests } from '../support/temporary.ts'
import { MODEL_YAML, REGISTRY_FILES, workbench } from '../support/workbench.ts'

const ACTION = 'actions/gates'
const FILES = {
  ...REGISTRY_FILES,
  ...modelFiles('churn', {
    definition: MODEL_YAML,
    versions: [{}, {}, {}],
    records: [promotion(1, 'development', 'staging', { aliases: { challenger: 1 } })],
  }),
  ...evidenceFile('churn', 2, 0.9),
  ...evidenceFile('churn', 3, 0.6),
}

describe('the verdict of a policy', () => {
  const shared = forAllTests(() => workbench({ files: FILES }))
  const judged = (inputs: Readonly<Record<string, string>>) =>
    runAction(ACTION, { folder: shared().root, inputs })

  test('is passed, and its facts are outputs that were declared', async () => {
    const { outputs, status, annotations, summary } = await judged({ model: 'churn', version: '2' })
    expect({ status, annotations }).toEqual({ status: 0, annotations: [] })
    expect(outputs).toMatchObject({
      outcome: 'passed',
      model: 'churn',
      version: '2',
      stage: 'staging',
      artifact: artifactDigest('churn', 2),
    })
    expect(summary).toContain('version 2')
    const declared = Object.keys((await readMetadata(ACTION)).outputs ?? {})
    expect(Object.keys(outputs).filter(name => !declared.includes(name))).toEqual([])
  })

  test('is failed, and an annotation names the gate', async () => {
    const { outputs, status, annotations } = await judged({ model: 'churn', version: '3' })
    expect({ status, outcome: outputs.outcome }).toEqual({ status: 1, outcome: 'failed' })
    expect(annotations).toMatchObject([{ level: 'error', title: expect.stringContaining('failed') }])
  })

  test('is inconclusive without evidence, and the step does not pass', async () => {
    const { outputs, status, annotations } = await judged({
      model: 'churn',
      version: '1',
      stage: 'production',
    })
    expect({ status, outcome: outputs.outcome }).toEqual({ status: 1, outcome: 'inconclusive' })
    expect(annotations).toMatchObject([{ level: 'warning', title: expect.stringContaining('inconclusive') }])
  })

  test.each([
    ['without a model', {}, 'bad-input'],
    ['with an empty model', { model: ' ' }, 'bad-input'],
    ['with an unknown model', { model: 'chrun' }, 'unknown-model'],
    ['with a stage of no policy', { model: 'churn', version: '2', stage: 'prod' }, 'unknown-name'],
    ['with text for a switch', { model: 'churn', explain: 'yes' }, 'bad-input'],
  ])('is refused %s', async (_what, inputs, title) => {
    const { status, annotations, outputs } = await judged(inputs as Record<string, string>)
    expect(status).toBe(2)
    expect(annotations).toMatchObject([{ level: 'error', title }])
    expect(await failureIn(outputs)).toBe(title === 'bad-input' ? undefined : title)
  })

  test('is refused for an input that action.yml does not declare', async () => {
    const env = { INPUT_MODLE: 'churn' }
    const step = { folder: shared().root, inputs: { model: 'churn' }, env }
    const { status, annotations } = await runAction(ACTION, step)
    expect(status).toBe(2)
    expect(annotations[0]).toMatchObject({ title: 'bad-input', message: expect.stringContaining('`model`') })
    await expect(judged({ modle: 'churn' })).rejects.toThrow('declares no input modle')
  })
})
