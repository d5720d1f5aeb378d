import { createWriteStream, existsSync } from 'node:fs'
import { glob, realpath } from 'node:fs/promises'
import { extname, relative, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ModelyardError } from '../../domain/errors/index.ts'
import { badData } from './source.ts'

/** Brings what lies at an https: address. */
export type Fetch = (url: string) => Promise<AsyncIterable<Uint8Array>>

/** Where the files of a source lie. */
export type Places =
  | { readonly at: 'disk'; readonly paths: readonly string[] }
  /** An address that DuckDB reads, and below which it may. */
  | { readonly at: 'storage'; readonly uri: string; readonly below: string }

export interface Lookup {
  /** Where relative paths begin. */
  readonly folder: string
  /** Set where no file may lie outside of it. */
  readonly within: string | undefined
  /** For what is fetched. */
  readonly copies: string
  readonly fetch: Fetch
}

/**
 * Finds, or fetches, the files that a path, pattern or address stands for, sorted by path.
 *
 * @throws {ModelyardError} `bad-data` where there are none, or the address is of a kind that nothing reads; `path-escape`;
 *   what fetching throws.
 */
export async function findFiles(files: string, lookup: Lookup): Promise<Places> {
  const [, scheme] = /^([a-z][a-z0-9+.-]+):\/\//i.exec(files) ?? []
  switch (scheme?.toLowerCase()) {
    case undefined:
      return { at: 'disk', paths: await onDisk(files, lookup) }
    case 'https':
      return { at: 'disk', paths: [await fetched(files, lookup)] }
    case 's3':
      return {
        at: 'storage',
        uri: files,
        below: files.slice(0, files.replace(/[*?].*$/, '').lastIndexOf('/') + 1),
      }
    default:
      throw badData(
        files,
        `begins with ${scheme}://, which nothing here reads`,
        'name a file, https:// or s3://',
      )
  }
}

async function onDisk(files: string, { folder, within }: Lookup): Promise<string[]> {
  const start = resolve(folder, files)
  const found = existsSync(start) ? [start] : await matching(start)
  if (found.length === 0) {
    const isPattern = /[*?]/.test(files)
    throw badData(
      files,
      isPattern ? 'stands for no file' : 'is not there',
      isPattern
        ? 'check the pattern: * stands for any characters but /, ** for any folders'
        : 'check the path',
    )
  }
  if (within !== undefined) for (const path of found) await refuseOutside(path, within)
  return found.sort()
}

async function matching(pattern: string): Promise<string[]> {
  const found: string[] = []
  if (/[*?]/.test(pattern)) for await (const path of glob(pattern)) found.push(path)
  return found
}

async function refuseOutside(path: string, root: string): Promise<void> {
  const inside = relative(await realpath(root), await realpath(path))
  if (inside !== '..' && !inside.startsWith(`..${sep}`) && resolve(inside) !== inside) return
  throw new ModelyardError({
    code: 'path-escape',
    message: `${relative(root, path)} leads out of the repository`,
    next: 'name files that lie in it, or give the path when the command is run',
    place: { path: relative(root, path) },
  })
}

async function fetched(url: string, { copies, fetch }: Lookup): Promise<string> {
  const known = URL.canParse(url) ? extname(new URL(url).pathname).toLowerCase() : ''
  const path = `${copies}/fetched${/^\.[a-z]{1,10}$/.test(known) ? known : '.csv'}`
  await pipeline(await fetch(url), createWriteStream(path))
  return path
}
