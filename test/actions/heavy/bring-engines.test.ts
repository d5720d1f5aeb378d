import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { bringEngines } from '../../../actions/heavy/bring-engines.ts'
import type { FolderCache } from '../../../src/adapters/engines/runner-cache.ts'
import { fakeNpm } from '../../support/actions-suite.ts'
import { projectRoot } from '../../support/imports.ts'
import { temporaryFolder } from '../../support/temporary.ts'

/** A cache that keeps copies of folders. */
async function fakeCache(): Promise<FolderCache & { keys(): Promise<readonly string[]> }> {
  const kept = await temporaryFolder()
  return {
    async restore(folder, key) {
      if (!(await readdir(kept)).includes(key)) return false
      await cp(join(kept, key), folder, { recursive: true })
      return true
    },
    save: (folder, key) => cp(folder, join(kept, key), { recursive: true }),
    keys: () => readdir(kept),
  }
}

const BROKEN: FolderCache = {
  restore: () => Promise.reject(new Error('no answer')),
  save: () => Promise.reject(new Error('no room')),
}

/** A job on a machine of its own, with what it says; npm is a fake. */
async function job(cache?: FolderCache) {
  const npm = await fakeNpm()
  vi.stubEnv('PATH', npm.path)
  const folder = await temporaryFolder()
  const said: string[] = []
  const warned: string[] = []
  const place = {
    locked: join(projectRoot, 'actions/engines'),
    target: join(folder, 'dist'),
    downloads: join(folder, 'downloads'),
  }
  await mkdir(place.downloads)
  const log = { say: (line: string) => said.push(line), warn: (message: string) => warned.push(message) }
  await bringEngines(place, log, cache)
  return { said, warned, place, calls: await npm.calls() }
}

describe.skipIf(process.platform === 'win32')('the packages of the engines', () => {
  test('are kept for later runs as npm downloads them, not as it unpacks them', async () => {
    const cache = await fakeCache()
    const first = await job(cache)
    expect(first.said.at(-1)).toBe('The packages are kept for later runs')
    expect(first.calls[0]).toContain(`--prefer-offline --cache ${first.place.downloads}`)
    const second = await job(cache)
    expect(second.said).toContain('The packages were kept from an earlier run')
    expect(second.said).not.toContain('The packages are kept for later runs')
    expect(second.calls).toHaveLength(1)
    const [key = '', ...others] = await cache.keys()
    expect(others).toEqual([])
    expect(key).toMatch(new RegExp(`^modelyard-engines-${process.platform}-${process.arch}-[0-9a-f]{64}$`))
  })

  test('are installed all the same where the cache fails, which is a warning', async () => {
    const { said, warned } = await job(BROKEN)
    expect(warned).toEqual([expect.stringContaining('no answer'), expect.stringContaining('no room')])
    expect(said.some(line => line.startsWith('Installed '))).toBe(true)
  })

  test("come from npm's own folder where the runner keeps nothing", async () => {
    const { calls, warned } = await job()
    expect(calls[0]).not.toContain('--cache')
    expect(warned).toEqual([])
  })
})
