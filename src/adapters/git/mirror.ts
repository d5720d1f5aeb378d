import { mkdir } from 'node:fs/promises'
import git from 'isomorphic-git'
import http from 'isomorphic-git/http/node'
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
  const refsAt = async (token: string, prefix?: string) => {
    const there = await git.listServerRefs({
      http,
      url,
      ...signedIn(token),
      protocolVersion: 2,
      ...(prefix && { prefix }),
    })
    return new Map(there.map(({ ref, oid }) => [ref, oid]))
  }
  return {
    folder,
    async list(prefix, token) {
      try {
        const found = [...(await refsAt(token, prefix))]
        // A server may tell more than it was asked for.
        return new Map(found.filter(([ref]) => ref.startsWith(prefix)))
      } catch (error) {
        throw failed(url, error)
      }
    },
    async fetch(refs, token) {
      try {
        const known = await refsAt(token)
        const found = new Map<string, string>()
        for (const ref of refs) {
          const oid = known.get(ref)
          if (oid === undefined) continue
          // What is here already is not asked for again; what it was made of came with it.
          if ((await kept(at, ref)) !== oid) {
            await git.fetch({
              ...at,
              http,
              url,
              ...signedIn(token),
              remoteRef: ref,
              singleBranch: true,
              tags: false,
            })
            await git.writeRef({ ...at, ref: keptAs(ref), value: oid, force: true })
          }
          found.set(ref, oid)
        }
        return found
      } catch (error) {
        throw failed(url, error)
      }
    },
  }
}

/** Said at once: asked for it, GitHub would be asked everything twice. Anew for each call, which adds its own to it. */
function signedIn(token: string) {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  return { headers: { authorization: `Basic ${basic}` } }
}

function failed(url: string, error: unknown): ModelyardError {
  if (error instanceof ModelyardError) return error
  return remoteError('fetch from', url, error instanceof Error ? error.message : String(error), error)
}

type Place = { readonly fs: typeof atomicFs; readonly gitdir: string }

async function kept(at: Place, ref: string): Promise<string | undefined> {
  return git.resolveRef({ ...at, ref: keptAs(ref) }).catch(() => undefined)
}

/** Under a name of ours, so that what was fetched is told to the server as known. */
function keptAs(ref: string): string {
  return ref.startsWith('refs/heads/') ? ref : `refs/modelyard/${ref.slice('refs/'.length)}`
}
