import { expect } from 'vitest'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { merging } from '../sandbox-scenarios/merging.ts'
import { runWorkflow } from '../support/act/run-workflow.ts'
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
