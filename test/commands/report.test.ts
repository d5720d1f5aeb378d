import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { report } from '../../src/commands/report.ts'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import { BODY_LIMIT } from '../../src/domain/report/body.ts'
import { parseParts } from '../../src/domain/report/part.ts'
import type { Result } from '../../src/domain/results/index.ts'
import type { ReportResult } from '../../src/domain/results/report.ts'
import { REPORTED } from '../../src/domain/results/reported.ts'
import type { CommentTarget, ReportOrigin } from '../../src/ports.ts'
import { render } from '../../src/render/index.ts'
import { FakeThread, fakeComments } from '../fakes/comments.ts'
import { RESULTS } from '../support/results.ts'
import { workbench } from '../support/workbench.ts'

const PULL: CommentTarget = { is: 'pull-request', number: 128 }

interface Scene {
  readonly thread?: FakeThread
  readonly here?: CommentTarget
  readonly origin?: Partial<ReportOrigin>
  readonly denied?: Error
}

/** A folder with files, and reports from it onto one thread. */
async function scene(files: Readonly<Record<string, string | object>>, given: Scene = {}) {
  const { thread = new FakeThread(), here = PULL } = given
  const bench = await workbench({ ports: { comments: fakeComments(thread, { ...given, here }) } })
  await bench.write(
    Object.fromEntries(
      Object.entries(files).map(([name, file]) => [
        name,
        typeof file === 'string' ? file : JSON.stringify(file),
      ]),
    ),
  )
  const told = (input: Readonly<Record<string, unknown>> = {}) =>
    report.execute({ files: Object.keys(files), ...input }, bench.ports, {}) as Promise<ReportResult>
  return { thread, told, bench }
}

test('answers of earlier steps are shown in one comment, in their order, and nothing is written twice', async () => {
  const { thread, told } = await scene({ 'a.json': RESULTS['test-report'], 'b.json': RESULTS.comparison })
  expect(await told()).toMatchObject({
    shown: 'comment',
    change: 'created',
    on: 'pull-request',
    number: 128,
    comment: { id: 1 },
    shortened: false,
    answers: [{ kind: 'test-report' }, { kind: 'comparison' }],
  })
  const [body = ''] = thread.bodies
  expect(body).toMatch(
    /^<!-- modelyard: root=registry-data model=\S+ workflow=\.github\/workflows\/pipeline\.yml -->\n/,
  )
  expect(body.indexOf('tests of version')).toBeLessThan(body.indexOf('paired rows'))
  expect(body).toContain('[run 7](https://github.example/acme/models/actions/runs/7)')
  expect(await told()).toMatchObject({ change: 'unchanged' })
  expect(thread.bodies).toEqual([body])
})

test('every kind of answer can be reported', async () => {
  // What a person at a terminal sees, and what the App alone says.
  const { report: _, initialization: __, judgement: ___, ...reported } = RESULTS
  const { told } = await scene(
    Object.fromEntries(Object.entries(reported).map(([kind, result]) => [kind, result])),
  )
  expect((await told()).answers.map(({ kind }) => kind)).toEqual(Object.keys(reported))
  expect(Object.keys(reported)).toHaveLength(Object.keys(REPORTED).length - 1)
})

test('the model of the comment is the one that all answers name, or the one that is given', async () => {
  const { thread, told } = await scene({
    'a.json': RESULTS['test-report'],
    'b.json': { ...RESULTS['test-report'], model: 'other' },
  })
  await told()
  await told({ files: ['a.json'] })
  await told({ model: 'given' })
  expect(thread.bodies.map(body => /model=(\S*)/.exec(body)?.[1])).toEqual(['', 'churn', 'given'])
})

test('two workflows and two registries keep a comment each', async () => {
  const thread = new FakeThread()
  const file = { 'a.json': RESULTS['test-report'] }
  await (await scene(file, { thread })).told()
  await (await scene(file, { thread, origin: { workflow: '.github/workflows/nightly.yml' } })).told()
  await (await scene(file, { thread })).told({ registry: 'models' })
  expect(thread.bodies).toHaveLength(3)
})

test('parts of several writers stand in one comment, each under its name', async () => {
  const { thread, told } = await scene({ 'a.json': RESULTS['test-report'] })
  await told({ part: 'linux' })
  await told({ part: '<b> @ada -->' })
  expect(thread.bodies).toHaveLength(1)
  expect(parseParts(thread.bodies[0] ?? '').map(({ name }) => name)).toEqual(['<b> @ada -->', 'linux'])
  expect(thread.bodies[0]).toContain('## linux')
  expect(thread.bodies[0]).not.toMatch(/<b>|[^\u200b]@ada/)
})

test('a step that could not answer is shown with what to do', async () => {
  const failure = { kind: 'failure', code: 'bad-data', message: 'no column `age`', next: 'add it' }
  const { thread, told } = await scene({ 'a.json': failure })
  await told()
  expect(thread.bodies[0]).toContain('A step could not answer')
})

