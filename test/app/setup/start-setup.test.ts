import { readFileSync, statSync } from 'node:fs'
import { access, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { readSettings } from '../../../app/settings.ts'
import { serverError } from '../../../sandbox/faults.ts'
import { manifest } from '../../support/app.ts'
import { formOf, posted, registering, settingUp } from './setting-up.ts'

const FORM = { webhook: 'https://modelyard.example.com', organization: '' }
const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
const CONVERSION = 'apps/create-from-manifest'

test('what GitHub gives out for the code is what the App starts with, in a file for its owner alone', async () => {
  const { sandbox, file, setup } = await settingUp()
  const page = await fetch(await registering(setup.url, FORM))
  const text = await page.text()
  expect(page.status).toBe(200)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const written = readFileSync(file, 'utf8')
  const env = Object.fromEntries(
    written
      .trimEnd()
      .split('\n')
      .map(line => line.split(/=(.*)/s)),
  )
  const settings = readSettings(env)
  const app = [...sandbox.world.state.accounts.values()].find(one => one.app?.slug === 'modelyard')?.app
  expect(settings).toMatchObject({ appId: app?.id, privateKey: expect.stringContaining('RSA PRIVATE KEY') })
  expect(await setup.done).toBe(`${sandbox.url}/apps/modelyard/installations/new`)
  expect(text).toContain('node app.mjs')
  expect(text).not.toContain(settings.webhookSecret)
  expect(text).not.toContain('PRIVATE KEY')
  expect(text).not.toContain(env.PRIVATE_KEY)
})

test('the manifest is app.yml, with the addresses of this App', async () => {
  const { sandbox, setup } = await settingUp()
  const { action, manifest: sent } = formOf(await (await posted(setup.url, FORM)).text())
  expect(action).toMatch(new RegExp(`^${sandbox.url}/settings/apps/new\\?state=[\\w-]{32}$`))
  expect(JSON.parse(sent)).toEqual({
    ...manifest,
    hook_attributes: { url: 'https://modelyard.example.com/api/github/webhooks', active: true },
    redirect_url: `${new URL(setup.url).origin}/registered`,
  })
})

test('for an organization it goes to the page of that', async () => {
  const { setup } = await settingUp()
  const form = { webhook: 'https://x.example/hooks?a=1', organization: 'acme' }
  const { action, manifest: sent } = formOf(await (await posted(setup.url, form)).text())
  expect(new URL(action).pathname).toBe('/organizations/acme/settings/apps/new')
  expect(JSON.parse(sent)).toMatchObject({ hook_attributes: { url: 'https://x.example/hooks?a=1' } })
})

test.for([
  ['no address', { webhook: 'modelyard' }],
  ['one without TLS', { webhook: 'http://modelyard.example.com' }],
  ['one with a password', { webhook: 'https://a:b@modelyard.example.com' }],
  ['an organization that is a path', { ...FORM, organization: '../acme' }],
])('%s is asked for again', async ([, form]) => {
  const { setup } = await settingUp()
  const answer = await posted(setup.url, form as Readonly<Record<string, string>>)
  expect(answer.status).toBe(422)
  expect(formOf(await answer.text()).action).toBe('')
})

test('what was typed is shown as text, and the page runs nothing', async () => {
  const { sandbox, setup } = await settingUp()
  const hostile = '"><script>alert(1)</script>\''
  const answer = await posted(setup.url, { webhook: hostile, organization: hostile })
  const text = await answer.text()
  expect(text).not.toContain('<script')
  expect(text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;"')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'; style-src 'sha256-")
  expect(policy).toContain(`form-action 'self' ${sandbox.url}; base-uri 'none'; frame-ancestors 'none'`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('a return that nobody here asked for gives no code to GitHub', async () => {
  const { sandbox, file, setup } = await settingUp()
  const back = new URL(await registering(setup.url, FORM))
  const changed = (name: string, value: string | undefined) => {
    const other = new URL(back)
    other.searchParams.delete(name)
    if (value !== undefined) other.searchParams.set(name, value)
    return fetch(other)
  }
  for (const state of [undefined, '', 'x'.repeat(32)])
    expect((await changed('state', state)).status).toBe(400)
  expect(sandbox.log.filter(({ operationId }) => operationId === CONVERSION)).toEqual([])
  expect((await changed('code', '../../user')).status).toBe(400)
  // And with that the state is used up.
  expect((await fetch(back)).status).toBe(400)
  expect(sandbox.log.filter(({ operationId }) => operationId === CONVERSION)).toEqual([])
  expect(await isThere(file)).toBe(false)
})

test('a return that comes twice, also at once, is one call of GitHub', async () => {
  const { sandbox, setup } = await settingUp()
  const back = await registering(setup.url, FORM)
  const answers = await Promise.all([fetch(back), fetch(back), fetch(back)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  expect(sandbox.log.filter(({ operationId }) => operationId === CONVERSION)).toHaveLength(1)
})

test('a code that GitHub does not know any more gets a page that says what to do, and leaves no file', async () => {
  const { sandbox, file, setup } = await settingUp()
  const back = await registering(setup.url, FORM)
  sandbox.clock.set(new Date(sandbox.clock.now().getTime() + 3_600_000))
  const answer = await fetch(back)
  expect(answer.status).toBe(410)
  expect(await answer.text()).toMatch(/for an hour.*begin again/)
  expect(await isThere(file)).toBe(false)
})

test.for([
  ['trouble of GitHub', serverError(502)],
  ['a connection that breaks off in the answer', { kind: 'cut', moment: 'after' }],
] as const)(
  'after %s nothing is asked again, nothing is written, and another App can be made',
  async ([, fault]) => {
    const { sandbox, file, setup } = await settingUp()
    sandbox.faults.next(CONVERSION, fault)
    const answer = await fetch(await registering(setup.url, FORM))
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toMatch(/PRIVATE KEY|webhook_secret/)
    expect(sandbox.log.filter(({ operationId }) => operationId === CONVERSION)).toHaveLength(1)
    expect(await isThere(file)).toBe(false)
  },
)

test('a file that is there is left as it is: before anything begins, and when it came meanwhile', async () => {
  const { sandbox, file, setup } = await settingUp()
  const back = await registering(setup.url, FORM)
  await writeFile(file, 'mine\n')
  expect((await fetch(back)).status).toBe(500)
  expect(readFileSync(file, 'utf8')).toBe('mine\n')
  // The secrets were not asked for: nobody could have kept them.
  expect(sandbox.log.filter(({ operationId }) => operationId === CONVERSION)).toEqual([])
  await expect(settingUp({ file })).rejects.toMatchObject({ code: 'bad-input' })
})

test('whoever does not know the address gets nothing, nor who comes by another name', async () => {
  const { setup } = await settingUp()
  const { origin, port, pathname } = new URL(setup.url)
  expect((await fetch(origin)).status).toBe(404)
  expect((await posted(`${origin}/`, FORM)).status).toBe(404)
  const asked = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: pathname, headers: { host } }, answer => {
        answer.resume()
        resolve(answer.statusCode)
      })
        .on('error', reject)
        .end()
    })
  expect(await asked(`localhost:${port}`)).toBe(200)
  expect(await asked('evil.example')).toBe(404)
})
