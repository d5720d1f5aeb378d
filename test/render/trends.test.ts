import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Trend } from '../../src/domain/monitoring/trends.ts'
import { toMarkdown } from '../../src/render/markdown.ts'
import { trendBlocks } from '../../src/render/sections/trends.ts'
import { sparkline } from '../../src/render/sparkline.ts'
import { toText } from '../../src/render/text.ts'

const TREND: Trend = {
  of: 'drift',
  name: 'tenure',
  from: '2026-03-01T10:00:00Z',
  to: '2026-03-05T10:00:00Z',
  values: [0, 0.05, 0.1, null, 0.1001, 0.9],
  limit: 0.1,
}

test('a bar is above the middle exactly where a distance is above its threshold', () => {
  expect(sparkline(TREND.values, 0, 0.2)).toBe('▁▂▄·▅█')
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 1e-6, max: 1, noNaN: true }),
      (value, limit) => {
        expect('▅▆▇█'.includes(sparkline([value], 0, 2 * limit))).toBe(value > limit)
      },
    ),
  )
})

test('what never moved is a line, whatever its height', () => {
  expect(sparkline([3, 3, null], 3, 3)).toBe('▁▁·')
})

test('of a level the lowest and the highest are the ends, and a newest run that could not tell is said', () => {
  const level: Trend = { ...TREND, of: 'operations', name: 'p95', values: [180, 320, null], limit: 250 }
  expect(
    toText(trendBlocks([level]), { color: false }),
  ).toBe(`  from run to run   oldest to newest  limit    newest
  \`p95\` operations  ▁█·               250.0  not told

the last 3 runs · a dot (·): could not tell
`)
})

test('three are drawn, without the runs that could not tell, and all stand in the table', () => {
  const trends = ['a', 'b', 'c', 'd'].map(name => ({ ...TREND, name }))
  const text = toMarkdown(trendBlocks(trends))
  expect(text.match(/^```mermaid$/gm)).toHaveLength(3)
  expect(text).toContain('line "found" [0, 0.05, 0.1, 0.1001, 0.9]')
  expect(text).toContain('line "limit" [0.1, 0.1, 0.1, 0.1, 0.1]')
  expect(text).toContain('without 1 that could not tell')
  expect(text.match(/^\| `[abcd]` \|/gm)).toHaveLength(4)
})

test('without a trend nothing is said', () => {
  expect(trendBlocks([])).toEqual([])
})
