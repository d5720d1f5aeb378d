import { describe, expect, test } from 'vitest'
import { GATE_KINDS, type GateResult, type GateTree } from '../../src/domain/gates/result.ts'
import { textOf } from '../../src/render/blocks.ts'
import { toMarkdown } from '../../src/render/markdown.ts'
import { gateBlocks, gateTitle, openGateLines } from '../../src/render/results/gates.ts'

const result = (more: Partial<GateResult>): GateResult => ({
  gate: 'metric-limit',
  about: 'recall',
  source: 'model',
  outcome: 'failed',
  observed: { value: 0.5 },
  wanted: { is: 'at-least', value: 0.6 },
  reason: 'on the wrong side',
  ...more,
})
const tree = (...gates: GateResult[]): GateTree => ({ outcome: 'failed', gates, remarks: [] })
const line = (more: Partial<GateResult>) =>
  openGateLines(tree(result(more)))
    .map(textOf)
    .join()

describe('an open gate', () => {
  test('says by how much it was missed, from the end of the interval that decides', () => {
    expect(line({})).toContain('failed, by 0.100: Recall')
    const ratio = { value: 1.1, low: 1, high: 1.25, unit: 'ratio' } as const
    expect(
      line({ gate: 'latency', observed: ratio, wanted: { is: 'at-most', value: 1.2, unit: 'ratio' } }),
    ).toContain('by 0.05:')
    expect(
      line({ observed: { value: 0, low: -0.03, high: 0.03 }, wanted: { is: 'above', value: -0.02 } }),
    ).toContain('by 0.010:')
  })

  test('says no amount where the number is on the wanted side, and something else stands against it', () => {
    const ratio = { value: 1, low: 0.99, high: 1.01, unit: 'ratio' } as const
    const noisy = {
      gate: 'latency',
      observed: ratio,
      wanted: { is: 'at-most', value: 1.2, unit: 'ratio' },
    } as const
    expect(line({ ...noisy, outcome: 'inconclusive' })).toMatch(/^inconclusive: /)
    expect(line({ observed: { word: 'different' }, wanted: { is: 'equal', word: 'same-bytes' } })).toMatch(
      /^failed: /,
    )
  })

  test('is not among those that passed or were left out', () => {
    expect(openGateLines(tree(result({ outcome: 'passed' }), result({ outcome: 'left-out' })))).toEqual([])
  })
})

test('every kind of gate has a title of its own, and a floor and a default are named as such', () => {
  const titles = GATE_KINDS.map(gate => {
    const about = gate.startsWith('fairness') ? 'equal-opportunity-difference' : 'recall'
    return gateTitle(result({ gate, about, wanted: { is: 'above', value: -0.02 } }))
  })
  expect(new Set(titles).size).toBe(GATE_KINDS.length)
  expect(gateTitle(result({ source: 'floor' }))).toContain('floor')
  expect(gateTitle(result({ source: 'default' }))).toContain('default')
})

test('what a gate looked at stands folded below, a row each, with those that were left out', () => {
  const parts = [
    { name: 'region = north', outcome: 'passed', observed: { value: 0.7 }, reason: 'on the wanted side' },
    { name: 'region = <b>', outcome: 'left-out', reason: 'too small to be judged: 3 of 50 rows' },
  ] as const
  const page = toMarkdown(gateBlocks(tree(result({ gate: 'slice-limit', parts: [...parts] }))))
  expect(page).toContain('1 of 1 passed, 1 left out')
  expect(page).toContain('&lt;b&gt;')
  expect(page).toContain('too small to be judged')
})

test('warnings stand below the gates', () => {
  const warned = { ...tree(result({})), warnings: [{ message: 'too few rows', next: 'take more' }] }
  expect(toMarkdown(gateBlocks(warned))).toContain('Note: Too few rows. Take more.')
})
