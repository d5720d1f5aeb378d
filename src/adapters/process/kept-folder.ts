import { mkdir, readdir } from 'node:fs/promises'
import { ModelyardError } from '../../domain/errors/index.ts'

/** Makes an empty folder that stays, with the folders on the way. An empty one that is there is taken. */
export async function makeKeptFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST' || code === 'ENOTDIR') throw taken(path, 'is a file')
    throw new ModelyardError({
      code: 'cannot-write',
      message: `the folder ${path} could not be made (${code ?? error})`,
      next: 'make room on the disk or name another place',
      cause: error,
    })
  }
  if ((await readdir(path)).length > 0) throw taken(path, 'is not empty')
}

function taken(path: string, why: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-input',
    message: `${path} ${why}, and what a command leaves needs an empty folder`,
    next: 'name a new folder, or take away what is there',
  })
}
