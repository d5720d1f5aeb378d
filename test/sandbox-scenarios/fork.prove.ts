import { expect, test } from 'vitest'
import { type ZipEntry, zipOf } from '../../sandbox/runner/zip.ts'
import { CALLER, forkScene, PASSED } from '../support/fork.ts'
import { RESULTS } from '../support/results.ts'
import { FILES, FOLDER } from '../support/validated.ts'

// Threats 2 and 16: a run of a fork's pull request leaves whatever it likes, and its workflow may be the fork's own.

const left = (name: string, ...entries: readonly ZipEntry[]) => ({
  name: `modelyard-result-${name}`,
  zip: zipOf(...entries),
})
const answer = (value: object, name = 'modelyard-run-1.json') => ({ name, content: JSON.stringify(value) })
const TESTS = answer(RESULTS['test-report'])

test("what a fork's run left is shown at its pull request, under the marker of its workflow", async () => {
  const { ended, started, comments, number, sandbox, token } = await forkScene()
  const run = ended({ artifacts: [left('test-churn', TESTS)] })
  const { status, outputs, log } = await started('actions/report', run)
  expect({ status, shown: outputs.shown }, log).toEqual({ status: 0, shown: 'comment' })
  expect(comments()).toMatchObject([{ issue: number }])
  expect(comments()[0]?.body).toMatch(
    /^<!-- modelyard: root=registry-data model=churn workflow=\S+yard\.yml -->/,
  )
  expect(comments()[0]?.body).toContain(`/actions/runs/${run.id}`)
  await started('actions/conclude', run)
  expect(sandbox.unusedPermissions(token)).toEqual([])
})

test('an artifact that names another pull request is shown at the one of its head', async () => {
  const { ended, started, comments, number, sandbox, repository, ada, place } = await forkScene()
  const other = await ada.octokit.request('POST /repos/{owner}/{repo}/issues', { ...place, title: 'Other' })
  const claim = { ...RESULTS['test-report'], number: other.data.number, 'pull-request': other.data.number }
  await started('actions/report', ended({ artifacts: [left('a', answer(claim)), left('b', TESTS)] }))
  expect(comments().map(({ issue }) => issue)).toEqual([number])
  expect(sandbox.world.repository('acme/models')).toBe(repository)
})

test('an artifact with a verdict of its own is not shown, and judges nothing', async () => {
  const { ended, started, comments, statuses } = await forkScene()
  const verdict = { ...RESULTS.conclusion, outcome: 'passed', description: 'passed: everything' }
  const run = ended({
    jobs: { ...PASSED, 'pipeline / test churn': 'failure' },
    artifacts: [left('verdict', answer(verdict)), left('gates', answer(RESULTS.gates))],
  })
  await started('actions/report', run)
  expect(comments()[0]?.body).not.toContain('passed: everything')
  expect(comments()[0]?.body).toContain('it holds a judgement')
  await started('actions/conclude', run)
  expect(statuses()).toMatchObject([{ state: 'failure', description: 'failed: test' }])
})

test.for<[string, ZipEntry[] | Uint8Array, string]>([
  [
    'lines of GITHUB_ENV',
    [{ name: 'modelyard.json', content: 'LD_PRELOAD=/tmp/a.so\n::set-env name=A::b\n' }],
    'something else',
  ],
  ['a name that leads out', [answer({}, '../../../etc/cron.d/a.json')], 'a file whose name is none of ours'],
  ['a name of another system', [answer({}, '..\\a.json')], 'a file whose name is none of ours'],
  ['a name from the root', [answer({}, '/tmp/a.json')], 'a file whose name is none of ours'],
  ['a bomb', [{ name: 'a.json', content: new Uint8Array(64 * 2 ** 20) }], 'more than 1048576 bytes'],
  [
    'a bomb that lies',
    [{ name: 'a.json', content: new Uint8Array(64 * 2 ** 20), claimedSize: 10 }],
    'larger than it says',
  ],
  ['10,000 files', Array.from({ length: 10_000 }, (_, at) => answer({}, `${at}.json`)), '1048576 bytes'],
  ['many small files', Array.from({ length: 900 }, (_, at) => answer({}, `${at}.json`)), '900 files'],
  ['no archive', new TextEncoder().encode('#!/bin/sh\nexit 0\n'.repeat(9)), 'no zip archive'],
])('%s is not taken, and keeps nothing else from being shown', async ([, hostile, why]) => {
  const { ended, started, comments } = await forkScene()
  const zip = hostile instanceof Uint8Array ? hostile : zipOf(...hostile)
  const artifacts = [{ name: 'modelyard-result-bad', zip }, left('test-churn', TESTS)]
  const { status, env, path, commands, log } = await started('actions/report', ended({ artifacts }))
  expect(status, log).toBe(0)
  expect(comments()[0]?.body).toContain('modelyard-result-bad was not taken')
  expect(comments()[0]?.body).toContain(why)
  expect(comments()[0]?.body).toContain('tests of version')
  expect({ env, path, commands }).toEqual({ env: {}, path: [], commands: [] })
})

