import { expect } from 'vitest'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { statusesOf } from '../../sandbox/state/statuses.ts'
import { merging } from '../sandbox-scenarios/merging.ts'
import { exampleFiles } from '../support/act/example-files.ts'
import { WORKFLOW as CALLED, pushedTo, validated } from '../support/act/pushed.ts'
import { runWorkflow } from '../support/act/run-workflow.ts'
import { fixture } from '../support/fixture-models.ts'
import { runAction } from '../support/run-action.ts'
import { testWith } from '../support/tools.ts'

const WORKFLOW = '.github/workflows/modelyard-promote.yml'
const CALLER = `on:
  push: {branches: [main]}
  workflow_dispatch: {inputs: {kind: {}, model: {}, version: {}, stage: {}, reason: {}}}
permissions: {}
jobs:
  seal:
    if: github.event_name == 'push'
    uses: modelyard/modelyard/.github/workflows/seal.yml@v1
    permissions: {actions: write, contents: write, deployments: write, pull-requests: write}
  promote:
    if: github.event_name == 'workflow_dispatch'
    uses: modelyard/modelyard/.github/workflows/promote.yml@v1
    with:
      kind: \${{ inputs.kind }}
      model: \${{ inputs.model }}
      version: \${{ inputs.version }}
      stage: \${{ inputs.stage }}
      reason: \${{ inputs.reason }}
    permissions: {contents: write, pull-requests: write, statuses: write}
`

/** Two promotions were merged; the caller runs on `main` as it stands. */
async function merged() {
  const scene = await merging({ files: { [WORKFLOW]: CALLER } })
  for (const version of [1, 2]) {
    const pull = await scene.propose(version)
    await scene.approve(pull)
    await scene.merge(pull)
  }
  await scene.clone.git('pull', '-q', 'origin', 'main')
  const run = (event: string, payload: object = {}) =>
    runWorkflow({
      repository: scene.clone.root,
      workflow: WORKFLOW,
      event,
      payload: { ref: 'refs/heads/main', repository: { default_branch: 'main' }, ...payload },
      token: scene.token.value,
      env: {
        GITHUB_API_URL: scene.sandbox.url,
        GITHUB_GRAPHQL_URL: scene.sandbox.graphqlUrl,
        GITHUB_REF: 'refs/heads/main',
        GITHUB_ACTOR: 'grace',
        GITHUB_WORKFLOW_REF: `acme/models/${WORKFLOW}@refs/heads/main`,
      },
    })
  return { ...scene, run }
}

const ran = (jobs: Readonly<Record<string, string>>) =>
  Object.entries(jobs).flatMap(([name, result]) => (result === 'skipped' ? [] : [`${name}: ${result}`]))

testWith('act')('after a merge the workflow seals what was merged', async () => {
  const { run, seals } = await merged()
  const found = await run('push')
  expect(found, found.log).toMatchObject({ status: 0 })
  expect(ran(found.jobs)).toEqual(['seal: success'])
  expect(Object.keys((await seals()).files)).toEqual(['churn/1.json', 'churn/2.json'])
})

testWith('act')('a rollback that is asked for by hand is opened as a pull request', async () => {
  const { run, repository, clone } = await merged()
  const inputs = { kind: 'rollback', model: 'churn', version: '', stage: 'staging', reason: 'recall fell' }
  const found = await run('workflow_dispatch', { inputs })
  expect(found, found.log).toMatchObject({ status: 0 })
  expect(ran(found.jobs)).toEqual(['propose: success'])
  expect(pullsOf(repository).at(-1)).toMatchObject({
    title: 'churn: roll staging back to version 1',
    state: 'open',
  })
  await clone.git('fetch', '-q', 'origin', 'modelyard/churn/rollback-1-staging')
  expect(await clone.git('log', '-1', '--format=%s', 'FETCH_HEAD')).toContain('roll staging back')
})

const NAME = 'telco-churn'
const MODEL = `registry-data/models/${NAME}`
const PROMOTES = `on:
  workflow_dispatch: {inputs: {kind: {}, model: {}, version: {}, stage: {}, reason: {}}}
permissions: {}
jobs:
  promote:
    uses: modelyard/modelyard/.github/workflows/promote.yml@v1
    with:
      model: \${{ inputs.model }}
      version: \${{ inputs.version }}
      stage: \${{ inputs.stage }}
      reason: \${{ inputs.reason }}
      python-version: ''
    permissions: {contents: write, pull-requests: write, statuses: write}
`
const GRANTED = { actions: 'read', contents: 'write', pull_requests: 'write', statuses: 'write' } as const
const GATE = '- {metric: roc-auc, not-worse-by: 0.02}'

