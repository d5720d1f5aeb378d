import { expect, test } from 'vitest'
import { serverError } from '../../sandbox/faults.ts'
import { addIssue, commentsOf, issuesOf } from '../../sandbox/state/issues.ts'
import { openGitHubComments } from '../../src/adapters/github/comments.ts'
import { openGitHubIssues } from '../../src/adapters/github/issues.ts'
import { type MonitoringAlert, settleMonitoringAlert } from '../../src/commands/settle-monitoring-alert.ts'
import type { MonitoringFinding } from '../../src/domain/alerts/finding.ts'
import { parseAlertState } from '../../src/domain/alerts/state.ts'
import { ALERT_PAGES } from '../../src/doors/alert-pages.ts'
import { alertOf, badFinding as bad, goodFinding as good } from '../support/alerts.ts'
import { contextAt } from '../support/github-server.ts'
import { openScene } from '../support/sandbox.ts'

const BOT = 'github-actions[bot]'
const DAY_MS = 86_400_000

async function monitored() {
  const scene = await openScene({ issues: 'write' })
  const { sandbox, token, repository } = scene
  const context = contextAt(sandbox.url, { token: token.value })
  const options = { sleep: async () => {} }
  const outside = {
    issues: openGitHubIssues(context, { ...options, login: BOT }),
    comments: openGitHubComments(context, options),
    pages: ALERT_PAGES,
    clock: { now: () => sandbox.clock.now().getTime() },
  }
  /** A run a day. */
  const run = async (id: number, finding: MonitoringFinding, facts: Partial<MonitoringAlert> = {}) => {
    sandbox.clock.advance(DAY_MS)
    const runUrl = `https://github.example/acme/models/actions/runs/${id}`
    return (await settleMonitoringAlert(alertOf(id, finding, { runUrl, ...facts }), outside)).change
  }
  const issue = (number = 1) => {
    const found = issuesOf(repository).find(one => one.number === number)
    if (found === undefined) throw new Error(`there is no issue ${number}`)
    return found
  }
  const said = () => commentsOf(repository).map(({ issue, body }) => `${issue} ${body.split('\n')[1]}`)
  return { ...scene, run, issue, said, outside }
}

test('the life of an alert: opened, brought up to date, worse, recovered and closed, opened again, followed', async () => {
  const { run, issue, said, repository, sandbox } = await monitored()
  expect(await run(1, good())).toBe('none')
  expect(await run(2, bad({ tenure: 0.2 }), { labels: ['monitoring'], assignees: ['ada'] })).toBe('open')
  expect(issue()).toMatchObject({
    title: 'churn: what production sees has drifted',
    state: 'open',
    labels: ['modelyard', 'monitoring'],
    assignees: ['ada'],
  })
  expect(issue().body).toContain('| `tenure` | 0.200 | 0.200 | 2026-10-03 12:00 UTC | ❌\u00a0bad |')
  expect(await run(3, bad({ tenure: 0.25 }))).toBe('update')
  expect(issue().body).toContain('| `tenure` | 0.250 | 0.200 |')
  expect(said()).toEqual([])
  expect(await run(4, bad({ tenure: 0.35, charges: 0.12 }))).toBe('update')
  expect(commentsOf(repository)[0]?.body).toMatch(
    /- ❌ Worse: `tenure` 0\.350 \(told before: 0\.200\)\.\n- ❌ New: `charges` 0\.120\.\n\nWhat to do: .*\n\n<sub>Found by \[run 4\]\(https:.*\/4\)<\/sub>\n$/,
  )
  expect([await run(5, good()), await run(6, good())]).toEqual(['update', 'update'])
  expect(issue().body).toContain('✅ Better: nothing was found in 2 of the 3 runs after which this closes.')
  expect(await run(7, good())).toBe('close')
  expect(issue()).toMatchObject({ state: 'closed', stateReason: 'completed' })
  expect(said().at(-1)).toMatch(/^1 - ✅ Recovered: nothing was found in 3 runs in a row/)
  expect(await run(8, bad({ tenure: 0.2 }))).toBe('reopen')
  expect(issue().state).toBe('open')
  expect(said().at(-1)).toBe('1 - ❌ It is back: `tenure` 0.200.')
  for (const id of [9, 10, 11]) await run(id, good())
  sandbox.clock.advance(14 * DAY_MS)
  expect(await run(12, bad({ tenure: 0.2 }))).toBe('open')
  expect(issue(2).body).toContain('It came before: #1.')
  expect([issue(1).state, issue(2).state]).toEqual(['closed', 'open'])
  // Worse and joined in one, twice recovered, once back.
  expect(said()).toHaveLength(4)
})

test('the same run again leaves all as it is', async () => {
  const { run, issue } = await monitored()
  await run(1, bad({ tenure: 0.2 }))
  const before = { ...issue() }
  expect(await run(1, bad({ tenure: 0.9 }))).toBe('none')
  expect(issue()).toEqual(before)
})

test('somebody who cannot be assigned keeps no alert from being opened', async () => {
  const { run, issue, repository } = await monitored()
  expect(await run(1, bad({ tenure: 0.2 }), { assignees: ['ada', 'gone'] })).toBe('open')
  expect(issue()).toMatchObject({ assignees: [], state: 'open' })
  expect(issuesOf(repository)).toHaveLength(1)
})

test('an answer that never came makes no second issue, also where an older one is closed', async () => {
  const { run, sandbox, repository } = await monitored()
  const lose = () => sandbox.faults.next('issues/create', serverError(502, 'after'))
  lose()
  expect(await run(1, bad({ tenure: 0.2 }), { assignees: ['ada'] })).toBe('open')
  expect(issuesOf(repository)).toHaveLength(1)
  for (const id of [2, 3, 4]) await run(id, good())
  sandbox.clock.advance(15 * DAY_MS)
  sandbox.faults.next('issues/create', serverError(502, 'before'))
  expect(await run(5, bad({ tenure: 0.2 }))).toBe('open')
  expect(issuesOf(repository).map(({ state }) => state)).toEqual(['closed', 'open'])
})

test('what a person wrote is not believed: neither an issue of theirs, nor what they made of ours', async () => {
  const { run, issue, said, repository, sandbox } = await monitored()
  await run(1, bad({ tenure: 0.2 }))
  const forged = addIssue(sandbox.world, repository, { author: 'ada', body: issue().body ?? '' })
  const before = { ...forged }
  issue().body = `${issue().body?.split('\n')[0]}\n<!-- modelyard alert-state {"schema":1,"good":2} -->\nwords`
  expect(await run(2, bad({ tenure: 0.9 }))).toBe('update')
  expect(parseAlertState(issue().body ?? '')).toMatchObject({ good: 0, run: { id: 2 } })
  expect([forged, said()]).toEqual([before, []])
})

test('what a person opened again beside a newer one is closed by the next run', async () => {
  const { run, issue, sandbox, said } = await monitored()
  await run(1, bad({ tenure: 0.2 }))
  for (const id of [2, 3, 4]) await run(id, good())
  sandbox.clock.advance(15 * DAY_MS)
  await run(5, bad({ tenure: 0.2 }))
  issue(1).state = 'open'
  const words = said().length
  expect(await run(6, bad({ tenure: 0.2 }))).toBe('update')
  expect([issue(1), issue(2)]).toMatchObject([
    { state: 'closed', stateReason: 'not_planned' },
    { state: 'open' },
  ])
  expect(issue(1).body).toContain('This goes on in #2.')
  expect(said()).toHaveLength(words)
})
