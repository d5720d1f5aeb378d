import { expect } from 'vitest'
import { commentsOf, issuesOf } from '../../sandbox/state/issues.ts'
import { HISTORY_BRANCH } from '../../src/domain/monitoring/run-record.ts'
import {
  firstCallers,
  MONITOR_WORKFLOW_PATH,
  renderCaller,
} from '../../src/domain/registry/first-workflow.ts'
import { exampleFiles } from '../support/act/example-files.ts'
import { pushedTo } from '../support/act/pushed.ts'
import { testWith } from '../support/tools.ts'

const NAME = 'telco-churn'
const DEFINITION = `registry-data/models/${NAME}/model.yaml`
const MAY_ALERT = { contents: 'write', issues: 'write', pull_requests: 'read' } as const

/** What `init` writes, as a workflow that a schedule starts. */
function caller(): string {
  const facts = {
    reference: 'v1',
    defaultBranch: 'main',
    python: false,
    lfs: false,
    install: undefined,
    models: [],
  }
  const found = firstCallers(facts).find(({ path }) => path === MONITOR_WORKFLOW_PATH)
  if (found === undefined) throw new Error('init writes no caller of monitor.yml')
  return renderCaller(found)
}

/** The example, of which model.yaml says where what production saw lies. */
function files(): Record<string, string | Uint8Array> {
  const all = exampleFiles()
  const keys = 'monitor: {current: {uri: seen/*.csv}, confirm: {runs: 1, of: 1}, alerts: {close-after: 1}}\n'
  return { ...all, [DEFINITION]: `${String(all[DEFINITION])}${keys}` }
}

const ROWS = String(files()['examples/telco-churn/data/test.csv']).trim().split('\n')
const LIKE = { 'seen/today.csv': `${ROWS.join('\n')}\n` }
const UNLIKE = {
  'seen/today.csv': `${ROWS.filter((row, at) => at === 0 || row.includes('Month-to-month')).join('\n')}\n`,
}

testWith('act')(
  'each day what production saw is looked at: kept, an issue opened when it drifted and closed when it did not',
  async () => {
    const { push, run, repository, clone } = await pushedTo(caller(), { ...files(), ...UNLIKE }, MAY_ALERT)
    const found = await run('schedule')
    expect(found, found.log).toMatchObject({
      status: 0,
      jobs: { models: 'success', [`look (${NAME})`]: 'success', [`alert (${NAME})`]: 'success' },
    })
    const [issue] = issuesOf(repository)
    expect(issue, found.log).toMatchObject({
      title: `${NAME}: what production sees has drifted`,
      state: 'open',
      labels: ['modelyard'],
    })
    expect(issue?.body).toContain('`contract`')
    // Pushed, so that another run looks at other rows; a push by itself starts nothing.
    await push(LIKE)
    const second = await run('workflow_dispatch')
    expect(second, second.log).toMatchObject({ status: 0 })
    expect(issuesOf(repository)).toMatchObject([{ state: 'closed' }])
    expect(commentsOf(repository).map(({ body }) => body)).toEqual([expect.stringContaining('Recovered')])
    await clone.git('fetch', '-q', 'origin', `${HISTORY_BRANCH}:${HISTORY_BRANCH}`)
    const kept = await clone.git('ls-tree', '-r', '--name-only', HISTORY_BRANCH, 'monitoring/')
    expect(kept.split('\n')).toHaveLength(2)
  },
)

testWith('act')('metrics and service levels are looked at where model.yaml says where they lie', async () => {
  const all = files()
  const keys = `sla: {operations: [{measure: p95, max: 100ms}]}
monitor:
  performance: {predictions: seen/predictions.csv}
  service: {logs: seen/access.jsonl}
`
  const definition = String(all[DEFINITION]).replace(/^monitor: .*\n/m, keys)
  const slow = Array.from({ length: 500 }, (_, row) =>
    JSON.stringify({ ts: 1_772_000_000 + row, duration_ms: 400, status: 200 }),
  )
  const { run, repository, clone } = await pushedTo(
    caller(),
    { ...all, [DEFINITION]: definition, 'seen/access.jsonl': `${slow.join('\n')}\n` },
    MAY_ALERT,
  )
  const found = await run('schedule')
  expect(found, found.log).toMatchObject({ status: 0, jobs: { [`alert (${NAME})`]: 'success' } })
  expect(issuesOf(repository)).toMatchObject([
    { title: `${NAME}: it is in trouble while serving`, state: 'open' },
  ])
  await clone.git('fetch', '-q', 'origin', `${HISTORY_BRANCH}:${HISTORY_BRANCH}`)
  const [path = ''] = (await clone.git('ls-tree', '-r', '--name-only', HISTORY_BRANCH, 'monitoring/')).split(
    '\n',
  )
  const record = JSON.parse(await clone.git('show', `${HISTORY_BRANCH}:${path}`))
  expect(record).toMatchObject({
    outcome: 'failed',
    failures: { performance: { message: expect.stringContaining('seen/predictions.csv') } },
    levels: [{ of: 'operations', name: 'p95', status: 'bad' }],
    features: [],
  })
  expect(record.failure).toBeUndefined()
})

testWith('act')('what could not look is kept as that', async () => {
  const { run, repository, clone } = await pushedTo(caller(), files(), MAY_ALERT)
  const found = await run('schedule')
  expect(found, found.log).toMatchObject({ status: 0, jobs: { [`alert (${NAME})`]: 'success' } })
  expect(issuesOf(repository)).toEqual([])
  await clone.git('fetch', '-q', 'origin', `${HISTORY_BRANCH}:${HISTORY_BRANCH}`)
  const [path = ''] = (await clone.git('ls-tree', '-r', '--name-only', HISTORY_BRANCH, 'monitoring/')).split(
    '\n',
  )
  const record = JSON.parse(await clone.git('show', `${HISTORY_BRANCH}:${path}`))
  expect(record).toMatchObject({
    outcome: 'inconclusive',
    failure: { message: expect.stringContaining('seen/') },
  })
})
