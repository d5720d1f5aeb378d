import type { BareRepository } from './bare-repository.ts'
import { type Commit, parseCommit } from './commits.ts'
import { readObjects } from './objects.ts'
import { gitLines, gitText, runGit } from './run-git.ts'

export interface LogOptions {
  /** Follow first parents only: what landed on the branch, not what the merged ones were made of. */
  readonly firstParent?: boolean
  /** Only commits that change this file or folder. */
  readonly path?: string | undefined
  /** Milliseconds; only commits whose committer date is this or later. */
  readonly since?: number | undefined
  /** Milliseconds; only commits whose committer date is this or earlier. */
  readonly until?: number | undefined
  readonly skip?: number
  readonly limit?: number | undefined
}

/** The commits that lead to one, newest first. */
export async function readLog(
  repository: BareRepository,
  from: string,
  options: LogOptions = {},
): Promise<readonly Commit[]> {
  return readCommits(
    repository,
    await gitLines(repository, ['rev-list', ...limits(options), from, ...pathOf(options)]),
  )
}

/** How many commits `readLog` would list, whatever its `skip` and `limit`. */
export async function countLog(
  repository: BareRepository,
  from: string,
  { skip: _skip, limit: _limit, ...options }: LogOptions = {},
): Promise<number> {
  return Number(
    await gitText(repository, ['rev-list', '--count', ...limits(options), from, ...pathOf(options)]),
  )
}

/** Commits by their ids, in that order. */
export async function readCommits(
  repository: BareRepository,
  shas: readonly string[],
): Promise<readonly Commit[]> {
  const objects = await readObjects(repository, shas)
  return objects.flatMap(object =>
    object === undefined ? [] : [parseCommit(object.sha, object.content.toString('utf8'))],
  )
}

/** Whether a commit is in the history of another, or is that commit. */
export async function isAncestor(repository: BareRepository, ancestor: string, of: string): Promise<boolean> {
  const { status } = await runGit(repository, ['merge-base', '--is-ancestor', ancestor, of], {
    accept: [0, 1],
  })
  return status === 0
}

/** The best common ancestor of two commits; undefined where they share none. */
export async function mergeBase(
  repository: BareRepository,
  one: string,
  other: string,
): Promise<string | undefined> {
  const { status, stdout } = await runGit(repository, ['merge-base', one, other], { accept: [0, 1] })
  return status === 0 ? stdout.toString('utf8').trim() : undefined
}

function limits({ firstParent = false, since, until, skip = 0, limit }: LogOptions): string[] {
  return [
    ...(firstParent ? ['--first-parent'] : []),
    ...(since === undefined ? [] : [`--max-age=${Math.ceil(since / 1000)}`]),
    ...(until === undefined ? [] : [`--min-age=${Math.floor(until / 1000)}`]),
    ...(skip > 0 ? [`--skip=${skip}`] : []),
    ...(limit === undefined ? [] : [`--max-count=${limit}`]),
  ]
}

function pathOf({ path }: LogOptions): string[] {
  return path === undefined || path === '' ? ['--'] : ['--', path]
}
