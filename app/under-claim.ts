import type { Reach } from './reach.ts'
import type { Settling } from './settler.ts'

/** Does what only one process may do at a time; another one that has the claim leaves it to be done again later. */
export async function underClaim(
  name: string,
  commit: string,
  { claims, ports }: Pick<Reach, 'claims' | 'ports'>,
  work: () => Promise<Settling>,
): Promise<Settling> {
  const { tree } = await ports.repository.commitFacts(commit)
  const claim = await claims.take(name, { id: commit, tree })
  if (claim === undefined) return 'again'
  try {
    return await work()
  } finally {
    await claim.release()
  }
}
