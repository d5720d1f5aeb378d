import { expect, test } from 'vitest'
import type { EvidenceKind } from '../../../src/domain/evidence/evidence.ts'
import { asksFor } from '../../../src/domain/gates/asks-for.ts'
import { evaluateGate } from '../../../src/domain/gates/index.ts'
import type { JudgedEvidence } from '../../../src/domain/gates/judged-evidence.ts'
import { GATE_KINDS } from '../../../src/domain/gates/result.ts'
import type { GateRule } from '../../../src/domain/gates/rule.ts'
import { NOW } from '../../support/judged.ts'

const RULES: readonly GateRule[] = [
  { metric: 'roc-auc', min: 0.7 },
  { metric: 'roc-auc', 'not-worse-by': 0.01 },
  { metric: 'roc-auc', better: true },
  { guardrails: ['recall'], 'not-worse-by': 0.01 },
  { slices: 'recall', min: 0.6, by: ['female'] },
  { slices: 'recall', 'not-worse-by': 0.01, by: ['female'] },
  { fairness: 'equal-opportunity-difference', max: 0.1, by: ['female'] },
  { fairness: 'equal-opportunity-difference', 'not-worse-by': 0.01, by: ['female'] },
  { latency: 'p95', 'not-slower-by': '20%' },
  { size: { max: '50MB' } },
  { reproducible: true },
  { contract: true },
  { data: { columns: 'kept' } },
  { tests: true },
  { custom: 'load test', passed: true },
  { freshness: 'comparison', days: 30 },
]

/** Evidence of which there is none, and which remembers what was asked for. */
function asked(hasChampion: boolean): JudgedEvidence & { readonly kinds: Set<EvidenceKind> } {
  const kinds = new Set<EvidenceKind>()
  return {
    kinds,
    hasChampion,
    of(kind) {
      kinds.add(kind)
      return { why: 'there is none', next: 'measure it' }
    },
  }
}

test('every kind of gate is tried here', () => {
  const kinds = RULES.map(rule => evaluateGate(rule, asked(true), NOW).gate)
  expect(new Set(kinds)).toEqual(new Set(GATE_KINDS))
})

test.each([true, false])('what is asked for is what the gates read, with a champion: %s', hasChampion => {
  for (const rule of RULES) {
    const evidence = asked(hasChampion)
    const gate = { ...evaluateGate(rule, evidence, NOW), source: 'model' as const }
    expect(asksFor({ gates: [gate] }), JSON.stringify(rule)).toEqual([...evidence.kinds])
  }
})

test('a kind that several gates read is named once', () => {
  const gates = RULES.slice(0, 5).map(rule => ({
    ...evaluateGate(rule, asked(true), NOW),
    source: 'model' as const,
  }))
  expect(asksFor({ gates })).toEqual(['evaluation', 'comparison'])
})
