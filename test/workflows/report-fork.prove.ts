import { expect } from 'vitest'
import { zipOf } from '../../sandbox/runner/zip.ts'
import type { NewRun } from '../../sandbox/state/runs.ts'
import { runWorkflow } from '../support/act/run-workflow.ts'
import { forkScene, PASSED, payloadOf } from '../support/fork.ts'
import { RESULTS } from '../support/results.ts'
import { temporaryRepository } from '../support/temporary.ts'
import { testWith } from '../support/tools.ts'

const WORKFLOW = '.github/workflows/modelyard-fork.yml'
const CALLER = `on: {workflow_run: {workflows: [Modelyard], types: [completed]}}
permissions: {}
jobs:
  report:
    uses: modelyard/modelyard/.github/workflows/report-fork.yml@v1
    permissions: {actions: read, contents: read, pull-requests: write, statuses: write}
`

/** The end of a run, in the repository that its pull request is of. */
async function ended(facts: Partial<NewRun>, from = 'rita/models') {
  const scene = await forkScene()
  const { sandbox, token, fork } = scene
  const own = await temporaryRepository()
  await own.commit('Add the caller', { [WORKFLOW]: CALLER })
  const run = scene.ended(facts)
  const payload = payloadOf(run, fork.id) as { head_repository: object }
  const found = await runWorkflow({
    repository: own.root,
    workflow: WORKFLOW,
    event: 'workflow_run',
    payload: {
      action: 'completed',
      workflow_run: {
        ...payload,
        actor: { login: 'rita' },
        head_repository: { ...payload.head_repository, full_name: from },
      },
    },
    token: token.value,
    env: {
      GITHUB_API_URL: sandbox.url,
      GITHUB_GRAPHQL_URL: sandbox.graphqlUrl,
      GITHUB_WORKFLOW_REF: `acme/models/${WORKFLOW}@refs/heads/main`,
    },
  })
  return { ...scene, found }
}

const left = (name: string, file: string, content: string) => ({
  name: `modelyard-result-${name}`,
  zip: zipOf({ name: file, content }),
})
const TESTS = left('test-churn', 'modelyard-run.json', JSON.stringify(RESULTS['test-report']))

testWith('act')("a fork's run that passed leaves a status and one comment", async () => {
  const { found, statuses, comments, head, number, sandbox, token } = await ended({ artifacts: [TESTS] })
  expect(found, found.log).toMatchObject({ status: 0, jobs: { 'report-fork': 'success' } })
  expect(Object.keys(found.jobs)).toEqual(['report-fork'])
  expect(statuses()).toMatchObject([
    { sha: head, state: 'success', description: 'passed: registry, lint, test' },
  ])
  expect(comments()).toMatchObject([{ issue: number }])
  expect(comments()[0]?.body).toContain('tests of version')
  expect(sandbox.unusedPermissions(token)).toEqual([])
})

testWith('act')(
  'a hostile one is marked by what its jobs came to, and what it left is not taken',
  async () => {
    const { found, statuses, comments } = await ended({
      jobs: { ...PASSED, 'pipeline / test churn': 'failure' },
      artifacts: [
        left('verdict', 'a.json', JSON.stringify({ ...RESULTS.conclusion, outcome: 'passed' })),
        left('path', '../../a.json', '{}'),
        left('env', 'env.json', 'PATH=/tmp\n::add-mask::x\n'),
        TESTS,
      ],
    })
    expect(found, found.log).toMatchObject({ status: 1, jobs: { 'report-fork': 'failure' } })
    expect(statuses()).toMatchObject([{ state: 'failure', description: 'failed: test' }])
    expect(comments()[0]?.body.match(/was not taken/g)).toHaveLength(3)
    expect(comments()[0]?.body).toContain('tests of version')
  },
)

testWith('act')('a run of a branch of the repository itself is left alone', async () => {
  const { found, statuses, comments } = await ended({ artifacts: [TESTS] }, 'acme/models')
  expect(found, found.log).toMatchObject({ status: 0 })
  expect([statuses(), comments()]).toEqual([[], []])
})
