import git from 'isomorphic-git'
import http from 'isomorphic-git/http/web'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { CommitFacts, CommitRequest, Identity, PathChange, Repository, TreeChange } from '../../ports.ts'
import { parseCommit } from './commit-object.ts'
import { copyObjects, diskRepository } from './disk-remote.ts'
import { changedFiles, listBelow, placeChanges, type TreeReader, writeFolders } from './folder-tree.ts'
import { movedError, remoteError, shallowError } from './git-errors.ts'
import { noIdentityError, personFromEnvironment } from './identity.ts'
import type { Location } from './location.ts'
import { atomicFs, swapRef } from './loose-files.ts'
import { rememberedTrees } from './remembered-trees.ts'
import { shallowBoundaries } from './shallow.ts'
import { parseTree, SHA1_BYTES, type TreeItem } from './tree-object.ts'

/** The repository in JavaScript alone, for where there is no git program. SHA-1 repositories with plain ref files. */
export function openIsomorphic(location: Location): Repository & { readonly identity: Identity } {
  const { commonDir: gitdir } = location
  const cache = {}
  const at = { fs: atomicFs, gitdir, cache }

  async function readObject(
    oid: string,
  ): Promise<{ readonly type: string; readonly body: Buffer } | undefined> {
    try {
      const { type, object } = await git.readObject({ ...at, oid, format: 'content' })
      return { type, body: Buffer.from(object as Uint8Array) }
    } catch (error) {
      if (errorCode(error) === 'NotFoundError') return undefined
      throw error
    }
  }

  const lost = (oid: string) =>
    new ModelyardError({
      code: 'bug',
      message: `the repository lacks the object ${oid}`,
      next: 'check the repository, or fetch it anew',
    })

  const commits = new Map<string, CommitFacts>()
  async function commitFacts(oid: string): Promise<CommitFacts> {
    const known = commits.get(oid)
    if (known !== undefined) return known
    const object = await readObject(oid)
    if (object?.type !== 'commit') throw lost(oid)
    const parsed = parseCommit(oid, object.body.toString('utf8'))
    // Where a shallow clone is cut off, parents are named that are not there.
    const facts = shallowBoundaries(location).includes(oid) ? { ...parsed, parents: [] } : parsed
    commits.set(oid, facts)
    return facts
  }

  const trees = rememberedTrees({
    async readTree(oid) {
      const object = await readObject(oid)
      if (object?.type !== 'tree') throw lost(oid)
      return parseTree(object.body, SHA1_BYTES)
    },
  })

  /** The entry at a path of a commit; the root is a folder. */
  async function entryAt(commit: string, path: string): Promise<Omit<TreeItem, 'name'> | undefined> {
    let entry: Omit<TreeItem, 'name'> = { mode: '040000', id: (await commitFacts(commit)).tree }
    for (const part of path === '' ? [] : path.split('/')) {
      if (entry.mode !== '040000') return undefined
      const found: TreeItem | undefined = (await trees.readTree(entry.id)).find(({ name }) => name === part)
      if (found === undefined) return undefined
      entry = found
    }
    return entry
  }

  async function* firstParents(commit: string): AsyncGenerator<CommitFacts> {
    for (let id: string | undefined = commit; id !== undefined; ) {
      const facts: CommitFacts = await commitFacts(id)
      yield facts
      id = facts.parents[0]
    }
  }

  async function resolveCommit(revision: string): Promise<string | undefined> {
    const oid = await resolveName(at, revision === '@' ? 'HEAD' : revision)
    if (oid === undefined) return undefined
    const object = await readObject(oid)
    if (object?.type === 'tag') return /^object ([0-9a-f]{40})/.exec(object.body.toString('utf8'))?.[1]
    return object?.type === 'commit' ? oid : undefined
  }

  const isShallow = async () => shallowBoundaries(location).length > 0

  return {
    async head() {
      const branch = await git.currentBranch({ fs: atomicFs, gitdir: location.gitDir })
      return { commit: await resolveCommit('HEAD'), branch: branch ?? undefined }
    },
    resolve: resolveCommit,
    commitFacts,
    async listFolder(commit, folder) {
      const entry = await entryAt(commit, folder)
      if (entry?.mode !== '040000') return []
      const prefix = folder === '' ? '' : `${folder}/`
      return (await trees.readTree(entry.id)).map(({ name, mode, id }) => ({ path: prefix + name, mode, id }))
    },
    async listFiles(commit, folder) {
      const entry = await entryAt(commit, folder)
      return entry?.mode === '040000' ? listBelow(trees, entry.id, folder) : []
    },
    async readFile(commit, path) {
      const entry = await entryAt(commit, path)
      const object = entry === undefined ? undefined : await readObject(entry.id)
      return object?.type === 'blob' ? object.body : undefined
    },
    async readBlobs<T>(ids: readonly string[], take: (content: Uint8Array, index: number) => T) {
      const taken: T[] = []
      for (const [index, id] of ids.entries()) {
        const object = await readObject(id)
        if (object === undefined) throw lost(id)
        taken.push(take(object.body, index))
      }
      return taken
    },
    async blobIds(contents) {
      const ids: string[] = []
      for (const object of contents) ids.push((await git.hashBlob({ object })).oid)
      return ids
    },
    async changes(from, to, folders) {
      const changes: TreeChange[] = []
      for (const folder of folders.length === 0 ? [''] : folders) {
        changes.push(
          ...(await changedFiles(trees, await entryAt(from, folder), await entryAt(to, folder), folder)),
        )
      }
      return changes.sort((a, b) => (a.path < b.path ? -1 : 1))
    },
    async history(commit, path) {
      const entries: PathChange[] = []
      for await (const facts of firstParents(commit)) {
        const [parent] = facts.parents
        const before = parent === undefined ? undefined : await entryAt(parent, path)
        for (const change of await changedFiles(trees, before, await entryAt(facts.id, path), path)) {
          entries.push({
            commit: facts.id,
            committedAt: facts.committedAt,
            author: facts.author.name,
            subject: facts.message.split('\n')[0] ?? '',
            path: change.path,
            status: change.status,
            before: change.before?.id,
            after: change.after?.id,
          })
        }
      }
      return { entries: entries.reverse(), complete: !(await isShallow()) }
    },
    async chain(commit) {
      const entries: { commit: string; committedAt: number }[] = []
      for await (const { id, committedAt } of firstParents(commit)) entries.push({ commit: id, committedAt })
      return { entries: entries.reverse(), complete: !(await isShallow()) }
    },
    async lastChangeOutside(commit, folder) {
      let last = commit
      for await (const facts of firstParents(commit)) {
        const [parent] = facts.parents
        last = facts.id
        if (parent === undefined) {
          if (await isShallow()) throw shallowError('the commit that last changed the code')
          break
        }
        const base = (await commitFacts(parent)).tree
        if (await differOutside(trees, base, facts.tree, folder)) return facts.id
      }
      return last
    },
    async mergeBase(a, b) {
      const [base] = (await git.findMergeBase({ ...at, oids: [a, b] })) as string[]
      if (base === undefined && (await isShallow())) throw shallowError('where two branches parted')
      return base
    },
    isShallow,
    listTags: () => git.listTags({ fs: atomicFs, gitdir }),
    async commit(request) {
      const id = await writeCommit(request)
      await swapRef(location, request.branch, id, request.expected)
      return id
    },
    async moveBranch(branch, to, expected) {
      await swapRef(location, branch, to, expected)
    },
    async fetch(remote, branch) {
      const url = await remoteUrl(remote)
      const target = diskRepository(location, url)
      if (target !== undefined) {
        const commit = await resolveName(
          { fs: atomicFs, gitdir: target.commonDir, cache: {} },
          `refs/heads/${branch}`,
        )
        if (commit !== undefined) await copyObjects(target.commonDir, gitdir, commit)
        return commit
      }
      try {
        const { fetchHead } = await git.fetch({
          ...at,
          http,
          url,
          remoteRef: branch,
          singleBranch: true,
          tags: false,
        })
        return fetchHead ?? undefined
      } catch (error) {
        if (errorCode(error) === 'NotFoundError') return undefined
        throw remoteError('fetch from', remote, messageOf(error), error)
      }
    },
    async push(remote, branch, commit, expected) {
      const url = await remoteUrl(remote)
      const target = diskRepository(location, url)
      if (target !== undefined) {
        await copyObjects(gitdir, target.commonDir, commit)
        await swapRef(target, branch, commit, expected)
        return
      }
      await pushOverHttp(url, branch, commit, expected)
    },
    identity: {
      async committer() {
        const person = personFromEnvironment()
        if (person !== undefined) return { ...person, source: 'the environment' }
        const name = await git.getConfig({ fs: atomicFs, gitdir, path: 'user.name' })
        const email = await git.getConfig({ fs: atomicFs, gitdir, path: 'user.email' })
        if (!name || !email) throw noIdentityError()
        return { name, email, source: "this repository's git configuration" }
      },
    },
  }

  async function writeCommit({ parent, changes, message, person, at: time }: CommitRequest): Promise<string> {
    const ids: (string | null)[] = []
    for (const { content } of changes)
      ids.push(content === null ? null : await git.writeBlob({ fs: atomicFs, gitdir, blob: content }))
    const tree = await writeFolders(placeChanges(changes, ids), '', {
      existing: async folder => {
        const entry = parent === undefined ? undefined : await entryAt(parent, folder)
        return entry?.mode === '040000' ? trees.readTree(entry.id) : []
      },
      make: items =>
        git.writeTree({
          fs: atomicFs,
          gitdir,
          tree: items.map(({ name, mode, id }) => ({
            path: name,
            mode,
            oid: id,
            type: mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob',
          })),
        }),
    })
    const stamp = { ...person, timestamp: Math.floor(time / 1000), timezoneOffset: 0 }
    return git.writeCommit({
      fs: atomicFs,
      gitdir,
      commit: {
        tree,
        parent: parent === undefined ? [] : [parent],
        author: stamp,
        committer: stamp,
        message,
      },
    })
  }

  async function remoteUrl(remote: string): Promise<string> {
    const configured = await git.getConfig({ fs: atomicFs, gitdir, path: `remote.${remote}.url` })
    return configured ?? remote
  }

  async function pushOverHttp(
    url: string,
    branch: string,
    commit: string,
    expected: string | undefined,
  ): Promise<void> {
    // isomorphic-git pushes refs, not commits, and only forward or by force: compare first, then push a ref of ours.
    const scratch = `modelyard-push-${commit.slice(0, 12)}`
    await git.writeRef({ fs: atomicFs, gitdir, ref: `refs/heads/${scratch}`, value: commit, force: true })
    try {
      const refs = await git.listServerRefs({ http, url, prefix: `refs/heads/${branch}` })
      const present = refs.find(({ ref }) => ref === `refs/heads/${branch}`)?.oid
      if (present !== expected) throw movedError(branch)
      await git.push({ ...at, http, url, ref: scratch, remoteRef: `refs/heads/${branch}`, force: true })
    } catch (error) {
      if (error instanceof ModelyardError) throw error
      throw remoteError('push to', url, messageOf(error), error)
    } finally {
      await git.deleteRef({ fs: atomicFs, gitdir, ref: `refs/heads/${scratch}` })
    }
  }
}

