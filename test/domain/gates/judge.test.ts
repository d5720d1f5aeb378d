import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeGates, marginOn, type SourcedGate } from '../../../src/domain/gates/index.ts'
import type { JudgedEvidence } from '../../../src/domain/gates/judged-evidence.ts'
import { GATE_KINDS, GateTree } from '../../../src/domain/gates/result.ts'
import { columnsJudged, GateRule } from '../../../src/domain/gates/rule.ts'
import { compared, judged, judgedAlone, measured, NOW, paired, SETTING } from '../../support/judged.ts'
import { digest } from '../../support/models.ts'

const CONTEXT = { primaryMetric: 'roc-auc', now: NOW, defaults: false } as const

const evaluation = measured('evaluation', {
  ...SETTING,
  'positive-rows': 374,
  metrics: { 'roc-auc': 0.84, f1: 0.6 },
})

function judge(rules: readonly unknown[], evidence: JudgedEvidence, context = {}) {
  const policy = rules.map((rule): SourcedGate => ({ rule: GateRule.parse(rule), source: 'model' }))
  return judgeGates(policy, evidence, { ...CONTEXT, ...context })
}

/** One rule of each kind. */
const RULES = [
  { metric: 'roc-auc', min: 0.7 },
  { metric: 'roc-auc', 'not-worse-by': 0.02 },
  { metric: 'roc-auc', better: true },
  { guardrails: ['recall', 'saved'], 'not-worse-by': 0.02 },
  { slices: 'recall', min: 0.6, by: ['region'] },
  { slices: 'recall', 'not-worse-by': 0.05, by: ['region', 'age'] },
  { fairness: 'equal-opportunity-difference', max: 0.1, by: ['sex'] },
  { fairness: 'demographic-parity-ratio', 'not-worse-by': 0.1, by: ['sex'] },
  { latency: 'p95', 'not-slower-by': '20%' },
  { size: { max: '50MB' } },
  { reproducible: true },
  { contract: true },
  { data: { columns: 'kept' } },
  { tests: true },
  { custom: 'load test', passed: true },
  { freshness: 'evaluation', days: 30 },
]

describe('a policy', () => {
  test('can ask for every kind of gate, and each answers in the order of the policy', () => {
    const tree = judge(RULES, judged())
    expect(tree.gates.map(({ gate }) => gate)).toEqual(GATE_KINDS)
    expect(GateTree.parse(tree)).toEqual(tree)
  })

  test('passes nothing on missing evidence, whatever the kind', () => {
    for (const rule of RULES) expect([rule, judge([rule], judged()).outcome]).toEqual([rule, 'inconclusive'])
  })

  test('that is empty is inconclusive, and no default opens it', () => {
    const tree = judge([], judged(evaluation, compared({ 'roc-auc': paired(0.1, 0.2) })), { defaults: true })
    expect(tree).toMatchObject({ outcome: 'inconclusive', gates: [] })
    expect(tree.remarks[0]?.next).toContain('gates: [{metric: roc-auc')
  })

  test('without a champion needs a floor on the primary metric, and names the line to add', () => {
    const relative = { metric: 'roc-auc', 'not-worse-by': 0.02 }
    for (const others of [[], [{ metric: 'f1', min: 0 }], [{ slices: 'roc-auc', min: 0, by: ['a'] }]]) {
      const tree = judge([relative, ...others], judgedAlone(evaluation))
      expect(tree.outcome).toBe('inconclusive')
      expect(tree.remarks).toMatchObject([{ next: 'add a gate with `min` or `max` on roc-auc' }])
    }
    expect(judge([relative, { metric: 'roc-auc', min: 0.7 }], judgedAlone(evaluation))).toMatchObject({
      outcome: 'passed',
      gates: [{ outcome: 'left-out' }, { outcome: 'passed' }],
      remarks: [],
    })
  })

  test('names the columns that have to be measured by group', () => {
    expect(columnsJudged(RULES.map(rule => GateRule.parse(rule)))).toEqual(['region', 'age', 'sex'])
  })

  test('has one margin on a metric: the smallest, a default’s too', () => {
    const evidence = judged(compared({ 'roc-auc': paired(-0.001, 0.001) }))
    const rules = [0.03, 0.02].map(margin => ({ metric: 'roc-auc', 'not-worse-by': margin }))
    expect(marginOn(judge(rules, evidence), 'roc-auc')).toBe(0.02)
    expect(marginOn(judge(rules, evidence), 'f1')).toBeUndefined()
    expect(marginOn(judge([{ tests: true }], evidence, { defaults: true }), 'roc-auc')).toBe(0.01)
  })
})

describe('the same policy and evidence', () => {
  const anyRules = fc.shuffledSubarray(RULES, { minLength: 0 })
  const bound = fc.double({ min: -0.1, max: 0.1, noNaN: true })
  const anyEvidence = fc.shuffledSubarray([
    evaluation,
    measured('size', { bytes: 60_000_000, files: 1 }),
    measured('custom', { name: 'load test', passed: false }),
    measured('evaluation', { ...SETTING, metrics: { 'roc-auc': 0.6 } }, { digest: digest('7') }),
  ])

  test('give the same tree, byte for byte, whatever was judged between', () => {
    fc.assert(
      fc.property(anyRules, anyEvidence, bound, bound, fc.boolean(), (rules, found, a, b, hasChampion) => {
        const comparison = compared({ 'roc-auc': paired(Math.min(a, b), Math.max(a, b)) })
        const at = () => (hasChampion ? judged(...found, comparison) : judgedAlone(...found, comparison))
        const answer = () => JSON.stringify(judge(rules, at(), { defaults: true, decidedBefore: 3 }))
        const first = answer()
        judge(RULES, judgedAlone(), { now: '2020-01-01T00:00:00Z' })
        expect(answer()).toBe(first)
        expect(GateTree.parse(JSON.parse(first))).toEqual(JSON.parse(first))
      }),
    )
  })

  test('the worst gate decides: one more never makes it better', () => {
    const rank = { failed: 0, inconclusive: 1, passed: 2 }
    fc.assert(
      fc.property(anyRules, anyEvidence, fc.constantFrom(...RULES), (rules, found, one) => {
        // Without a champion a floor on the primary metric answers a remark, which is no gate.
        const evidence = judged(...found, compared({ 'roc-auc': paired(-0.01, 0.01) }))
        fc.pre(rules.length > 0)
        const before = judge(rules, evidence).outcome
        expect(rank[judge([...rules, one], evidence).outcome]).toBeLessThanOrEqual(rank[before])
      }),
    )
  })
})
