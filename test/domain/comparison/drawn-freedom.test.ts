import { describe, expect, test } from 'vitest'
import { drawsOf } from '../../../scripts/simulate/draws.ts'
import { closedForm } from '../../../src/domain/comparison/closed-form.ts'
import { drawnFreedom, widened } from '../../../src/domain/comparison/drawn-freedom.ts'
import { weightedMean } from '../../../src/domain/comparison/weighted-metric.ts'

const values = (rows: number, of: (row: number) => number) =>
  Float64Array.from({ length: rows }, (_, row) => of(row))

/** What the closed form of the same mean rests on. */
function closedFreedom(of: Float64Array): number | undefined {
  const mean = weightedMean(of)()
  return closedForm(
    mean,
    of.map(value => value - mean),
    undefined,
  )?.freedom
}

describe('degrees of freedom by leaving rows out', () => {
  test.each([
    ['a handful of 300 rows', values(300, row => (row < 4 ? (row % 2) - 0.5 : 0)), 0.01],
    ['rows that carry alike', values(300, row => (row % 2) - 0.5), 0.01],
    // Groups of five rows: as uneven as their rows, but for 1/400 in place of 1/2000.
    ['a handful of 2,000 rows', values(2000, row => (row < 4 ? (row % 2) - 0.5 : 0)), 0.05],
  ])('of a mean are those of its closed form: %s', (_what, of, off) => {
    const mean = weightedMean(of)
    const [found = 0] = drawnFreedom({ rows: of.length }, 1, counts => [mean(counts)])
    expect(Math.abs(found / (closedFreedom(of) ?? 0) - 1)).toBeLessThan(off)
  })

  test('count clusters, not rows', () => {
    const draws = drawsOf(['clusters', 'freedom'], 0)
    const ofCluster = Array.from({ length: 25 }, () => draws.normal())
    const codes = Uint32Array.from({ length: 500 }, (_, row) => row % 25)
    const mean = weightedMean(values(500, row => ofCluster[row % 25] as number))
    const [found = 0] = drawnFreedom(
      { rows: 500, clusters: { column: 'c', codes, count: 25 } },
      1,
      counts => [mean(counts)],
    )
    expect(found).toBeLessThanOrEqual(24)
    expect(found).toBeGreaterThan(5)
  })

  test('of what no row moves, or what is undefined without one, are without end', () => {
    expect(drawnFreedom({ rows: 30 }, 2, () => [7, Number.NaN])).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ])
  })
})

test('percentiles grow around their middle as t does: t₁₀ = 2.2281', () => {
  const { low, high, seed } = widened(
    { low: -1, high: 3, level: 0.95, method: 'bootstrap-percentile', resamples: 100, seed: 4 },
    10,
    101,
  )
  const half = 2 * (2.228138852 / 1.959963985) * Math.sqrt(1.01)
  expect(low).toBeCloseTo(1 - half, 8)
  expect(high).toBeCloseTo(1 + half, 8)
  expect(seed).toBe(4)
})
