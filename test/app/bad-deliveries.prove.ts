import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { archive, choose, move, setDefaultBranch, suspend, uninstall } from '../../sandbox/settings-pages.ts'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { announcementsOf } from '../../sandbox/webhooks/announce.ts'
import type { Repository } from '../../sandbox/world.ts'
import { cloneOf, PULLS, pushBranch } from '../sandbox/hosted.ts'
import { manifest, startedApp } from '../support/app.ts'
import { type Judging, judging } from './judging.ts'
import { door, payload, signed } from './sending.ts'

/** Somebody's pull request that changes nothing that judges. */
async function idea({ clone, ada, place }: Judging, branch = 'idea'): Promise<number> {
  await pushBranch(clone, branch, { [`docs/${branch}.md`]: 'words\n' })
  const { data } = await ada.octokit.request(PULLS, { ...place, title: branch, head: branch, base: 'main' })
  return data.number
}

/** What an App that is at rest did, and that nothing of it went wrong. */
async function expectCalm({ app }: Judging): Promise<void> {
  await app.settled()
  expect(await app.metric('modelyard_settlings_failed_total')).toBe(0)
  expect(app.lines.filter(line => levelOf(line) >= 50)).toEqual([])
}

const levelOf = (line: string) => (JSON.parse(line) as { readonly level?: number }).level ?? 0

const writes = ({ sandbox }: Judging) =>
  sandbox.log.filter(
    ({ writes: isWrite, actor, route }) =>
      isWrite && actor === 'modelyard[bot]' && !/^git-|access_tokens/.test(route),
  )

