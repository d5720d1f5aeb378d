import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWorkflowRun } from '../../../src/adapters/runner/workflow-run.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const [SHA, HEAD] = ['a'.repeat(40), 'b'.repeat(40)]
const ENV = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'acme/models',
  GITHUB_RUN_ID: '4711',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_WORKFLOW_REF: 'acme/models/.github/workflows/modelyard.yml@refs/heads/main',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_SHA: SHA,
}

async function withPayload(payload: string, env: Readonly<Record<string, string>> = {}) {
  const path = join(await temporaryFolder(), 'event.json')
  await writeFile(path, payload)
  return readWorkflowRun({ ...ENV, GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path, ...env })
}

test('a run is what its runner says of it', () => {
  expect(readWorkflowRun(ENV)).toEqual({
    repository: 'acme/models',
    id: 4711,
    attempt: 2,
    workflow: '.github/workflows/modelyard.yml',
    event: 'push',
    commit: SHA,
  })
})

test("on a pull request its commit is the head, and never GitHub's own merge", async () => {
  const payload = JSON.stringify({ pull_request: { number: 7, head: { sha: HEAD } } })
  expect(await withPayload(payload)).toMatchObject({ commit: HEAD, event: 'pull_request' })
  expect(await withPayload('{}')).toBeUndefined()
  expect(await withPayload(payload, { GITHUB_EVENT_PATH: '/nowhere' })).toBeUndefined()
})

test('a push is merged already where it is to the default branch, and nowhere else', async () => {
  const payload = JSON.stringify({ repository: { default_branch: 'main' } })
  const pushed = (GITHUB_REF: string, GITHUB_EVENT_NAME = 'push') =>
    withPayload(payload, { GITHUB_REF, GITHUB_EVENT_NAME })
  expect(await pushed('refs/heads/main')).toMatchObject({ commit: SHA, merged: true })
  for (const run of [
    await pushed('refs/heads/side'),
    await pushed('refs/tags/main'),
    await pushed('refs/heads/main', 'workflow_dispatch'),
    await withPayload('{}', { GITHUB_REF: 'refs/heads/', GITHUB_EVENT_NAME: 'push' }),
  ])
    expect(run).not.toHaveProperty('merged')
})

test('the end of another run, a schedule and a dispatch are about the commit that is checked out', async () => {
  const payload = JSON.stringify({ workflow_run: { id: 5, head_sha: HEAD } })
  for (const GITHUB_EVENT_NAME of ['workflow_run', 'schedule', 'workflow_dispatch'])
    expect(await withPayload(payload, { GITHUB_EVENT_NAME })).toMatchObject({ commit: SHA })
})

test.for([
  ['no runner', { GITHUB_ACTIONS: '' }],
  ['no run', { GITHUB_RUN_ID: '' }],
  ['a run that is no number', { GITHUB_RUN_ID: '1e3' }],
  ['no repository', { GITHUB_REPOSITORY: '' }],
  ['a repository with a line end', { GITHUB_REPOSITORY: 'acme/models\n::error::' }],
  ['a commit that is none', { GITHUB_SHA: 'main' }],
] as const)('where there is %s nothing is said', ([, env]) => {
  expect(readWorkflowRun({ ...ENV, ...env })).toBeUndefined()
})

test('without a workflow that can be named the run is said all the same', () => {
  const GITHUB_WORKFLOW_REF = `acme/models/${'w'.repeat(350)}@refs/heads/main`
  expect(readWorkflowRun({ ...ENV, GITHUB_WORKFLOW_REF })).toMatchObject({ id: 4711, workflow: undefined })
})
