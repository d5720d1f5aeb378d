import type { Repository } from '../ports.ts'

/**
 * The commit of a branch that Modelyard writes on GitHub alone. What was fetched is newer than a branch that somebody once
 * checked out: nobody writes it here.
 *
 * @returns Undefined where this clone has neither.
 */
export async function recordsBranch(repository: Repository, branch: string): Promise<string | undefined> {
  const fetched = await repository.resolve(`refs/remotes/origin/${branch}`)
  return fetched ?? (await repository.resolve(`refs/heads/${branch}`))
}
