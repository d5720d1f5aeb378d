import { spawnSync } from 'node:child_process'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serverError } from '../../sandbox/faults.ts'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { PULLS, pushBranch } from '../sandbox/hosted.ts'
import { projectRoot } from '../support/imports.ts'
import { door, payload, signed } from './sending.ts'

test('what is not signed with the secret is refused, and looked at by nobody', async () => {
  const { app, send } = await door()
  expect(await send(payload(), { secret: 'development' })).toBe(400)
  expect(await send(payload(), { headers: { 'x-hub-signature-256': undefined } })).toBe(400)
  expect(await send(payload(), { headers: { 'x-hub-signature-256': 'sha256=' } })).toBe(400)
  expect(
    await send(`${payload()} `, { headers: { 'x-hub-signature-256': signed(payload(), app.secret) } }),
  ).toBe(400)
  expect(await send(payload(), { headers: { 'x-github-event': undefined } })).toBe(400)
  expect(await send(payload(), { headers: { 'content-type': 'text/plain' } })).toBe(415)
  expect(await send('{"action": ')).toBe(400)
  expect(await app.metric('modelyard_deliveries_total')).toBe(0)
  expect(app.lines.join('\n')).not.toContain(app.secret)
})

test('one for an installation that is not ours reaches nothing, and ends nothing', async () => {
  const { app, send, sandbox } = await door()
  expect(await send(payload({ installation: { id: 999 } }))).toBe(200)
  for (const body of ['null', '[]', '"text"', '']) expect(await send(body)).toBe(400)
  expect(await send(payload({ repository: { full_name: '../..' } }))).toBe(200)
  await app.settled()
  expect(sandbox.log.filter(({ route }) => route === 'PullRequest')).toEqual([])
  expect((await fetch(`${app.listening}/healthz`)).status).toBe(200)
})

test('a body that is larger than GitHub sends is not read to its end', async () => {
  const { app } = await door()
  const status = (headers: Record<string, string>, chunks: number) =>
    new Promise<number | undefined>(resolve => {
      const asking = request(app.url, { method: 'POST', headers }, answer => resolve(answer.statusCode))
      asking.on('error', () => resolve(undefined))
      const chunk = Buffer.alloc(1024 * 1024)
      for (let sent = 0; sent < chunks; sent += 1) asking.write(chunk)
      asking.end()
    })
  expect(await status({ 'content-length': String(26 * 1024 * 1024) }, 26)).toBe(413)
  expect([413, undefined]).toContain(await status({ 'transfer-encoding': 'chunked' }, 30))
  expect((await fetch(`${app.listening}/healthz`)).status).toBe(200)
  expect((await fetch(`${app.listening}/somewhere`)).status).toBe(404)
})

test('threat 11: the same delivery ten times is one check run, made once', async () => {
  const { app, clone, ada, place, sandbox, repository } = await door()
  await pushBranch(clone, 'idea', { 'docs/a.md': 'words\n' })
  await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'main' })
  await app.settled()
  const delivery = sandbox.webhooks.deliveries.find(({ event }) => event === 'pull_request')
  for (let count = 0; count < 10; count += 1) await sandbox.webhooks.redeliver(delivery?.guid ?? '')
  await app.settled()
  const after = sandbox.log.filter(({ operationId }) => operationId?.startsWith('checks/'))
  expect(after.filter(({ operationId }) => operationId === 'checks/create')).toHaveLength(1)
  expect(after.filter(({ operationId }) => operationId === 'checks/update')).toHaveLength(0)
  expect(checkRunsOf(repository)).toHaveLength(1)
})

test('what fails is logged with the delivery that asked for it, and so is how it ends', async () => {
  const { app, clone, ada, place, sandbox } = await door()
  await app.settled()
  sandbox.faults.next('PullRequest', serverError(502), 3)
  await pushBranch(clone, 'idea', { 'docs/a.md': 'words\n' })
  await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'main' })
  await app.settled()
  const { guid } = sandbox.webhooks.deliveries.find(({ event }) => event === 'pull_request') ?? {}
  const ends = () =>
    app.lines
      .map(line => JSON.parse(line))
      .filter(({ target }) => target?.is === 'pull')
      .map(({ level, deliveries }) => ({ level, deliveries }))
  await expect.poll(() => ends().at(-1)?.level, { timeout: 20_000 }).toBe(30)
  expect(ends()[0]?.level).toBe(50)
  expect(new Set(ends().map(({ deliveries }) => String(deliveries)))).toEqual(new Set([guid]))
})

test('told to stop, it lets what is under way end, and ends well', async () => {
  const { app, clone, ada, place, sandbox, repository } = await door()
  await app.settled()
  const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  sandbox.faults.next('PullRequest', {
    kind: 'slow',
    until: () => {
      asked.resolve()
      return answered.promise
    },
  })
  await pushBranch(clone, 'idea', { 'docs/a.md': 'words\n' })
  await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'main' })
  await asked.promise
  app.child.kill('SIGTERM')
  answered.resolve()
  expect(await app.ended).toBe(0)
  expect(checkRunsOf(repository).map(({ status, conclusion }) => [status, conclusion])).toEqual([
    ['completed', 'success'],
  ])
})

test('without a secret it does not start', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(projectRoot, 'app/index.ts')], {
    env: {
      PATH: process.env.PATH,
      APP_ID: '1',
      PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----',
      NODE_ENV: 'production',
    },
    encoding: 'utf8',
  })
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('WEBHOOK_SECRET') })
})
