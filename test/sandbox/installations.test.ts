import { expect, test } from 'vitest'
import type { SandboxOptions } from '../../sandbox/server.ts'
import { archive, choose, move, suspend, uninstall } from '../../sandbox/settings-pages.ts'
import { clientOf, openScene } from '../support/sandbox.ts'
import { hearing } from './hearing.ts'

const GRANTED = { contents: 'write', issues: 'write', metadata: 'read' } as const
const READ = 'GET /repos/{owner}/{repo}/issues'
const WRITE = 'POST /repos/{owner}/{repo}/issues'
const VIEW =
  'query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { id isArchived } }'

/** An App on `acme/models` alone, beside a public repository of others, and its token. */
async function installed(options: SandboxOptions = {}) {
  const scene = await openScene({}, options)
  const { world } = scene.sandbox
  const bot = world.addApp('modelyard')
  const installation = world.install(bot, [scene.repository], GRANTED)
  const token = world.issueToken({
    kind: 'app',
    login: bot.login,
    permissions: GRANTED,
    installation: installation.id,
  })
  const others = world.addRepository('others/models')
  return { ...scene, world, installation, others, bot, app: clientOf(scene.sandbox, token) }
}

const status = (call: Promise<{ readonly status: number }>) =>
  call.then(
    answer => answer.status,
    (error: { readonly status?: number }) => error.status,
  )

test('a suspended installation is refused, and the token of one that is gone is none', async () => {
  const { app, place, world, installation } = await installed()
  expect(await status(app.request(READ, place))).toBe(200)
  suspend(world, installation)
  expect(await status(app.request(READ, place))).toBe(403)
  suspend(world, installation, false)
  expect(await status(app.request(READ, place))).toBe(200)
  uninstall(world, installation)
  expect(await status(app.request(READ, place))).toBe(401)
})

test('what is public is read without being installed there, and written by nobody', async () => {
  const { app, others } = await installed({ tolerate: ['permission'] })
  const place = { owner: 'others', repo: 'models' }
  expect(await status(app.request(READ, place))).toBe(200)
  expect(await status(app.request(WRITE, { ...place, title: 'a' }))).toBe(403)
  others.private = true
  expect(await status(app.request(READ, place))).toBe(404)
})

test('a token that was narrowed to one repository writes in no other of its installation', async () => {
  const { sandbox, world, installation, repository, bot } = await installed({ tolerate: ['permission'] })
  const second = world.addRepository('acme/second')
  choose(world, installation, [repository, second])
  const narrowed = world.issueToken({
    kind: 'app',
    login: bot.login,
    permissions: GRANTED,
    installation: installation.id,
    repositories: [second.id],
  })
  const client = clientOf(sandbox, narrowed)
  const write = (repo: string) => status(client.request(WRITE, { owner: 'acme', repo, title: 'a' }))
  expect([await write('second'), await write('models')]).toEqual([201, 403])
})

test('who asks by an old name is sent on, with its method and body, until another repository takes it', async () => {
  const { app, place, world, repository } = await installed({ tolerate: ['permission'] })
  move(world, repository, 'acme/renamed')
  const { url } = await app.request(READ, place)
  expect(new URL(url).pathname).toBe(`/repositories/${repository.id}/issues`)
  expect((await app.request(WRITE, { ...place, title: 'sent on' })).status).toBe(201)
  const renamed = { owner: 'acme', repo: 'renamed' }
  expect((await app.request(READ, renamed)).data).toMatchObject([{ title: 'sent on' }])
  const { repository: seen } = await app.graphql<{ repository: unknown }>(VIEW, {
    owner: 'acme',
    name: 'models',
  })
  expect(seen).toMatchObject({ isArchived: false })
  world.addRepository('acme/models')
  expect((await app.request(READ, place)).data).toEqual([])
  expect(await status(app.request(WRITE, { ...place, title: 'b' }))).toBe(403)
})

test('an archived repository is read by everybody and written by nobody', async () => {
  const { app, place, world, repository } = await installed()
  archive(world, repository)
  expect(await status(app.request(READ, place))).toBe(200)
  await expect(app.request(WRITE, { ...place, title: 'a' })).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining('archived'),
  })
})

test('an App hears of its installations whatever it asked for, and of a repository what it asked for', async () => {
  const scene = await installed()
  const { world, installation, repository, bot, sandbox } = scene
  const own = await hearing(scene, { app: bot.app?.id ?? 0, events: ['push'] })
  const wide = await hearing(scene, { app: bot.app?.id ?? 0, events: ['repository'] })
  const second = world.addRepository('acme/second')
  choose(world, installation, [repository, second])
  choose(world, installation, [repository])
  move(world, repository, 'acme/renamed')
  archive(world, repository)
  await sandbox.webhooks.settled()
  archive(world, repository, false)
  suspend(world, installation)
  await sandbox.webhooks.settled()
  // While it is suspended it hears of nothing else.
  archive(world, repository)
  await sandbox.webhooks.settled()
  suspend(world, installation, false)
  uninstall(world, installation)
  await sandbox.webhooks.settled()
  const told = [
    'installation_repositories added',
    'installation_repositories removed',
    'installation suspend',
    'installation unsuspend',
    'installation deleted',
  ]
  const said = (news: readonly { readonly as: string }[]) => news.map(({ as }) => as)
  expect(said(await own())).toEqual(told)
  // Each of an App's addresses is told once.
  const all = said(await wide())
  expect(all.filter(as => as.startsWith('installation'))).toEqual(told)
  expect(all.filter(as => as.startsWith('repository'))).toEqual(['repository renamed', 'repository archived'])
})
