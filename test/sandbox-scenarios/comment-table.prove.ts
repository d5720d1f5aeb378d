import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commitCommentsOf } from '../../sandbox/state/commit-comments.ts'
import { addComment, addIssue, commentsOf, findIssue } from '../../sandbox/state/issues.ts'
import { renderMarker } from '../../src/domain/report/marker.ts'
import { parseParts } from '../../src/domain/report/part.ts'
import { onPull } from '../support/faulted-actions.ts'
import { RESULTS } from '../support/results.ts'

// The comment in every surrounding, by the committed bundle, with the calls that each run makes. Printed at the end: npm run tables, or
// npx vitest run --config vitest.prove.config.ts test/sandbox-scenarios/comment-table.prove.ts

const BOT = 'github-actions[bot]'
const WORKFLOW = '.github/workflows/pipeline.yml'
const HEAD = 'a'.repeat(40)
const MARKER = renderMarker({ registry: 'registry-data', model: 'churn', workflow: WORKFLOW })
const rows: string[] = []

/** How the one model does in production is asked beside: its open alerts, and when it was monitored last. */
const WATCH = 2

afterAll(() => console.log(['| Scenario | calls | end state |', '|---|---|---|', ...rows].join('\n')))

async function scene(
  permissions: Parameters<typeof onPull>[0] = { contents: 'read', pull_requests: 'write' },
) {
  const opened = await onPull(permissions)
  const { sandbox, repository, folder, step } = opened
  await writeFile(join(folder, 'tests.json'), JSON.stringify({ ...RESULTS['test-report'], model: 'churn' }))
  const report = (inputs: Readonly<Record<string, string>> = {}, run = 7) =>
    step('actions/report', { files: 'tests.json', ...inputs }, run)
  /** How many calls the comment itself takes, and what of it the step says. */
  const counted = async (inputs: Readonly<Record<string, string>> = {}, run = 7) => {
    const before = sandbox.log.length
    const { status, outputs, log } = await report(inputs, run)
    expect(status, log).toBe(0)
    return { calls: sandbox.log.length - before - WATCH, change: outputs.change, shown: outputs.shown }
  }
  const ours = () => commentsOf(repository).filter(({ body }) => body.startsWith(MARKER))
  return { ...opened, report, counted, ours }
}

type Opened = Awaited<ReturnType<typeof scene>>

function talk({ sandbox, repository }: Opened, count: number): void {
  for (let at = 0; at < count; at += 1)
    addComment(sandbox.world, repository, 1, { author: at % 2 ? 'ada' : BOT, body: `${at}` })
}

const row = (scenario: string, calls: string, end: string) => rows.push(`| ${scenario} | ${calls} | ${end} |`)

test.each([
  [0, 3],
  [29, 3],
  [30, 3],
  [31, 3],
  [100, 3],
  [101, 3],
  [250, 4],
])('%i earlier comments', async (earlier, toMake) => {
  const opened = await scene()
  talk(opened, earlier)
  const made = await opened.counted()
  const updated = await opened.counted({}, 8)
  const unchanged = await opened.counted({}, 8)
  expect([made, updated, unchanged]).toEqual([
    { calls: toMake, change: 'created', shown: 'comment' },
    { calls: 2, change: 'updated', shown: 'comment' },
    { calls: 1, change: 'unchanged', shown: 'comment' },
  ])
  expect(opened.ours()).toHaveLength(1)
  row(`${earlier} earlier comments`, `made ${toMake}, updated 2, unchanged 1`, '1 comment of ours')
})

