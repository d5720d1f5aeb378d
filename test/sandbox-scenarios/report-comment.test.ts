import { expect, test } from 'vitest'
import { type Fault, primaryLimit, secondaryLimit, serverError } from '../../sandbox/faults.ts'
import type { Granted } from '../../sandbox/roles.ts'
import type { SandboxOptions } from '../../sandbox/server.ts'
import { commitCommentsOf } from '../../sandbox/state/commit-comments.ts'
import { addComment, addIssue, addPull, commentsOf } from '../../sandbox/state/issues.ts'
import type { Repository } from '../../sandbox/world.ts'
import { openGitHubComments } from '../../src/adapters/github/comments.ts'
import { settleComment } from '../../src/commands/settle-comment.ts'
import type { OwnPart } from '../../src/domain/report/body.ts'
import { renderMarker } from '../../src/domain/report/marker.ts'
import type { CommentTarget } from '../../src/ports.ts'
import { contextAt } from '../support/github-server.ts'
import { openScene } from '../support/sandbox.ts'

const MARKER = renderMarker({
  registry: 'registry-data',
  model: 'churn',
  workflow: '.github/workflows/pipeline.yml',
})
const BOT = 'github-actions[bot]'
const SHA = 'a'.repeat(40)
/** The first document waits until the schema is read. */
const TIMEOUT_MS = 3000
const MAY_COMMENT: Granted = { contents: 'read', pull_requests: 'write' }

const own = (text: string, given: Partial<OwnPart> = {}): OwnPart => ({
  name: '',
  run: 7,
  attempt: 1,
  at: 5,
  render: () => text,
  note: () => 'elsewhere',
  ...given,
})

interface Options extends SandboxOptions {
  /** Of one call. */
  readonly timeoutMs?: number
}

/** A pull request with comments of other people, and a job's token that reports on it. */
async function pullScene(
  permissions: Granted = MAY_COMMENT,
  earlier = 0,
  { timeoutMs = TIMEOUT_MS, ...options }: Options = {},
) {
  const scene = await openScene(permissions, options)
  const { sandbox, repository, token } = scene
  const { number } = addPull(sandbox.world, repository, {
    author: 'ada',
    headSha: SHA,
    baseSha: 'b'.repeat(40),
  })
  talk(scene, number, earlier)
  const slept: number[] = []
  const context = contextAt(sandbox.url, { token: token.value })
  const comments = openGitHubComments(context, {
    timeoutMs,
    now: () => Date.parse(sandbox.clock.iso()),
    sleep: async ms => {
      slept.push(ms)
    },
  })
  const report = (part: OwnPart, at: CommentTarget = { is: 'pull-request', number }) =>
    settleComment(comments, at, MARKER, part)
  /** The calls since the last time this was asked. */
  let asked = 0
  const calls = () => {
    const routes = sandbox.log.slice(asked).map(({ operationId, route }) => operationId ?? route)
    asked = sandbox.log.length
    return routes
  }
  return { ...scene, number, comments, report, calls, slept }
}

function talk(
  { sandbox, repository }: Awaited<ReturnType<typeof openScene>>,
  number: number,
  count: number,
): void {
  for (let at = 0; at < count; at += 1)
    addComment(sandbox.world, repository, number, { author: 'ada', body: `${at}` })
}

const ours = (repository: Repository) => commentsOf(repository).filter(({ author }) => author === BOT)

const FIND = 'ReportComments'
const [CREATE, UPDATE] = ['issues/create-comment', 'issues/update-comment']

// Calls: to make it (looked for once more), to bring it up to date, and where nothing changed.
test.each([
  [0, [FIND, CREATE, FIND], [FIND, UPDATE], [FIND]],
  [29, [FIND, CREATE, FIND], [FIND, UPDATE], [FIND]],
  [30, [FIND, CREATE, FIND], [FIND, UPDATE], [FIND]],
  [31, [FIND, CREATE, FIND], [FIND, UPDATE], [FIND]],
  [100, [FIND, CREATE, FIND], [FIND, UPDATE], [FIND]],
  [101, [FIND, CREATE, FIND], [FIND, UPDATE], [FIND]],
  [250, [FIND, FIND, CREATE, FIND], [FIND, UPDATE], [FIND]],
])('behind %i earlier comments one is made, updated and left alone', async (earlier, make, update, leave) => {
  const scene = await pullScene(MAY_COMMENT, earlier)
  expect(await scene.report(own('first'))).toMatchObject({ change: 'created' })
  expect(scene.calls()).toEqual(make)
  expect(await scene.report(own('second', { run: 8 }))).toMatchObject({ change: 'updated' })
  expect(scene.calls()).toEqual(update)
  expect(await scene.report(own('second', { run: 8 }))).toMatchObject({ change: 'unchanged' })
  expect(scene.calls()).toEqual(leave)
  expect(ours(scene.repository)).toMatchObject([{ body: expect.stringContaining('second') }])
})

test.each([
  [29, 250, 2],
  [120, 250, 3],
])('a comment behind %i others and before %i is found', async (before, after, count) => {
  const scene = await pullScene(MAY_COMMENT, before)
  await scene.report(own('first'))
  talk(scene, scene.number, after)
  scene.calls()
  expect(await scene.report(own('second', { run: 8 }))).toMatchObject({ change: 'updated' })
  expect(scene.calls()).toHaveLength(count)
  expect(ours(scene.repository)).toHaveLength(1)
})

