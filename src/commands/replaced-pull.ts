import type { MoveResult } from '../domain/results/move.ts'
import type { Ports } from '../ports.ts'
import { closeWithReason } from './close-rivals.ts'

/**
 * Closes the pull request that a proposal takes the place of, with a word that names the new one. Only once that one is
 * open: what is refused, shown only or put on a branch replaces nothing.
 */
export async function closeReplaced(
  result: MoveResult,
  ports: Pick<Ports, 'comments' | 'openPulls'>,
): Promise<MoveResult> {
  const { replaces, 'pull-request': pull } = result
  if (replaces === undefined || pull === undefined || pull.number === replaces) return result
  if ((await ports.openPulls.find(replaces)) === undefined) return result
  const why = `#${pull.number} takes the place of this pull request: it asks for the same move, on evidence that a workflow of this repository measured.`
  await closeWithReason({ number: replaces }, 'replaced', why, ports)
  return { ...result, remarks: [...result.remarks, `closed #${replaces}, which it takes the place of`] }
}
