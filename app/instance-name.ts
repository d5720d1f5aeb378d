import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A name that a process keeps when it is started again: it lies beside what it keeps of repositories, which is one process's
 * alone. Where that is lost, so is the name, and a claim that was held under it runs out by itself.
 */
export async function instanceName(cacheFolder: string): Promise<string> {
  await mkdir(cacheFolder, { recursive: true })
  const file = join(cacheFolder, 'instance')
  await writeFile(file, randomUUID(), { flag: 'wx' }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  return (await readFile(file, 'utf8')).trim()
}