test("a person's comment with the marker, and another tool's of the same bot, stay untouched", async () => {
  const scene = await pullScene()
  const { sandbox, repository, number } = scene
  const others = [
    { author: 'ada', body: `${MARKER}\nmine` },
    { author: 'ada', body: `> ${MARKER}\n\nwhat is this?` },
    { author: BOT, body: '<!-- another-tool -->\ncoverage' },
    { author: BOT, body: MARKER.replace('churn', 'price') },
  ]
  for (const other of others) addComment(sandbox.world, repository, number, other)
  await scene.report(own('ours'))
  await scene.report(own('ours again', { run: 8 }))
  expect(commentsOf(repository).slice(0, 4)).toMatchObject(others)
  expect(commentsOf(repository)).toHaveLength(5)
})

test('a comment that was removed is made again; one that was minimised is shown again', async () => {
  const scene = await pullScene()
  await scene.report(own('first'))
  const comments = commentsOf(scene.repository)
  comments.length = 0
  expect(await scene.report(own('first'))).toMatchObject({ change: 'created' })
  const [comment] = comments
  if (comment !== undefined) comment.minimized = 'OUTDATED'
  scene.calls()
  expect(await scene.report(own('first'))).toMatchObject({ change: 'unchanged' })
  expect(scene.calls()).toEqual([FIND, 'ShowAgain'])
  expect(comments).toMatchObject([{ minimized: null }])
})

test('a report above the limit of a comment is shortened, not refused', async () => {
  const scene = await pullScene()
  const text = Array.from({ length: 9000 }, (_, at) => `paragraph ${at}`).join('\n\n')
  expect(await scene.report(own(text))).toMatchObject({ change: 'created', isShortened: true })
  expect(await scene.report(own(text))).toMatchObject({ change: 'unchanged' })
})

test('a pull request that was closed is commented on; one that is locked, or is not there, is no failure', async () => {
  const scene = await pullScene()
  const issue = (await import('../../sandbox/state/issues.ts')).findIssue(scene.repository, scene.number)
  if (issue === undefined) throw new Error('no pull request')
  issue.state = 'closed'
  expect(await scene.report(own('first'))).toMatchObject({ change: 'created' })
  expect(await scene.report(own('first'), { is: 'pull-request', number: 999 })).toMatchObject({
    why: 'no-target',
  })
})

test('a token that may only read says which line grants more', async () => {
  const scene = await pullScene({ pull_requests: 'read' }, 0, { tolerate: ['permission'] })
  await expect(scene.report(own('first'))).rejects.toMatchObject({
    code: 'missing-permission',
    next: expect.stringContaining('pull-requests: write'),
  })
  expect(ours(scene.repository)).toEqual([])
})

test('an issue and a commit are commented on alike', async () => {
  const issues = await pullScene({ issues: 'write' })
  const { number } = addIssue(issues.sandbox.world, issues.repository, { author: 'ada' })
  for (const text of ['first', 'second'])
    await issues.report(own(text, { at: text.length }), { is: 'issue', number })
  expect(ours(issues.repository)).toMatchObject([{ issue: number, body: expect.stringContaining('second') }])
  const commits = await pullScene({ contents: 'write' })
  commits.sandbox.world.addCommit(commits.repository, SHA)
  for (const text of ['first', 'second'])
    await commits.report(own(text, { at: text.length }), { is: 'commit', sha: SHA })
  expect(commitCommentsOf(commits.repository)).toMatchObject([
    { sha: SHA, body: expect.stringContaining('second') },
  ])
})

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['500', serverError(500)],
  ['502 before the effect', serverError(502)],
  ['502 after the effect', serverError(502, 'after')],
  ['a secondary limit', secondaryLimit(5)],
  ['429', secondaryLimit(5, 429)],
  ['a connection cut before', { kind: 'cut', moment: 'before' }],
  ['a connection cut after', { kind: 'cut', moment: 'after' }],
  ['silence before', { kind: 'silence', moment: 'before' }],
  ['silence after', { kind: 'silence', moment: 'after' }],
  ['a slow answer', { kind: 'slow', until: async () => {} }],
  ['a stale read', { kind: 'stale' }],
]

test.each(FAULTS.flatMap(([name, fault]) => [1, 2, 3].map(call => [name, call, fault] as const)))(
  '%s at call %i of making it leaves one comment, by a repeated run at the latest',
  async (_, call, fault) => {
    const scene = await pullScene(MAY_COMMENT, 0, { timeoutMs: 300 })
    scene.sandbox.faults.next({ call }, fault)
    await scene.report(own('first')).catch(() => {})
    await scene.report(own('second', { run: 8 }))
    expect(ours(scene.repository)).toMatchObject([{ body: expect.stringContaining('second') }])
  },
)

test('an hour to wait is said, and not waited for', async () => {
  const scene = await pullScene()
  const reset = Date.parse(scene.sandbox.clock.iso()) / 1000 + 3600
  const date = new Date(scene.sandbox.clock.iso()).toUTCString()
  const limit = primaryLimit(reset) as Extract<Fault, { kind: 'status' }>
  scene.sandbox.faults.next(FIND, { ...limit, headers: { ...limit.headers, date } })
  await expect(scene.report(own('first'))).rejects.toMatchObject({ code: 'rate-limited' })
  expect(scene.slept).toEqual([])
})
