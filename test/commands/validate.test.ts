import { mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GIT_ENGINES, openGit } from '../../src/adapters/git/index.ts'
import { aliasRecord } from '../support/models.ts'
import { folderOf, modelFiles, versionFiles } from '../support/registry-files.ts'
import { forAllTests, repositoryAt, temporaryFolder } from '../support/temporary.ts'
import { CONFIG, edited, FILES, FOLDER, judge, POINTERS, problem, put } from '../support/validated.ts'
import { MODEL_YAML, workbench } from '../support/workbench.ts'

describe.each(GIT_ENGINES)('a registry that is as it should be, by %s', engine => {
  test('has no problem, and is counted', async () => {
    const bench = await workbench({ engine, files: FILES })
    expect(await judge(bench)).toEqual({
      kind: 'validation',
      outcome: 'passed',
      judged: 'the working tree',
      checked: { models: 1, versions: 3, records: 3, files: 15 },
      problems: [],
      governed: [],
      remarks: [],
    })
  })

  test('is judged by its files alone before the first commit, and in a shallow clone', async () => {
    const bench = await workbench({ engine, files: FILES })
    const clone = repositoryAt(join(await temporaryFolder(), 'clone'))
    await bench.commit('more', { 'train.py': 'x' })
    await bench.git('clone', '-q', '--depth=1', `file://${bench.root}`, clone.root)
    const shallow = await judge({ ports: { ...bench.ports, ...(await openGit(clone.root, engine)) } })
    expect(shallow).toMatchObject({ outcome: 'passed', problems: [] })
    expect(shallow.remarks).toEqual([expect.stringContaining('fetch-depth: 0')])
    await bench.git('checkout', '-q', '--orphan', 'empty')
    expect((await judge(bench)).remarks).toEqual([expect.stringContaining('nothing is committed yet')])
  })
})

describe('a problem is told with its place and the next step', () => {
  const shared = forAllTests(() => workbench({ files: FILES }))

  test.each([
    [
      'an unknown key in model.yaml',
      edited(`${FOLDER}/model.yaml`, 'target: churn', 'target: churn\nownrs: ["@acme/churn"]'),
      problem('bad-file', `${FOLDER}/model.yaml`, '`ownrs`', '`owners`', { line: 4, column: 1 }),
    ],
    [
      'an unknown key in a gate',
      edited(
        `${FOLDER}/model.yaml`,
        'staging: {gates: [{metric: roc-auc, min: 0.7}]',
        'staging: {gates: [{metric: roc-auc, mn: 0.7}]',
      ),
      problem('bad-file', `${FOLDER}/model.yaml`, 'gates[0].mn`', '`min`', { line: 7, column: 39 }),
    ],
    [
      'a policy for a stage that there is not',
      edited(`${FOLDER}/model.yaml`, '  production:', '  prod:'),
      problem('bad-file', `${FOLDER}/model.yaml`, '`prod`', 'production', { line: expect.any(Number) }),
    ],
    [
      'an alias with the name of a stage',
      edited(`${FOLDER}/model.yaml`, 'policy:', 'aliases: {staging: production}\npolicy:'),
      problem('bad-file', `${FOLDER}/model.yaml`, '`staging`', 'another name', { line: 6 }),
    ],
    [
      'an unknown key in the configuration',
      { [CONFIG]: 'registry: registry-data\nlifecyle: {}\n' },
      problem('bad-file', CONFIG, '`lifecyle`', '`lifecycle`', { line: 2, column: 1 }),
    ],
    [
      'broken YAML in notes',
      { [`${FOLDER}/versions/2/notes.yaml`]: 'tags:\n  - [\n' },
      problem('bad-yaml', `${FOLDER}/versions/2/notes.yaml`, '', '', { line: expect.any(Number) }),
    ],
    [
      'a value of another type in a record',
      edited(`${FOLDER}/promotions/2.json`, '"version": 1', '"version": "one"'),
      problem('bad-file', `${FOLDER}/promotions/2.json`, '`version`', 'restor', { line: 4 }),
    ],
    [
      'a record in other bytes than machines write',
      edited(
        `${FOLDER}/promotions/2.json`,
        '  "version": 1,\n  "from": "staging"',
        '  "from": "staging",\n  "version": 1',
      ),
      problem('bad-file', `${FOLDER}/promotions/2.json`, 'order', 'restore', { line: 4 }),
    ],
    [
      'a higher schema',
      edited(`${FOLDER}/versions/last.json`, '"schema": 1', '"schema": 2'),
      problem('newer-schema', `${FOLDER}/versions/last.json`, 'schema 2', 'npm install'),
    ],
    [
      'a model without model.yaml',
      { [`${FOLDER}/model.yaml`]: null },
      problem('bad-file', `${FOLDER}/model.yaml`, 'no model.yaml', 'modelyard init'),
    ],
    [
      'a folder whose name is no model name',
      { 'registry-data/models/Bad_Name/model.yaml': MODEL_YAML },
      problem('bad-file', 'registry-data/models/Bad_Name/model.yaml', '`Bad_Name`', 'lower-case'),
    ],
    [
      'a folder that Windows cannot have',
      { 'registry-data/models/aux/model.yaml': MODEL_YAML },
      problem('bad-file', 'registry-data/models/aux/model.yaml', '`aux`', 'Windows'),
    ],
  ])('%s', async (_what, files, expected) => {
    if (process.platform === 'win32' && JSON.stringify(files).includes('/aux/')) return
    await put(shared(), files)
    const { outcome, problems } = await judge(shared())
    expect(problems).toContainEqual(expected)
    expect(outcome).toBe('failed')
  })

  test('a file of no use is a warning, and fails nothing', async () => {
    await put(shared(), { [`${FOLDER}/todo.txt`]: 'x', 'registry-data/README.md': 'allowed' })
    const { outcome, problems } = await judge(shared())
    expect(outcome).toBe('passed')
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'warning', place: { path: `${FOLDER}/todo.txt` } }),
    ])
  })

  test.skipIf(process.platform === 'win32')('links and other repositories are no files', async () => {
    await put(shared(), { [`${FOLDER}/versions/3/model.onnx`]: null })
    await symlink('../1/model.onnx', join(shared().root, FOLDER, 'versions/3/model.onnx'))
    await mkdir(join(shared().root, FOLDER, 'versions/4/.git'), { recursive: true })
    const { problems } = await judge(shared())
    for (const path of [`${FOLDER}/versions/3/model.onnx`, `${FOLDER}/versions/4`])
      expect(problems).toContainEqual(problem('path-escape', path, 'files alone', 'put the file itself'))
    await rm(join(shared().root, FOLDER, 'versions/4'), { recursive: true })
  })
})

