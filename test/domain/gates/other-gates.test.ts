import { describe, expect, test } from 'vitest'
import { type CustomFinding, evaluateCustom } from '../../../src/domain/gates/custom.ts'
import { DataDemands, evaluateData } from '../../../src/domain/gates/data.ts'
import { evaluateFreshness } from '../../../src/domain/gates/freshness.ts'
import { evaluateTests } from '../../../src/domain/gates/tests.ts'
import { judged, judgedAlone, measured, NOW } from '../../support/judged.ts'
import { digest } from '../../support/models.ts'

describe('the training data', () => {
  const data = measured('data', {
    champion: { rows: 1000, sha256: digest('a') },
    challenger: { rows: 900, sha256: digest('b') },
    added: 100,
    removed: 200,
    columns: [
      {
        column: 'tenure',
        change: 'moved',
        'null-rate': [0, 0.04],
        missing: { 'p-value': 1e-9, 'unadjusted-p-value': 1e-9, moved: false },
        distance: 0.15,
        'p-value': 0.001,
        'smallest-distance': 0.06,
      },
      { column: 'plan', change: 'added' },
    ],
  })
  const gate = (demands: object) => evaluateData({ data: demands }, judged(data))

  test.each([
    [{ columns: 'kept' }, 'passed'],
    [{ columns: 'same' }, 'failed'],
    [{ 'null-rate-up-by': 0.04 }, 'passed'],
    [{ 'null-rate-up-by': 0.03 }, 'failed'],
    [{ 'distance-at-most': 0.15 }, 'passed'],
    [{ 'distance-at-most': 0.1 }, 'failed'],
    [{ 'min-rows': 900 }, 'passed'],
    [{ 'min-rows': 901 }, 'failed'],
    [{ columns: 'kept', 'min-rows': 901 }, 'failed'],
  ])('%j: %s', (demands, outcome) => {
    expect(gate(demands).outcome).toBe(outcome)
  })

  test('every column that is amiss is a part', () => {
    expect(gate({ columns: 'same', 'distance-at-most': 0.1 }).parts).toMatchObject([
      { name: 'columns: plan', outcome: 'failed' },
      { name: 'values: tenure', outcome: 'failed' },
    ])
  })

  test.each([
    ['far, and not by chance', { distance: 0.15, 'p-value': 0.04, 'smallest-distance': 0.09 }, 'failed'],
    ['far, but by chance', { distance: 0.15, 'p-value': 0.05, 'smallest-distance': 0.2 }, 'inconclusive'],
    ['near', { distance: 0.09, 'p-value': 1e-9, 'smallest-distance': 0.06 }, 'passed'],
    ['near, of too few rows', { distance: 0.02, 'p-value': 0.9, 'smallest-distance': 0.11 }, 'inconclusive'],
    ['not compared', {}, 'inconclusive'],
    ['not comparable, and no other column', { 'not-tested': 'many-words' }, 'inconclusive'],
  ] as const)('values: %s', (_, found, outcome) => {
    const one = measured('data', {
      champion: { rows: 1000, sha256: digest('a') },
      challenger: { rows: 900, sha256: digest('b') },
      added: 100,
      removed: 200,
      columns: [{ column: 'tenure', change: 'same', ...found }],
    })
    expect(evaluateData({ data: { 'distance-at-most': 0.1 } }, judged(one)).outcome).toBe(outcome)
  })

  test.each([
    ['not by chance', { missing: { 'p-value': 0.04, 'unadjusted-p-value': 0.01, moved: true } }, 'failed'],
    ['by chance', { missing: { 'p-value': 0.05, 'unadjusted-p-value': 0.01, moved: false } }, 'inconclusive'],
    ['and nobody tested it', {}, 'inconclusive'],
  ] as const)('missing values are more: %s', (_, found, outcome) => {
    const one = measured('data', {
      champion: { rows: 1000, sha256: digest('a') },
      challenger: { rows: 900, sha256: digest('b') },
      added: 100,
      removed: 200,
      columns: [{ column: 'tenure', change: 'same', 'null-rate': [0.01, 0.04], ...found }],
    })
    expect(evaluateData({ data: { 'null-rate-up-by': 0.02 } }, judged(one)).outcome).toBe(outcome)
  })

  test('is left out where there is no champion; asks for something at least', () => {
    expect(evaluateData({ data: { columns: 'kept' } }, judgedAlone()).outcome).toBe('left-out')
    expect(DataDemands.safeParse({ data: {} }).success).toBe(false)
  })

  test('columns that nobody looked at did not pass', () => {
    const none = measured('data', {
      champion: { rows: 1, sha256: digest('a') },
      challenger: { rows: 1, sha256: digest('b') },
      added: 0,
      removed: 0,
      columns: [],
    })
    expect(evaluateData({ data: { columns: 'kept' } }, judged(none)).outcome).toBe('inconclusive')
  })
})

