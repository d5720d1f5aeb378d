import { expect, test } from 'vitest'
import { readSettings } from '../../app/settings.ts'

const KEY = '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n'
const ENV = { APP_ID: '12', PRIVATE_KEY: KEY, WEBHOOK_SECRET: 's'.repeat(32) }

test('three variables are enough', () => {
  expect(readSettings(ENV)).toMatchObject({
    appId: 12,
    privateKey: KEY,
    host: '127.0.0.1',
    port: 3000,
    apiUrl: 'https://api.github.com',
    graphqlUrl: 'https://api.github.com/graphql',
    sweepSeconds: 900,
  })
})

test.for([
  ['in one line', KEY.replaceAll('\n', '\\n')],
  ['in base64', Buffer.from(KEY).toString('base64')],
])('a key %s is read', ([, text]) => {
  expect(readSettings({ ...ENV, PRIVATE_KEY: text }).privateKey).toBe(KEY)
})

test.for([
  ['no secret', { WEBHOOK_SECRET: undefined }, 'WEBHOOK_SECRET'],
  ["Probot's own secret", { WEBHOOK_SECRET: 'development' }, 'WEBHOOK_SECRET'],
  ['a short secret', { WEBHOOK_SECRET: 's'.repeat(19) }, 'WEBHOOK_SECRET'],
  ['no key', { PRIVATE_KEY: 'abc' }, 'PRIVATE_KEY'],
  ['no number', { APP_ID: 'Iv1.abc' }, 'APP_ID'],
  ['a port that is none', { PORT: '70000' }, 'PORT'],
  ['a sweep without a pause', { MODELYARD_SWEEP_SECONDS: '0' }, 'MODELYARD_SWEEP_SECONDS'],
  ['a sweep that is no number', { MODELYARD_SWEEP_SECONDS: 'often' }, 'MODELYARD_SWEEP_SECONDS'],
  ['another that is none', { METRICS_PORT: 'http' }, 'METRICS_PORT'],
  ['an address without TLS', { GITHUB_API_URL: 'http://github.example/api/v3' }, 'GITHUB_API_URL'],
  ['an address that is none', { GITHUB_SERVER_URL: 'github.example' }, 'GITHUB_SERVER_URL'],
] as const)('with %s it does not start, and says what to set', ([, env, named]) => {
  expect(() => readSettings({ ...ENV, ...env })).toThrow(
    expect.objectContaining({ code: 'bad-input', next: expect.stringContaining(named) }),
  )
})

test('everything that is missing is named at once', () => {
  expect(() => readSettings({})).toThrow(
    expect.objectContaining({ next: expect.stringMatching(/APP_ID.*PRIVATE_KEY.*WEBHOOK_SECRET/) }),
  )
})
