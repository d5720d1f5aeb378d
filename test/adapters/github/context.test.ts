import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readGitHubContext } from '../../../src/adapters/github/context.ts'
import { parseEvent } from '../../../src/adapters/github/event.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const SHA = 'b'.repeat(40)
const ENV = {
  GITHUB_REPOSITORY: 'acme/models',
  GITHUB_TOKEN: 'ghs_x',
  GITHUB_RUN_ID: '4242',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_WORKFLOW_REF: 'acme/models/.github/workflows/pipeline.yml@refs/pull/7/merge',
  GITHUB_SHA: SHA,
}

async function withEvent(name: string, payload: string) {
  const path = join(await temporaryFolder(), 'event.json')
  await writeFile(path, payload)
  return readGitHubContext({ ...ENV, GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path })
}

test('a context is what the runner says', async () => {
  expect(await readGitHubContext(ENV)).toMatchObject({
    apiUrl: 'https://api.github.com',
    graphqlUrl: 'https://api.github.com/graphql',
    serverUrl: 'https://github.com',
    owner: 'acme',
    repository: 'models',
    token: 'ghs_x',
    run: 4242,
    attempt: 2,
    workflow: '.github/workflows/pipeline.yml',
    sha: SHA,
    event: { name: '', pullRequest: undefined },
  })
  expect(await readGitHubContext(ENV, 'given')).toMatchObject({ token: 'given' })
})

test("an enterprise server's addresses are taken", async () => {
  const at = {
    ...ENV,
    GITHUB_API_URL: 'https://git.acme.example/api/v3/',
    GITHUB_SERVER_URL: 'https://git.acme.example',
  }
  expect(await readGitHubContext(at)).toMatchObject({
    apiUrl: 'https://git.acme.example/api/v3',
    graphqlUrl: 'https://git.acme.example/api/graphql',
  })
})

test.each([
  ['no repository', { GITHUB_REPOSITORY: undefined }],
  ['a repository that is none', { GITHUB_REPOSITORY: 'acme/models/x' }],
  ['a repository that leads elsewhere', { GITHUB_REPOSITORY: 'acme/..' }],
  ['no token', { GITHUB_TOKEN: '' }],
  ['an address without TLS', { GITHUB_API_URL: 'http://api.example' }],
  ['an address that only looks like this machine', { GITHUB_API_URL: 'http://127.0.0.1.example' }],
  ['an address with a password', { GITHUB_API_URL: 'https://a:b@api.example' }],
])('%s is refused', async (_, env) => {
  await expect(readGitHubContext({ ...ENV, ...env })).rejects.toMatchObject({ code: 'no-github' })
})

test('a pull request is known by its number and head', async () => {
  const { event } = await withEvent(
    'pull_request',
    JSON.stringify({ pull_request: { number: 7, head: { sha: SHA } } }),
  )
  expect(event).toMatchObject({ name: 'pull_request', pullRequest: 7, issue: undefined, headSha: SHA })
})

test('a comment at a pull request is about that, any other about an issue', () => {
  const about = (issue: object) => parseEvent('issue_comment', JSON.stringify({ issue }))
  expect(about({ number: 7, pull_request: {} })).toMatchObject({ pullRequest: 7, issue: undefined })
  expect(about({ number: 7 })).toMatchObject({ pullRequest: undefined, issue: 7 })
})

const RUN = {
  id: 9,
  run_attempt: 2,
  path: '.github/workflows/pipeline.yml@refs/heads/main',
  head_sha: SHA,
  head_branch: 'feature',
  head_repository: { id: 3, owner: { login: 'fork' } },
}

test('a finished run is known by its head', () => {
  expect(parseEvent('workflow_run', JSON.stringify({ workflow_run: RUN })).workflowRun).toEqual({
    id: 9,
    attempt: 2,
    path: '.github/workflows/pipeline.yml',
    headSha: SHA,
    headBranch: 'feature',
    headOwner: 'fork',
    headRepositoryId: 3,
  })
})

test.each([
  ['no JSON', '{'],
  ['a list', '[1]'],
  ['a number as text', '{"pull_request":{"number":"7","head":{"sha":7}}}'],
  ['a number below one', '{"pull_request":{"number":-7}}'],
  ['a prototype', '{"__proto__":{"pull_request":{"number":7}}}'],
  ['a run without a repository', JSON.stringify({ workflow_run: { ...RUN, head_repository: null } })],
])('a payload with %s says nothing', async (_, payload) => {
  const { event } = await withEvent('push', payload)
  expect(event).toEqual({
    name: 'push',
    pullRequest: undefined,
    issue: undefined,
    headSha: undefined,
    workflowRun: undefined,
  })
})

test('a payload that is not there says nothing', async () => {
  const context = await readGitHubContext({
    ...ENV,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: '/none/event.json',
  })
  expect(context.event).toMatchObject({ name: 'push', pullRequest: undefined })
})
