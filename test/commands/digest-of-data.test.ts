import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArtifacts } from '../../src/adapters/files/artifacts.ts'
import { digestOfData } from '../../src/commands/move-facts.ts'
import { renderLfsPointer } from '../../src/domain/registry/lfs.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { sha256 } from '../support/workbench.ts'

async function digestOf(content: string | Uint8Array): Promise<string> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'test.csv'), content)
  return digestOfData(join(folder, 'test.csv'), openArtifacts(folder), 'data/test.csv')
}

test('what stands in git for data that Git LFS keeps is no data', async () => {
  const pointer = renderLfsPointer({ sha256: 'a'.repeat(64), bytes: 4_000_000 })
  await expect(digestOf(pointer)).rejects.toMatchObject({
    code: 'bad-data',
    next: expect.stringContaining('lfs: true'),
    place: { path: 'data/test.csv' },
  })
})

test('few rows are data', async () => {
  const rows = 'version https,churn\n1,Yes\n'
  expect(await digestOf(rows)).toBe(sha256(rows))
})
