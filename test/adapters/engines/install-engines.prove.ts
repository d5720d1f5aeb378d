import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { installEngines } from '../../../src/adapters/engines/install-engines.ts'
import { projectRoot } from '../../support/imports.ts'

const LOCKED = join(projectRoot, 'actions/engines')
const SCORES = `import { InferenceSession } from 'onnxruntime-node'
import duckdb from '@duckdb/node-bindings'
await import('vega')
await import('vega-lite')
await import('@resvg/resvg-js')
const session = await InferenceSession.create(process.argv[2])
await duckdb.open(':memory:')
console.log(session.inputNames.length)
`

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'modelyard-engines-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('what is installed runs beside a bundle; a second time nothing is installed', {
  timeout: 120_000,
}, async () => {
  const root = await emptyFolder()
  const target = join(root, 'dist')
  const first = await installEngines({ locked: LOCKED, target }, () => {})
  expect(first).toMatchObject({ state: 'installed' })
  // onnxruntime-node alone is larger before the libraries of other systems are gone.
  expect(first.state === 'installed' ? first.bytes : 0).toBeLessThan(250e6)
  await writeFile(join(target, 'bundle.mjs'), SCORES)
  const model = join(projectRoot, 'test/fixtures/models/telco-churn/v2/model.onnx')
  const ran = spawnSync(process.execPath, [join(target, 'bundle.mjs'), model], { encoding: 'utf8' })
  expect(ran).toMatchObject({ status: 0, stdout: '19\n' })
  const said: string[] = []
  expect(await installEngines({ locked: LOCKED, target }, line => said.push(line))).toEqual({
    state: 'there',
  })
  expect(said).toEqual([])
})

test('a lockfile that changed is installed anew', { timeout: 120_000 }, async () => {
  const root = await emptyFolder()
  const [locked, target] = [join(root, 'locked'), join(root, 'dist')]
  await cp(LOCKED, locked, { recursive: true })
  await mkdir(join(target, 'node_modules'), { recursive: true })
  await writeFile(join(target, 'node_modules/.modelyard-engines'), 'the digest of an older one')
  expect(await installEngines({ locked, target }, () => {})).toMatchObject({ state: 'installed' })
})

test('in a checkout that has everything nothing is installed', async () => {
  const target = join(projectRoot, 'dist/cli')
  expect(await installEngines({ locked: LOCKED, target }, () => {})).toEqual({ state: 'there' })
})

test('a package that npm cannot give is an error that says so', { timeout: 120_000 }, async () => {
  const root = await emptyFolder()
  const locked = join(root, 'locked')
  await cp(LOCKED, locked, { recursive: true })
  const lockfile = join(locked, 'package-lock.json')
  const text = await readFile(lockfile, 'utf8')
  await writeFile(lockfile, text.replaceAll(/"integrity": "sha512-[^"]+"/g, '"integrity": "sha512-AAAA"'))
  await expect(installEngines({ locked, target: join(root, 'dist') }, () => {})).rejects.toMatchObject({
    code: 'missing-engine',
  })
})
