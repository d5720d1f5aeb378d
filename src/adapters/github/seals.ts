import { ModelyardError } from '../../domain/errors/index.ts'
import type { NewSeal, Seals } from '../../ports.ts'
import { type Api, type ApiOptions, openApi } from './api.ts'
import { type RepositoryPlace, standingAt } from './branch-standing.ts'
import type { GitHubContext } from './context.ts'
import { shaOf, textOf, valueAt } from './event.ts'

/** What the branch holds. */
export interface Audit {
  readonly commit: string
  readonly paths: ReadonlySet<string>
}

/** Who looks here will write. */
const WANTED = 'contents: write'
const MOST_ROUNDS = 8
const COMMIT = `mutation Seal($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`
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
  let known: Audit | undefined
  return {
    async sealed(branch) {
      known = await read(branch)
      return known?.paths ?? new Set()
    },
    async add(branch, seal) {
      const { path } = seal
      let wasAsked = false
      for (let round = 1; round <= MOST_ROUNDS; round += 1) {
        const audit: Audit | undefined = known ?? (await readAudit(api, place, branch))
        known = undefined
        if (audit === undefined) {
          await beginBranch(api, place, branch)
          continue
        }
        // Ours, where no answer came to what was asked; otherwise another run's, which says the same or was first.
        if (audit.paths.has(path)) {
          known = audit
          return wasAsked ? 'written' : 'present'
        }
        wasAsked = true
        const oid = await commitOn(api, place, { branch, expected: audit.commit }, seal)
        if (oid === undefined) continue
        known = { commit: oid, paths: new Set([...audit.paths, path]) }
        return 'written'
      }
      throw new ModelyardError({
        code: 'moved-meanwhile',
        message: `the branch ${branch} moved again and again meanwhile`,
        next: 'run the step again; it goes on with what is not sealed yet',
      })
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

/** A first commit without a parent. What goes wrong, or was done by another run, the next look tells. */
async function beginBranch(api: Api, place: RepositoryPlace, branch: string): Promise<void> {
  const tree = await madeBy(api, 'POST /repos/{owner}/{repo}/git/trees', {
    ...place,
    tree: [{ path: 'README.md', mode: '100644', type: 'blob', content: README }],
  })
  if (tree === undefined) return
  const commit = await madeBy(api, 'POST /repos/{owner}/{repo}/git/commits', {
    ...place,
    message: 'Begin the seals',
    tree,
    parents: [],
  })
  if (commit === undefined) return
  try {
    await api.request(
      'POST /repos/{owner}/{repo}/git/refs',
      { ...place, ref: `refs/heads/${branch}`, sha: commit },
      WANTED,
    )
  } catch (error) {
    // Another run began it meanwhile; if not, the rounds come to their end.
    if (!(error instanceof ModelyardError) || error.code !== 'remote-failed') throw error
  }
}

async function madeBy(api: Api, route: string, parameters: object): Promise<string | undefined> {
  const answer = await api.request(route, { ...parameters }, WANTED)
  return answer.is === 'answer' ? shaOf(valueAt(answer.data, ['sha'])) : undefined
}

/** @returns Undefined where the branch moved, or no answer came. */
async function commitOn(
  api: Api,
  { owner, repo }: RepositoryPlace,
  { branch, expected }: { readonly branch: string; readonly expected: string },
  { path, content, message }: NewSeal,
): Promise<string | undefined> {
  const done = await api.mutate(
    COMMIT,
    {
      input: {
        branch: { repositoryNameWithOwner: `${owner}/${repo}`, branchName: branch },
        expectedHeadOid: expected,
        message: { headline: message },
        fileChanges: { additions: [{ path, contents: Buffer.from(content).toString('base64') }] },
      },
    },
    WANTED,
  )
  if (done.is !== 'refused')
    return done.is === 'answer'
      ? shaOf(valueAt(done.data, ['createCommitOnBranch', 'commit', 'oid']))
      : undefined
  throw new ModelyardError({
    code: 'remote-failed',
    message: `GitHub refused the seal on ${branch} (${done.message})`,
    next: `see which rules hold for the branch ${branch}: the workflow has to be let through`,
  })
}
