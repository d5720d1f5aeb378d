import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Mirror, openMirror } from '../src/adapters/git/mirror.ts'
import { once } from '../src/doors/once.ts'

/** How much is kept; one more takes the place of the copy that was not asked for for longest. */
export interface MirrorBounds {
  readonly copies: number
  /** Of all of them together. The one that is asked for is kept, however large it is. */
  readonly bytes: number
  /** Of one copy, which is begun anew then: each fetch leaves one, and each is looked into for every object. */
  readonly packs: number
}

const USUAL: MirrorBounds = { copies: 50, bytes: 20 * 1024 ** 3, packs: 1000 }

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
  bounds: Partial<MirrorBounds> = {},
): (id: number, place: string) => Promise<Mirror> {
  const most = { ...USUAL, ...bounds }
  const mirrors = new Map<number, Named>()
  const folderOf = (id: number) => join(folder, `${id}.git`)
  /** In bytes, of every copy that is there, as it was when it was asked for; the one first that was asked for longest ago. */
  const sizes = once(async () => {
    const found = new Map<number, number>()
    for (const id of await leftIn(folder)) found.set(id, (await packsOf(folderOf(id))).bytes)
    return found
  })
  return async (id, place) => {
    const kept = await sizes()
    const remove = async (copy: number) => {
      mirrors.delete(copy)
      kept.delete(copy)
      await rm(folderOf(copy), { recursive: true, force: true })
    }
    const { packs, bytes } = await packsOf(folderOf(id))
    const isAnew = packs > most.packs
    if (isAnew) await remove(id)
    const before = mirrors.get(id)
    const known =
      before?.place === place ? before : { place, mirror: await openMirror(folderOf(id), urlOf(place)) }
    mirrors.set(id, known)
    kept.delete(id)
    kept.set(id, isAnew ? 0 : bytes)
    for (const oldest of kept.keys()) {
      const sum = [...kept.values()].reduce((all, one) => all + one, 0)
      if (oldest === id || (kept.size <= most.copies && sum <= most.bytes)) break
      await remove(oldest)
    }
    return known.mirror
  }
}

/** Nearly all that a copy takes; there are none where there is no copy. */
async function packsOf(folder: string): Promise<{ readonly packs: number; readonly bytes: number }> {
  const packs = join(folder, 'objects/pack')
  const names = await readdir(packs).catch(() => [])
  const sizes = await Promise.all(
    names.map(async name => (await stat(join(packs, name)).catch(() => undefined))?.size ?? 0),
  )
  return {
    packs: names.filter(name => name.endsWith('.pack')).length,
    bytes: sizes.reduce((sum, one) => sum + one, 0),
  }
}

/** Numbers of the repositories whose copies are there, the one that was touched first before the others. */
async function leftIn(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder).catch(() => [])
  const ids = names.flatMap(name => Number(/^([1-9]\d{0,14})\.git$/.exec(name)?.[1] ?? Number.NaN))
  const found = await Promise.all(
    ids.filter(Number.isFinite).map(async id => {
      const facts = await stat(join(folder, `${id}.git`)).catch(() => undefined)
      return { id, at: facts?.mtimeMs ?? 0 }
    }),
  )
  return found.sort((a, b) => a.at - b.at).map(({ id }) => id)
}
