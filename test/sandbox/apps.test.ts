import { createSign, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openScene } from '../support/sandbox.ts'

const [{ publicKey, privateKey }, other] = [1, 2].map(() =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }),
) as [{ publicKey: string; privateKey: string }, { publicKey: string; privateKey: string }]

const GRANTED = { checks: 'write', contents: 'read' } as const

/** An App on `acme/models`, and a client of what it signs. */
async function installed() {
  const scene = await openScene({}, { tolerate: ['permission'] })
  const { world } = scene.sandbox
  const app = world.addApp('modelyard')
  const id = app.app?.id ?? 0
  world.state.appKeys.set(id, publicKey)
  const installation = world.install(app, [scene.repository], GRANTED)
  const seconds = Math.floor(world.clock.now().getTime() / 1000)
  const token = (claims: object = {}, key = privateKey) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iss: id, iat: seconds - 30, exp: seconds + 570, ...claims })}`
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`
  }
  const ask = async (path: string, bearer: string, method = 'GET', body?: object) => {
    const answer = await fetch(`${scene.sandbox.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${bearer}`,
        'user-agent': 'tests',
        'x-github-api-version': '2026-03-10',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const tokens = `/app/installations/${installation.id}/access_tokens`
  return { ...scene, id, installation, token, ask, tokens, seconds }
}

describe('an App', () => {
  test('says who it is by what it signs, and gets a token of its installation', async () => {
    const { id, token, ask, tokens } = await installed()
    expect(await ask('/app', token())).toMatchObject({ status: 200, body: { id, slug: 'modelyard' } })
    const { status, body } = await ask(tokens, token(), 'POST')
    expect({ status, body }).toMatchObject({ status: 201, body: { permissions: GRANTED } })
    expect((await ask('/repos/acme/models', String(body.token))).status).toBe(200)
  })

  test('gets no more than was granted, and less where it asks for less', async () => {
    const { token, ask, tokens } = await installed()
    const less = await ask(tokens, token(), 'POST', { permissions: { checks: 'read' } })
    expect(less).toMatchObject({ status: 201, body: { permissions: { checks: 'read' } } })
    expect((await ask(tokens, token(), 'POST', { permissions: { issues: 'read' } })).status).toBe(422)
    expect((await ask(tokens, token(), 'POST', { permissions: { contents: 'write' } })).status).toBe(422)
  })

  test.for([
    ['another key', {}, other.privateKey],
    ['another App', { iss: 1 }, privateKey],
    ['a time that is over', { exp: 1 }, privateKey],
    ['a time far away', { exp: 4_000_000_000 }, privateKey],
    ['a time that is yet to come', { iat: 4_000_000_000 }, privateKey],
  ] as const)('is refused with %s', async ([, claims, key]) => {
    const { token, ask } = await installed()
    expect((await ask('/app', token(claims, key))).status).toBe(401)
  })

  test('has nothing to do with another installation, and none where it is suspended', async () => {
    const { token, ask, tokens, installation, sandbox, repository } = await installed()
    const strange = sandbox.world.install(sandbox.world.addApp('strange'), [repository], {})
    expect((await ask(`/app/installations/${strange.id}/access_tokens`, token(), 'POST')).status).toBe(404)
    installation.suspended = true
    expect((await ask(tokens, token(), 'POST')).status).toBe(403)
  })

  test('reaches the repositories that it is installed on, and no private one beside', async () => {
    const { token, ask, tokens, sandbox } = await installed()
    sandbox.world.addRepository('acme/secret', { private: true })
    const { body } = await ask(tokens, token(), 'POST')
    expect((await ask('/repos/acme/secret', String(body.token))).status).toBe(404)
  })
})
