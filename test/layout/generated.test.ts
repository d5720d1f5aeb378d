import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { replayHistory } from '../../scripts/example/replay.ts'
import { buildBundles } from '../../scripts/generate/bundles.ts'
import { generatedFiles } from '../../scripts/generate/files.ts'
import { projectRoot } from '../support/imports.ts'

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')

test('generated files are what `npm run generate` makes', async () => {
  const files = await generatedFiles()
  const stale = files.filter(({ path, content }) => read(path) !== content).map(({ path }) => path)
  expect(stale).toEqual([])
  const schemas = readdirSync(join(projectRoot, 'schemas'), { recursive: true }).filter(name =>
    String(name).endsWith('.json'),
  )
  expect(schemas).toHaveLength(files.filter(({ path }) => path.startsWith('schemas/')).length)
  const metadata = readdirSync(join(projectRoot, 'actions'), { recursive: true }).filter(name =>
    String(name).endsWith('action.yml'),
  )
  expect(metadata).toHaveLength(files.filter(({ path }) => path.endsWith('/action.yml')).length)
})

test('the committed bundles are what the sources give', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'modelyard-dist-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await buildBundles(pathToFileURL(`${folder}/`))
  const list = (root: string) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => relative(root, join(entry.parentPath, entry.name)))
      .sort()
  const names = list(folder)
  expect(list(join(projectRoot, 'dist'))).toEqual(names)
  const stale = names.filter(name => readFileSync(join(folder, name), 'utf8') !== read(`dist/${name}`))
  expect(stale).toEqual([])
})

test("the example's registry is what its story gives, byte for byte", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'modelyard-story-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await replayHistory(folder, 'recorded')
  const list = (root: string) =>
    readdirSync(join(root, 'registry-data'), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => relative(root, join(entry.parentPath, entry.name)))
      .sort()
  expect(list(projectRoot)).toEqual(list(folder))
  const stale = list(folder).filter(
    path => Buffer.compare(readFileSync(join(folder, path)), readFileSync(join(projectRoot, path))) !== 0,
  )
  expect(stale).toEqual([])
})

test('versions that stand in two places agree', async () => {
  const { version, optionalDependencies } = JSON.parse(read('package.json')) as {
    version: string
    optionalDependencies: Record<string, string>
  }
  const { RELEASE } = await import('../../src/domain/release.ts')
  expect(RELEASE).toBe(version)
  expect(read('src/doors/engines.ts')).toContain(`'${optionalDependencies['onnxruntime-node']}'`)
})

test('the lockfile names no address and no install script but the allowed ones', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<
      string,
      { resolved?: string; hasInstallScript?: boolean; optional?: boolean; cpu?: string[] }
    >
  }
  const entries = Object.entries(packages)
  expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  const scripts = entries
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([name]) => name.replace('node_modules/', ''))
  const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> }
  expect(scripts.sort()).toEqual(Object.keys(allowScripts).sort())
})
