import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resampledAuc } from '../../../src/domain/stats/resampled-auc.ts'
import { rocAuc } from '../../../src/domain/stats/roc.ts'

const row = fc.record({
  label: fc.boolean(),
  score: fc.integer({ min: 0, max: 6 }),
  count: fc.nat({ max: 4 }),
})
const rows = fc
  .array(row, { minLength: 2, maxLength: 50 })
  .filter(list => new Set(list.map(({ label }) => label)).size === 2)

describe('the area of a resample', () => {
  test('is that of the rows written out as often as they count', () => {
    fc.assert(
      fc.property(rows, list => {
        const area = resampledAuc(
          Uint8Array.from(list, ({ label }) => Number(label)),
          Float64Array.from(list, ({ score }) => score),
        )
        const drawn = list.flatMap(one => new Array<typeof one>(one.count).fill(one))
        const found = area(Uint32Array.from(list, ({ count }) => count))
        if (new Set(drawn.map(({ label }) => label)).size < 2) expect(found).toBeNaN()
        else {
          const whole = rocAuc(
            Uint8Array.from(drawn, ({ label }) => Number(label)),
            Float64Array.from(drawn, ({ score }) => score),
          )
          expect(found).toBe(whole)
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['one class only', [1, 1], [1, 2], 'empty-sample'],
    ['a score too many', [0, 1], [1, 2, 3], 'shape-mismatch'],
  ])('refuses %s', (_what, labels, scores, code) => {
    expect(() => resampledAuc(Uint8Array.from(labels), Float64Array.from(scores))).toThrow(
      expect.objectContaining({ code }),
    )
  })
})
