import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openRunnerCache } from '../../../src/adapters/engines/runner-cache.ts'
import { cacheService } from '../../support/cache-service.ts'
import { temporaryFolder } from '../../support/temporary.ts'

async function scene() {
  const service = await cacheService()
  const cache = openRunnerCache(service.env)
  if (cache === undefined) throw new Error('the runner offers no cache')
  const around = await temporaryFolder()
  return { service, cache, around, folder: join(around, 'downloads') }
}

test('what is saved under a key is restored by it, and by no other', async () => {
  const { cache, folder, around } = await scene()
  expect(await cache.restore(folder, 'engines-1')).toBe(false)
  await mkdir(join(folder, 'deep'), { recursive: true })
  await writeFile(join(folder, 'deep/package.tgz'), 'bytes')
  await cache.save(folder, 'engines-1')
  await rm(folder, { recursive: true })
  expect(await cache.restore(folder, 'engines-2')).toBe(false)
  expect(await cache.restore(folder, 'engines-1')).toBe(true)
  expect(await readFile(join(folder, 'deep/package.tgz'), 'utf8')).toBe('bytes')
  expect(await readdir(around)).toEqual(['downloads'])
})

test('what another job has saved meanwhile is left as it is', async () => {
  const { cache, folder, service } = await scene()
  await mkdir(folder)
  await cache.save(folder, 'engines-1')
  await cache.save(folder, 'engines-1')
  expect(service.calls.filter(call => call === 'PUT')).toHaveLength(1)
})

test('the token goes to the service, and not to the store', async () => {
  const { cache, folder, service } = await scene()
  await mkdir(folder)
  await cache.save(folder, 'engines-1')
  await cache.restore(folder, 'engines-1')
  const withToken = service.calls.filter((_call, at) => service.authorized[at])
  expect(withToken).toEqual(['CreateCacheEntry', 'FinalizeCacheEntryUpload', 'GetCacheEntryDownloadURL'])
})

test('a service that fails is an error', async () => {
  const { cache, folder, service } = await scene()
  service.fail()
  await expect(cache.restore(folder, 'engines-1')).rejects.toThrow('503')
})

test('a runner that offers no cache has none', () => {
  expect(openRunnerCache({})).toBeUndefined()
  expect(openRunnerCache({ ACTIONS_RESULTS_URL: 'https://results.example' })).toBeUndefined()
})

// Such an archive is made by GNU tar.
describe.skipIf(process.platform !== 'linux')('an archive by somebody else', () => {
  test.each([
    ['a name that leads out of the folder', '../escaped.txt'],
    ['an absolute name', '/escaped.txt'],
  ])('with %s writes nothing there', async (_what, as) => {
    const { service, cache, folder, around } = await scene()
    const made = await temporaryFolder()
    const outside = join(around, 'escaped.txt')
    await writeFile(join(made, 'file'), 'hostile')
    const name = as.startsWith('/') ? outside : as
    execFileSync('tar', ['-cPf', join(made, 'a.tar'), '-C', made, `--transform=s,^file$,${name},`, 'file'])
    service.plant('engines-1', 'modelyard-1', await readFile(join(made, 'a.tar')))
    await cache.restore(folder, 'engines-1').catch(() => {})
    expect(await readdir(around)).not.toContain('escaped.txt')
  })

  test('with a link in it is refused, and nothing of it stays', async () => {
    const { service, cache, folder, around } = await scene()
    const made = await temporaryFolder()
    await symlink('/etc', join(made, 'link'))
    execFileSync('tar', ['-cf', join(around, 'a.tar'), '-C', made, '.'])
    service.plant('engines-1', 'modelyard-1', await readFile(join(around, 'a.tar')))
    await expect(cache.restore(folder, 'engines-1')).rejects.toThrow('neither a file nor a folder')
    expect(await readdir(around)).toEqual(['a.tar'])
  })
})
