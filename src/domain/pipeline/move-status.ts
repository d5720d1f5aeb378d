import type { Outcome } from '../gates/outcome.ts'
import { type Conclusion, conclusion } from './conclusion.ts'

export interface JudgedMove {
  /** Of the policy's gates; `passed` for a move that asks for none, as a rollback. */
  readonly gates: Outcome
  readonly approvals: {
    readonly outcome: Outcome
    /** Whether people see to them, and nothing judges them. */
    readonly 'by-hand'?: boolean | undefined
    readonly rules: readonly {
      readonly outcome?: Outcome | undefined
      readonly reason?: string | undefined
    }[]
  }
}

/** What the commit status of a move says: a success only where its gates passed, and its approvals are seen to. */
export function concludeMove({ gates, approvals }: JudgedMove): Conclusion {
  if (gates !== 'passed') return conclusion('failure', `gates: ${gates}`)
  const open = approvals.rules.find(({ outcome }) => outcome !== 'passed')
  if (approvals.outcome !== 'passed' || open !== undefined)
    return conclusion('failure', `approvals: ${open?.reason ?? approvals.outcome}`)
  if (approvals['by-hand'])
    return conclusion('success', 'gates passed; approvals are left to people and not judged')
  return approvals.rules.length === 0
    ? conclusion('success', 'gates passed; the policy asks for no approvals')
    : conclusion('success', "gates passed; GitHub's rules demand the approvals")
}
