import { mkdir, readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openMirrors } from '../../app/mirrors.ts'
import { temporaryFolder } from '../support/temporary.ts'

const urlOf = (place: string) => `http://127.0.0.1:1/${place}.git`
const kept = async (folder: string) => (await readdir(folder)).sort()

test('as many copies are kept as there may be, those that were asked for last', async () => {
  const folder = await temporaryFolder()
  const mirrorOf = openMirrors(folder, urlOf, 2)
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
  const mirrorOf = openMirrors(folder, urlOf, 3)
  await mirrorOf(1, 'acme/a')
  expect(await kept(folder)).toEqual(['1.git', '10.git', '20.git', 'notes'])
  await mirrorOf(20, 'acme/b')
  await mirrorOf(2, 'acme/c')
  expect(await kept(folder)).toEqual(['1.git', '2.git', '20.git', 'notes'])
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
