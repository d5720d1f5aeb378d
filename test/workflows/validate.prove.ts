import { expect } from 'vitest'
import { consumer } from '../support/act/consumer.ts'
import { testWith } from '../support/tools.ts'
import { FILES, FOLDER } from '../support/validated.ts'

const CALLER = `on: pull_request
permissions: {}
jobs:
  validate:
    uses: modelyard/modelyard/.github/workflows/validate.yml@v1
    permissions: {actions: read, contents: read}
`
const BASE = FILES as Readonly<Record<string, string>>

testWith('act')('a change that keeps the registry whole passes', async () => {
  const { run } = await consumer(CALLER, BASE, { 'train.py': 'print()\n' })
  const found = await run()
  expect(found, found.log).toMatchObject({ status: 0, jobs: { registry: 'success' } })
  expect(Object.keys(found.jobs)).toEqual(['registry'])
  expect(found.annotations).toEqual([])
})

testWith('act')('a change that breaks it fails, with the place of what is wrong', async () => {
  const { run } = await consumer(CALLER, BASE, { [`${FOLDER}/model.yaml`]: 'task: nothing\n' })
  const found = await run()
  expect(found, found.log).toMatchObject({ status: 1, jobs: { registry: 'failure' } })
  expect(found.annotations.some(({ level }) => level === 'error')).toBe(true)
})
