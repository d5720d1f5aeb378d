import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Mirror, openMirror } from '../src/adapters/git/mirror.ts'
import { once } from '../src/doors/once.ts'

/** Copies of repositories; one more takes the place of the one that was not asked for for longest. */
const MOST_MIRRORS = 50

interface Named {
  /** `OWNER/NAME`, as it was when the copy was opened. */
  readonly place: string
  readonly mirror: Mirror
}

/**
 * The copies of repositories that one process keeps in a folder. Those that an earlier process left there count, and go
 * first.
 *
 * @param urlOf - Where a repository is fetched from, by `OWNER/NAME`.
 * @returns The copy of a repository, by its number: whatever it is called, since a name may go to another one.
 */
export function openMirrors(
  folder: string,
  urlOf: (place: string) => string,
  most = MOST_MIRRORS,
): (id: number, place: string) => Promise<Mirror> {
  const mirrors = new Map<number, Named>()
  const left = once(() => leftIn(folder))
  const folderOf = (id: number) => join(folder, `${id}.git`)
  return async (id, place) => {
    const others = await left()
    const before = mirrors.get(id)
    const known =
      before?.place === place ? before : { place, mirror: await openMirror(folderOf(id), urlOf(place)) }
    others.delete(id)
    mirrors.delete(id)
    mirrors.set(id, known)
    for (const oldest of [...others, ...mirrors.keys()]) {
      if (others.size + mirrors.size <= most) break
      others.delete(oldest)
      mirrors.delete(oldest)
      await rm(folderOf(oldest), { recursive: true, force: true })
    }
    return known.mirror
  }
}

/** Numbers of the repositories whose copies are there, the one that was touched first before the others. */
async function leftIn(folder: string): Promise<Set<number>> {
  const names = await readdir(folder).catch(() => [])
  const ids = names.flatMap(name => Number(/^([1-9]\d{0,14})\.git$/.exec(name)?.[1] ?? Number.NaN))
  const found = await Promise.all(
    ids.filter(Number.isFinite).map(async id => {
      const facts = await stat(join(folder, `${id}.git`)).catch(() => undefined)
      return { id, at: facts?.mtimeMs ?? 0 }
    }),
  )
  return new Set(found.sort((a, b) => a.at - b.at).map(({ id }) => id))
}
