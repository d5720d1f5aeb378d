import { mkdir } from 'node:fs/promises'
import git from 'isomorphic-git'
// By Node's own fetch: the other one asks by what Node warns of.
import http from 'isomorphic-git/http/web'
import { ModelyardError } from '../../domain/errors/index.ts'
import { remoteError } from './git-errors.ts'
import { atomicFs } from './loose-files.ts'

/** A bare copy of a repository elsewhere, whose refs are fetched as they are asked for. */
export interface Mirror {
  readonly folder: string
  /**
   * Fetches refs by their full names, with all that they are made of.
   *
   * @returns Their commits; those that are not there are left out.
   * @throws {ModelyardError} `remote-failed`.
   */
  fetch(refs: readonly string[], token: string): Promise<ReadonlyMap<string, string>>
  /**
   * Fetches the default branch, and lets `HEAD` name it.
   *
   * @returns Its short name, and its commit where it has one.
   * @throws {ModelyardError} `remote-failed`.
   */
  fetchDefault(token: string): Promise<{ readonly branch: string; readonly commit: string | undefined }>
  /**
   * The refs below a prefix such as `refs/heads/release/`, with their commits; nothing is fetched.
   *
   * @throws {ModelyardError} `remote-failed`.
   */
  list(prefix: string, token: string): Promise<ReadonlyMap<string, string>>
}

/** Opens, and begins, a mirror in a folder of its own. */
export async function openMirror(folder: string, url: string): Promise<Mirror> {
  await mkdir(folder, { recursive: true })
  const at = { fs: atomicFs, gitdir: folder }
  await git.init({ ...at, bare: true, defaultBranch: 'main' })
  await git.addRemote({ ...at, remote: 'origin', url, force: true })
  async function refsAt(token: string, prefix?: string) {
    const there = await git.listServerRefs({
      http,
      url,
      ...said(token),
      protocolVersion: 2,
      symrefs: true,
      ...(prefix && { prefix }),
    })
    const target = there.find(({ ref }) => ref === 'HEAD')?.target
    return { commits: new Map(there.map(({ ref, oid }) => [ref, oid])), target }
  }
  /** What is here already is not asked for again; what it was made of came with it. */
  async function bring(ref: string, oid: string, token: string): Promise<void> {
    if ((await kept(at, ref)) === oid) return
    await git.fetch({ ...at, http, url, ...said(token), remoteRef: ref, singleBranch: true, tags: false })
    await git.writeRef({ ...at, ref: keptAs(ref), value: oid, force: true })
  }
  return {
    folder,
    fetch: (refs, token) =>
      reaching(url, async () => {
        const { commits } = await refsAt(token)
        const found = new Map<string, string>()
        for (const ref of refs) {
          const oid = commits.get(ref)
          if (oid === undefined) continue
          await bring(ref, oid, token)
          found.set(ref, oid)
        }
        return found
      }),
    list: (prefix, token) =>
      reaching(url, async () => {
        const { commits } = await refsAt(token, prefix)
        // A server may tell more than it was asked for.
        return new Map([...commits].filter(([ref]) => ref.startsWith(prefix)))
      }),
    fetchDefault: token =>
      reaching(url, async () => {
        const { commits, target } = await refsAt(token)
        const oid = target && commits.get(target)
        // An empty repository names no branch that it has.
        if (target === undefined || oid === undefined) return { branch: 'main', commit: undefined }
        await bring(target, oid, token)
        await git.writeRef({ ...at, ref: 'HEAD', value: target, symbolic: true, force: true })
        return { branch: target.slice('refs/heads/'.length), commit: oid }
      }),
  }
}

/** Anew for each call, which adds its own headers. Said at once: asked for it, GitHub would be asked everything twice. */
function said(token: string) {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  return { headers: { authorization: `Basic ${basic}` } }
}

async function reaching<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ModelyardError) throw error
    throw remoteError('fetch from', url, error instanceof Error ? error.message : String(error), error)
  }
}

type Place = { readonly fs: typeof atomicFs; readonly gitdir: string }

async function kept(at: Place, ref: string): Promise<string | undefined> {
  return git.resolveRef({ ...at, ref: keptAs(ref) }).catch(() => undefined)
}

/** Under a name of ours, so that what was fetched is told to the server as known. */
function keptAs(ref: string): string {
  return ref.startsWith('refs/heads/') ? ref : `refs/modelyard/${ref.slice('refs/'.length)}`
}
