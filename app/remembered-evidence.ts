import type { LeftEvidence, Provenance } from '../src/ports.ts'
import { forgetOldest } from './forget-oldest.ts'

/** What runs left, by repository, run, attempt and model. */
export type EvidenceMemory = Map<string, LeftEvidence>

const MOST = 500

/**
 * The same, with what an attempt of a run left read once by this process: it changes no more when the run is over, and a
 * pull request is judged at every review.
 */
export function rememberingEvidence(
  provenance: Provenance,
  memory: EvidenceMemory,
  repository: number,
): Provenance {
  const attempts = new Map<number, number>()
  return {
    ...provenance,
    async recorded(run) {
      const record = await provenance.recorded(run)
      if (record?.isOver) attempts.set(run, record.attempt)
      return record
    },
    async evidenceOf(run, model) {
      const attempt = attempts.get(run)
      const key = `${repository} ${run}.${attempt} ${model}`
      const known = attempt === undefined ? undefined : memory.get(key)
      if (known !== undefined) return known
      const left = await provenance.evidenceOf(run, model)
      // What could not be taken now may be later.
      if (attempt !== undefined && left.refused.length === 0) keep(memory, key, left)
      return left
    },
  }
}

function keep(memory: EvidenceMemory, key: string, left: LeftEvidence): void {
  memory.set(key, left)
  forgetOldest(memory, MOST)
}
