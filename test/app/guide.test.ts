import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openMetrics } from '../../app/metrics.ts'
import { readSettings } from '../../app/settings.ts'
import { projectRoot } from '../support/imports.ts'

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
const guide = read('docs/guide/app.md')
const section = (title: string) => guide.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
const rows = (title: string) =>
  [...section(title).matchAll(/^\| `([^`]+)` \| (.*?) \|/gm)].map(
    ([, name = '', second = '']) => [name, second] as const,
  )

const SECRETS: Readonly<Record<string, string>> = {
  APP_ID: '12',
  PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----',
  WEBHOOK_SECRET: 's'.repeat(20),
}

/** What the App reads of its environment, and what it makes of nothing. */
function settingsRead() {
  const asked = new Set<string>()
  const env = new Proxy(SECRETS, {
    get(all, name) {
      asked.add(String(name))
      return all[String(name)]
    },
  })
  const settings = readSettings(env)
  for (const [, name = ''] of read('app/log.ts').matchAll(/process\.env\.([A-Z_]+)/g)) asked.add(name)
  return { asked, settings }
}

test('the guide lists every variable that the App reads, and no other', () => {
  const { asked } = settingsRead()
  expect(
    rows('Environment')
      .map(([name]) => name)
      .sort(),
  ).toEqual([...asked].sort())
  expect(asked.size).toBeGreaterThan(10)
})

test('what the guide says of a variable that is not set is so', () => {
  const { settings } = settingsRead()
  const said = Object.fromEntries(
    rows('Environment').map(([name, usual]) => [name, usual.replaceAll('`', '')]),
  )
  expect(said).toMatchObject({
    HOST: settings.host,
    PORT: String(settings.port),
    METRICS_HOST: settings.metricsHost,
    METRICS_PORT: String(settings.metricsPort),
    GITHUB_API_URL: settings.apiUrl,
    GITHUB_GRAPHQL_URL: settings.graphqlUrl,
    GITHUB_SERVER_URL: settings.serverUrl,
  })
  expect(settings.cacheFolder).toBe(join(tmpdir(), 'modelyard-app'))
  expect(read('app/log.ts')).toContain(`?? '${said.LOG_LEVEL}'`)
  const refused = rows('Environment').filter(([, usual]) => usual === 'refused')
  expect(refused.map(([name]) => name)).toEqual(Object.keys(SECRETS))
  for (const [name] of refused)
    expect(() => readSettings({ ...SECRETS, [name]: undefined })).toThrow(
      expect.objectContaining({ next: expect.stringContaining(name) }),
    )
})

test('the guide lists every metric, and no other', () => {
  const text = openMetrics({ waiting: () => 0, pausing: () => 0, held: () => 0 }).text()
  const shown = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name)
  expect(
    rows('Metrics')
      .map(([name]) => name)
      .sort(),
  ).toEqual(shown.sort())
})

test('what a host must provide stands in ten lines', () => {
  const lines = section('What a host must provide').trim().split('\n')
  expect(lines).toHaveLength(10)
  for (const line of lines) expect(line.length).toBeLessThan(140)
})
