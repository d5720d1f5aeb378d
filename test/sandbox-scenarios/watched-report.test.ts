import { expect, test } from 'vitest'
import { serverError } from '../../sandbox/faults.ts'
import { addIssue, addPull, commentsOf } from '../../sandbox/state/issues.ts'
import { openGitHubComments } from '../../src/adapters/github/comments.ts'
import { openGitHubIssues } from '../../src/adapters/github/issues.ts'
import { openGitHubMonitorHistory } from '../../src/adapters/github/monitor-history.ts'
import { report } from '../../src/commands/report.ts'
import { monitoringAlertMarker } from '../../src/commands/settle-monitoring-alert.ts'
import { HISTORY_BRANCH, runsFolder } from '../../src/domain/monitoring/run-record.ts'
import { hostedScene } from '../sandbox/hosted.ts'
import { contextAt } from '../support/github-server.ts'
import { RESULTS } from '../support/results.ts'
import { workbench } from '../support/workbench.ts'

const DAY_MS = 86_400_000
const BOT = 'github-actions[bot]'

/** A pull request whose report is written by a job, on a repository that is watched, or was. */
async function reported(days: readonly number[], granted = {}) {
  const scene = await hostedScene({ contents: 'write', pull_requests: 'write', ...granted })
  const { sandbox, repository, token } = scene
  const context = contextAt(sandbox.url, { token: token.value })
  const options = { sleep: async () => {} }
  const monitorHistory = openGitHubMonitorHistory(context, options)
  for (const [index, day] of days.entries()) {
    await monitorHistory.append(HISTORY_BRANCH, {
      path: `${runsFolder('churn')}/2026/11/${index}.json`,
      content: new TextEncoder().encode('{}'),
      message: 'a run',
    })
    sandbox.clock.advance(day * DAY_MS)
  }
  const { number } = addPull(sandbox.world, repository, {
    author: 'ada',
    headSha: scene.first,
    baseSha: scene.first,
  })
  const alert = (
    kind: 'drift' | 'degradation',
    model: string,
    author = BOT,
    state: 'open' | 'closed' = 'open',
  ) =>
    addIssue(sandbox.world, repository, {
      author,
      title: 'an alert',
      body: `${monitoringAlertMarker({ kind, model })}\n`,
      state,
    }).number
  const tell = async () => {
    const bench = await workbench({
      files: { 'gates.json': JSON.stringify({ ...RESULTS.gates, model: 'churn' }) },
      ports: {
        comments: openGitHubComments(context, options),
        issues: openGitHubIssues(context, options),
        monitorHistory,
      },
    })
    const ports = { ...bench.ports, clock: { now: () => sandbox.clock.now().getTime() } }
    const result = await report.execute({ files: ['gates.json'], number }, ports, {})
    return { result, lines: commentsOf(repository).at(-1)?.body.split('\n') ?? [] }
  }
  return { ...scene, alert, tell }
}

test('a report begins with the open alerts of its model, of jobs alone, and names no others', async () => {
  const { alert, tell } = await reported([])
  const drift = alert('drift', 'churn')
  const worse = alert('degradation', 'churn')
  alert('drift', 'churn', BOT, 'closed')
  alert('drift', 'churn-2')
  alert('degradation', 'churn', 'rita')
  const { lines } = await tell()
  const said = lines.filter(line => line.includes('In production'))
  expect(said).toEqual([
    `❌ In production: \`churn\` has an open alert, #${drift} (drift), #${worse} (degradation).`,
  ])
  expect(lines.findIndex(line => line.includes('In production'))).toBeLessThan(
    lines.findIndex(line => line.startsWith('## ')),
  )
})

test.each([
  [[1, 1, 1, 2], undefined],
  [[1, 1, 1, 9], 'the last monitoring run of `churn` was 9 days ago; before that it ran every day.'],
  [[7, 7, 7, 30], 'was 30 days ago; before that it ran every 7 days.'],
])('a monitor that ran after %j days is named once it is late by two periods', async (days, says) => {
  const { lines } = await (await reported(days)).tell()
  const said = lines.filter(line => line.includes('Not watched'))
  if (says === undefined) expect(said).toEqual([])
  else expect(said).toEqual([expect.stringContaining(says)])
})

test('where nobody is watched the report says nothing of it', async () => {
  const { lines, result } = await (await reported([])).tell()
  expect(lines.filter(line => /In production|Not watched/.test(line))).toEqual([])
  expect(result).toMatchObject({ shown: 'comment', remarks: [] })
})

test('where alerts cannot be seen the report is shown, and says so', async () => {
  const { tell, sandbox } = await reported([])
  sandbox.faults.next('issues/list-for-repo', serverError(500), 3)
  const { result } = await tell()
  expect(result).toMatchObject({
    shown: 'comment',
    remarks: [expect.stringContaining('whether alerts are open is not known')],
  })
})
