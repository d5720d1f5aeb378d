import type { EvidenceKind, EvidenceOf, StoredEvidence } from '../../src/domain/evidence/evidence.ts'
import { evaluateGate } from '../../src/domain/gates/index.ts'
import type { JudgedEvidence } from '../../src/domain/gates/judged-evidence.ts'
import type { GateRule } from '../../src/domain/gates/rule.ts'

/** What was measured, as evidence holds it. */
export type Facts = { readonly [K in EvidenceKind]?: EvidenceOf<K>['facts'] }

/** No gate that is simulated looks at the clock. */
const NOW = '2026-01-01T00:00:00Z'

/** Facts as gates find them, of a version that has a champion. */
export function evidenceOf(facts: Facts): JudgedEvidence {
  return {
    hasChampion: true,
    of(kind) {
      const found = facts[kind]
      // A gate reads facts and a digest; whose they are was settled before.
      return found === undefined
        ? { why: `no ${kind}`, next: 'measure it' }
        : { digest: kind, evidence: { kind, facts: found } as unknown as StoredEvidence['evidence'] as never }
    },
  }
}

/** What a gate of a policy says of what was measured. */
export function outcomeOf(rule: GateRule, facts: Facts): string {
  return evaluateGate(rule, evidenceOf(facts), NOW).outcome
}

/** Whether it lets it through. */
export function letsThrough(rule: GateRule, facts: Facts): boolean {
  return outcomeOf(rule, facts) === 'passed'
}
