import { expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { openSandbox } from '../support/sandbox.ts'

const MANIFEST = {
  name: 'Modelyard',
  url: 'https://github.com/modelyard/modelyard',
  redirect_url: 'http://127.0.0.1:3000/registered',
  hook_attributes: { url: 'https://modelyard.example.com/hooks' },
  default_permissions: { checks: 'write' },
  default_events: ['push'],
}

async function registered(
  { url }: Sandbox,
  manifest: object = MANIFEST,
  page = '/settings/apps/new?state=s1',
) {
  const body = new URLSearchParams({ manifest: JSON.stringify(manifest) })
  const answer = await fetch(`${url}${page}`, { method: 'POST', body, redirect: 'manual' })
  return { status: answer.status, back: new URL(answer.headers.get('location') ?? 'none:') }
}

async function converted({ url }: Sandbox, code: string | null) {
  const answer = await fetch(`${url}/app-manifests/${code}/conversions`, {
    method: 'POST',
    headers: { 'user-agent': 'tests', 'x-github-api-version': '2026-03-10' },
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

test('a manifest becomes an App, whose secrets its code gives out once, to whoever has it', async () => {
  const sandbox = await openSandbox()
  const { status, back } = await registered(sandbox)
  expect([status, back.origin, back.pathname, back.searchParams.get('state')]).toEqual([
    302,
    'http://127.0.0.1:3000',
    '/registered',
    's1',
  ])
  const code = back.searchParams.get('code')
  expect(await converted(sandbox, code)).toMatchObject({
    status: 201,
    body: { slug: 'modelyard', permissions: { checks: 'write' }, events: ['push'], pem: expect.any(String) },
  })
  expect((await converted(sandbox, code)).status).toBe(404)
  expect((await converted(sandbox, 'strange')).status).toBe(404)
})

test('after an hour the code is not known any more', async () => {
  const sandbox = await openSandbox()
  const { back } = await registered(sandbox)
  sandbox.clock.set(new Date(sandbox.clock.now().getTime() + 3_600_000))
  expect((await converted(sandbox, back.searchParams.get('code'))).status).toBe(404)
})

test('in an organization it is that one which owns it', async () => {
  const sandbox = await openSandbox()
  sandbox.world.addAccount('acme', 'Organization')
  const { back } = await registered(sandbox, MANIFEST, '/organizations/acme/settings/apps/new')
  expect(back.searchParams.get('state')).toBeNull()
  const { body } = await converted(sandbox, back.searchParams.get('code'))
  expect(body).toMatchObject({ owner: { login: 'acme' } })
})

test.for([
  ['no address of its own', { ...MANIFEST, url: undefined }],
  ['nowhere to go back to', { ...MANIFEST, redirect_url: undefined }],
  ['no address of its webhook', { ...MANIFEST, hook_attributes: undefined }],
  ['a name that is too long', { ...MANIFEST, name: 'M'.repeat(35) }],
])('a manifest with %s is refused', async ([, manifest]) => {
  const sandbox = await openSandbox()
  expect((await registered(sandbox, manifest as object)).status).toBe(422)
})
