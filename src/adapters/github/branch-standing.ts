import type { EarlierCommit } from '../../ports.ts'
import type { Api } from './api.ts'
import { longTextOf, shaOf, valueAt } from './event.ts'

/** The place of a repository in REST's routes. */
export type RepositoryPlace = Readonly<Record<'owner' | 'repo', string>>

/** The commit that a branch stands at. */
export interface Standing {
  readonly commit: string
  readonly parents: readonly string[]
  readonly tree: string
  readonly message: string
  /** The files that it added. */
  readonly added: readonly string[]
}

/** @returns Undefined where there is no such branch. */
export async function standingAt(
  api: Api,
  place: RepositoryPlace,
  branch: string,
): Promise<Standing | undefined> {
  const answer = await api.request(
    'GET /repos/{owner}/{repo}/commits/{ref}',
    { ...place, ref: `heads/${branch}` },
    'contents: write',
  )
  if (answer.is !== 'answer') return undefined
  const at = (...keys: string[]) => valueAt(answer.data, keys)
  const commit = shaOf(at('sha'))
  if (commit === undefined) return undefined
  return {
    commit,
    parents: listAt(at('parents')).flatMap(parent => shaOf(valueAt(parent, ['sha'])) ?? []),
    tree: shaOf(at('commit', 'tree', 'sha')) ?? '',
    message: longTextOf(at('commit', 'message')) ?? '',
    added: listAt(at('files')).flatMap(file =>
      valueAt(file, ['status']) === 'added' ? (longTextOf(valueAt(file, ['filename'])) ?? []) : [],
    ),
  }
}

export async function earlierCommit(
  api: Api,
  place: RepositoryPlace,
  branch: string,
): Promise<EarlierCommit | undefined> {
  const standing = await standingAt(api, place, branch)
  if (standing === undefined) return undefined
  const { commit, parents, added } = standing
  return {
    parent: parents.length === 1 ? parents[0] : undefined,
    added,
    async read(path) {
      const answer = await api.request(
        'GET /repos/{owner}/{repo}/contents/{+path}',
        { ...place, path: path.split('/').map(encodeURIComponent).join('/'), ref: commit },
        'contents: write',
      )
      const content = answer.is === 'answer' ? longTextOf(valueAt(answer.data, ['content'])) : undefined
      return content === undefined ? undefined : new Uint8Array(Buffer.from(content, 'base64'))
    },
  }
}

function listAt(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
