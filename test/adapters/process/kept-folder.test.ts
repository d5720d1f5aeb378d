import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeKeptFolder } from '../../../src/adapters/process/kept-folder.ts'
import { temporaryFolder } from '../../support/temporary.ts'

test('it is made with the folders on the way, and an empty one is taken as it is', async () => {
  const place = join(await temporaryFolder(), 'a/b')
  await makeKeptFolder(place)
  await makeKeptFolder(place)
  expect(await readdir(place)).toEqual([])
})

test('what holds something, and a file, are refused and stay as they are', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'a'))
  await writeFile(join(folder, 'a/kept'), 'x')
  for (const place of ['a', 'a/kept', 'a/kept/b'])
    await expect(makeKeptFolder(join(folder, place))).rejects.toMatchObject({ code: 'bad-input' })
  expect(await readdir(join(folder, 'a'))).toEqual(['kept'])
})
