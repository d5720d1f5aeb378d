import { expect, test } from 'vitest'
import { secondaryLimit } from '../../sandbox/faults.ts'
import type { Granted } from '../../sandbox/roles.ts'
import type { SandboxOptions } from '../../sandbox/server.ts'
import { addPull, commentsOf } from '../../sandbox/state/issues.ts'
import { exampleBench } from '../support/real-bench.ts'
import { failureIn, readMetadata, runAction } from '../support/run-action.ts'
import { openScene } from '../support/sandbox.ts'

const ACTION = '.'
const SHA = 'a'.repeat(40)
const VERSIONS = { model: 'telco-churn', champion: '2', challenger: '5' }
const DEFINITION = 'registry-data/models/telco-churn/model.yaml'

/** A pull request on GitHub, the example checked out, and the Action as a step of its workflow. */
async function pullRequest(permissions: Granted, options: SandboxOptions = {}) {
  const { sandbox, repository, token } = await openScene(permissions, options)
  const { number } = addPull(sandbox.world, repository, {
    author: 'ada',
    headSha: SHA,
    baseSha: 'b'.repeat(40),
  })
  const bench = await exampleBench()
  const step = (inputs: Readonly<Record<string, string>>) =>
    runAction(ACTION, {
      folder: bench.root,
      inputs,
      token: token.value,
      event: { pull_request: { number, head: { sha: SHA } } },
      env: {
        GITHUB_API_URL: sandbox.url,
        GITHUB_GRAPHQL_URL: sandbox.graphqlUrl,
        GITHUB_REPOSITORY: 'acme/models',
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_RUN_ID: '7',
        GITHUB_SHA: SHA,
        GITHUB_WORKFLOW_REF: 'acme/models/.github/workflows/ml.yml@refs/pull/1/merge',
      },
    })
  return { sandbox, bench, step, bodies: () => commentsOf(repository).map(({ body }) => body) }
}

test('compares, judges and reports in one step, and once more in the same comment', async () => {
  const { step, bodies } = await pullRequest({ contents: 'read', pull_requests: 'write' })
  const first = await step(VERSIONS)
  expect(first.outputs, first.log).toMatchObject({
    challenger: '5',
    shown: 'comment',
    change: 'created',
    outcome: expect.stringMatching(/^(?:passed|failed|inconclusive)$/),
  })
  expect(first.status).toBe(first.outputs.outcome === 'passed' ? 0 : 1)
  expect(first.summary).toContain('ROC curve')
  expect(bodies()).toEqual([expect.stringContaining('ROC curve')])
  const declared = Object.keys((await readMetadata(ACTION)).outputs ?? {})
  expect(Object.keys(first.outputs).filter(name => !declared.includes(name))).toEqual([])
  await step(VERSIONS)
  expect(bodies()).toHaveLength(1)
})

test('a comparison that could not be made is reported, and the step tells what is wrong', async () => {
  const { step, bodies } = await pullRequest({ contents: 'read', pull_requests: 'write' })
  const { status, annotations, outputs } = await step({ ...VERSIONS, challenger: '99' })
  expect(status).toBe(2)
  expect(await failureIn(outputs)).toBe('unknown-version')
  expect(annotations).toMatchObject([{ level: 'error', title: 'unknown-version' }])
  expect(bodies()).toEqual([expect.stringContaining('could not answer')])
})

test('a token that may only read leaves the report in the summary, which is no failure', async () => {
  const { step, bodies } = await pullRequest({ pull_requests: 'read' }, { tolerate: ['permission'] })
  const { status, outputs, summary } = await step(VERSIONS)
  expect(outputs).toMatchObject({ shown: 'summary', challenger: '5' })
  expect(status).toBe(outputs.outcome === 'passed' ? 0 : 1)
  expect(summary).toContain('ROC curve')
  expect(bodies()).toEqual([])
})

test('what was measured is told though GitHub does not take the report', async () => {
  const { sandbox, step } = await pullRequest({ contents: 'read', pull_requests: 'write' })
  sandbox.faults.next('ReportComments', secondaryLimit(3600))
  const { status, outputs, summary } = await step(VERSIONS)
  expect(status).toBe(3)
  expect(outputs).toMatchObject({ challenger: '5', verdict: expect.any(String) })
  expect(summary).toContain('ROC curve')
})

test('no command of the repository is started beside a token that may write', async () => {
  const { bench, step } = await pullRequest({ contents: 'read', pull_requests: 'write' })
  const definition = await bench.git('show', `HEAD:${DEFINITION}`)
  const metric = 'metrics: {saved: {command: touch started, direction: higher, per: row}}'
  const text = definition.replace('  primary-metric:', `  ${metric}\n  primary-metric:`)
  await bench.commit('Measure by a command', { [DEFINITION]: text })
  const { annotations, status } = await step(VERSIONS)
  expect({ status, titles: annotations.map(({ title }) => title) }).toEqual({
    status: 2,
    titles: ['missing-engine'],
  })
  expect(await bench.git('status', '--porcelain')).toBe('')
})
