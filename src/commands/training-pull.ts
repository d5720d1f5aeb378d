import { ModelyardError } from '../domain/errors/index.ts'
import type { Ports } from '../ports.ts'

interface Asked {
  /** What was said. */
  readonly pullRequest?: number | undefined
  readonly merge: boolean
  readonly dryRun: boolean
}

/**
 * The pull request whose merge brought the commit that was trained: said, or asked of GitHub where the version is proposed
 * there. It is shown and searched, and judged by nobody, so that a token that may not read it loses nothing else.
 */
export async function trainingPull(
  { pullRequest, merge, dryRun }: Asked,
  commit: string,
  { pullRequests, merges }: Ports,
): Promise<number | undefined> {
  if (pullRequest !== undefined || pullRequests === undefined || merge || dryRun) return pullRequest
  try {
    return (await merges.pullsOf([commit])).get(commit)?.number
  } catch (error) {
    if (error instanceof ModelyardError && error.code === 'missing-permission') return undefined
    throw error
  }
}
