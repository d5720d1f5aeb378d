import type { EvidenceKind } from '../evidence/evidence.ts'
import type { GateKind, GateTree } from './result.ts'

/** What each kind of gate reads; `about` where its rule names the kind itself. */
const READS: Readonly<Record<GateKind, readonly EvidenceKind[] | 'about'>> = {
  'metric-limit': ['evaluation'],
  'not-worse': ['comparison'],
  better: ['comparison'],
  guardrails: ['comparison'],
  'slice-limit': ['evaluation'],
  'slice-not-worse': ['comparison'],
  fairness: ['fairness'],
  'fairness-change': ['fairness'],
  latency: ['latency'],
  size: ['size'],
  reproducible: ['reproducibility'],
  contract: ['contract'],
  data: ['data'],
  tests: ['tests'],
  custom: ['custom'],
  freshness: 'about',
}

/**
 * The kinds of evidence that gates read: what has to be measured for them, and nothing else. A gate that was left out
 * has nothing to be compared with, and asks for nothing.
 *
 * @returns In the order of the gates, each once.
 */
export function asksFor({ gates }: Pick<GateTree, 'gates'>): string[] {
  const asked = gates.flatMap(({ gate, about, outcome }): readonly string[] => {
    if (outcome === 'left-out') return []
    const reads = READS[gate]
    return reads === 'about' ? [about ?? ''] : reads
  })
  return [...new Set(asked)]
}
