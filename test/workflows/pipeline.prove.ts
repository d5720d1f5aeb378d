import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { commentsOf } from '../../sandbox/state/issues.ts'
import { statusesOf } from '../../sandbox/state/statuses.ts'
import { consumer } from '../support/act/consumer.ts'
import { exampleFiles } from '../support/act/example-files.ts'
import { fixture } from '../support/fixture-models.ts'
import { projectRoot } from '../support/imports.ts'
import { testWith } from '../support/tools.ts'
import { FILES, FOLDER } from '../support/validated.ts'

const caller = (inputs = '') => `on: pull_request
permissions: {}
jobs:
  pipeline:
    uses: modelyard/modelyard/.github/workflows/pipeline.yml@v1
    permissions: {actions: read, contents: read, pull-requests: write, statuses: write}
    with: {python-version: ''${inputs}}
`
const MODEL = `${String(FILES[`${FOLDER}/model.yaml`])}
lint: {command: sh lint.sh}
test: {command: sh test.sh}
`
const BASE = {
  ...(FILES as Readonly<Record<string, string>>),
  [`${FOLDER}/model.yaml`]: MODEL,
  'lint.sh': 'echo clean\n',
  'test.sh': 'echo tested\n',
}

testWith('act')('a pull request that changes code gets one comment and a status', async () => {
  const { run, repository, head, sandbox } = await consumer(caller(), BASE, { 'train.py': 'print()\n' })
  const found = await run()
  expect(found, found.log).toMatchObject({
    status: 0,
    jobs: { registry: 'success', 'lint (churn)': 'success', 'test (churn)': 'success', report: 'success' },
  })
  expect(Object.keys(found.jobs)).toHaveLength(4)
  const [comment, ...others] = commentsOf(repository)
  expect(others).toEqual([])
  expect(comment?.body).toMatch(
    /^<!-- modelyard: root=registry-data model=churn workflow=\.github\/workflows\/modelyard\.yml -->/,
  )
  expect(statusesOf(repository)).toMatchObject([
    {
      sha: head,
      context: 'modelyard/pipeline',
      state: 'success',
      description: 'passed: registry, lint, test',
    },
  ])
  const [, , lead] = comment?.body.split('\n').filter(line => line !== '') ?? []
  expect(lead).toMatch(/modelyard\/pipeline.*passed: registry, lint, test/)
  expect(sandbox.log.map(({ operationId, route }) => operationId ?? route)).toEqual([
    'repos/create-commit-status',
    // How the model does in production.
    'issues/list-for-repo',
    'repos/list-commits',
    'ReportComments',
    'issues/create-comment',
    'ReportComments',
  ])
})

testWith('act')('a test that fails fails the pipeline, and the comment says which', async () => {
  const { run, repository } = await consumer(caller(), BASE, { 'test.sh': 'echo 2 failed; exit 1\n' })
  const found = await run()
  expect(found, found.log).toMatchObject({
    status: 1,
    jobs: { registry: 'success', 'lint (churn)': 'success', 'test (churn)': 'failure', report: 'failure' },
  })
  expect(commentsOf(repository)).toHaveLength(1)
  expect(commentsOf(repository)[0]?.body).toContain('2 failed')
  expect(statusesOf(repository)).toMatchObject([{ state: 'failure', description: 'failed: test' }])
})

testWith('act')('a model is trained on a sample of its data, and what it made is handed on', async () => {
  const rows = Array.from({ length: 40 }, (_, row) => `${row},${row % 4 === 0 ? 'Yes' : 'No'}\n`).join('')
  const base = {
    ...BASE,
    [`${FOLDER}/model.yaml`]: `${MODEL}train: {command: sh train.sh, data: data/train.csv, seed: 7, sample: {share: 0.5, stratify: churn}}\n`,
    'data/train.csv': `tenure,churn\n${rows}`,
    'train.sh': 'cp "$MODELYARD_DATA" "$MODELYARD_OUT/model.onnx"\n',
  }
  const { run, repository, artifact } = await consumer(caller(), base, { 'lint.sh': 'echo cleaner\n' })
  const found = await run()
  expect(found, found.log).toMatchObject({
    status: 0,
    jobs: { 'train-sample (churn)': 'success', report: 'success' },
  })
  // A header, and half of each class.
  const sample = (await artifact('modelyard-model-churn/model.onnx')).trimEnd().split('\n')
  expect(sample).toHaveLength(21)
  expect(sample.filter(line => line.endsWith('Yes'))).toHaveLength(5)
  expect(statusesOf(repository)).toMatchObject([
    { state: 'success', description: 'passed: registry, lint, test, train-sample' },
  ])
})

testWith('act')('a training that fails fails the pipeline', async () => {
  const base = {
    ...BASE,
    [`${FOLDER}/model.yaml`]: `${MODEL}train: {command: sh train.sh, data: data/train.csv}\n`,
    'data/train.csv': `tenure,churn\n${'1,Yes\n2,No\n'.repeat(20)}`,
  }
  const { run, repository } = await consumer(caller(), base, { 'train.sh': 'echo no memory >&2; exit 3\n' })
  const found = await run()
  expect(found, found.log).toMatchObject({ status: 1, jobs: { 'train-sample (churn)': 'failure' } })
  expect(commentsOf(repository)[0]?.body).toContain('no memory')
  expect(statusesOf(repository)).toMatchObject([{ state: 'failure', description: 'failed: train-sample' }])
})

