import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { definitionPath, initialize, PYTHON, uninitialized } from '../support/initialized.ts'

// What a repository that never heard of us has in the way.

test('where no rows were held out it says that nothing can be judged', async () => {
  const said = async (files: Record<string, string>) => {
    const { next } = await initialize(await uninitialized(files), { model: 'churn', yes: true })
    return next.filter(step => step.includes('hold out rows'))
  }
  const { 'data/test.csv': _held, ...without } = PYTHON
  expect(await said(without)).toEqual([expect.stringContaining(definitionPath('churn'))])
  expect(await said(PYTHON)).toEqual([])
})

test('what git ignores elsewhere it does not ignore in the registry', async () => {
  const where = await uninitialized({
    ...PYTHON,
    '.gitignore': 'models/\n*.joblib\n*.onnx\n/registry-data/x\n',
  })
  await initialize(where, { model: 'churn', yes: true })
  await where.write({ 'registry-data/models/churn/versions/1/model.joblib': 'x', 'models/model.joblib': 'x' })
  await where.git('add', '-A')
  const added = (await where.git('ls-files', 'registry-data', 'models')).split('\n')
  expect(added).toEqual([
    'registry-data/.gitattributes',
    'registry-data/.gitignore',
    definitionPath('churn'),
    'registry-data/models/churn/versions/1/model.joblib',
  ])
})

test('where Git LFS keeps the data the jobs of the callers fetch it', async () => {
  const askedFor = async (files: Record<string, string>) => {
    const where = await uninitialized({ ...PYTHON, ...files })
    await initialize(where, { model: 'churn', yes: true })
    const texts = await Promise.all(
      ['modelyard', 'modelyard-promote'].map(name =>
        readFile(join(where.root, `.github/workflows/${name}.yml`), 'utf8'),
      ),
    )
    return texts.map(text => text.split('      lfs: true\n').length - 1)
  }
  expect(await askedFor({ '.gitattributes': 'data/*.csv filter=lfs diff=lfs merge=lfs -text\n' })).toEqual([
    2, 1,
  ])
  expect(await askedFor({ '.gitattributes': 'models/* filter=lfs\n' })).toEqual([0, 0])
  expect(await askedFor({})).toEqual([0, 0])
})