test('of too many artifacts some are shown, and it is said', async () => {
  const { ended, started, comments } = await forkScene()
  const artifacts = Array.from({ length: 60 }, (_, at) => left(`${at}`, answer({ kind: 'nothing' })))
  const { status, log } = await started('actions/report', ended({ artifacts }))
  expect(status, log).toBe(0)
  expect(comments()[0]?.body).toContain('the run left more than 40')
})

test("the head is marked by GitHub's record of the jobs", async () => {
  const { ended, started, statuses, head } = await forkScene()
  const run = ended()
  const { status, log } = await started('actions/conclude', run)
  expect(status, log).toBe(0)
  expect(statuses()).toMatchObject([
    {
      sha: head,
      context: 'modelyard/pipeline',
      state: 'success',
      description: 'passed: registry, lint, test',
      targetUrl: `https://github.com/acme/models/actions/runs/${run.id}`,
    },
  ])
})

test.for([
  ['fails it where model.yaml of the base says so', 'preview: {fail-on: worse}\n', 'failure'],
  ['is shown alone otherwise', '', 'success'],
] as const)('a comparison that failed %s', async ([, preview, state]) => {
  const path = `${FOLDER}/model.yaml`
  const base = { [path]: `${String(FILES[path])}${preview}` }
  const { ended, started, statuses } = await forkScene({ base })
  const jobs = {
    ...PASSED,
    'pipeline / compare churn': 'failure',
    'pipeline / compare gone': 'failure',
  } as const
  await started('actions/conclude', ended({ jobs }))
  expect(statuses()).toMatchObject([{ state }])
})

test('a head that changes the workflow that judges it does not pass', async () => {
  const { ended, started, statuses } = await forkScene({
    changes: { [CALLER]: 'on: pull_request\njobs: {}\n' },
  })
  expect((await started('actions/conclude', ended())).status).toBe(1)
  expect(statuses()).toMatchObject([
    { state: 'failure', description: `the pull request changes ${CALLER}, which judges it` },
  ])
})

test('nor one that brings a workflow of the same name along', async () => {
  const path = '.github/workflows/other.yml'
  const { ended, started, statuses } = await forkScene({ changes: { [path]: 'name: Modelyard\n' } })
  await started('actions/conclude', ended({ path }))
  expect(statuses()).toMatchObject([
    { state: 'failure', description: `.github/modelyard.yml of the base does not list ${path}` },
  ])
})

test('nor one that changes a workflow which the listed one calls', async () => {
  const path = '.github/workflows/steps.yml'
  const { ended, started, statuses } = await forkScene({ changes: { [path]: 'on: workflow_call\n' } })
  await started('actions/conclude', ended({ calls: [`acme/models/${path}@refs/pull/1/merge`] }))
  expect(statuses()).toMatchObject([{ state: 'failure', description: expect.stringContaining(path) }])
})

test('a modelyard.yml that is broken on the base lets nothing pass', async () => {
  const { ended, started, statuses } = await forkScene({ config: 'workflows: {\n' })
  await started('actions/conclude', ended())
  expect(statuses()).toMatchObject([
    { state: 'failure', description: expect.stringContaining('cannot be read') },
  ])
})

test('a head that was pushed over meanwhile is not marked', async () => {
  const { ended, started, statuses, forkClone, comments } = await forkScene()
  const run = ended({ artifacts: [left('a', TESTS)] })
  await forkClone.commit('more', { 'b.txt': 'c\n' })
  await forkClone.git('push', '-q', 'origin', 'idea')
  expect((await started('actions/conclude', run)).outputs.outcome).toBe('inconclusive')
  expect((await started('actions/report', run)).status).toBe(0)
  expect([statuses(), comments()]).toEqual([[], []])
})

test('another run than the one that has ended is refused', async () => {
  const { ended, started, statuses } = await forkScene()
  const [run, other] = [ended(), ended()]
  for (const action of ['actions/report', 'actions/conclude'])
    expect((await started(action, run, { run: String(other.id) })).status).toBe(2)
  expect(statuses()).toEqual([])
})

test('a head whose branch was deleted meanwhile is judged and shown all the same', async () => {
  const { ended, started, statuses, forkClone, comments, head, number } = await forkScene()
  const run = ended({ artifacts: [left('a', TESTS)] })
  await forkClone.git('push', '-q', 'origin', '--delete', 'idea')
  expect((await started('actions/conclude', run)).status).toBe(0)
  expect((await started('actions/report', run)).status).toBe(0)
  expect(statuses()).toMatchObject([{ sha: head, state: 'success' }])
  expect(comments()).toMatchObject([{ issue: number }])
})
