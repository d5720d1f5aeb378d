import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { openArtifacts } from '../../src/adapters/files/artifacts.ts'
import { GIT_ENGINES, openGit } from '../../src/adapters/git/index.ts'
import { register } from '../../src/commands/register.ts'
import { validate } from '../../src/commands/validate.ts'
import { ModelDefinition } from '../../src/domain/registry/definition.ts'
import { PROMOTE_WORKFLOW_PATH, WORKFLOW_PATH } from '../../src/domain/registry/first-workflow.ts'
import { modelNameFrom } from '../../src/domain/registry/survey.ts'
import { parseYaml } from '../../src/domain/registry/yaml-file.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import {
  CONFIG,
  decided,
  definition,
  definitionPath,
  expectValid,
  initialize,
  PYTHON,
  TEST,
  TRAIN,
  tables,
  uninitialized,
  written,
} from '../support/initialized.ts'
import { repositoryAt, temporaryFolder, temporaryRepository } from '../support/temporary.ts'
import { sha256 } from '../support/workbench.ts'
import { breachesOf } from '../support/workflow-rules.ts'

describe('a repository of Python code and data', () => {
  test('is asked only what cannot be seen, and gets a registry that passes', async () => {
    const where = await uninitialized(PYTHON, ['customer-churn', 'churn'])
    const result = await initialize(where)
    expect(where.people.asked).toEqual([
      'What is the model called?',
      'Which column is predicted? (tenure, plan, churn)',
    ])
    expect(result.seen).toContain('code in Python')
    expect(decided(result)).toEqual({
      'name of the model': 'customer-churn',
      'training data': 'data/train.csv',
      'evaluation data': 'data/test.csv',
      target: 'churn',
      task: 'binary-classification',
      'positive class': 'Yes',
      'training command': 'python train.py',
    })
    expect(await definition(where, 'customer-churn')).toMatchObject({
      task: 'binary-classification',
      target: 'churn',
      'positive-class': 'Yes',
      train: { command: 'python train.py', data: 'data/train.csv' },
      evaluate: { data: { uri: 'data/test.csv', sha256: sha256(TEST) }, 'primary-metric': 'roc-auc' },
      policy: { staging: { gates: expect.any(Array) }, production: { approvals: 'by-hand' } },
      predict: { command: 'python predict.py' },
    })
    expect(result.files.map(({ path, change }) => [path, change])).toEqual([
      [CONFIG, 'added'],
      ['registry-data/.gitattributes', 'added'],
      ['registry-data/.gitignore', 'added'],
      [definitionPath('customer-churn'), 'added'],
      ['predict.py', 'added'],
      ['.github/workflows/modelyard.yml', 'added'],
      ['.github/workflows/modelyard-fork.yml', 'added'],
      ['.github/workflows/modelyard-promote.yml', 'added'],
      ['.github/workflows/modelyard-monitor.yml', 'added'],
      ['.github/workflows/modelyard-retrain.yml', 'added'],
      ['.github/modelyard-ruleset.json', 'added'],
    ])
    expect(result.missing).toEqual([])
    const next = result.next.join('\n')
    for (const step of [
      'git commit',
      'git push',
      'Allow GitHub Actions to create and approve pull requests',
      'Import a ruleset → .github/modelyard-ruleset.json',
      'Settings → Environments',
    ])
      expect(next).toContain(step)
    // Before it is committed, and afterwards.
    expect(await validate.execute({}, where.ports, {})).toMatchObject({ outcome: 'passed', problems: [] })
    await expectValid(where)
  })

  test('an empty answer takes the guess that the question shows', async () => {
    const where = await uninitialized(PYTHON, ['', ''])
    const result = await initialize(where)
    expect(decided(result)).toMatchObject({
      'name of the model': modelNameFrom(basename(where.root)),
      target: 'churn',
    })
  })

  test('with --yes nothing is asked, and what was guessed says so', async () => {
    const where = await uninitialized(PYTHON, ['never', 'asked'])
    const result = await initialize(where, { model: 'churn', yes: true })
    expect(where.people.asked).toEqual([])
    expect(result.decided).toContainEqual({
      what: 'target',
      value: 'churn',
      because: 'guessed; please check',
    })
    await expectValid(where)
  })

  test('what is said by flags is not asked', async () => {
    const where = await uninitialized(PYTHON, ['never'])
    const result = await initialize(where, {
      model: 'churn',
      target: 'churn',
      positiveClass: 'No',
      train: 'data/test.csv',
      test: 'data/train.csv',
      root: 'ml/registry',
    })
    expect(where.people.asked).toEqual([])
    expect(parse(await written(where, CONFIG))).toEqual({
      registry: 'ml/registry',
      workflows: [
        '.github/workflows/modelyard.yml',
        '.github/workflows/modelyard-fork.yml',
        '.github/workflows/modelyard-promote.yml',
        '.github/workflows/modelyard-monitor.yml',
        '.github/workflows/modelyard-retrain.yml',
      ],
    })
    expect(parse(await written(where, definitionPath('churn', 'ml/registry')))).toMatchObject({
      'positive-class': 'No',
      train: { data: 'data/test.csv' },
      evaluate: { data: { uri: 'data/train.csv', sha256: sha256(TRAIN) } },
    })
    expect(result.decided.every(({ because }) => !because.startsWith('guessed'))).toBe(true)
    await expectValid(where)
  })

  test('where nobody can be asked, the flag that says it is named, and nothing is written', async () => {
    const where = await uninitialized(PYTHON)
    await expect(initialize(where)).rejects.toMatchObject({
      code: 'bad-input',
      next: expect.stringMatching(/modelyard init NAME.*--yes/),
    })
    await expect(initialize(where, { model: 'churn' })).rejects.toMatchObject({
      code: 'bad-input',
      next: expect.stringMatching(/--target COLUMN.*`churn` with --yes/),
    })
    expect(await where.git('status', '--porcelain')).toBe('')
  })

  test('the first version can be registered at once', async () => {
    const where = await uninitialized({ ...PYTHON, 'churn.onnx': 'ONNX one' })
    await initialize(where, { model: 'churn', yes: true })
    await where.commit('registry')
    expect(
      await register.execute(
        { model: 'churn', artifact: join(where.root, 'churn.onnx'), merge: true },
        where.ports,
        {},
      ),
    ).toMatchObject({ status: 'merged', record: { version: 1 } })
    expect(await validate.execute({}, where.ports, {})).toMatchObject({ problems: [] })
  })
})