testWith('act')('a step that cannot even begin is shown with what mends it', async () => {
  const base = {
    ...BASE,
    [`${FOLDER}/model.yaml`]: `${MODEL}train: {command: sh train.sh, data: data/gone.csv}\n`,
  }
  const { run, repository } = await consumer(caller(), base, { 'train.sh': 'true\n' })
  const found = await run()
  expect(found, found.log).toMatchObject({ status: 1, jobs: { 'train-sample (churn)': 'failure' } })
  expect(commentsOf(repository)[0]?.body).toContain('data/gone.csv')
})

testWith('act')('a model that is trained in full is compared with the champion, as a preview', async () => {
  const changes = { 'train.sh': 'cp made.onnx "$MODELYARD_OUT/model.onnx"\n' }
  const { run, repository, sandbox } = await consumer(caller(), exampleFiles(), changes)
  const found = await run()
  expect(found, found.log).toMatchObject({
    status: 0,
    jobs: {
      'train-sample (telco-churn)': 'success',
      'benchmark (telco-churn)': 'success',
      'stage (telco-churn)': 'success',
      report: 'success',
    },
  })
  expect(Object.keys(found.jobs)).toHaveLength(5)
  const [comment, ...others] = commentsOf(repository)
  expect(others).toEqual([])
  expect(comment?.body).toContain('1,409 paired rows')
  expect(comment?.body).toContain('a preview')
  expect(comment?.body).toContain('Next: what its merge trains is measured and judged anew')
  expect(comment?.body).not.toMatch(/[^\w](?:tmp|home)\/\w/)
  // And what its promotion would come to, which asks GitHub nothing.
  expect(comment?.body).toContain('promote version 6 to staging')
  expect(comment?.body).toContain('development → staging')
  expect(comment?.body).toContain('Nothing was changed')
  expect(sandbox.log).toHaveLength(6)
})

testWith('act')(
  'what takes too long to train is compared with what the base makes of the same sample',
  async () => {
    const quickOnly = (model: string) =>
      `[ "$(wc -l < "$MODELYARD_DATA")" -lt 2000 ] || exit 1\ncp ${model} "$MODELYARD_OUT/model.onnx"\n`
    const definition = 'registry-data/models/telco-churn/model.yaml'
    const files = exampleFiles()
    const sampled = String(files[definition]).replace(
      '  seed: 7',
      '  seed: 7\n  sample: {share: 0.2, stratify: churn}',
    )
    const base = { ...files, [definition]: sampled, 'train.sh': quickOnly('before.onnx') }
    const before = fixture('models/telco-churn/v2/model.onnx')
    const { run, repository } = await consumer(
      caller(', stage: false'),
      { ...base, 'before.onnx': before },
      { 'train.sh': quickOnly('made.onnx') },
    )
    const found = await run()
    expect(found, found.log).toMatchObject({
      status: 0,
      jobs: {
        'train-sample (telco-churn)': 'success',
        'benchmark (telco-churn)': 'success',
        report: 'success',
      },
    })
    const body = commentsOf(repository)[0]?.body ?? ''
    expect(body).toContain('1,409 paired rows')
    expect(body).toContain('trained on a sample they say what the change does')
    expect(body).toContain(createHash('sha256').update(before).digest('hex').slice(0, 7))
  },
)

/** The example, whose model.yaml says that a worse challenger fails. */
function strict(): Record<string, string | Uint8Array> {
  const path = 'registry-data/models/telco-churn/model.yaml'
  const files = exampleFiles()
  return { ...files, [path]: `${String(files[path])}preview: {fail-on: worse}\n` }
}

testWith('act')(
  'a worse challenger fails where model.yaml of the base says so, whatever the head says',
  async () => {
    const path = 'registry-data/models/telco-churn/model.yaml'
    const worse = { 'poor.onnx': fixture('models/telco-churn/v3/model.onnx') }
    const changes = {
      'train.sh': 'cp poor.onnx "$MODELYARD_OUT/model.onnx"\n',
      [path]: String(exampleFiles()[path]),
    }
    const { run, repository } = await consumer(caller(', stage: false'), { ...strict(), ...worse }, changes)
    const found = await run()
    expect(found, found.log).toMatchObject({ status: 1, jobs: { 'benchmark (telco-churn)': 'failure' } })
    expect(statusesOf(repository)).toMatchObject([{ state: 'failure', description: 'failed: benchmark' }])
    expect(commentsOf(repository)[0]?.body).toContain('Challenger worse')
  },
)

