import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import git from 'isomorphic-git'
import { parseCommit } from './commit-object.ts'
import { remoteError } from './git-errors.ts'
import { type Location, locateRepository } from './location.ts'
import { atomicFs } from './loose-files.ts'
import { parseTree, SHA1_BYTES } from './tree-object.ts'

/** The repository on disk that an address names; undefined where it is an address of the network. */
export function diskRepository(location: Location, url: string): Location | undefined {
  if (/^(?:https?|ssh|git):/.test(url)) return undefined
  const path = resolve(location.root, url.replace(/^file:\/\//, ''))
  if (!existsSync(path)) {
    throw remoteError('reach', url, 'there is no such folder', undefined)
  }
  return locateRepository(path)
}

/**
 * Copies what a commit reaches and the other repository lacks, so that a ref there can name it. An object is written
 * after all that it needs: a crash leaves objects that nothing names, and what is there is always complete.
 */
export async function copyObjects(from: string, to: string, commit: string): Promise<void> {
  const source = { fs: atomicFs, gitdir: from, cache: {} }
  const target = { fs: atomicFs, gitdir: to, cache: {} }
  const has = (oid: string) =>
    git.readObject({ ...target, oid, format: 'deflated' }).then(
      () => true,
      () => false,
    )
  // A stack of our own, because a long history is a deep recursion.
  const waiting = [{ oid: commit, isReady: false }]
  while (waiting.length > 0) {
    const { oid, isReady } = waiting.pop() as (typeof waiting)[number]
    if (await has(oid)) continue
    const { object, type } = await git.readObject({ ...source, oid, format: 'content' })
    const body = Buffer.from(object as Uint8Array)
    if (isReady) await git.writeObject({ ...target, type: type as 'blob', object: body, format: 'content' })
    else
      waiting.push(
        { oid, isReady: true },
        ...neededBy(type, body).map(needed => ({ oid: needed, isReady: false })),
      )
  }
}

function neededBy(type: string, body: Buffer): string[] {
  if (type === 'tree')
    return parseTree(body, SHA1_BYTES)
      .filter(({ mode }) => mode !== '160000')
      .map(({ id }) => id)
  if (type !== 'commit') return []
  const { tree, parents } = parseCommit('', body.toString('utf8'))
  return [tree, ...parents]
}
