import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forestBars } from '../../src/render/forest.ts'

const shown = (rows: Parameters<typeof forestBars>[0]) =>
  forestBars(rows, 11).map(bar => bar.replaceAll('\u00a0', ' '))

test('bars share one scale with 0 in the middle', () => {
  expect(
    shown([
      { value: 0.05, low: 0.02, high: 0.1 },
      { value: -0.02, low: -0.06, high: 0.02 },
      { value: 0, low: 0, high: 0 },
      undefined,
    ]),
  ).toEqual(['     │──●──', '  ──●┼─    ', '     ●     ', '           '])
})

test('one wide interval does not flatten the others, and says that it goes on', () => {
  const bars = shown([
    { value: 0.01, low: -0.01, high: 0.03 },
    { value: 0.02, low: 0.01, high: 0.03 },
    { value: 0.5, low: -2, high: 3 },
  ])
  expect(bars[2]).toBe('‹────┼────›')
  expect(bars[0]).toMatch(/─.*●/)
})

test('every bar has the same width, and its estimate where the scale holds it', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  const row = fc.tuple(value, value, value).map(([a, b, c]) => {
    const [low, middle, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number]
    return { low, value: middle, high }
  })
  fc.assert(
    fc.property(fc.array(fc.option(row, { nil: undefined }), { maxLength: 8 }), rows => {
      for (const bar of forestBars(rows)) expect([...bar]).toHaveLength(15)
    }),
  )
})