describe('the target tells the task', () => {
  const rows = (values: readonly string[]) =>
    `x,target\n${values.map((value, row) => `${row},${value}`).join('\n')}\n`

  test.each([
    [
      'two words of which one says yes',
      ['no', 'yes', 'no'],
      { task: 'binary-classification', 'positive-class': 'yes' },
    ],
    ['zeros and ones', ['0', '1', '0'], { task: 'binary-classification', 'positive-class': '1' }],
    ['several words', ['a', 'b', 'c', 'a'], { task: 'multiclass-classification' }],
    ['few whole numbers', ['1', '2', '3', '1'], { task: 'multiclass-classification' }],
    ['many whole numbers', Array.from({ length: 30 }, (_, row) => String(row * 7)), { task: 'regression' }],
    [
      'numbers with fractions',
      Array.from({ length: 30 }, (_, row) => String(row + 0.5)),
      { task: 'regression' },
    ],
  ])('%s', async (_what, values, expected) => {
    const where = await uninitialized({ 'data/test.csv': rows(values) })
    await initialize(where, { model: 'm', yes: true })
    const text = await written(where, definitionPath('m'))
    expect(parse(text)).toMatchObject({ target: 'target', ...expected })
    expect(parseYaml(ModelDefinition, 'model.yaml', new TextEncoder().encode(text)).problems).toEqual([])
  })

  test('and is what the training script sets apart', async () => {
    const where = await uninitialized({
      ...PYTHON,
      'data/train.csv': 'churn,tenure\nYes,1\nNo,2\n',
      'data/test.csv': 'churn,tenure\nNo,3\nYes,4\n',
      'train.py': 'y = rows["churn"]\n',
    })
    const { decided: all } = await initialize(where, { yes: true })
    expect(all).toContainEqual({ what: 'target', value: 'churn', because: 'train.py sets it apart' })
  })

  test('one word alone does not', async () => {
    const where = await uninitialized({ 'data/test.csv': rows(['Yes', 'Yes']) }, ['regression'])
    await initialize(where, { model: 'm' })
    expect(where.people.asked).toEqual([expect.stringContaining('What kind of prediction')])
  })

  test('two words that say neither yes nor no are asked about', async () => {
    const where = await uninitialized({ 'data/test.csv': rows(['left', 'right']) }, ['right'])
    await initialize(where, { model: 'm' })
    expect(where.people.asked).toEqual(['Which value of target is the positive class? (left, right)'])
    expect(await definition(where, 'm')).toMatchObject({ 'positive-class': 'right' })
  })

  test('words with quotes, colons and hashes stay what they are', async () => {
    const where = await uninitialized({ 'data/test.csv': 'x,"is it: #1?"\n1,"say ""yes"""\n2,no: never\n' })
    await initialize(where, { model: 'm', target: 'is it: #1?', positiveClass: 'say "yes"' })
    expect(await definition(where, 'm')).toMatchObject({
      target: 'is it: #1?',
      'positive-class': 'say "yes"',
    })
    await expectValid(where)
  })
})