test('every problem is told at once, by place', async () => {
  const bench = await workbench({ files: FILES })
  await put(bench, {
    ...edited(`${FOLDER}/model.yaml`, 'target: churn', 'tarjet: churn\nownrs: []'),
    ...edited(`${FOLDER}/promotions/1.json`, '"schema": 1', '"schema": 1,\n  "more": 2'),
    [`${FOLDER}/versions/1/model.onnx`]: 'ONNX evil',
    [`${FOLDER}/versions/2/notes.yaml`]: 'tag: {}\n',
    [`${FOLDER}/versions/3/version.json`]: 'nonsense',
    [CONFIG]: 'registry: registry-data\napp: maybe\n',
  })
  const { problems } = await judge(bench)
  const places = problems.map(({ place }) => place.path.replace(`${FOLDER}/`, ''))
  expect(new Set(places)).toEqual(
    new Set([
      CONFIG,
      'model.yaml',
      'promotions/1.json',
      'versions/1/model.onnx',
      'versions/2/notes.yaml',
      'versions/3/version.json',
    ]),
  )
  // A mistyped key, the key that is missing for it, and an unknown one.
  expect(places.filter(path => path === 'model.yaml')).toHaveLength(3)
  const inModels = places.filter(path => path !== CONFIG)
  expect(inModels).toEqual(inModels.toSorted())
  for (const { next, message } of problems)
    expect([message, next]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)])
})

test('models are judged one by one: what is wrong with one does not hide the other', async () => {
  const bench = await workbench({
    files: { ...FILES, ...modelFiles('alpha', { versions: [{}], records: [aliasRecord({ shadow: 1 })] }) },
  })
  await bench.write({ [POINTERS]: 'broken', [`${folderOf('alpha')}/promotions/1.json`]: '{}\n' })
  const { problems, checked } = await judge(bench)
  expect(checked).toMatchObject({ models: 2, versions: 4 })
  expect(new Set(problems.map(({ place }) => place.path.split('/')[2]))).toEqual(new Set(['alpha', 'churn']))
})

test('without a registry, or with a configuration that cannot be read, the next step is told', async () => {
  const bench = await workbench({ files: { 'README.md': 'x' } })
  await expect(judge(bench)).rejects.toMatchObject({
    code: 'no-registry',
    next: expect.stringContaining('modelyard init'),
  })
  await bench.write({ [CONFIG]: 'registry: ../elsewhere\n' })
  expect((await judge(bench)).problems).toEqual([
    problem('bad-file', CONFIG, 'inside the repository', 'correct', { line: 1 }),
  ])
})

test('what the configuration says wrong hides nothing else, unless all depends on it', async () => {
  const bench = await workbench({ files: FILES })
  const places = async (config: string) => {
    await bench.write({ [CONFIG]: config, [`${FOLDER}/versions/1/model.onnx`]: 'ONNX evil' })
    return (await judge(bench)).problems.map(({ place }) => place.path)
  }
  const artifact = `${FOLDER}/versions/1/model.onnx`
  expect(await places('registry: registry-data\napp: maybe\n')).toEqual([CONFIG, artifact])
  expect(await places('registry: registry-data\nfloors: {stagin: {}}\n')).toEqual([CONFIG, artifact])
  expect(await places('registry: registry-data\nlifecyle: {stages: [a, b, c]}\n')).toEqual([CONFIG])
  expect(await places('registry: [\n')).toEqual([CONFIG])
})

test('a version that was registered and not committed is judged as it lies there', async () => {
  const bench = await workbench({ files: FILES })
  await bench.write(versionFiles('churn', 4))
  expect(await judge(bench)).toMatchObject({ outcome: 'passed', checked: { versions: 4 } })
})
