import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { archive, choose } from '../../sandbox/settings-pages.ts'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { pushBranch } from '../sandbox/hosted.ts'
import { manifest, startedApp } from '../support/app.ts'
import { PYTHON } from '../support/initialized.ts'
import { sha256 } from '../support/workbench.ts'
import { bareScene, SET_UP } from './onboarding.ts'

const ONE = [`${SET_UP} open modelyard[bot]`]
const UPDATE = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}'

test('a repository without a registry is offered one, by one pull request that the App judges as any other', async () => {
  const scene = await bareScene()
  const app = await startedApp(scene)
  await app.settled()
  expect(scene.pulls()).toEqual(ONE)
  const { paths, show, commits } = await scene.proposed()
  expect(commits).toBe(1)
  expect(paths).toEqual([
    '.github/modelyard-ruleset.json',
    '.github/modelyard.yml',
    'predict.py',
    'registry-data/.gitattributes',
    'registry-data/.gitignore',
    'registry-data/models/models/model.yaml',
  ])
  expect(parse(await show('.github/modelyard.yml'))).toEqual({
    registry: 'registry-data',
    workflows: [
      '.github/workflows/modelyard.yml',
      '.github/workflows/modelyard-fork.yml',
      '.github/workflows/modelyard-promote.yml',
      '.github/workflows/modelyard-monitor.yml',
      '.github/workflows/modelyard-retrain.yml',
    ],
    app: true,
  })
  expect(await show('.github/modelyard-ruleset.json')).toContain(`"integration_id": ${app.id}`)
  expect(parse(await show('registry-data/models/models/model.yaml'))).toMatchObject({
    target: 'churn',
    train: { command: 'python train.py', data: 'data/train.csv' },
    evaluate: { data: { uri: 'data/test.csv', sha256: sha256(PYTHON['data/test.csv']) } },
  })
  expect(checkRunsOf(scene.repository)).toMatchObject([{ conclusion: 'success' }])
})

test('what the App may not commit stands in the pull request, with links that hold it', async () => {
  const scene = await bareScene({
    ...PYTHON,
    'train.py': 'y = frame["plan"]\nx = frame.drop(columns=["plan"])\n',
  })
  const app = await startedApp(scene)
  await app.settled()
  const [pull] = pullsOf(scene.repository)
  const body = pull?.body ?? ''
  const links = [...body.matchAll(/\]\((\S+)\)/g)].map(([, link]) => new URL(link ?? ''))
  expect(links.map(({ pathname }) => pathname)).toEqual(Array(5).fill(`/acme/models/new/${SET_UP}`))
  for (const link of links) {
    expect(link.href.length).toBeLessThanOrEqual(8000)
    const text = link.searchParams.get('value') ?? ''
    expect(parse(text)).toMatchObject({ jobs: expect.any(Object), permissions: {} })
    // What the editor holds and what a person reads are the same.
    expect(body).toContain(text.trimEnd())
  }
  expect(links.map(({ searchParams }) => searchParams.get('filename'))).toEqual(
    parse(await (await scene.proposed()).show('.github/modelyard.yml')).workflows,
  )
  expect(body).toMatch(/target +\| plan +\| train\.py sets it apart/)
})

test('closed, it is never offered again, by whichever process', async () => {
  const scene = await bareScene()
  const app = await startedApp(scene)
  await app.settled()
  await scene.ada.octokit.request(UPDATE, { ...scene.place, pull_number: 1, state: 'closed' })
  await scene.clone.git('push', '-q', 'origin', '--delete', SET_UP)
  await app.settled()
  app.child.kill('SIGKILL')
  await app.ended
  const again = await startedApp(scene)
  await again.settled()
  expect(scene.pulls()).toEqual([`${SET_UP} closed modelyard[bot]`])
  expect(await scene.branches()).toBeUndefined()
})

test.for([
  ['a configuration that is broken', { '.github/modelyard.yml': 'registry: [\n' }],
  ['a registry', { '.github/modelyard.yml': 'registry: registry-data\n' }],
] as const)('where there is %s nothing is offered', async ([, files]) => {
  const scene = await bareScene({ ...PYTHON, ...files })
  const app = await startedApp(scene)
  await app.settled()
  expect(scene.pulls()).toEqual([])
})

test("a branch of that name that is somebody else's is left alone", async () => {
  const scene = await bareScene()
  const head = await pushBranch(scene.clone, SET_UP, { 'notes.md': 'ours\n' })
  const app = await startedApp(scene)
  await app.settled()
  expect(scene.pulls()).toEqual([])
  expect((await scene.branches())?.sha).toBe(head)
  expect(await app.metric('modelyard_settlings_failed_total')).toBe(0)
})

test('nor in a fork, in an empty repository, and in one that is archived', async () => {
  const scene = await bareScene()
  const { sandbox, repository } = scene
  const { world } = sandbox
  const facts = { collaborators: { ada: 'write' } } as const
  const fork = world.addRepository('acme/fork', { ...facts, forkOf: repository.id })
  const empty = world.addRepository('acme/empty', facts)
  const old = world.addRepository('acme/old', { ...facts, forkOf: repository.id })
  for (const one of [fork, empty, old]) await sandbox.host(one)
  Object.assign(old, { forkOf: undefined })
  archive(world, old)
  const app = await startedApp(scene, { repositories: [repository, fork, empty, old] })
  await app.settled()
  expect([repository, fork, empty, old].map(one => scene.pulls(one))).toEqual([ONE, [], [], []])
  expect(await app.metric('modelyard_settlings_failed_total')).toBe(0)
  // Taken out of the archive it is one as any other.
  archive(world, old, false)
  await app.settled()
  expect(scene.pulls(old)).toEqual(ONE)
})

test('what an installation reaches later is offered one when the App hears of it', async () => {
  const scene = await bareScene()
  const { sandbox, repository } = scene
  const { world } = sandbox
  const other = world.addRepository('acme/other', { forkOf: repository.id, collaborators: { ada: 'write' } })
  await sandbox.host(other)
  Object.assign(other, { forkOf: undefined })
  const installation = world.install(world.addApp('modelyard'), [repository], manifest.default_permissions)
  const app = await startedApp(scene, { repositories: [repository, other] })
  await app.settled()
  expect(scene.pulls(other)).toEqual([])
  choose(world, installation, [repository, other])
  await app.settled()
  expect(scene.pulls(other)).toEqual(ONE)
  for (const { guid } of [...sandbox.webhooks.deliveries]) await sandbox.webhooks.redeliver(guid)
  await app.settled()
  expect([scene.pulls(), scene.pulls(other)]).toEqual([ONE, ONE])
})

test('two processes side by side offer one', async () => {
  const scene = await bareScene()
  const [app, other] = await Promise.all([startedApp(scene), startedApp(scene)])
  await Promise.all([app.settled(), other.settled()])
  expect(scene.pulls()).toEqual(ONE)
})