test('what is truncated on its way is refused, however it was signed', async () => {
  const scene = await door()
  const { app, send, sandbox } = scene
  const whole = payload()
  const part = whole.slice(0, -20)
  // Signed as a whole, and as what came.
  expect(await send(part, { headers: { 'x-hub-signature-256': signed(whole, app.secret) } })).toBe(400)
  expect(await send(part)).toBe(400)
  // Less than it said that it would be: the connection ends, and so does the matter.
  const { port, hostname } = new URL(app.url)
  await new Promise<void>(resolve => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST /api/github/webhooks HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: ${whole.length}\r\n\r\n${part}`,
      )
      socket.end()
    })
    socket.on('close', () => resolve())
    socket.on('error', () => resolve())
    socket.resume()
  })
  expect((await fetch(`${app.listening}/healthz`)).status).toBe(200)
  await app.settled()
  // Who sends what is not signed writes nothing into the log.
  expect(app.lines.join('\n')).not.toContain('full_name')
  expect(await app.metric('modelyard_deliveries_total')).toBe(0)
  expect(sandbox.log.filter(({ route }) => route === 'PullRequest')).toEqual([])
})

test('one of an event that it never asked for is taken, and nothing is looked at', async () => {
  const scene = await door()
  const { app, send } = scene
  await app.settled()
  const before = await app.metric('modelyard_asked_total')
  for (const event of ['star', 'issues', 'member', 'no_such_event', 'pull_request_review_thread'])
    expect(await send(payload(), { event })).toBe(200)
  await expectCalm(scene)
  expect(await app.metric('modelyard_asked_total')).toBe(before)
})

test('threat 12: one for a repository that its installation does not cover is refused, and its token is of no use there', async () => {
  const scene = await door()
  const { app, send, sandbox, repository } = scene
  const { world } = sandbox
  const number = await idea(scene)
  await app.settled()
  // Public, so that any token reads it; the other is of somebody else, who installed the App, too.
  const others = world.addRepository('others/models')
  const theirs = world.install(world.account('modelyard[bot]'), [others], manifest.default_permissions)
  const before = sandbox.log.length
  const body = {
    installation: { id: theirs.id },
    repository: { id: repository.id, full_name: 'acme/models' },
    pull_request: { number },
  }
  expect(await send(payload(body))).toBe(200)
  expect(
    await send(
      payload({
        ...body,
        installation: { id: app.installation.id },
        repository: { id: others.id, full_name: 'acme/models' },
      }),
    ),
  ).toBe(200)
  await expectCalm(scene)
  expect(sandbox.log.slice(before).map(({ operationId, status }) => [operationId, status])).toEqual([
    ['apps/create-installation-access-token', 422],
    ['apps/create-installation-access-token', 422],
  ])
  // Every token that anything is done with is for one repository.
  const used = [...world.state.tokens.values()].filter(
    token => token.kind === 'app' && sandbox.usedPermissions(token).some(({ name }) => name !== 'metadata'),
  )
  expect(used.map(({ repositories }) => repositories)).toEqual([[repository.id]])
})

test.for([
  ['suspended', (scene: Judging) => suspend(scene.sandbox.world, scene.app.installation)],
  ['deleted', (scene: Judging) => uninstall(scene.sandbox.world, scene.app.installation)],
  ['archived', (scene: Judging) => archive(scene.sandbox.world, scene.repository)],
  [
    'taken from the installation',
    (scene: Judging) => choose(scene.sandbox.world, scene.app.installation, []),
  ],
] as const)(
  'what waits for one that is %s ends calmly, before it was begun and in the middle',
  async ([, end]) => {
    const scene = await judging({ tolerate: ['permission'] })
    const { app, sandbox, repository } = scene
    await app.settled()
    // In the middle: while the check run of its head is looked for.
    sandbox.faults.next('checks/list-for-ref', { kind: 'slow', until: async () => end(scene) })
    await idea(scene)
    await expectCalm(scene)
    expect(checkRunsOf(repository)).toEqual([])
    const delivered = sandbox.webhooks.deliveries.filter(({ event }) => event === 'pull_request')
    expect(delivered).not.toEqual([])
    // Before it was begun.
    for (const { guid } of delivered) await sandbox.webhooks.redeliver(guid)
    await expectCalm(scene)
    expect(checkRunsOf(repository)).toEqual([])
  },
)

test('an installation that is no longer suspended is made right at once', async () => {
  const scene = await judging()
  const { app, sandbox } = scene
  suspend(sandbox.world, app.installation)
  await idea(scene)
  await expectCalm(scene)
  expect(scene.checks()).toEqual([])
  suspend(sandbox.world, app.installation, false)
  await expectCalm(scene)
  expect(scene.checks()).toMatchObject([{ conclusion: 'success' }])
})

test('a repository that is renamed is followed, and who takes its name is another', async () => {
  const scene = await judging({ tolerate: ['permission'] })
  const { app, sandbox, repository } = scene
  const { world } = sandbox
  await idea(scene)
  await app.settled()
  const old = sandbox.webhooks.deliveries.find(({ event }) => event === 'pull_request')?.guid ?? ''
  move(world, repository, 'acme/renamed')
  await app.settled()
  const renamed = { ...scene, place: { owner: 'acme', repo: 'renamed' } }
  await scene.clone.git('remote', 'set-url', 'origin', sandbox.gitUrl(repository, scene.ada.token))
  await idea(renamed, 'more')
  await expectCalm(renamed)
  expect(scene.checks().map(({ conclusion }) => conclusion)).toEqual(['success', 'success'])

  // The old name is free, and somebody takes it; a delivery of before comes late.
  const second = await taken(scene, 'acme/models')
  await sandbox.webhooks.redeliver(old)
  await expectCalm(scene)
  expect(checkRunsOf(second)).toEqual([])
  expect(scene.checks()).toHaveLength(2)
  // Installed there, too, the two are kept apart.
  choose(world, app.installation, [repository, second])
  sandbox.webhooks.add({
    repository: second,
    url: app.url,
    secret: app.secret,
    events: manifest.default_events,
    app: app.id,
  })
  await idea({ ...scene, clone: await cloneOf(scene, 'ada', second) })
  await idea(renamed, 'third')
  await expectCalm(scene)
  expect(checkRunsOf(second)).toMatchObject([{ conclusion: 'success' }])
  expect(scene.checks()).toHaveLength(3)
})

/** A repository of a name that another one had, with the same first commits. */
async function taken({ sandbox, repository }: Judging, name: string): Promise<Repository> {
  const second = sandbox.world.addRepository(name, {
    forkOf: repository.id,
    collaborators: { ada: 'write' },
  })
  await sandbox.host(second)
  return Object.assign(second, { forkOf: undefined })
}

test('a new name that nobody told of is found by whatever is told next', async () => {
  const scene = await judging()
  const { app, sandbox, repository, ada } = scene
  await app.settled()
  move(sandbox.world, repository, 'acme/renamed')
  announcementsOf(repository).splice(0)
  await scene.clone.git('remote', 'set-url', 'origin', sandbox.gitUrl(repository, ada.token))
  const before = sandbox.log.length
  await idea({ ...scene, place: { owner: 'acme', repo: 'renamed' } })
  await expectCalm(scene)
  expect(scene.checks()).toMatchObject([{ conclusion: 'success' }])
  expect(sandbox.log.slice(before).filter(({ status }) => status === 301)).toEqual([])
})

test("a repository that is transferred is the new owner's: the old installation reaches it no more", async () => {
  const scene = await judging({ tolerate: ['permission'] })
  const { app, sandbox, repository } = scene
  const { world } = sandbox
  await idea(scene)
  await app.settled()
  const old = sandbox.webhooks.deliveries.find(({ event }) => event === 'pull_request')?.guid ?? ''
  move(world, repository, 'others/models')
  const before = writes(scene).length
  await sandbox.webhooks.redeliver(old)
  await expectCalm(scene)
  expect(writes(scene).length).toBe(before)
  world.install(world.account('modelyard[bot]'), [repository], manifest.default_permissions)
  await scene.clone.git('remote', 'set-url', 'origin', sandbox.gitUrl(repository, scene.ada.token))
  await idea({ ...scene, place: { owner: 'others', repo: 'models' } }, 'more')
  await expectCalm(scene)
  expect(scene.checks().map(({ conclusion }) => conclusion)).toEqual(['success', 'success'])
})

test('of an archived repository nothing is judged, until it is taken out again', async () => {
  const scene = await judging()
  const { app, sandbox, repository } = scene
  await app.settled()
  await idea(scene)
  await app.settled()
  archive(sandbox.world, repository)
  await app.settled()
  const before = sandbox.log.length
  for (const { guid } of [...sandbox.webhooks.deliveries]) await sandbox.webhooks.redeliver(guid)
  await expectCalm(scene)
  // It is asked once what the repository is, and then let be.
  expect(sandbox.log.slice(before).map(({ operationId }) => operationId)).toEqual(
    Array(sandbox.log.length - before).fill('apps/create-installation-access-token'),
  )
  expect(sandbox.log.length - before).toBeLessThanOrEqual(1)
  archive(sandbox.world, repository, false)
  await idea(scene, 'more')
  await expectCalm(scene)
  expect(scene.checks()).toHaveLength(2)
})

test('another default branch is the one that is looked at from then on', async () => {
  const scene = await judging()
  const { app, sandbox, repository, clone } = scene
  await app.settled()
  await clone.git('push', '-q', 'origin', 'main:trunk')
  setDefaultBranch(sandbox.world, repository, 'trunk')
  await expectCalm(scene)
  const number = await idea(scene)
  await scene.ada.octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...scene.place,
    pull_number: number,
    base: 'trunk',
  })
  await expectCalm(scene)
  expect(scene.checks()).toMatchObject([{ conclusion: 'success' }])
})

test('an empty repository is settled, whatever is said of it', async () => {
  const scene = await door()
  const { app, send, sandbox, repository } = scene
  await app.settled()
  const empty = sandbox.world.addRepository('acme/empty')
  await sandbox.host(empty)
  choose(sandbox.world, app.installation, [repository, empty])
  const at = {
    installation: { id: app.installation.id },
    repository: { id: empty.id, full_name: 'acme/empty', default_branch: 'main' },
  }
  expect(await send(payload({ ...at, ref: 'refs/heads/main' }), { event: 'push' })).toBe(200)
  expect(await send(payload({ ...at, action: 'edited' }), { event: 'repository' })).toBe(200)
  expect(await send(payload({ ...at, pull_request: { number: 7 } }))).toBe(200)
  const before = writes(scene).length
  await expectCalm(scene)
  expect(writes(scene).length).toBe(before)
})

test('an installation that goes while everything is looked at keeps nobody else waiting', async () => {
  const scene = await judging()
  const { app, sandbox } = scene
  const { world } = sandbox
  await app.settled()
  app.child.kill('SIGKILL')
  await app.ended
  await idea(scene)
  await sandbox.webhooks.settled()
  // The one that goes is asked first.
  const others = world.addRepository('others/models')
  const going = world.install(world.account('modelyard[bot]'), [others], manifest.default_permissions)
  const [first] = world.state.installations
  if (first === undefined) throw new Error('it is installed nowhere')
  world.state.installations.delete(first[0])
  world.state.installations.set(...first)
  sandbox.faults.next('apps/list-installations', { kind: 'slow', until: async () => uninstall(world, going) })
  const again = await startedApp(scene)
  await expectCalm({ ...scene, app: again })
  expect(scene.checks()).toMatchObject([{ conclusion: 'success' }])
})