test('a report that is too long for a comment is shortened there, and whole in the answer', async () => {
  const failures = Array.from({ length: 20 }, (_, at) => ({ name: `test ${at}`, message: 'x'.repeat(400) }))
  const result = { ...RESULTS['test-report'], facts: { ...RESULTS['test-report'].facts, failures } }
  const files = Object.fromEntries(Array.from({ length: 15 }, (_, at) => [`${at}.json`, result]))
  const { thread, told } = await scene(files)
  const answer = await told()
  const [body = ''] = thread.bodies
  expect(body.length).toBeLessThanOrEqual(BODY_LIMIT)
  expect(body).toContain('Shortened to fit into a comment')
  expect(answer).toMatchObject({ shortened: true })
  expect(render(answer as Result, 'markdown', { limit: 1_000_000 }).match(/test 19 /g)).toHaveLength(15)
})

test('a token that may only read degrades to the summary, says what grants more, and does not fail', async () => {
  const thread = new FakeThread()
  thread.isReadOnly = true
  const denied = new ModelyardError({
    code: 'missing-permission',
    message: 'the token may not do this',
    next: 'grant it in the job of the workflow: permissions: { pull-requests: write }',
  })
  const { told } = await scene({ 'a.json': RESULTS['test-report'] }, { thread, denied })
  const answer = await told()
  expect(answer).toMatchObject({ shown: 'summary', why: 'read-only', change: 'none' })
  const page = render(answer as Result, 'markdown')
  expect(page).toContain('`permissions: { pull-requests: write }`')
  expect(page).toContain('tests of version')
})

test('trouble of the remote is no such thing', async () => {
  const thread = new FakeThread()
  thread.isReadOnly = true
  const denied = new ModelyardError({ code: 'rate-limited', message: 'an hour', next: 'wait' })
  const { told } = await scene({ 'a.json': RESULTS['test-report'] }, { thread, denied })
  await expect(told()).rejects.toMatchObject({ code: 'rate-limited' })
})

test.each([
  ['a place that is locked', { isLocked: true }, 'locked'],
  ['a place that is not there', { isThere: false }, 'no-target'],
])('%s is no failure', async (_, given, why) => {
  const thread = Object.assign(new FakeThread(), given)
  const { told } = await scene({ 'a.json': RESULTS['test-report'] }, { thread })
  expect(await told()).toMatchObject({ shown: 'summary', why, number: 128 })
})

test('a run that is about no pull request is no failure, and one that is named is taken', async () => {
  const thread = new FakeThread()
  const bench = await workbench({ ports: { comments: fakeComments(thread) } })
  await bench.write({ 'a.json': JSON.stringify(RESULTS['test-report']) })
  const told = (input: object) => report.execute({ files: ['a.json'], ...input }, bench.ports, {})
  expect(await told({})).toMatchObject({ shown: 'summary', why: 'no-target' })
  expect(await told({ number: 9 })).toMatchObject({ shown: 'comment', number: 9 })
  expect(await told({ on: 'commit', sha: 'b'.repeat(40) })).toMatchObject({
    shown: 'comment',
    sha: 'b'.repeat(40),
  })
})

test.each([
  ['no JSON', 'hello', 'bad-json'],
  ['a list', '[]', 'bad-file'],
  ['a kind that is none', '{"kind":"verdict"}', 'bad-file'],
  ['a report of a report', JSON.stringify(RESULTS.report), 'bad-file'],
  ['a key that is not known', JSON.stringify({ ...RESULTS['test-report'], number: 7 }), 'bad-file'],
  ['a verdict without its facts', '{"kind":"gates","outcome":"passed"}', 'bad-file'],
  ['a prototype', '{"kind":"failure","__proto__":{}}', 'bad-file'],
  ['no text', '\u0000\ufffe', 'bad-json'],
])('a file with %s is refused, and nothing is written', async (_, file, code) => {
  const { thread, told } = await scene({ 'a.json': RESULTS['test-report'], 'b.json': file })
  await expect(told()).rejects.toMatchObject({ code, place: { path: 'b.json' } })
  expect(thread.calls).toEqual([])
})

test('of a folder every answer is reported, by path, and nothing else that lies in it', async () => {
  const { told, thread } = await scene({
    'all/b/gates.json': RESULTS.gates,
    'all/a/tests.json': RESULTS['test-report'],
    'all/a/notes.txt': 'no answer',
  })
  const { answers } = await told({ files: ['all'] })
  expect(answers.map(({ kind }) => kind)).toEqual(['test-report', 'gates'])
  expect(thread.calls).toContain('create')
})

test('a file that is as large as a disk, a folder without answers, or not there is refused', async () => {
  const { bench, told } = await scene({ 'a.json': '{}' })
  await truncate(join(bench.root, 'a.json'), 30 * 1024 * 1024)
  const unread = async () => {
    throw new Error('it is larger than memory')
  }
  const ports = { ...bench.ports, artifacts: { ...bench.ports.artifacts, readAll: unread } }
  await expect(report.execute({ files: ['a.json'] }, ports, {})).rejects.toMatchObject({ code: 'too-large' })
  await expect(told({ files: ['data'] })).rejects.toMatchObject({ code: 'bad-artifact' })
  await expect(told({ files: ['none.json'] })).rejects.toMatchObject({ code: 'bad-artifact' })
  await expect(told({ files: [] })).rejects.toMatchObject({ code: 'bad-input' })
})
