import type { Problem } from '../problem.ts'

/** A model card that is not what its version's files give. People read it and nothing else does: a warning. */
export function staleCard(path: string, version: number): Problem {
  return {
    severity: 'warning',
    code: 'stale-card',
    place: { path },
    message: `the model card of version ${version} is not what its record, notes and evidence give`,
    next: 'the next promotion of the version makes it anew; until then it may be removed, and what was written there by hand belongs into notes.yaml',
  }
}
