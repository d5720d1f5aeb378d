import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openMirrors } from '../../app/mirrors.ts'
import { temporaryFolder } from '../support/temporary.ts'

const urlOf = (place: string) => `http://127.0.0.1:1/${place}.git`
const kept = async (folder: string) => (await readdir(folder)).sort()

test('as many copies are kept as there may be, those that were asked for last', async () => {
  const folder = await temporaryFolder()
  const mirrorOf = openMirrors(folder, urlOf, { copies: 2 })
  for (const id of [1, 2, 1, 3]) await mirrorOf(id, `acme/${id}`)
  expect(await kept(folder)).toEqual(['1.git', '3.git'])
})

test('what an earlier process left counts, and goes first', async () => {
  const folder = await temporaryFolder()
  for (const [age, id] of [30, 20, 10].entries()) {
    await mkdir(join(folder, `${id}.git`))
    await utimes(join(folder, `${id}.git`), 1000 + age, 1000 + age)
  }
  await mkdir(join(folder, 'notes'))
  const mirrorOf = openMirrors(folder, urlOf, { copies: 3 })
  await mirrorOf(1, 'acme/a')
  expect(await kept(folder)).toEqual(['1.git', '10.git', '20.git', 'notes'])
  await mirrorOf(20, 'acme/b')
  await mirrorOf(2, 'acme/c')
  expect(await kept(folder)).toEqual(['1.git', '2.git', '20.git', 'notes'])
})

/** What so many fetches left. */
async function fetched(folder: string, id: number, packs: number, bytes = 1): Promise<void> {
  const at = join(folder, `${id}.git/objects/pack`)
  await mkdir(at, { recursive: true })
  for (let pack = 0; pack < packs; pack += 1)
    await writeFile(join(at, `pack-${pack}.pack`), 'x'.repeat(bytes))
}

test('no more bytes are kept than there may be, but what is asked for is, however large', async () => {
  const folder = await temporaryFolder()
  await fetched(folder, 9, 2, 50)
  const mirrorOf = openMirrors(folder, urlOf, { bytes: 250 })
  await mirrorOf(1, 'acme/1')
  await fetched(folder, 1, 1, 100)
  await mirrorOf(1, 'acme/1')
  expect(await kept(folder)).toEqual(['1.git', '9.git'])
  await mirrorOf(2, 'acme/2')
  await fetched(folder, 2, 1, 100)
  await mirrorOf(2, 'acme/2')
  expect(await kept(folder)).toEqual(['1.git', '2.git'])
  await fetched(folder, 2, 1, 1000)
  await mirrorOf(2, 'acme/2')
  expect(await kept(folder)).toEqual(['2.git'])
})

test('a copy of too many fetches is begun anew', async () => {
  const folder = await temporaryFolder()
  const mirrorOf = openMirrors(folder, urlOf, { packs: 3 })
  const packs = () => readdir(join(folder, '1.git/objects/pack')).catch(() => [])
  const first = await mirrorOf(1, 'acme/1')
  await fetched(folder, 1, 3)
  expect(await mirrorOf(1, 'acme/1')).toBe(first)
  expect(await packs()).toHaveLength(3)
  await fetched(folder, 1, 4)
  expect(await mirrorOf(1, 'acme/1')).not.toBe(first)
  expect(await packs()).toEqual([])
})

test('a repository that is called otherwise keeps its copy, and is fetched from there', async () => {
  const folder = await temporaryFolder()
  const mirrorOf = openMirrors(folder, urlOf)
  const [before, same, after] = [
    await mirrorOf(1, 'acme/a'),
    await mirrorOf(1, 'acme/a'),
    await mirrorOf(1, 'acme/b'),
  ]
  expect(same).toBe(before)
  expect(after).not.toBe(before)
  expect(after.folder).toBe(before.folder)
})