describe('test results', () => {
  const gate = (facts: object, rule: true | { 'at-least': number } = true) =>
    evaluateTests(
      { tests: rule },
      judgedAlone(
        measured('tests', {
          format: 'junit',
          report: digest('f'),
          passed: 0,
          failed: 0,
          errors: 0,
          skipped: 0,
          failures: [],
          ...facts,
        }),
      ),
    ).outcome

  test('a failure or an error fails, and nothing that ran is inconclusive', () => {
    expect(gate({ passed: 3 })).toBe('passed')
    expect(gate({ passed: 3, failed: 1 })).toBe('failed')
    expect(gate({ passed: 3, errors: 1 })).toBe('failed')
    expect(gate({})).toBe('inconclusive')
    expect(gate({ skipped: 40 })).toBe('inconclusive')
  })

  test('so many have to pass as are asked for', () => {
    expect(gate({ passed: 20 }, { 'at-least': 20 })).toBe('passed')
    expect(gate({ passed: 19 }, { 'at-least': 20 })).toBe('failed')
    expect(gate({}, { 'at-least': 20 })).toBe('inconclusive')
  })
})

describe('what a team measures itself', () => {
  const evidence = judgedAlone(
    measured('custom', { name: 'load test', passed: true, values: { rps: 200 } }, { digest: digest('1') }),
    measured('custom', { name: 'review', passed: false }, { digest: digest('2') }),
  )
  test.each<[CustomFinding, string]>([
    [{ custom: 'load test', passed: true }, 'passed'],
    [{ custom: 'load test', value: 'rps', min: 200 }, 'passed'],
    [{ custom: 'load test', value: 'rps', max: 199 }, 'failed'],
    [{ custom: 'load test', value: 'toString', min: 0 }, 'inconclusive'],
    [{ custom: 'review', passed: true }, 'failed'],
    [{ custom: 'penetration test', passed: true }, 'inconclusive'],
  ])('%j: %s', (rule, outcome) => {
    expect(evaluateCustom(rule, evidence).outcome).toBe(outcome)
  })

  test('is found by its name, whatever came later', () => {
    expect(evaluateCustom({ custom: 'load test', passed: true }, evidence).evidence).toBe(digest('1'))
  })
})

describe('freshness', () => {
  const gate = (startedAt: string, days = 30) =>
    evaluateFreshness(
      { freshness: 'size', days },
      judgedAlone(measured('size', { bytes: 1, files: 1 }, { startedAt })),
      NOW,
    )

  test('counts from what the origin claims to when the promotion was asked for', () => {
    expect(gate('2026-10-22T10:02:11Z')).toMatchObject({ outcome: 'passed', observed: { value: 30 } })
    expect(gate('2026-10-22T10:02:10Z').outcome).toBe('failed')
  })

  test('a claim that lies ahead is inconclusive, but for what clocks may differ by', () => {
    expect(gate('2026-11-22T10:00:00Z')).toMatchObject({ outcome: 'passed', observed: { value: 0 } })
    expect(gate('2026-11-23T10:00:00Z').outcome).toBe('inconclusive')
    expect(gate('9999-01-01T00:00:00Z').outcome).toBe('inconclusive')
  })

  test('of what needs a champion it is left out without one', () => {
    expect(evaluateFreshness({ freshness: 'comparison', days: 3 }, judgedAlone(), NOW).outcome).toBe(
      'left-out',
    )
    expect(evaluateFreshness({ freshness: 'size', days: 3 }, judgedAlone(), NOW).outcome).toBe('inconclusive')
  })
})
