import { expect } from 'vitest'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { exampleFiles } from '../support/act/example-files.ts'
import { pushedTo } from '../support/act/pushed.ts'
import { fixture } from '../support/fixture-models.ts'
import { runAction } from '../support/run-action.ts'
import { testWith } from '../support/tools.ts'

const CALLER = `on:
  push: {branches: [main]}
  workflow_dispatch:
permissions: {}
jobs:
  candidate:
    uses: modelyard/modelyard/.github/workflows/candidate.yml@v1
    permissions: {contents: write, pull-requests: write, statuses: write}
    with: {python-version: ''}
`
const NAME = 'telco-churn'
const MODEL = `registry-data/models/${NAME}`
const BRANCH = `modelyard/${NAME}/candidate`
const TESTS = 'test: {command: sh test.sh}\n'
const MONITORED = 'monitor: {current: {uri: seen.csv}}\n'
const REPORT = '<testsuite name="a"><testcase name="one"/><testcase name="two"/></testsuite>'
const TESTED = { 'test.sh': `printf '${REPORT}' > "$MODELYARD_OUT/tests.xml"\n` }
const TRAINS = { 'train.sh': 'cp made.onnx "$MODELYARD_OUT/model.onnx"\n' }

/** Of the example: version 2 is better than the champion, version 3 much worse, and none takes what it takes. */
const modelOf = (version: number) => fixture(`../../${MODEL}/versions/${version}/model.onnx`)

/** The example, whose policy for staging has these gates beside its own. */
function files(...gates: readonly string[]): Record<string, string | Uint8Array> {
  const all = exampleFiles()
  const text = String(all[`${MODEL}/model.yaml`])
  const gate = '- {metric: roc-auc, not-worse-by: 0.02}'
  const asked = [gate, ...gates.map(text => `- ${text}`)].join('\n      ')
  return { ...all, [`${MODEL}/model.yaml`]: `${text.replace(gate, asked)}${TESTS}${MONITORED}` }
}

testWith('act')('what was pushed is trained, measured and proposed as one pull request', async () => {
  const { push, run, repository, clone } = await pushedTo(
    CALLER,
    files('{reproducible: true}', '{tests: {at-least: 2}}'),
  )
  const found = await push({ ...TRAINS, ...TESTED, 'made.onnx': modelOf(2) })
  expect(found, found.log).toMatchObject({
    status: 0,
    jobs: {
      candidates: 'success',
      [`train (${NAME})`]: 'success',
      [`measure (${NAME})`]: 'success',
      [`reproduce (${NAME})`]: 'success',
      [`propose (${NAME})`]: 'success',
    },
  })
  expect(Object.keys(found.jobs)).toHaveLength(5)
  const [pull, ...others] = pullsOf(repository)
  expect(others).toEqual([])
  expect(pull?.title).toBe(`${NAME}: register version 6 and promote it to staging`)
  await clone.git('fetch', '-q', 'origin')
  const changed = await clone.git('diff', '--name-only', `origin/main..origin/${BRANCH}`)
  const kinds = changed.split('\n').map(path => path.replace(/-[0-9a-f]{12}(?=\.json$)/, ''))
  for (const path of ['promotions/11.json', 'stages.json', 'versions/last.json'])
    expect(kinds).toContain(`${MODEL}/${path}`)
  for (const path of ['model.onnx', 'version.json', 'card.md'])
    expect(kinds).toContain(`${MODEL}/versions/6/${path}`)
  const measured = (kind: string) => kinds.includes(`${MODEL}/versions/6/evidence/${kind}.json`)
  expect(['evaluation', 'comparison', 'profile', 'reproducibility', 'tests'].filter(measured)).toHaveLength(5)
  // What no gate asks for is not measured.
  expect(['contract', 'latency'].filter(measured)).toEqual([])
  // The same again, on nothing new: what has to be trained is trained, and the one candidate is brought up to date.
  const again = await run('workflow_dispatch')
  expect(again, again.log).toMatchObject({ status: 0 })
  expect(pullsOf(repository)).toHaveLength(1)
  expect(await clone.git('rev-list', '--count', `origin/main..origin/${BRANCH}`)).toBe('1')
})

testWith('act')('what is worse is measured, and nothing is proposed', async () => {
  const { push, repository, sandbox } = await pushedTo(CALLER, files('{contract: true}'))
  const found = await push({ ...TRAINS, 'made.onnx': modelOf(3) })
  expect(found, found.log).toMatchObject({
    status: 1,
    jobs: {
      candidates: 'success',
      [`train (${NAME})`]: 'success',
      [`measure (${NAME})`]: 'success',
      [`reproduce (${NAME})`]: 'success',
      [`propose (${NAME})`]: 'failure',
    },
  })
  expect(Object.keys(found.jobs)).toHaveLength(5)
  expect(found.outputs[`propose (${NAME})/candidate.outcome`]).toBe('failed')
  expect(pullsOf(repository)).toEqual([])
  expect(sandbox.log.filter(({ writes, actor }) => writes && actor !== 'ada')).toEqual([])
})

testWith('act')('a page of the docs asks for nothing', async () => {
  const { push } = await pushedTo(CALLER, files())
  const found = await push({ 'docs/a.md': 'words\n' })
  expect(found, found.log).toMatchObject({ status: 0, jobs: { candidates: 'success' } })
  expect(Object.keys(found.jobs)).toHaveLength(1)
})

testWith('act')('a version that a push brought is proposed as it is, and not trained', async () => {
  const { push, repository, clone } = await pushedTo(CALLER, files())
  await clone.write({ 'brought.onnx': modelOf(2) })
  const registered = await runAction('actions/register', {
    folder: clone.root,
    inputs: { model: NAME, artifact: 'brought.onnx', merge: 'true' },
    env: { GITHUB_ACTOR: 'ada' },
  })
  expect(registered.outputs, registered.log).toMatchObject({ status: 'merged', version: '6' })
  const found = await push({ 'docs/a.md': 'words\n' })
  expect(found, found.log).toMatchObject({
    status: 0,
    jobs: {
      candidates: 'success',
      [`measure (${NAME})`]: 'success',
      [`reproduce (${NAME})`]: 'success',
      [`propose (${NAME})`]: 'success',
    },
  })
  expect(Object.keys(found.jobs)).toHaveLength(4)
  expect(pullsOf(repository).map(({ title }) => title)).toEqual([`${NAME}: promote version 6 to staging`])
})
