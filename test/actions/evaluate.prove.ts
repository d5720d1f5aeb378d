import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Result } from '../../src/domain/results/index.ts'
import { exampleBench } from '../support/real-bench.ts'
import { failureIn, readMetadata, runAction } from '../support/run-action.ts'
import { forAllTests } from '../support/temporary.ts'

const ACTION = 'actions/evaluate'

test('evidence names the run, and on a pull request its head instead of the merge that is checked out', async () => {
  const { root } = await exampleBench()
  const head = 'e'.repeat(40)
  const { outputs, log } = await runAction(ACTION, {
    folder: root,
    inputs: { model: 'telco-churn', version: '5', importance: 'true' },
    event: { pull_request: { number: 7, head: { sha: head } } },
    env: {
      GITHUB_REPOSITORY: 'acme/models',
      GITHUB_RUN_ID: '4711',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_WORKFLOW_REF: 'acme/models/.github/workflows/modelyard.yml@refs/pull/7/merge',
      GITHUB_SHA: 'f'.repeat(40),
    },
  })
  const written = (JSON.parse(outputs.evidence ?? '[]') as string[]).find(path =>
    path.includes('/importance-'),
  )
  expect(written, log).toContain('.git/modelyard/')
  expect(JSON.parse(await readFile(join(root, written as string), 'utf8')).origin).toMatchObject({
    repository: 'acme/models',
    run: 4711,
    workflow: '.github/workflows/modelyard.yml',
    commit: head,
  })
})

describe('the example, measured by the Action', () => {
  const shared = forAllTests(exampleBench)
  const evaluated = (inputs: Readonly<Record<string, string>>, env = {}) =>
    runAction(ACTION, { folder: shared().root, inputs, env })

  test('gives metrics as outputs that were declared, and the whole answer in a file', async () => {
    const inputs = { model: 'telco-churn', version: '5', evidence: 'false' }
    const { outputs, status, annotations, summary, log } = await evaluated(inputs)
    expect({ status, annotations }, log).toEqual({ status: 0, annotations: [] })
    expect(outputs).toMatchObject({ model: 'telco-churn', version: '5', metric: 'roc-auc', rows: '1409' })
    expect(outputs.evidence).toBe('[]')
    const result = Result.parse(JSON.parse(await readFile(outputs['result-file'] as string, 'utf8')))
    if (result.kind !== 'evaluation') throw new Error(`a result of the kind ${result.kind}`)
    expect(Number(outputs.value)).toBe(result.facts.metrics['roc-auc'])
    expect(summary).toContain('ROC curve')
    const declared = Object.keys((await readMetadata(ACTION)).outputs ?? {})
    expect(Object.keys(outputs).filter(name => !declared.includes(name))).toEqual([])
  })

  test('in a checkout that has the engines installs nothing and says nothing of it', async () => {
    const none = { PATH: '/usr/bin:/bin' }
    const { log, status } = await evaluated({ model: 'telco-churn', version: '1', evidence: 'false' }, none)
    expect({ status, installs: log.includes('Install') }).toEqual({ status: 0, installs: false })
  })

  test.each([
    ['without a version', { model: 'telco-churn' }, 'bad-input'],
    ['with an unknown model', { model: 'telco-chrun', version: '1' }, 'unknown-model'],
    ['with an unknown version', { model: 'telco-churn', version: '99' }, 'unknown-version'],
    ['with data that is not there', { model: 'telco-churn', version: '5', data: 'no.csv' }, 'bad-data'],
    ['with text for a switch', { model: 'telco-churn', version: '5', evidence: 'no' }, 'bad-input'],
  ])('is refused %s', async (_what, inputs, title) => {
    const { status, annotations, outputs } = await evaluated(inputs)
    expect(status).toBe(2)
    expect(await failureIn(outputs)).toBe(title === 'bad-input' ? undefined : title)
    expect(annotations).toMatchObject([{ level: 'error', title }])
  })
})
