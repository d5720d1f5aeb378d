import { expect, test } from 'vitest'
import { versionFiles } from '../support/registry-files.ts'
import { forAllTests } from '../support/temporary.ts'
import { edited, FILES, FOLDER, judge, judgeBranch, put } from '../support/validated.ts'
import { workbench } from '../support/workbench.ts'

const OTHER = FOLDER.replace('churn', 'tenure')
const WATCHING = `${String(FILES[`${FOLDER}/model.yaml`])}train: {command: python train.py, data: data.csv, watch: [tenure/**]}\n`
test('a model that trains and has a champion is one to compare with', async () => {
  const trained = `${String(FILES[`${FOLDER}/model.yaml`])}train: {command: python train.py, data: data.csv}\n`
  const { touched } = await judgeBranch(shared(), { [`${FOLDER}/model.yaml`]: trained })
  expect(touched).toMatchObject({ models: ['churn'], train: ['churn'], served: ['churn'] })
})

test.for([
  ['nothing, where nobody asks', '', '', []],
  ['what the base asks for', 'preview: {fail-on: worse}\n', '', ['churn']],
  ['what the base asks for, also where the head does not', 'preview: {fail-on: worse}\n', 'gone', ['churn']],
  ['nothing, where the head alone asks', '', 'preview: {fail-on: worse}\n', []],
] as const)('a worse model fails %s', async ([, atBase, atHead, failing]) => {
  const path = `${OTHER}/model.yaml`
  const bench = await workbench({ files: { ...FILES, [path]: `${WATCHING}${atBase}` } })
  const before = `${String(FILES[`${FOLDER}/model.yaml`])}train: {command: python train.py, data: data.csv}\n`
  await put(bench, { [`${FOLDER}/model.yaml`]: `${before}${atBase}` })
  await bench.commit('train')
  const { touched } = await judgeBranch(bench, {
    [`${FOLDER}/model.yaml`]: `${before}${atHead === 'gone' ? '' : atBase + atHead}description: x\n`,
  })
  expect(touched).toMatchObject({ served: ['churn'], compared: ['churn'], 'fails-on-worse': failing })
})

test('a model that is predicted by a command is named as one', async () => {
  const definition = `${WATCHING}predict: {command: python predict.py}\n`
  const { touched } = await judgeBranch(shared(), { [`${OTHER}/model.yaml`]: definition })
  expect(touched).toMatchObject({ models: ['tenure'], predict: ['tenure'] })
})

test('a model that no version of serves is compared on a sample, once the base trains it', async () => {
  const path = `${OTHER}/model.yaml`
  const { touched } = await judgeBranch(shared(), { [path]: `${WATCHING}description: x\n` })
  expect(touched).toMatchObject({ train: ['tenure'], served: [], compared: ['tenure'] })
  const { touched: brought } = await judgeBranch(shared(), {
    [path.replace('tenure', 'income')]: `${WATCHING}description: x\n`,
  })
  expect(brought).toMatchObject({ train: ['income'], served: [], compared: [] })
})

/** As `register` makes it. */
const VERSION_4 = {
  ...versionFiles('churn', 4),
  [`${FOLDER}/versions/last.json`]: '{\n  "schema": 1,\n  "last": 4\n}\n',
}

const shared = forAllTests(() => workbench({ files: { ...FILES, [`${OTHER}/model.yaml`]: WATCHING } }))

test.for([
  ['code that every model may use', { 'train.py': 'better' }, ['churn'], false],
  ['code that one model watches', { 'tenure/train.py': 'better' }, ['churn', 'tenure'], false],
  ['a page of the docs', { 'docs/index.md': 'better' }, [], false],
  [
    'a definition',
    edited(`${FOLDER}/model.yaml`, 'task:', 'description: who leaves\ntask:'),
    ['churn'],
    true,
  ],
  ['a version', versionFiles('churn', 4), [], true],
  ['a workflow', { '.github/workflows/ci.yml': 'on: push' }, [], false],
  ['a definition that cannot be read', { [`${OTHER}/model.yaml`]: 'task: nothing\n' }, [], true],
] as const)(
  'after a change of %s the pipeline runs for the models that it touches',
  async ([, files, models, alone]) => {
    const { touched } = await judgeBranch(shared(), files)
    expect(touched).toMatchObject({ models, 'registry-alone': alone, lint: [], test: [], served: [] })
    expect(touched?.train).toEqual(models.filter(model => model === 'tenure'))
  },
)

test.for([
  ['code that it watches', { 'tenure/train.py': 'better' }, [{ model: 'tenure' }]],
  ['code that no model watches', { 'other.py': 'better' }, []],
  ['a version that no record names', VERSION_4, [{ model: 'churn', version: 4 }]],
  [
    'a definition of a model that has no version',
    { [`${OTHER}/model.yaml`]: `description: x\n${WATCHING}` },
    [{ model: 'tenure' }],
  ],
] as const)('after a change of %s a first promotion is due for', async ([, files, candidates]) => {
  const bench = await workbench({ files: { ...FILES, [`${OTHER}/model.yaml`]: WATCHING } })
  await put(bench, files)
  await bench.git('checkout', '-q', '-B', 'side')
  await bench.commit('a change')
  expect((await judge(bench, { base: 'main', candidates: true })).candidates).toEqual(
    candidates.map(candidate => ({ ...candidate, serves: false })),
  )
})

test('where nothing says what changed every model that trains is to be trained', async () => {
  expect((await judge(shared(), { candidates: true })).candidates).toEqual([
    { model: 'tenure', serves: false },
  ])
})
