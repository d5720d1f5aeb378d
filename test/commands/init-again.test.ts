import { describe, expect, test } from 'vitest'
import { openGit } from '../../src/adapters/git/index.ts'
import {
  FORK_WORKFLOW_PATH,
  MONITOR_WORKFLOW_PATH,
  PROMOTE_WORKFLOW_PATH,
  RETRAIN_WORKFLOW_PATH,
  WORKFLOW_PATH,
} from '../../src/domain/registry/first-workflow.ts'
import {
  CONFIG,
  definitionPath,
  expectValid,
  initialize,
  PYTHON,
  uninitialized,
  written,
} from '../support/initialized.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { REGISTRY_FILES } from '../support/workbench.ts'

const CALLERS = [
  WORKFLOW_PATH,
  FORK_WORKFLOW_PATH,
  PROMOTE_WORKFLOW_PATH,
  MONITOR_WORKFLOW_PATH,
  RETRAIN_WORKFLOW_PATH,
]

describe('running it again', () => {
  test('changes nothing, asks nothing and says so', async () => {
    const where = await uninitialized(PYTHON, ['churn', 'churn', 'never'])
    await initialize(where)
    const before = await where.git('status', '--porcelain', '-uall')
    const text = await written(where, definitionPath('churn'))
    const again = await initialize(where)
    expect(where.people.asked).toHaveLength(2)
    expect(again).toMatchObject({ model: 'churn', decided: [], missing: [], next: [] })
    expect(new Set(again.files.map(({ change }) => change))).toEqual(new Set(['kept']))
    expect(await where.git('status', '--porcelain', '-uall')).toBe(before)
    expect(await written(where, definitionPath('churn'))).toBe(text)
  })

  test('with other flags overwrites nothing', async () => {
    const where = await uninitialized(PYTHON)
    await initialize(where, { model: 'churn', yes: true })
    await where.commit('registry')
    await initialize(where, { model: 'churn', target: 'plan', root: 'elsewhere', yes: true })
    expect(await where.git('status', '--porcelain')).toBe('')
  })

  test('adds what is missing and keeps the rest, comments too', async () => {
    const config = '# ours\nregistry: models-of-ours   # not the default\n'
    const where = await uninitialized({ ...PYTHON, [CONFIG]: config })
    const result = await initialize(where, { model: 'churn', yes: true })
    expect(result.files).toEqual([
      { path: CONFIG, change: 'kept' },
      { path: 'models-of-ours/.gitattributes', change: 'added' },
      { path: 'models-of-ours/.gitignore', change: 'added' },
      { path: definitionPath('churn', 'models-of-ours'), change: 'added' },
      { path: 'predict.py', change: 'added' },
      { path: WORKFLOW_PATH, change: 'added' },
      { path: FORK_WORKFLOW_PATH, change: 'added' },
      { path: PROMOTE_WORKFLOW_PATH, change: 'added' },
      { path: MONITOR_WORKFLOW_PATH, change: 'added' },
      { path: RETRAIN_WORKFLOW_PATH, change: 'added' },
      { path: '.github/modelyard-ruleset.json', change: 'added' },
    ])
    // The configuration is a person's, so that it is asked for and not changed.
    expect(result.missing).toEqual([
      {
        path: CONFIG,
        why: expect.any(String),
        lines: [`workflows: [${CALLERS.join(', ')}]`],
      },
    ])
    expect(await written(where, CONFIG)).toBe(config)
    await expectValid(where)
  })

  test.each([
    ['[new, live, gone]', ['live'], '{champion: live}'],
    ['[new, canary, half, live, gone]', ['canary', 'half', 'live'], '{champion: live, challenger: half}'],
  ])('writes a policy for the stages that the registry has: %s', async (stages, held, aliases) => {
    const config = `registry: registry-data\nlifecycle: {stages: ${stages}}\n`
    const where = await uninitialized({ ...PYTHON, [CONFIG]: config })
    await initialize(where, { model: 'churn', yes: true })
    const text = await written(where, definitionPath('churn'))
    expect([...text.matchAll(/^ {2}(\w+):$/gm)].map(([, stage]) => stage)).toEqual(held)
    expect(text).toContain(`aliases: ${aliases}\n`)
    await expectValid(where)
  })

  test('with another name adds a model to a registry that is there', async () => {
    const where = await uninitialized({ ...REGISTRY_FILES, 'registry-data/.gitattributes': '* text\n' })
    const result = await initialize(where, { model: 'second', target: 'churn', yes: true })
    expect(result.files.map(({ change }) => change)).toEqual(['kept', 'kept', ...Array(8).fill('added')])
    expect(await written(where, definitionPath('churn'))).toBe(REGISTRY_FILES[definitionPath('churn')])
    await expectValid(where)
  })

  test('without a name takes the model that is there', async () => {
    const where = await uninitialized({ ...REGISTRY_FILES })
    expect(await initialize(where)).toMatchObject({ model: 'churn', decided: [] })
  })
})

describe('what cannot be is refused before anything is written', () => {
  test.each([
    ['a column that is not there', { target: 'chrun' }, 'bad-input', 'churn'],
    ['data that is not there', { test: 'data/tset.csv' }, 'bad-input', 'from the root'],
    ['data outside the repository', { train: '../train.csv' }, 'bad-input', '--help'],
    ['a registry outside the repository', { root: '/tmp/x' }, 'bad-input', '--help'],
    ['a name that is none', { model: 'Churn Model' }, 'bad-input', '--help'],
    ['a task that is none', { task: 'ranking' }, 'bad-input', '--help'],
  ])('%s', async (_what, input, code, next) => {
    const where = await uninitialized(PYTHON)
    await expect(initialize(where, { model: 'churn', yes: true, ...input })).rejects.toMatchObject({
      code,
      next: expect.stringContaining(next),
    })
    expect(await where.git('status', '--porcelain')).toBe('')
  })

  test.each([
    [['Churn Model'], {}, 'churn-model'],
    [['clasification'], { model: 'm' }, 'classification'],
  ])('an answer that is none: %j', async (answers, input, near) => {
    const files = { 'a.py': 'x' }
    const where = await uninitialized(files, 'model' in input ? ['target', ...answers] : answers)
    await expect(initialize(where, input)).rejects.toMatchObject({
      code: 'bad-input',
      next: expect.stringContaining(near),
    })
    expect(await where.git('status', '--porcelain')).toBe('')
  })

  test('a configuration that is broken is told by its place, and left alone', async () => {
    const where = await uninitialized({ ...PYTHON, [CONFIG]: 'registry: [\n' })
    await expect(initialize(where, { yes: true })).rejects.toMatchObject({
      code: 'bad-yaml',
      place: { path: CONFIG, line: expect.any(Number) },
    })
    expect(await where.git('status', '--porcelain')).toBe('')
  })

  test('a folder that is in no repository', async () => {
    await expect(openGit(await temporaryFolder(), 'program')).rejects.toMatchObject({
      code: 'no-repository',
      next: expect.stringContaining('git init'),
    })
  })
})