/** The example with a sixth version, of the bytes of an earlier one: 2 is better than the champion, 3 much worse. */
async function sixth(bytesOf: number, gates: readonly string[], more = '') {
  const files = exampleFiles()
  const definition = String(files[`${MODEL}/model.yaml`])
    .replace(GATE, [GATE, ...gates.map(gate => `- ${gate}`)].join('\n      '))
    .concat(more)
  const scene = await pushedTo(
    PROMOTES,
    {
      ...files,
      [`${MODEL}/model.yaml`]: definition,
      '.github/modelyard.yml': `registry: registry-data\nworkflows: [${CALLED}]\n`,
      'train.sh': 'cp made.onnx "$MODELYARD_OUT/model.onnx"\n',
    },
    GRANTED,
  )
  const { clone } = scene
  await clone.write({ 'brought.onnx': fixture(`../../${MODEL}/versions/${bytesOf}/model.onnx`) })
  const registered = await runAction('actions/register', {
    folder: clone.root,
    inputs: { model: NAME, artifact: 'brought.onnx', merge: 'true' },
    env: { GITHUB_ACTOR: 'ada' },
  })
  expect(registered.outputs, registered.log).toMatchObject({ status: 'merged', version: '6' })
  await clone.git('push', '-q', 'origin', 'main')
  const inputs = {
    kind: 'promotion',
    model: NAME,
    version: 'latest',
    stage: 'staging',
    reason: 'a better one',
  }
  return { ...scene, dispatch: () => scene.run('workflow_dispatch', { inputs }) }
}

testWith('act')('a promotion is measured anew, proposed with its evidence, marked and believed', async () => {
  const scene = await sixth(2, ['{size: {max: 50MB}}'])
  const { repository, clone, dispatch } = scene
  const found = await dispatch()
  expect(found, found.log).toMatchObject({ status: 0 })
  expect(ran(found.jobs)).toEqual(['measure: success', 'propose: success'])
  const [pull, ...others] = pullsOf(repository)
  expect(others).toEqual([])
  const [number, head] = [pull?.number ?? 0, pull?.pull.headSha ?? '']
  expect(pull?.title).toBe(`${NAME}: promote version 6 to staging`)
  expect(statusesOf(repository)).toMatchObject([
    { sha: head, context: 'modelyard/pipeline', state: 'success' },
  ])
  await clone.git('fetch', '-q', 'origin')
  const record = JSON.parse(await clone.git('show', `${head}:${MODEL}/promotions/11.json`))
  expect(record).toMatchObject({
    kind: 'promotion',
    version: 6,
    reason: 'a better one',
    'judged-at': found.kept.id,
  })
  expect(found.kept.artifacts.map(({ name }) => name)).toEqual([
    `modelyard-evidence-${NAME}`,
    `modelyard-result-promotion-${NAME}`,
  ])
  const believed = await validated(scene, number, head)
  expect(believed.outputs, believed.log).toMatchObject({ outcome: 'passed', errors: '0' })
})

testWith('act')(
  'what one step cannot measure is missing evidence, for which nothing is proposed',
  async () => {
    const serve = 'serve: {command: exit 1, ready: /health, path: /predict, protocol: rows}\n'
    const { dispatch, repository } = await sixth(2, ['{contract: endpoint}'], serve)
    const found = await dispatch()
    expect(ran(found.jobs), found.log).toEqual(['measure: success', 'propose: failure'])
    expect(pullsOf(repository)).toEqual([])
    expect(statusesOf(repository)).toEqual([])
    expect(found.log).toMatch(/Summary - [\s\S]*contract/)
  },
)

testWith('act')(
  'a version that is worse is trained again and measured, and its gates are shown',
  async () => {
    const { dispatch, repository, sandbox } = await sixth(3, ['{reproducible: true}'])
    const found = await dispatch()
    expect(ran(found.jobs), found.log).toEqual(['measure: success', 'reproduce: success', 'propose: failure'])
    expect(pullsOf(repository)).toEqual([])
    expect(found.log).toMatch(/Summary - [\s\S]*roc-auc/)
    expect(sandbox.log.filter(({ writes, actor }) => writes && actor !== 'ada')).toEqual([])
  },
)
