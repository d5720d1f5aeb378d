import { ModelyardError } from '../../src/domain/errors/index.ts'
import { type Comparison, equal } from './finding.ts'

/** Whether we refuse, with an error of our own, what the other program refuses. */
export function refusal(test: () => unknown): Comparison {
  return equal('error', isRefused(test), true)
}

export function isRefused(test: () => unknown): boolean {
  try {
    test()
    return false
  } catch (error) {
    if (error instanceof ModelyardError) return true
    throw error
  }
}
