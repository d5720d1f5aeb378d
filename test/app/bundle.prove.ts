import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { PULLS, pushBranch } from '../sandbox/hosted.ts'
import type { AppOptions } from '../support/app.ts'
import { projectRoot } from '../support/imports.ts'
import { builtApp } from './built.ts'
import { judging } from './judging.ts'

const built = builtApp()
const HOST = join(projectRoot, 'test/fixtures/app-host.mjs')

/** A pull request that the App is told of by a signed delivery, and judges. */
async function judged(options: AppOptions) {
  const scene = await judging({ app: options })
  const { app, clone, ada, place } = scene
  await app.settled()
  await pushBranch(clone, 'idea', { 'docs/a.md': 'words\n' })
  await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'main' })
  await app.settled()
  expect(scene.checks()).toMatchObject([{ conclusion: 'success' }])
  expect(await app.metric('modelyard_deliveries_total')).toBeGreaterThan(0)
  return scene
}

test('the bundle is one file that imports nothing but Node.js, and fetches no package while it runs', () => {
  const { folder, file } = built()
  expect(readdirSync(folder)).toEqual(['modelyard-app.mjs'])
  const text = readFileSync(file, 'utf8')
  const imported = [
    ...[...text.matchAll(/^import\b[^'"\n]*["']([^"']+)["']/gm)].map(([, name]) => name),
    ...[...text.matchAll(/\b(?:__require|import)\(["']([^"']+)["']\)/g)].map(([, name]) => name),
  ]
  expect(imported.length).toBeGreaterThan(10)
  expect(imported.filter(name => !isBuiltin(name ?? ''))).toEqual([])
  expect(text).not.toMatch(/\beval\(|\bnpx(?: |\.cmd|")/)
})

test('the bundle judges in a folder where nothing is beside it, and ends well', async () => {
  const { folder, file } = built()
  const { app } = await judged({ run: { args: [file], cwd: folder } })
  app.child.kill('SIGTERM')
  expect(await app.ended).toBe(0)
})

test.for([
  ['the sources', () => pathToFileURL(join(projectRoot, 'app/index.ts')).href],
  ['the bundle', () => pathToFileURL(built().file).href],
] as const)(
  'in a server that somebody has already the App of %s judges, and leaves the rest to it',
  async ([, of]) => {
    const { app } = await judged({ run: { args: [HOST, of()], cwd: projectRoot } })
    const elsewhere = await fetch(`${app.listening}/hello?a=${encodeURIComponent('/api/github/webhooks')}`)
    expect(await elsewhere.text()).toBe('of the host')
    const unsigned = await fetch(app.url, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(unsigned.status).toBe(400)
    const large = await fetch(app.url, { method: 'POST', body: '{'.repeat(26 * 1024 * 1024) }).catch(
      () => undefined,
    )
    expect([413, undefined]).toContain(large?.status)
    app.child.kill('SIGTERM')
    expect(await app.ended).toBe(0)
    expect(app.lines).toContain('{"isWell":false}')
  },
)
