import { expect, test } from 'vitest'
import { createNodeMiddleware } from '../../app/middleware.ts'
import { readSettings } from '../../app/settings.ts'
import { startApp } from '../../app/start-app.ts'
import { temporaryFolder } from '../support/temporary.ts'

const settings = async () => ({
  ...readSettings({
    APP_ID: '12',
    PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----',
    WEBHOOK_SECRET: 's'.repeat(32),
    // Nobody listens there.
    GITHUB_API_URL: 'http://127.0.0.1:9',
  }),
  cacheFolder: await temporaryFolder(),
  port: 0,
  metricsPort: 0,
})

test.for([
  ['no secret', undefined],
  ['an empty secret', ''],
  ["Probot's own secret", 'development'],
  ['a short secret', 's'.repeat(19)],
] as const)(
  'with %s neither the middleware nor the process starts, whoever made the settings',
  async ([, secret]) => {
    const weak = { ...(await settings()), webhookSecret: secret as string }
    const lacks = { code: 'bad-input', next: expect.stringContaining('webhookSecret') }
    await expect(createNodeMiddleware(weak)).rejects.toMatchObject(lacks)
    await expect(startApp(weak)).rejects.toMatchObject(lacks)
  },
)