test('8 writers at once', async () => {
  const opened = await scene()
  const parts = Array.from({ length: 8 }, (_, at) => `part-${at}`)
  const runs = await Promise.all(parts.map(part => opened.report({ part })))
  expect(runs.map(({ outputs }) => outputs.shown)).toEqual(parts.map(() => 'comment'))
  const [comment, ...others] = opened.ours()
  expect(others).toEqual([])
  expect(
    parseParts(comment?.body ?? '')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(parts)
  row('8 writers at once', `${opened.sandbox.log.length} in all`, '1 comment, which holds all 8 parts')
})

test('a comment that was deleted, and one that was minimised', async () => {
  const opened = await scene()
  await opened.counted()
  commentsOf(opened.repository).length = 0
  expect(await opened.counted()).toEqual({ calls: 3, change: 'created', shown: 'comment' })
  row('deleted', 'made again 3', '1 comment')
  const [comment] = opened.ours()
  if (comment !== undefined) comment.minimized = 'OUTDATED'
  expect(await opened.counted()).toEqual({ calls: 2, change: 'unchanged', shown: 'comment' })
  expect(opened.ours()).toMatchObject([{ minimized: null }])
  row('minimised', 'shown again 2', '1 comment, not minimised')
})

test('a report that is too long', async () => {
  const opened = await scene()
  await mkdir(join(opened.folder, 'many'))
  for (let at = 0; at < 45; at += 1)
    await writeFile(join(opened.folder, 'many', `${at}.json`), JSON.stringify(RESULTS.comparison))
  const made = await opened.counted({ files: 'many', model: 'churn' })
  expect(made).toEqual({ calls: 3, change: 'created', shown: 'comment' })
  const [comment] = opened.ours()
  expect(comment?.body.length).toBeLessThanOrEqual(65_536)
  expect(comment?.body).toContain('/actions/runs/7')
  row('too long', 'made 3', `1 comment of ${comment?.body.length} characters with a link to the rest`)
})

test.each([
  ['closed', 3, 'comment', 1],
  ['locked', 2, 'summary', 0],
] as const)('a pull request that was %s', async (became, calls, shown, left) => {
  const opened = await scene()
  const pull = findIssue(opened.repository, 1)
  if (pull === undefined) throw new Error('no pull request')
  Object.assign(pull, became === 'closed' ? { state: 'closed' } : { locked: true })
  expect(await opened.counted()).toMatchObject({ calls, shown })
  expect(opened.ours()).toHaveLength(left)
  row(became, `${calls}`, left === 1 ? '1 comment' : 'no comment; the report stands in the summary')
})

test('an issue, and a commit', async () => {
  const issues = await scene({ contents: 'read', issues: 'write' })
  const { number } = addIssue(issues.sandbox.world, issues.repository, { author: 'ada' })
  const onIssue = { on: 'issue', number: String(number) }
  expect(await issues.counted(onIssue)).toMatchObject({ calls: 3, change: 'created' })
  expect(await issues.counted(onIssue, 8)).toMatchObject({ calls: 2, change: 'updated' })
  row('on an issue', 'made 3, updated 2', '1 comment')
  const commits = await scene({ contents: 'write', issues: 'read' })
  const made = await commits.counted({ on: 'commit', sha: HEAD })
  const updated = await commits.counted({ on: 'commit', sha: HEAD }, 8)
  expect([made.change, updated.change]).toEqual(['created', 'updated'])
  expect(commitCommentsOf(commits.repository)).toHaveLength(1)
  row('on a commit', `made ${made.calls}, updated ${updated.calls}`, '1 comment')
})

test("what is not ours: a person's with the marker, a quote-reply, another tool's of the same bot, another workflow's", async () => {
  const opened = await scene()
  const others = [
    { author: 'ada', body: `${MARKER}\nmine` },
    { author: 'ada', body: `> ${MARKER}\n\nwhat is this?` },
    { author: BOT, body: '<!-- another-tool -->\ncoverage' },
    { author: BOT, body: `${MARKER.replace('pipeline', 'nightly')}\nof another workflow` },
  ]
  for (const other of others) addComment(opened.sandbox.world, opened.repository, 1, other)
  const made = await opened.counted()
  const updated = await opened.counted({}, 8)
  expect([made.calls, updated.calls]).toEqual([3, 2])
  expect(commentsOf(opened.repository).slice(0, 4)).toMatchObject(others)
  expect(commentsOf(opened.repository)).toHaveLength(5)
  row(
    "others with the marker, a quote-reply, another tool's, another workflow's",
    'made 3, updated 2',
    '1 comment of ours, theirs untouched',
  )
})
