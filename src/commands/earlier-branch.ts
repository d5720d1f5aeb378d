import type { EarlierCommit, Ports } from '../ports.ts'

/**
 * What an earlier run of the same command put on its branch, there or on GitHub, when that was built on this base:
 * repeating a command changes nothing.
 */
export async function earlierOnBranch(
  { repository, pullRequests }: Pick<Ports, 'repository' | 'pullRequests'>,
  branch: string,
  base: string,
): Promise<Pick<EarlierCommit, 'added' | 'read'> | undefined> {
  if (pullRequests !== undefined) {
    const earlier = await pullRequests.earlier(branch)
    return earlier?.parent === base ? earlier : undefined
  }
  const tip = await repository.resolve(`refs/heads/${branch}`)
  if (tip === undefined || (await repository.commitFacts(tip)).parents[0] !== base) return undefined
  const changed = await repository.changes(base, tip, [])
  return {
    added: changed.filter(({ status }) => status === 'added').map(({ path }) => path),
    read: path => repository.readFile(tip, path),
  }
}
