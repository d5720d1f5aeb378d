import { expect, test } from 'vitest'
import { serverError } from '../../sandbox/faults.ts'
import { commitCommentsOf } from '../../sandbox/state/commit-comments.ts'
import { addIssue, commentsOf, issuesOf } from '../../sandbox/state/issues.ts'
import { openGitHubComments } from '../../src/adapters/github/comments.ts'
import { openGitHubIssues } from '../../src/adapters/github/issues.ts'
import { raiseTampering, untold } from '../../src/commands/raise-tampering.ts'
import { type Alert, readAlert, settleAlert } from '../../src/commands/settle-alert.ts'
import type { Tampering } from '../../src/domain/registry/tampering.ts'
import { contextAt } from '../support/github-server.ts'
import { openScene } from '../support/sandbox.ts'
import { sha256 } from '../support/workbench.ts'

const BOT = 'github-actions[bot]'

const alertOf = (...ids: string[]): Alert => ({
  subject: 'tampering-history-churn',
  title: 'Something of churn',
  intro: 'What was found:',
  outro: 'Close it when you have seen it.',
  findings: ids.map(id => ({ id: sha256(id).slice(0, 12), line: `line ${id}` })),
})

async function alerting() {
  const scene = await openScene({ issues: 'write', contents: 'write' })
  const { sandbox, token, repository } = scene
  const context = contextAt(sandbox.url, { token: token.value })
  const options = { sleep: async () => {} }
  const issues = openGitHubIssues(context, { ...options, login: BOT })
  const ports = {
    comments: openGitHubComments(context, options),
    artifacts: { hash: (bytes: Uint8Array) => sha256(bytes) } as never,
  }
  const settle = async (...ids: string[]) =>
    settleAlert(await readAlert(alertOf(...ids), issues), issues, ports)
  const all = () => issuesOf(repository).map(({ author, state }) => ({ author, state }))
  const add = (author: string, body: string, state: 'open' | 'closed' = 'open') => {
    const issue = addIssue(sandbox.world, repository, { author, title: 'x', body })
    issue.state = state
    return issue
  }
  return { ...scene, issues, ports, settle, all, add }
}

test('an alert is one issue, however often it is told', async () => {
  const { settle, all, repository } = await alerting()
  expect([await settle('a'), await settle('a'), await settle()]).toEqual(['opened', 'unchanged', 'unchanged'])
  expect(all()).toEqual([{ author: BOT, state: 'open' }])
  const [issue] = issuesOf(repository)
  expect(issue).toMatchObject({ title: 'Something of churn', labels: ['modelyard'] })
  expect(issue?.body).toMatch(/What was found:\n\n- line a\n\nClose it/)
})

test('what comes later is said in the same issue, which then tells of all', async () => {
  const { settle, all, repository } = await alerting()
  await settle('a')
  expect([await settle('a', 'b'), await settle('a', 'b'), await settle('a')]).toEqual([
    'worse',
    'unchanged',
    'unchanged',
  ])
  expect(all()).toHaveLength(1)
  expect(issuesOf(repository)[0]?.body).toContain('- line b')
  expect(commentsOf(repository).map(({ body }) => body)).toEqual([
    expect.stringMatching(/There is more:\n\n- line b\n$/),
  ])
})

test('what a person closed stays closed for the same finding, and opens for a new one', async () => {
  const { settle, all, repository } = await alerting()
  await settle('a')
  const [issue] = issuesOf(repository)
  if (issue === undefined) throw new Error('there is none')
  issue.state = 'closed'
  expect(await settle('a')).toBe('unchanged')
  expect(all()).toEqual([{ author: BOT, state: 'closed' }])
  expect(await settle('b')).toBe('worse')
  expect(all()).toEqual([{ author: BOT, state: 'open' }])
  // What it told before it was closed is known for ever.
  issue.state = 'closed'
  expect(await settle('a', 'b')).toBe('unchanged')
})

test('is found over all pages, and without its label', async () => {
  const { settle, all, add, repository } = await alerting()
  for (let n = 0; n < 120; n += 1) add(BOT, 'another one')
  await settle('a')
  Object.assign(issuesOf(repository).at(-1) ?? {}, { labels: [] })
  expect(await settle('a')).toBe('unchanged')
  expect(all()).toHaveLength(121)
})

test("a person's issue with our marker is neither believed nor touched", async () => {
  const { settle, all, add } = await alerting()
  await settle('a')
  const forged = add('ada', '', 'closed')
  forged.body = `<!-- modelyard alert-tampering-history-churn -->\n<!-- modelyard findings ${sha256('b').slice(0, 12)} -->\n`
  const before = forged.body
  expect(await settle('a', 'b')).toBe('worse')
  expect([forged.body, forged.state]).toEqual([before, 'closed'])
  expect(all()).toHaveLength(2)
})

test('an answer that never came makes no second issue', async () => {
  const { settle, all, sandbox } = await alerting()
  sandbox.faults.next('issues/create', serverError(502, 'after'))
  expect(await settle('a')).toBe('opened')
  expect(all()).toHaveLength(1)
})

test('names and paths from anywhere are told as code, in the issue and on the commit', async () => {
  const { issues, ports, repository, sandbox } = await alerting()
  const commit = 'c'.repeat(40)
  sandbox.world.addCommit(repository, commit)
  const message = 'commit by `@ada` [x](https://x.example)\n<!-- modelyard findings -->'
  const finding: Tampering = { kind: 'history', model: 'churn', commit, message }
  const found = { findings: [finding], told: new Set<string>() }
  await raiseTampering(found, await untold(found, issues, ports), commit, issues, ports)
  const line = "- `commit by '@ada' [x](https://x.example) <!-- modelyard findings -->`\n"
  expect(issuesOf(repository)[0]?.body).toContain(line)
  expect(await untold(found, issues, ports)).toEqual([])
})

test('at a commit of which the sealing tells, the issue alone is opened', async () => {
  const { issues, ports, repository, sandbox } = await alerting()
  const commit = 'c'.repeat(40)
  sandbox.world.addCommit(repository, commit)
  const finding: Tampering = { kind: 'history', model: 'churn', commit, message: 'a record was changed' }
  const raise = async (told: ReadonlySet<string>, more: Partial<Tampering> = {}) => {
    const found = { findings: [{ ...finding, ...more }], told }
    await raiseTampering(found, await untold(found, issues, ports), commit, issues, ports)
    return commitCommentsOf(repository).length
  }
  expect(await raise(new Set([commit]))).toBe(0)
  expect(issuesOf(repository)).toHaveLength(1)
  expect(await raise(new Set(), { message: 'another was' })).toBe(1)
  expect(commitCommentsOf(repository)[0]?.body).toContain('- `another was`')
})
