import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Limit } from '../../../src/domain/monitoring/limit.ts'
import { judgeLevel } from '../../../src/domain/service/level.ts'

const about = (limit: Limit) => ({ of: 'operations', name: 'p95', unit: 'ms', limit }) as const
const most = about({ is: 'at-most', value: 250 })
const least = about({ is: 'at-least', value: 5 })
const estimate = (low: number | undefined, value: number, high: number | undefined) => ({ low, value, high })

test.each([
  [most, estimate(200, 220, 250), 'ok', []],
  [most, estimate(250, 260, 270), 'insufficient-data', ['limit-within-interval']],
  [most, estimate(251, 260, 270), 'breached', []],
  [most, estimate(251, 260, undefined), 'breached', []],
  [most, estimate(100, 200, undefined), 'insufficient-data', ['too-few']],
  [most, estimate(undefined, 100, 200), 'ok', []],
  [most, { ...estimate(250, 260, 270), isAboveLow: true }, 'breached', []],
  [least, estimate(5, 6, 7), 'ok', []],
  [least, estimate(4, 5, 6), 'insufficient-data', ['limit-within-interval']],
  [least, estimate(3, 4, 4.9), 'breached', []],
  [least, estimate(undefined, 4, 9), 'insufficient-data', ['too-few']],
  [least, estimate(5, 5, 5), 'ok', []],
])('of %o the interval %o is %s', (wanted, found, status, grounds) => {
  expect(judgeLevel(wanted, found)).toMatchObject({ status, grounds })
})

test('what stands in place of a figure is told with its ground, and is never ok', () => {
  const error = { status: 'error', ground: 'not-answered', detail: 'nobody there' } as const
  expect(judgeLevel(most, error)).toEqual({
    ...most,
    status: 'error',
    grounds: ['not-answered'],
    detail: 'nobody there',
  })
  expect(judgeLevel(most, { status: 'insufficient-data', ground: 'nothing-seen' }).status).toBe(
    'insufficient-data',
  )
})

test('no limit is kept and broken by the same figure, and the wider an interval the less it says', () => {
  const number = fc.double({ min: -1000, max: 1000, noNaN: true })
  fc.assert(
    fc.property(
      number,
      number,
      number,
      number,
      fc.constantFrom('at-most', 'at-least'),
      (a, b, c, value, is) => {
        const [low, middle, high] = [a, b, c].toSorted((x, y) => x - y) as [number, number, number]
        const wanted = about({ is, value } as Limit)
        const narrow = judgeLevel(wanted, estimate(middle, middle, middle)).status
        const wide = judgeLevel(wanted, estimate(low, middle, high)).status
        expect(['ok', 'breached']).toContain(narrow)
        expect([narrow, 'insufficient-data']).toContain(wide)
      },
    ),
  )
})
