import type { Account } from '../../ports.ts'
import { textOf, valueAt } from './event.ts'

/** Whom the token of a job speaks for. */
export const JOB_ACCOUNT = 'github-actions[bot]'

/** An account as GitHub names it in its answers; undefined where it is gone. */
export function accountOf(data: unknown): Account | undefined {
  const login = textOf(valueAt(data, ['login']))
  // What a deleted account left belongs to nobody.
  if (login === undefined || login === 'ghost') return undefined
  return { login, isBot: valueAt(data, ['type']) === 'Bot' }
}