describe('what is there already is seen', () => {
  test('an ONNX model: its name, and the column that it does not take', async () => {
    const where = await uninitialized({
      'models/fraud_net.onnx': 'ONNX x',
      'data/test.csv': 'tenure,left\n1,y\n2,n\n',
    })
    const result = await initialize(where, { yes: true })
    expect(result.model).toBe('fraud-net')
    expect(result.seen).toContain('ONNX models: models/fraud_net.onnx')
    expect(result.decided).toContainEqual({
      what: 'target',
      value: 'left',
      because: 'models/fraud_net.onnx takes every other column',
    })
    expect(result.next.join('\n')).toContain('models/fraud_net.onnx')
    // What cannot be trained is not trained again.
    expect(result.files.map(({ path }) => path)).not.toContain('.github/workflows/modelyard-retrain.yml')
    await expectValid(where)
  })

  test('a file that is no model for all its name tells nothing', async () => {
    const where = await uninitialized({ 'broken.onnx': 'nonsense', 'data/test.csv': TEST })
    expect(decided(await initialize(where, { yes: true }))).toMatchObject({ target: 'churn' })
  })

  test.each([
    ['a pickle', { 'model.pkl': 'x' }, 'other models: model.pkl'],
    ['runs of MLflow', { 'mlruns/0/meta.yaml': 'x' }, 'MLflow runs in mlruns/'],
    ['a DVC pipeline', { 'dvc.yaml': 'x' }, 'a DVC pipeline'],
    ['R and TypeScript', { 'a.R': 'x', 'b.ts': 'x' }, 'code in R, TypeScript'],
    ['many models', { 'a.pkl': 'x', 'b.pkl': 'x', 'c.pkl': 'x', 'd.pkl': 'x' }, 'and 1 more'],
  ])('%s', async (_what, files, seen) => {
    const where = await uninitialized(files as unknown as Record<string, string>)
    const result = await initialize(where, { model: 'm', yes: true })
    expect(result.seen.join('\n')).toContain(seen)
  })

  test.each(GIT_ENGINES)('tags of GTO, by %s', async engine => {
    const where = await uninitialized({ 'a.py': 'x' })
    await where.git('tag', 'churn@v1.0.0')
    await where.git('tag', 'churn#production#1')
    await where.git('tag', 'v2.0')
    const ports = { ...where.ports, ...(await openGit(where.root, engine)) }
    const result = await initialize({ ports }, { model: 'm', yes: true })
    expect(result.seen).toContain('GTO tags of `churn`, which can be imported in a later release')
  })

  test('tests by pytest and a list of packages are used', async () => {
    const where = await uninitialized({ ...PYTHON, 'tests/test_train.py': 'x', 'requirements.txt': 'x' })
    await initialize(where, { model: 'churn', yes: true })
    expect(await definition(where, 'churn')).toMatchObject({
      test: { command: 'python -m pytest --junitxml=$MODELYARD_OUT/tests.xml' },
    })
    const { jobs } = parse(await written(where, WORKFLOW_PATH))
    const install = 'pip install -r requirements.txt'
    expect(jobs.pipeline.with).toEqual({ install })
    expect(jobs.candidate.with).toEqual({ install })
    const promoting = parse(await written(where, PROMOTE_WORKFLOW_PATH))
    expect(promoting.jobs.promote.with).toMatchObject({
      install,
      kind: expect.stringContaining('inputs.kind'),
    })
    await expectValid(where)
  })

  test('no job sets Python up where nothing is written in it', async () => {
    const where = await uninitialized({
      'train.ts': 'x',
      'package-lock.json': '{}',
      'data/train.csv': TRAIN,
      'data/test.csv': TEST,
    })
    await initialize(where, { model: 'churn', yes: true })
    const { jobs } = parse(await written(where, WORKFLOW_PATH))
    expect(jobs.pipeline.with).toEqual({ 'python-version': '', install: 'npm ci' })
    expect(jobs.candidate.with).toEqual({ 'python-version': '', install: 'npm ci' })
  })

  test('what git ignores is not', async () => {
    const where = await uninitialized({ '.gitignore': 'data/\n', 'a.py': 'x' })
    await where.write({ 'data/test.csv': TEST })
    expect(decided(await initialize(where, { model: 'm', yes: true }))).not.toHaveProperty('evaluation data')
  })
})

