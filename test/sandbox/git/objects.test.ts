import { expect, test } from 'vitest'
import { inspect, readBlob, readObjects, writeBlobs } from '../../../sandbox/git/objects.ts'
import { commit, emptyRepository } from './scene.ts'

test('objects come in the order of their names, whatever their bytes', async () => {
  const repository = await emptyRepository()
  const contents = ['', 'a\n', '\0\n\0', `${'b'.repeat(40)} blob 3\nabc\n`]
  const shas = await writeBlobs(repository, contents)
  const found = await readObjects(repository, [...shas, 'nothing', ...shas])
  expect(found.map(object => object?.content.toString())).toEqual([...contents, undefined, ...contents])
  expect((await inspect(repository, [shas[1] ?? '']))[0]).toEqual({ sha: shas[1], type: 'blob', size: 2 })
  await expect(readBlob(repository, 'b'.repeat(40))).rejects.toMatchObject({ code: 'not-found' })
})

test('a name with a line break is no two questions', async () => {
  const repository = await emptyRepository()
  const sha = await commit(repository, { a: 'a' })
  await expect(inspect(repository, [`nothing\n${sha}`, 'nothing'])).rejects.toMatchObject({
    code: 'malformed',
  })
})
