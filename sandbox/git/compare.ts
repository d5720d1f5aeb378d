import type { BareRepository } from './bare-repository.ts'
import { type ChangedFile, changedFiles } from './changed-files.ts'
import type { Commit } from './commits.ts'
import { mergeBase, readCommits } from './log.ts'
import { GitRefusal } from './refusal.ts'
import { gitLines, gitText } from './run-git.ts'

export interface Comparison {
  readonly status: 'identical' | 'ahead' | 'behind' | 'diverged'
  readonly mergeBase: string
  /** Commits that only the head has. */
  readonly aheadBy: number
  /** Commits that only the base has. */
  readonly behindBy: number
  /** What only the head has, oldest first. */
  readonly commits: readonly Commit[]
  /** What changed from the merge base to the head. */
  readonly files: readonly ChangedFile[]
}

/**
 * Compares two commits as GitHub's three dots do.
 *
 * @throws {GitRefusal} `unrelated` when they share no commit; GitHub answers 404.
 */
export async function compareCommits(
  repository: BareRepository,
  base: string,
  head: string,
): Promise<Comparison> {
  const shared = await mergeBase(repository, base, head)
  if (shared === undefined)
    throw new GitRefusal('unrelated', `No common ancestor between ${base} and ${head}.`)
  const [counts, shas, files] = await Promise.all([
    gitText(repository, ['rev-list', '--left-right', '--count', `${base}...${head}`]),
    gitLines(repository, ['rev-list', '--reverse', '--topo-order', `${base}..${head}`]),
    changedFiles(repository, shared, head),
  ])
  const [behindBy = 0, aheadBy = 0] = counts.split('\t').map(Number)
  const commits = await readCommits(repository, shas)
  return { status: statusOf(aheadBy, behindBy), mergeBase: shared, aheadBy, behindBy, commits, files }
}

function statusOf(aheadBy: number, behindBy: number): Comparison['status'] {
  if (aheadBy > 0) return behindBy > 0 ? 'diverged' : 'ahead'
  return behindBy > 0 ? 'behind' : 'identical'
}
