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