testWith('act')('a better one passes there, and so does a worse one where nobody asks', async () => {
  const better = { 'train.sh': 'cp rich.onnx "$MODELYARD_OUT/model.onnx"\n' }
  const off = caller(', stage: false')
  const rich = { 'rich.onnx': fixture('models/telco-churn/v2/model.onnx') }
  const asked = await consumer(off, { ...strict(), ...rich }, better)
  const passed = await asked.run()
  expect(passed, passed.log).toMatchObject({ status: 0, jobs: { 'benchmark (telco-churn)': 'success' } })
  expect(statusesOf(asked.repository)).toMatchObject([
    { state: 'success', description: 'passed: registry, benchmark, train-sample' },
  ])
  const poor = { ...exampleFiles(), 'poor.onnx': fixture('models/telco-churn/v3/model.onnx') }
  const shown = await consumer(off, poor, { 'train.sh': 'cp poor.onnx "$MODELYARD_OUT/model.onnx"\n' })
  const found = await shown.run()
  expect(found, found.log).toMatchObject({ status: 0, jobs: { 'benchmark (telco-churn)': 'success' } })
  expect(statusesOf(shown.repository)).toMatchObject([{ state: 'success' }])
})

testWith('act')('before anything serves, what the base makes of the sample is compared', async () => {
  const files = exampleFiles()
  const definition = 'registry-data/models/telco-churn/model.yaml'
  const base = Object.fromEntries(
    Object.entries(files).filter(([path]) => !/\/(?:versions|promotions)\/|stages\.json$/.test(path)),
  )
  const train = (model: string) => `cp ${model} "$MODELYARD_OUT/model.onnx"\n`
  const { run, repository } = await consumer(
    caller(', stage: false'),
    {
      ...base,
      [definition]: String(files[definition]).replace('  seed: 7', '  seed: 7\n  sample: {share: 0.2}'),
      'before.onnx': fixture('models/telco-churn/v2/model.onnx'),
      'train.sh': train('before.onnx'),
    },
    { 'train.sh': train('made.onnx') },
  )
  const found = await run()
  expect(found, found.log).toMatchObject({ status: 0, jobs: { 'benchmark (telco-churn)': 'success' } })
  expect(commentsOf(repository)[0]?.body).toContain('trained on a sample they say what the change does')
})

testWith('act')('what the caller switches off is no lack, and runs nothing', async () => {
  const { run, repository } = await consumer(caller(', test: false'), BASE, { 'test.sh': 'exit 1\n' })
  const found = await run()
  expect(found, found.log).toMatchObject({ status: 0 })
  expect(Object.keys(found.jobs).sort()).toEqual(['lint (churn)', 'registry', 'report'])
  expect(statusesOf(repository)).toMatchObject([{ state: 'success', description: 'passed: registry, lint' }])
})

testWith('act')('a page of the docs needs no model', async () => {
  const { run, repository } = await consumer(caller(), BASE, { 'docs/a.md': 'words\n' })
  const found = await run()
  expect(found, found.log).toMatchObject({ status: 0, jobs: { registry: 'success', report: 'success' } })
  expect(Object.keys(found.jobs)).toHaveLength(2)
  expect(statusesOf(repository)).toMatchObject([{ state: 'success' }])
})

/** The example with a gate that asks for the contract, so that pull requests are held to it. */
function promising(): Record<string, string | Uint8Array> {
  const files = exampleFiles()
  const path = 'registry-data/models/telco-churn/model.yaml'
  const gate = '- {metric: roc-auc, not-worse-by: 0.02}'
  const sample = '  seed: 7\n  sample: {share: 0.2, stratify: churn}'
  const text = String(files[path])
    .replace(gate, `${gate}\n      - {contract: true}`)
    .replace('  seed: 7', sample)
  const serving = readFileSync(join(projectRoot, 'registry-data/models/telco-churn/versions/5/model.onnx'))
  return {
    ...files,
    [path]: text,
    'made.onnx': serving,
    'breaks.onnx': fixture('models/telco-churn/v7/model.onnx'),
  }
}

testWith('act')('what was trained on the sample keeps its contract, or fails the pipeline', async () => {
  const kept = { 'train.sh': 'cp made.onnx "$MODELYARD_OUT/model.onnx"\n' }
  const off = ', benchmark: false, stage: false'
  const { run, repository } = await consumer(caller(off), promising(), kept)
  const found = await run()
  expect(found, found.log).toMatchObject({ status: 0, jobs: { 'contract (telco-churn)': 'success' } })
  expect(Object.keys(found.jobs).sort()).toEqual([
    'contract (telco-churn)',
    'registry',
    'report',
    'train-sample (telco-churn)',
  ])
  expect(statusesOf(repository)).toMatchObject([{ description: 'passed: registry, contract, train-sample' }])

  const broken = await consumer(caller(off), promising(), {
    'train.sh': 'cp breaks.onnx "$MODELYARD_OUT/model.onnx"\n',
  })
  const worse = await broken.run()
  expect(worse, worse.log).toMatchObject({ status: 1, jobs: { 'contract (telco-churn)': 'failure' } })
  expect(statusesOf(broken.repository)).toMatchObject([{ state: 'failure', description: 'failed: contract' }])
  expect(commentsOf(broken.repository)[0]?.body).toContain('float_input')
})
