import type { MoveResult } from '../domain/results/move.ts'
import type { FoundPull, Ports } from '../ports.ts'
import { saidAt, sayOnce } from './say-once.ts'

type Outside = Pick<Ports, 'comments' | 'openPulls'>

/**
 * Closes the pull request that a proposal takes the place of, with a word that names the new one. Only once that one is
 * open: what is refused, shown only or put on a branch replaces nothing.
 */
export async function closeReplaced(result: MoveResult, ports: Outside): Promise<MoveResult> {
  const { replaces, 'pull-request': pull } = result
  if (replaces === undefined || pull === undefined || pull.number === replaces) return result
  const replaced = await ports.openPulls.find(replaces)
  if (replaced === undefined || !(await closeFor(pull.number, replaced, ports))) return result
  return { ...result, remarks: [...result.remarks, `closed #${replaces}, which it takes the place of`] }
}

/**
 * Closes a pull request for the one that takes its place, and says so there. Whoever was killed in between is gone on for;
 * where it was said already, what is open somebody opened again, and stays so.
 *
 * @returns Whether there was anything to do.
 */
export async function closeFor(pull: number, { number, state }: FoundPull, ports: Outside): Promise<boolean> {
  const target = { is: 'pull-request', number } as const
  if (state === 'merged' || (await saidAt(ports.comments, target, SUBJECT)) !== undefined) return false
  if (state === 'open') await ports.openPulls.close(number)
  const why = `#${pull} takes the place of this pull request: it asks for the same move, on evidence that a workflow of this repository measured.`
  await sayOnce(ports.comments, target, SUBJECT, why)
  return true
}

const SUBJECT = 'replaced'
