import { describe, expect, test } from 'vitest'
import { defaultMargin, wantsDefault } from '../../../src/domain/gates/defaults.ts'
import { judgeGates } from '../../../src/domain/gates/index.ts'
import type { JudgedEvidence } from '../../../src/domain/gates/judged-evidence.ts'
import { policyLines } from '../../../src/domain/gates/policy-lines.ts'
import { GateRule } from '../../../src/domain/gates/rule.ts'
import { compared, judged, judgedAlone, measured, NOW, paired, SETTING } from '../../support/judged.ts'

const FLOOR = { metric: 'roc-auc', min: 0.7 }
const evaluation = measured('evaluation', { ...SETTING, metrics: { 'roc-auc': 0.84 } })

const judge = (evidence: JudgedEvidence, more = {}) =>
  judgeGates([{ rule: GateRule.parse(FLOOR), source: 'model' }], evidence, {
    primaryMetric: 'roc-auc',
    now: NOW,
    defaults: true,
    ...more,
  })

describe('the default gate', () => {
  test.each([
    [[FLOOR], true],
    [[{ tests: true }], true],
    [[{ metric: 'f1', 'not-worse-by': 0.1 }], true],
    [[{ slices: 'roc-auc', 'not-worse-by': 0.1, by: ['a'] }], true],
    [[FLOOR, { metric: 'roc-auc', 'not-worse-by': 0.1 }], false],
    [[{ metric: 'roc-auc', better: true }], false],
    [[{ metric: 'roc-auc', 'better-by': 0 }], false],
    [[{ guardrails: ['f1', 'roc-auc'], 'not-worse-by': 0.1 }], false],
    [[], false],
  ])('beside %j: %s', (rules, wanted) => {
    expect(
      wantsDefault(
        rules.map(rule => GateRule.parse(rule)),
        'roc-auc',
      ),
    ).toBe(wanted)
  })

  test('comes to no metric of which both sides of 0 are worse', () => {
    expect(wantsDefault([GateRule.parse({ metric: 'mean-error', max: 1 })], 'mean-error')).toBe(false)
  })

  test('keeps a version out that is clearly worse, on a policy of two lines', () => {
    expect(judge(judged(evaluation, compared({ 'roc-auc': paired(-0.05, -0.03) })))).toMatchObject({
      outcome: 'failed',
      gates: [
        { source: 'model', outcome: 'passed' },
        { source: 'default', gate: 'not-worse', outcome: 'failed' },
      ],
    })
    expect(
      judge(judged(evaluation, compared({ 'roc-auc': paired(-0.05, -0.03) })), { defaults: false }),
    ).toMatchObject({
      outcome: 'passed',
      gates: [{ source: 'model' }],
    })
  })

  test('is inconclusive without a comparison, and left out by name without a champion', () => {
    expect(judge(judged(evaluation)).outcome).toBe('inconclusive')
    const alone = judge(judgedAlone(evaluation))
    expect(alone).toMatchObject({
      outcome: 'passed',
      gates: [{}, { source: 'default', outcome: 'left-out' }],
    })
  })

  test('is no pass where nothing says what its margin would be', () => {
    const tests = {
      format: 'tap' as const,
      report: 'r',
      passed: 9,
      failed: 0,
      errors: 0,
      skipped: 0,
      failures: [],
    }
    const tree = (evidence: JudgedEvidence) =>
      judgeGates([{ rule: { tests: true }, source: 'model' }], evidence, {
        primaryMetric: 'rmse',
        now: NOW,
        defaults: true,
      })
    expect(tree(judged(measured('tests', tests)))).toMatchObject({
      outcome: 'inconclusive',
      gates: [{ outcome: 'passed' }, { source: 'default', outcome: 'inconclusive' }],
    })
  })
})

describe('the default margin', () => {
  const marginFor = (low: number, high: number, metric: 'roc-auc' | 'rmse' = 'roc-auc') =>
    defaultMargin(judged(compared({ [metric]: paired(low, high) })), metric)?.margin

  test('is 0.01 for shares and 2 % of the value in the target’s unit, where the rows resolve as much', () => {
    expect(marginFor(-0.005, 0.005)).toBe(0.01)
    expect(marginFor(-0.001, 0.001, 'rmse')).toBe(0.016)
  })

  test('is never smaller than the half-width that two equal models would show', () => {
    for (const half of [0.001, 0.0069, 0.007, 0.01, 0.0123, 0.1, 0.3]) {
      for (const shift of [-0.02, 0, 0.05])
        expect(marginFor(shift - half, shift + half)).toBeGreaterThanOrEqual(Math.max(0.01, half))
    }
    expect(marginFor(-0.01, 0.01)).toBe(0.015)
  })

  test('comes from the rows where nothing was compared', () => {
    const facts = { ...SETTING, 'positive-rows': 374, metrics: { 'roc-auc': 0.84 } }
    const margin = defaultMargin(judged(measured('evaluation', facts)), 'roc-auc')?.margin as number
    expect(margin).toBeGreaterThan(0.03)
    expect(margin).toBeLessThan(0.04)
    const interval = { low: 0.82, high: 0.86, level: 0.95, method: 'delong' } as const
    const known = measured('evaluation', { ...facts, intervals: { 'roc-auc': interval } })
    expect(defaultMargin(judged(known), 'roc-auc')?.margin).toBe(0.029)
  })

  test('stands in the tree and in the policy in effect, with how it came about', () => {
    const tree = judge(judged(evaluation, compared({ 'roc-auc': paired(-0.01, 0.01) })))
    expect(tree.gates[1]).toMatchObject({ wanted: { is: 'above', value: -0.015 } })
    expect(tree.gates[1]?.reason).toContain('0.015 is a default')
    expect(policyLines([{ rule: GateRule.parse(FLOOR), source: 'floor' }], tree)).toMatchObject([
      { source: 'floor', text: '{metric: roc-auc, min: 0.7}' },
      { source: 'default', text: '{metric: roc-auc, not-worse-by: 0.015}' },
    ])
  })

  test('that protects little is warned of', () => {
    expect(judge(judged(evaluation, compared({ 'roc-auc': paired(-0.01, 0.01) }))).warnings).toBeUndefined()
    const few = judge(judged(evaluation, compared({ 'roc-auc': paired(-0.04, 0.04) })))
    expect(few.warnings?.[0]?.message).toContain('protects little')
  })
})

test('lines of a policy are YAML that reads back, whatever names are in it', () => {
  const rule = { custom: 'yes', value: 'a: "b", [c]', min: 1 }
  const tree = { outcome: 'passed', gates: [], remarks: [] } as const
  const [line] = policyLines([{ rule, source: 'model' }], { ...tree, gates: [], remarks: [] })
  expect(line?.text).toBe('{custom: "yes", value: "a: \\"b\\", [c]", min: 1}')
})
