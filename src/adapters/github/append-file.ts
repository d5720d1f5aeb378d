import { ModelyardError } from '../../domain/errors/index.ts'
import type { NewFile } from '../../ports.ts'
import type { Api } from './api.ts'
import type { RepositoryPlace } from './branch-standing.ts'
import { shaOf, valueAt } from './event.ts'

/** A branch that shares no history with any other, to which files are added and nothing else. */
export interface GrowingBranch {
  readonly name: string
  /** What its first commit says, and the README that it brings. */
  readonly begin: { readonly message: string; readonly readme: string }
  /** What a file of it is, with its article, for people. */
  readonly file: string
}

/** Where such a branch stands, and whether it holds the file there. */
export interface GrowingStand {
  readonly commit: string
  readonly holds: boolean
}

export interface Appended {
  readonly is: 'written' | 'there'
  /** A commit of the branch that holds the file. */
  readonly commit: string
}

/** Who looks here will write. */
const WANTED = 'contents: write'
/** So many others may be faster: the jobs of a matrix begin at one moment, and all come to their turn. */
const MOST_LOST = 16
/** So often there may be no branch or no answer. */
const MOST_FAILED = 8
const COMMIT = `mutation Append($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`

/**
 * Adds a file to a branch by compare-and-swap, after whatever others added meanwhile; the first one begins the branch. A
 * file that is there stays as it is.
 *
 * @param look - Where the branch stands now; undefined where there is none. Asked anew in each round.
 * @param pause - Waits before a round, the longer the more were lost, so that writers do not meet again and again.
 * @throws {ModelyardError} `moved-meanwhile` where others moved the branch again and again.
 */
export async function appendFile(
  api: Api,
  place: RepositoryPlace,
  branch: GrowingBranch,
  file: NewFile,
  look: () => Promise<GrowingStand | undefined>,
  pause: (lost: number) => Promise<void>,
): Promise<Appended> {
  let wasAsked = false
  let [lost, failed] = [0, 0]
  while (lost < MOST_LOST && failed < MOST_FAILED) {
    const stand = await look()
    if (stand === undefined) {
      failed += 1
      await beginBranch(api, place, branch)
      continue
    }
    // Ours, where no answer came to what was asked; otherwise another run's, which says the same or was first.
    if (stand.holds) return { is: wasAsked ? 'written' : 'there', commit: stand.commit }
    wasAsked = true
    const done = await commitOn(api, place, branch, stand.commit, file)
    if (done.commit !== undefined) return { is: 'written', commit: done.commit }
    if (done.isStale) {
      lost += 1
      await pause(lost)
    } else failed += 1
  }
  throw new ModelyardError({
    code: 'moved-meanwhile',
    message: `the branch ${branch.name} moved again and again meanwhile`,
    next: `run the step again; it goes on with ${branch.file} that is not there yet`,
  })
}

/** A first commit without a parent. What goes wrong, or was done by another run, the next look tells. */
async function beginBranch(api: Api, place: RepositoryPlace, { name, begin }: GrowingBranch): Promise<void> {
  const tree = await madeBy(api, 'POST /repos/{owner}/{repo}/git/trees', {
    ...place,
    tree: [{ path: 'README.md', mode: '100644', type: 'blob', content: begin.readme }],
  })
  if (tree === undefined) return
  const commit = await madeBy(api, 'POST /repos/{owner}/{repo}/git/commits', {
    ...place,
    message: begin.message,
    tree,
    parents: [],
  })
  if (commit === undefined) return
  try {
    await api.request(
      'POST /repos/{owner}/{repo}/git/refs',
      { ...place, ref: `refs/heads/${name}`, sha: commit },
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

interface Committed {
  /** Undefined where the branch moved, or no answer came. */
  readonly commit?: string | undefined
  readonly isStale: boolean
}

async function commitOn(
  api: Api,
  { owner, repo }: RepositoryPlace,
  branch: GrowingBranch,
  expected: string,
  { path, content, message }: NewFile,
): Promise<Committed> {
  const done = await api.mutate(
    COMMIT,
    {
      input: {
        branch: { repositoryNameWithOwner: `${owner}/${repo}`, branchName: branch.name },
        expectedHeadOid: expected,
        message: { headline: message },
        fileChanges: { additions: [{ path, contents: Buffer.from(content).toString('base64') }] },
      },
    },
    WANTED,
  )
  if (done.is !== 'refused') {
    const oid =
      done.is === 'answer' ? valueAt(done.data, ['createCommitOnBranch', 'commit', 'oid']) : undefined
    return { commit: shaOf(oid), isStale: done.is === 'stale' }
  }
  throw new ModelyardError({
    code: 'remote-failed',
    message: `GitHub refused ${branch.file} on ${branch.name} (${done.message})`,
    next: `see which rules hold for the branch ${branch.name}: the workflow has to be let through`,
  })
}
