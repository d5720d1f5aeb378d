import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Point, resample } from '../../src/render/resample.ts'

test('between points it is linear, beyond them level, at a step the upper end', () => {
  const roc: Point[] = [
    [0, 0],
    [0, 0.4],
    [0.5, 0.8],
    [1, 1],
  ]
  expect(resample(roc, 0, 1, 5)).toEqual([0.4, expect.closeTo(0.6), 0.8, expect.closeTo(0.9), 1])
  expect(resample([[0.2, 1]], 0, 1, 3)).toEqual([1, 1, 1])
  expect(
    resample(
      [
        [0.25, 1],
        [0.75, 2],
      ],
      0,
      1,
      3,
    ),
  ).toEqual([1, 1.5, 2])
})

test('a rising line stays rising and inside its ends', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 30 }), pairs => {
      const xs = pairs.map(([x]) => x).sort((a, b) => a - b)
      const ys = pairs.map(([, y]) => y).sort((a, b) => a - b)
      const heights = resample(
        xs.map((x, at): Point => [x, ys[at] as number]),
        0,
        1,
        21,
      )
      for (const [at, height] of heights.entries()) {
        expect(height).toBeGreaterThanOrEqual((heights[at - 1] ?? (ys[0] as number)) - 1e-12)
        expect(height).toBeLessThanOrEqual((ys.at(-1) as number) + 1e-12)
      }
    }),
  )
})
