import { describe, expect, test } from 'vitest'
import { evaluateSliceLimit } from '../../../src/domain/gates/slice-limit.ts'
import { evaluateSliceNotWorse } from '../../../src/domain/gates/slice-not-worse.ts'
import {
  compared,
  judged,
  judgedAlone,
  measured,
  paired,
  pairedSlice,
  SETTING,
} from '../../support/judged.ts'

describe('a floor for every slice', () => {
  const slice = (value: string, recall: number | undefined, rows = 300, column = 'region') => ({
    column,
    value,
    rows,
    metrics: recall === undefined ? {} : { recall },
    ...(recall === undefined ? { undefined: { recall: 'no positive rows' } } : {}),
  })
  const gate = (slices: ReturnType<typeof slice>[], more = {}) =>
    evaluateSliceLimit(
      { slices: 'recall', min: 0.6, by: ['region'], ...more },
      judgedAlone(measured('evaluation', { ...SETTING, metrics: {}, slices })),
    )

  test('the worst slice decides, and is observed', () => {
    expect(gate([slice('north', 0.7), slice('south', 0.6)]).outcome).toBe('passed')
    expect(gate([slice('north', 0.7), slice('south', 0.59)])).toMatchObject({
      outcome: 'failed',
      observed: { value: 0.59 },
      parts: [{ outcome: 'passed' }, { name: 'region = south', outcome: 'failed' }],
    })
  })

  test('small slices are left out by name, and where all are nothing passed', () => {
    expect(gate([slice('north', 0.7), slice('', 0.1, 49)])).toMatchObject({
      outcome: 'passed',
      parts: [{}, { name: 'region is missing', outcome: 'left-out' }],
    })
    expect(gate([slice('north', 0.7, 49)]).outcome).toBe('inconclusive')
    expect(gate([slice('north', 0.1, 49)], { 'min-rows': 10 }).outcome).toBe('failed')
  })

  test('a slice without a value, and a column without slices, are inconclusive', () => {
    expect(gate([slice('north', undefined)]).outcome).toBe('inconclusive')
    expect(gate([slice('north', 0.7)], { by: ['region', 'age'] })).toMatchObject({
      outcome: 'inconclusive',
      parts: [{ outcome: 'passed' }, { name: 'age', outcome: 'inconclusive' }],
    })
    expect(gate([slice('f', 0.1, 300, 'sex'), slice('north', 0.7)]).outcome).toBe('passed')
  })
})

describe('no slice worse by a margin', () => {
  const gate = (slices: ReturnType<typeof pairedSlice>[]) =>
    evaluateSliceNotWorse(
      { slices: 'recall', 'not-worse-by': 0.05, by: ['region'] },
      judged(compared({}, { slices })),
    )

  test('every slice has to hold by its own interval', () => {
    expect(gate([pairedSlice('north', [-0.04, 0.04]), pairedSlice('south', [-0.049, 0.1])]).outcome).toBe(
      'passed',
    )
    expect(gate([pairedSlice('north', [-0.04, 0.04]), pairedSlice('south', [-0.06, 0.1])])).toMatchObject({
      outcome: 'inconclusive',
      observed: { low: -0.06 },
    })
  })

  test('a loss that one slice would show alone is open among twenty', () => {
    // The high end lies just below the margin: p just below 0.025.
    const lost = pairedSlice('lost', [-0.11, -0.051])
    expect(gate([lost]).outcome).toBe('failed')
    const others = Array.from({ length: 19 }, (_, index) => pairedSlice(`r${index}`, [-0.01, 0.01]))
    expect(gate([...others, lost]).outcome).toBe('inconclusive')
    expect(gate([...others, pairedSlice('lost', [-0.3, -0.2])]).outcome).toBe('failed')
  })

  test('slices of the same title do not stand in for each other', () => {
    const slices = [
      { ...pairedSlice('b = c', [-0.3, -0.2]), column: 'a' },
      { ...pairedSlice('c', [0.01, 0.02]), column: 'a = b' },
    ]
    const finding = evaluateSliceNotWorse(
      { slices: 'recall', 'not-worse-by': 0.05, by: ['a', 'a = b'] },
      judged(compared({}, { slices })),
    )
    expect(finding.parts?.map(({ outcome }) => outcome)).toEqual(['failed', 'passed'])
  })

  test('small slices are left out, one without an interval is inconclusive, and without a champion all are', () => {
    const { interval: _, ...bare } = paired(0, 0)
    const open = { column: 'region', value: 'x', rows: 300, metrics: { recall: bare } }
    expect(gate([pairedSlice('north', [0, 0.1]), open]).outcome).toBe('inconclusive')
    expect(gate([pairedSlice('north', [0, 0.1]), pairedSlice('s', [-1, -1], 10)]).outcome).toBe('passed')
    const rule = { slices: 'recall', 'not-worse-by': 0.05, by: ['region'] }
    expect(evaluateSliceNotWorse(rule, judgedAlone()).outcome).toBe('left-out')
  })
})
