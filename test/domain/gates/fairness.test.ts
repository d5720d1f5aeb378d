import { describe, expect, test } from 'vitest'
import type { FairnessMeasure } from '../../../src/domain/evidence/measures.ts'
import { evaluateFairness } from '../../../src/domain/gates/fairness.ts'
import { evaluateFairnessChange, type FairnessChange } from '../../../src/domain/gates/fairness-change.ts'
import { judged, judgedAlone, measured, SETTING } from '../../support/judged.ts'

const bounded = ([low, high]: readonly [number, number]) => ({ value: (low + high) / 2, low, high })
const group = (value: string, rows: number, status: 'judged' | 'insufficient-data' = 'judged') => ({
  value,
  rows,
  positives: rows,
  status,
  challenger: { 'selection-rate': 0.5 },
})

function fairness(
  measure: FairnessMeasure,
  challenger: readonly [number, number],
  change?: readonly [number, number],
  column = 'sex',
) {
  return measured('fairness', {
    ...SETTING,
    'least-rows': 30,
    columns: [
      {
        column,
        groups: [group('f', 700), group('m', 700), group('x', 9, 'insufficient-data')],
        measures: [
          {
            measure,
            challenger: bounded(challenger),
            ...(change === undefined ? {} : { change: bounded(change) }),
          },
        ],
      },
      { column: 'region', groups: [group('n', 9, 'insufficient-data')], measures: [] },
    ],
  })
}

describe('a limit on a measure', () => {
  const gate = (low: number, high: number, by = ['sex']) =>
    evaluateFairness(
      { fairness: 'equal-opportunity-difference', max: 0.1, by },
      judged(fairness('equal-opportunity-difference', [low, high])),
    )

  test('is judged on the bound that is against the version', () => {
    expect(gate(0.01, 0.1).outcome).toBe('passed')
    expect(gate(0.01, 0.101).outcome).toBe('inconclusive')
    expect(gate(0.101, 0.2).outcome).toBe('failed')
  })

  test('a ratio is judged on its low end', () => {
    const ratio = (low: number, high: number) =>
      evaluateFairness(
        { fairness: 'demographic-parity-ratio', min: 0.8, by: ['sex'] },
        judged(fairness('demographic-parity-ratio', [low, high])),
      ).outcome
    expect([ratio(0.8, 0.9), ratio(0.79, 0.9), ratio(0.5, 0.79)]).toEqual([
      'passed',
      'inconclusive',
      'failed',
    ])
  })

  test('groups that are too small are named; a column of which none can be judged is inconclusive', () => {
    expect(gate(0.01, 0.05).parts?.[0]?.reason).toContain('`x` (9 rows)')
    expect(gate(0.01, 0.05, ['sex', 'region'])).toMatchObject({
      outcome: 'inconclusive',
      parts: [{ outcome: 'passed' }, { name: 'region', outcome: 'inconclusive' }],
    })
    expect(gate(0.01, 0.05, ['age']).outcome).toBe('inconclusive')
  })
})

describe('the change against the champion', () => {
  const gate = (measure: FairnessMeasure, change: readonly [number, number] | undefined) =>
    evaluateFairnessChange(
      { fairness: measure, 'not-worse-by': 0.02, by: ['sex'] },
      judged(fairness(measure, [0, 0.1], change)),
    ).outcome

  test('a larger difference is worse, a larger ratio is not', () => {
    expect(gate('equal-opportunity-difference', [-0.01, 0.019])).toBe('passed')
    expect(gate('equal-opportunity-difference', [-0.01, 0.03])).toBe('inconclusive')
    expect(gate('equal-opportunity-difference', [0.03, 0.05])).toBe('failed')
    expect(gate('demographic-parity-ratio', [-0.019, 0.01])).toBe('passed')
    expect(gate('demographic-parity-ratio', [-0.05, -0.03])).toBe('failed')
  })

  test('needs a champion, and to have been measured with it', () => {
    expect(gate('equal-opportunity-difference', undefined)).toBe('inconclusive')
    const rule: FairnessChange = { fairness: 'equal-opportunity-difference', 'not-worse-by': 0, by: ['sex'] }
    expect(evaluateFairnessChange(rule, judgedAlone()).outcome).toBe('left-out')
  })
})
