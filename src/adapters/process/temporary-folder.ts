import { existsSync, rmSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { TemporaryFolder } from '../../ports.ts'

/** Those that are there now; taken away when this process ends. */
const present = new Set<string>()

/** Makes an empty folder that only its owner can read. */
export async function makeTemporaryFolder(): Promise<TemporaryFolder> {
  // Without links on the way: on macOS the folder for temporary files is one, and programs print where it leads.
  const path = await realpath(await mkdtemp(join(tmpdir(), 'modelyard-run-')))
  if (present.size === 0) process.on('exit', removeAll)
  present.add(path)
  return {
    path,
    write: (inside, content, mode) => write(path, inside, content, mode),
    async link(inside, target) {
      const place = join(path, inside)
      if (existsSync(place) || !existsSync(target)) return 'absent'
      // Windows lets everybody make a junction, and few people a link.
      await symlink(target, place, 'junction')
      return 'linked'
    },
    async remove() {
      // Windows lets go of a file some time after the process that had it open has ended.
      await rm(path, { recursive: true, force: true, maxRetries: 5 })
      present.delete(path)
      if (present.size === 0) process.off('exit', removeAll)
    },
  }
}

async function write(
  root: string,
  path: string,
  content: Uint8Array,
  mode: string = '100644',
): Promise<void> {
  const place = resolve(root, path)
  const within = relative(root, place)
  if (within === '' || within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within))
    throw escaping(path)
  try {
    await mkdir(dirname(place), { recursive: true })
    // A link on the way would lead the file to where it points.
    const folder = relative(root, await realpath(dirname(place)))
    if (folder === '..' || folder.startsWith(`..${sep}`) || isAbsolute(folder)) throw escaping(path)
    if (mode === '120000') return await symlink(Buffer.from(content).toString('utf8'), place)
    await writeFile(place, content, { flag: 'wx' })
    if (mode === '100755') await chmod(place, 0o755)
  } catch (error) {
    if (error instanceof ModelyardError) throw error
    throw new ModelyardError({
      code: 'cannot-write',
      message: `${path} could not be written to a temporary folder (${(error as NodeJS.ErrnoException).code ?? error})`,
      next: 'make room where temporary files are kept, or name another place with TMPDIR',
      cause: error,
    })
  }
}

function escaping(path: string): ModelyardError {
  return new ModelyardError({
    code: 'path-escape',
    message: `${path} leads out of the folder that it is written to`,
    next: 'look at the commit that holds it: no sound tree has such a path',
    place: { path },
  })
}

function removeAll(): void {
  for (const path of present) rmSync(path, { recursive: true, force: true })
}
