import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { placeFiles } from '../../actions/setup/placed-files.ts'
import { temporaryFolder } from '../support/temporary.ts'

const FILES = new Map(
  Array.from({ length: 10 }, (_, at) => [`more/${at}.mjs`, Buffer.from(`export default ${at}`)] as const),
)

test('many at once place the same files, whoever takes away whose', async () => {
  const parent = await temporaryFolder()
  for (let round = 0; round < 3; round += 1) {
    const folder = join(parent, `round-${round}`)
    // What differs has to go first, as an older state of a cache.
    await mkdir(folder)
    await writeFile(join(folder, 'old.mjs'), 'x')
    // One after the other, as closely as they can come into each other's way.
    await Promise.all(
      Array.from({ length: 12 }, async (_, at) => {
        await delay(at)
        await placeFiles(folder, FILES)
      }),
    )
    expect(await readdir(folder)).toEqual(['more'])
    expect(await readdir(join(folder, 'more'))).toHaveLength(FILES.size)
  }
  // Nothing is left beside them.
  expect(await readdir(parent)).toHaveLength(3)
})
