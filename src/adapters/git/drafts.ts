import { promises as fs } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Drafts } from '../../ports.ts'
import { writeFileAtomic } from '../files/write-file-atomic.ts'
import { cannotWriteError } from './git-errors.ts'
import type { Location } from './location.ts'

/** Drafts in `.git/modelyard`; linked working trees share them. */
export function openDrafts({ commonDir, root }: Location): Drafts {
  const place = (path: string) => join(commonDir, 'modelyard', ...path.split('/'))
  const absent = (error: unknown) =>
    error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  return {
    async list(folder) {
      try {
        return (await fs.readdir(place(folder))).sort()
      } catch (error) {
        if (absent(error)) return []
        throw error
      }
    },
    async read(path) {
      try {
        return await fs.readFile(place(path))
      } catch (error) {
        if (absent(error)) return undefined
        throw error
      }
    },
    async write(path, content) {
      try {
        await fs.mkdir(dirname(place(path)), { recursive: true })
        await writeFileAtomic(place(path), Buffer.from(content))
      } catch (error) {
        throw cannotWriteError(path, error)
      }
    },
    remove: path => fs.rm(place(path), { force: true }),
    place: path => relative(root, place(path)),
  }
}