describe('the workflow', () => {
  const workflowOf = async (input: Readonly<Record<string, unknown>> = {}) => {
    const where = await uninitialized(PYTHON)
    await initialize(where, { model: 'churn', yes: true, ...input })
    return written(where, WORKFLOW_PATH)
  }

  test('calls the release, and grants what the pipeline needs and nothing to anything else', async () => {
    const text = await workflowOf()
    expect(parse(text)).toMatchObject({
      permissions: {},
      jobs: {
        pipeline: {
          uses: 'modelyard/modelyard/.github/workflows/pipeline.yml@v1',
          permissions: { actions: 'read', contents: 'read', 'pull-requests': 'write', statuses: 'write' },
        },
        candidate: {
          if: expect.stringContaining("github.event_name != 'pull_request'"),
          permissions: { contents: 'write', 'pull-requests': 'write', statuses: 'write' },
        },
      },
    })
    expect(breachesOf({ path: WORKFLOW_PATH, text })).toEqual([])
  })

  test('calls the commit that is given', async () => {
    const reference = '0123456789abcdef0123456789abcdef01234567'
    expect(await workflowOf({ reference })).toContain(`pipeline.yml@${reference}\n`)
    await expect(workflowOf({ reference: 'v1\n  evil: true' })).rejects.toMatchObject({ code: 'bad-input' })
  })

  test('that is there already is kept', async () => {
    const where = await uninitialized({ ...PYTHON, [WORKFLOW_PATH]: 'on: push\n' })
    const { files, missing } = await initialize(where, { model: 'churn', yes: true })
    expect(files).toContainEqual({ path: WORKFLOW_PATH, change: 'kept' })
    expect(missing).toEqual([
      {
        path: WORKFLOW_PATH,
        why: 'it does not call pipeline.yml and candidate.yml',
        lines: expect.arrayContaining(['  pipeline:', '  candidate:']),
      },
    ])
    expect(await written(where, WORKFLOW_PATH)).toBe('on: push\n')
  })
})

describe('wherever one stands', () => {
  test.each(GIT_ENGINES)('an empty repository gets a registry that passes, by %s', async engine => {
    const made = await temporaryRepository()
    const ports = {
      ...(await uninitialized({ a: 'x' })).ports,
      ...(await openGit(made.root, engine)),
      artifacts: openArtifacts(made.root),
      tables,
    }
    const where = { ...made, ports }
    const result = await initialize(where, { model: 'churn', yes: true })
    expect(result.seen).toEqual([])
    expect(decided(result)).toEqual({
      target: 'target',
      task: 'binary-classification',
      'positive class': '1',
    })
    await expectValid(where)
  })

  test('from a folder below, the registry stands at the root', async () => {
    const where = await uninitialized(PYTHON)
    await mkdir(join(where.root, 'services/churn'), { recursive: true })
    const folder = join(where.root, 'services/churn')
    const ports = {
      ...where.ports,
      ...(await openGit(folder, 'program')),
      artifacts: openArtifacts(folder),
      tables,
    }
    await initialize({ ports }, { model: 'churn', yes: true })
    expect(await definition(where, 'churn')).toMatchObject({ evaluate: { data: { uri: 'data/test.csv' } } })
    expect(await where.git('status', '--porcelain')).toBe('?? .github/\n?? predict.py\n?? registry-data/')
  })

  test('code deep inside is found, the nearest to the root first', async () => {
    const where = await uninitialized({ 'a/b/train_old.py': 'x', 'ml/train.py': 'x', 'ml/train.csv': TRAIN })
    const result = await initialize(where, { model: 'm', target: 'churn', yes: true })
    expect(decided(result)).toMatchObject({ 'training command': 'python ml/train.py' })
  })
})

test('a clone on another system keeps the registry’s bytes', async () => {
  const where = await uninitialized(PYTHON)
  await initialize(where, { model: 'churn', yes: true })
  await writeFile(join(where.root, '.git/churn.onnx'), 'ONNX\r\nbytes\n')
  await where.commit('registry')
  await register.execute(
    { model: 'churn', artifact: join(where.root, '.git/churn.onnx'), merge: true },
    where.ports,
    {},
  )
  const clone = repositoryAt(join(await temporaryFolder(), 'clone'))
  await where.git(
    '-c',
    'core.autocrlf=true',
    'clone',
    '-q',
    '-c',
    'core.autocrlf=true',
    where.root,
    clone.root,
  )
  const ports = {
    ...where.ports,
    ...(await openGit(clone.root, 'program')),
    artifacts: openArtifacts(clone.root),
  }
  const { outcome, problems } = (await validate.execute({}, ports, {})) as ValidationResult
  expect(outcome).toBe('passed')
  // People's own files may have other line ends; the registry's may not.
  expect(problems.filter(({ place }) => place.path !== CONFIG)).toEqual([])
})