type GitPlace = { readonly fs: typeof atomicFs; readonly gitdir: string; readonly cache: object }

/** The object that a branch, tag, remote branch or whole id names. */
async function resolveName(at: GitPlace, name: string): Promise<string | undefined> {
  const candidates =
    name.startsWith('refs/') || name === 'HEAD'
      ? [name]
      : [`refs/heads/${name}`, `refs/tags/${name}`, `refs/remotes/${name}`]
  for (const ref of candidates) {
    try {
      return await git.resolveRef({ fs: at.fs, gitdir: at.gitdir, ref })
    } catch (error) {
      if (errorCode(error) !== 'NotFoundError') throw error
    }
  }
  if (!/^[0-9a-f]{4,40}$/.test(name)) return undefined
  try {
    return await git.expandOid({ ...at, oid: name })
  } catch {
    return undefined
  }
}

/** Whether two trees differ in anything but what lies below `folder`. */
async function differOutside(trees: TreeReader, a: string, b: string, folder: string): Promise<boolean> {
  if (a === b) return false
  const [name, ...rest] = folder.split('/')
  const [before, after] = [await trees.readTree(a), await trees.readTree(b)]
  const others = (items: readonly TreeItem[]) => JSON.stringify(items.filter(item => item.name !== name))
  if (others(before) !== others(after)) return true
  if (rest.length === 0) return false
  const inner = (items: readonly TreeItem[]) => items.find(item => item.name === name)
  const [x, y] = [inner(before), inner(after)]
  if (x?.mode !== '040000' || y?.mode !== '040000') return x?.id !== y?.id
  return differOutside(trees, x.id, y.id, rest.join('/'))
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
