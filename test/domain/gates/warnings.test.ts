import { describe, expect, test } from 'vitest'
import { decidedBefore } from '../../../src/domain/gates/decided-before.ts'
import { judgeGates } from '../../../src/domain/gates/index.ts'
import type { JudgedEvidence } from '../../../src/domain/gates/judged-evidence.ts'
import { rowsFor, twoDigitsUp } from '../../../src/domain/gates/resolution.ts'
import { GateRule } from '../../../src/domain/gates/rule.ts'
import { compared, judged, measured, NOW, paired, SETTING } from '../../support/judged.ts'
import { archiveRecord, DATA, digest, promotion } from '../../support/models.ts'

const warnings = (rule: object, evidence: JudgedEvidence, before = 0) =>
  judgeGates([{ rule: GateRule.parse(rule), source: 'model' }], evidence, {
    primaryMetric: 'roc-auc',
    now: NOW,
    defaults: false,
    decidedBefore: before,
  }).warnings ?? []

describe('a margin that the rows cannot resolve', () => {
  const evidence = judged(compared({ 'roc-auc': paired(-0.02, 0.02), 'log-loss': paired(-0.001, 0.001) }))

  test('is named with the rows and the margin that would do', () => {
    const [warning, ...others] = warnings({ metric: 'roc-auc', 'not-worse-by': 0.01 }, evidence)
    expect(others).toEqual([])
    // Half of 0.02: four times 1,409 rows.
    expect(warning?.next).toBe('evaluate on about 5700 rows, or allow 0.02')
  })

  test('a guardrail has one for each metric', () => {
    const rule = { guardrails: ['roc-auc', 'log-loss'], 'not-worse-by': 0.01 }
    expect(warnings(rule, evidence).map(({ message }) => message.includes('roc-auc'))).toEqual([true])
  })

  test.each([[0.02], [0.5], [0]])('at %d there is nothing to say', margin => {
    expect(warnings({ metric: 'roc-auc', 'not-worse-by': margin }, evidence)).toEqual([])
  })

  test('that no number of rows would resolve can only be allowed more', () => {
    for (const margin of [1e-9, 1e-200, 5e-324]) {
      const [warning] = warnings({ metric: 'roc-auc', 'not-worse-by': margin }, evidence)
      expect(warning?.next).toBe('allow 0.02')
    }
  })

  test('without a comparison one model’s rows are asked, and the warning is as careful', () => {
    const facts = { ...SETTING, 'positive-rows': 374, metrics: { recall: 0.5 } }
    const [warning] = warnings(
      { metric: 'recall', 'not-worse-by': 0.01 },
      judged(measured('evaluation', facts)),
    )
    // 1.96 √(0.25 / 374) = 0.0507
    expect(warning?.message).toContain('may be smaller than the about 0.051')
  })

  test('of a metric of the user its own interval says what one model’s rows resolve', () => {
    const { interval } = paired(10, 20)
    const own = { saved: { value: 15, direction: 'higher' as const, interval } }
    const evidence = judged(measured('evaluation', { ...SETTING, metrics: {}, 'own-metrics': own }))
    const [warning] = warnings({ metric: 'saved', 'not-worse-by': 1 }, evidence)
    expect(warning?.message).toContain('may be smaller than the about 5 ')
  })
})

test('rows that decided before are counted, and change no outcome', () => {
  const rule = { metric: 'roc-auc', min: 0.5 }
  const evidence = judged(measured('evaluation', { ...SETTING, metrics: { 'roc-auc': 0.8 } }))
  expect(warnings(rule, evidence)).toEqual([])
  expect(warnings(rule, evidence, 3)[0]?.message).toContain('decided 3 promotions')
})

test('rows that stand in the training data too are told of', () => {
  const facts = { ...SETTING, metrics: { 'roc-auc': 0.8 }, traps: { 'in-training-data': 12 } }
  const found = warnings({ metric: 'roc-auc', min: 0.5 }, judged(measured('evaluation', facts)))
  expect(found[0]?.message).toContain('12 of the evaluation rows')
})

test('a promotion counts once, by any evidence on the same data', () => {
  const records = [
    promotion(1, 'development', 'staging', { evidence: [digest('1'), digest('2')] }),
    promotion(1, 'staging', 'production', { evidence: [digest('1')] }),
    promotion(2, 'development', 'staging', { evidence: [digest('3')] }),
    archiveRecord(2, 'staging'),
  ]
  const dataOf = new Map([
    [digest('1'), DATA],
    [digest('2'), DATA],
    [digest('3'), digest('f')],
  ])
  expect(decidedBefore(records, dataOf, DATA)).toBe(2)
  expect(decidedBefore(records, new Map(), DATA)).toBe(0)
})

describe('numbers to two digits, upwards', () => {
  test.each([
    [0, 0],
    [0.011, 0.011],
    [0.0110001, 0.012],
    [0.3, 0.3],
    [1, 1],
    [1234, 1300],
    [5636, 5700],
    [99.1, 100],
    [5e-324, 5e-324],
    [Infinity, Infinity],
  ])('%d: %d', (value, rounded) => {
    expect(twoDigitsUp(value)).toBe(rounded)
  })

  test('rows go with the square of the half-width', () => {
    expect(rowsFor({ halfWidth: 0.03, rows: 1000 }, 0.01)).toBe(9000)
  })
})
