import type { Seals } from '../../ports.ts'
import { type Api, type ApiOptions, openApi } from './api.ts'
import { appendFile } from './append-file.ts'
import { type RepositoryPlace, standingAt } from './branch-standing.ts'
import type { GitHubContext } from './context.ts'
import { shaOf, textOf, valueAt } from './event.ts'
import { pauseBy } from './pause.ts'

/** What the branch holds. */
export interface Audit {
  readonly commit: string
  readonly paths: ReadonlySet<string>
}

/** Who looks here will write. */
const WANTED = 'contents: write'
const README = `# Seals

Who approved and merged each promotion: \`MODEL/N.json\` for its record \`promotions/N.json\`. Written at the merge, one
commit each, and never changed. This branch shares no history with any other.
`

export interface SealOptions extends ApiOptions {
  /** Reads the branch elsewhere than by the API, as it stood a moment ago; writing compares before it swaps. */
  readonly read?: (branch: string) => Promise<Audit | undefined>
}

/** The branch of the seals on GitHub, as one token writes it. */
export function openGitHubSeals(context: GitHubContext, options: SealOptions = {}): Seals {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  const read = options.read ?? ((branch: string) => readAudit(api, place, branch))
  const pause = pauseBy(options)
  let known: Audit | undefined
  return {
    async sealed(branch) {
      known = await read(branch)
      return known?.paths ?? new Set()
    },
    async add(branch, seal) {
      let audit: Audit | undefined
      const { is, commit } = await appendFile(
        api,
        place,
        { name: branch, begin: { message: 'Begin the seals', readme: README }, file: 'the seal' },
        seal,
        async () => {
          audit = known ?? (await readAudit(api, place, branch))
          known = undefined
          return audit && { commit: audit.commit, holds: audit.paths.has(seal.path) }
        },
        pause,
      )
      known = { commit, paths: new Set([...(audit?.paths ?? []), seal.path]) }
      return is === 'there' ? 'present' : is
    },
  }
}

/** @returns Undefined where there is no such branch. */
async function readAudit(api: Api, place: RepositoryPlace, branch: string): Promise<Audit | undefined> {
  const standing = await standingAt(api, place, branch)
  if (standing === undefined) return undefined
  return { commit: standing.commit, paths: new Set(await filesOf(api, place, standing.tree, '')) }
}

/** All files of a tree. GitHub cuts a long list off: then folder by folder. */
async function filesOf(api: Api, place: RepositoryPlace, tree: string, prefix: string): Promise<string[]> {
  const whole = await treeOf(api, place, tree, true)
  const isWhole = valueAt(whole, ['truncated']) !== true
  const data = isWhole ? whole : await treeOf(api, place, tree, false)
  const entries = valueAt(data, ['tree'])
  const paths: string[] = []
  for (const entry of Array.isArray(entries) ? entries : []) {
    const [path, sha] = [textOf(valueAt(entry, ['path'])), shaOf(valueAt(entry, ['sha']))]
    if (path === undefined || sha === undefined) continue
    const isFolder = valueAt(entry, ['type']) === 'tree'
    if (!isFolder) paths.push(`${prefix}${path}`)
    else if (!isWhole) paths.push(...(await filesOf(api, place, sha, `${prefix}${path}/`)))
  }
  return paths
}

async function treeOf(api: Api, place: RepositoryPlace, tree: string, recursive: boolean): Promise<unknown> {
  const answer = await api.request(
    'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
    { ...place, tree_sha: tree, ...(recursive ? { recursive: '1' } : {}) },
    WANTED,
  )
  return answer.is === 'answer' ? answer.data : undefined
}
