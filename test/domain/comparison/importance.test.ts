import { describe, expect, test } from 'vitest'
import {
  drawEvenly,
  featureLosses,
  rowOrders,
  singleMetric,
} from '../../../src/domain/comparison/importance.ts'
import { settingsInEffect } from '../../../src/domain/comparison/metric-settings.ts'
import { alignBinary } from '../../../src/domain/comparison/predictions.ts'

describe('what a column is worth', () => {
  const columns = [
    { column: 'a', values: [0.8, 0.8] },
    { column: 'b', values: [0.5, 0.7] },
    { column: 'c', values: [0.9, 0.8] },
  ]

  test('is the mean of what the metric loses, the most first, with the least and the most', () => {
    expect(featureLosses('roc-auc', 0.8, columns)).toEqual([
      {
        column: 'b',
        loss: expect.closeTo(0.2, 12),
        low: expect.closeTo(0.1, 12),
        high: expect.closeTo(0.3, 12),
      },
      { column: 'a', loss: 0, low: 0, high: 0 },
      { column: 'c', loss: expect.closeTo(-0.05, 12), low: expect.closeTo(-0.1, 12), high: 0 },
    ])
  })

  test('is the rise of a metric of which less is better, and the growth of one that is best at 0', () => {
    const of = (metric: 'rmse' | 'mean-error', value: number, other: number) =>
      featureLosses(metric, value, [{ column: 'a', values: [other] }])[0]?.loss
    expect(of('rmse', 2, 5)).toBe(3)
    expect(of('mean-error', -2, 5)).toBe(3)
    expect(of('mean-error', 2, -1)).toBe(-1)
  })
})

test('a metric of rows of one class has no value, and says why', () => {
  const target = { name: 'y', words: ['yes'], codes: new Uint32Array(3) }
  const probabilities = { classes: ['no', 'yes'], values: new Float64Array(6).fill(0.5), width: 2 }
  const predictions = alignBinary({ rows: 3, probabilities }, target, 'yes')
  expect(singleMetric('roc-auc', predictions, settingsInEffect())).toEqual({
    why: 'the rows hold one class only',
  })
  expect(singleMetric('recall', predictions, settingsInEffect())).toBe(1)
})

describe('orders of rows', () => {
  test('hold every row once, and are the same for the same seed alone', () => {
    const orders = rowOrders(50, 3, 7)
    for (const order of orders)
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, row) => row))
    expect(new Set(orders.map(order => order.join())).size).toBe(3)
    expect(rowOrders(50, 3, 7)).toEqual(orders)
    expect(rowOrders(50, 3, 8)).not.toEqual(orders)
  })

  test('are each as likely as any other', () => {
    const counts = new Map<string, number>()
    for (const order of rowOrders(3, 6000, 1)) counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1)
    // Binomial with mean 1000 and standard deviation 29.
    expect(counts.size).toBe(6)
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(130)
  })
})

describe('rows that are drawn', () => {
  test('rise, lie evenly, and are the same for the same seed alone', () => {
    const drawn = drawEvenly(1_000_003, 5000, 3)
    for (const [part, row] of drawn.entries()) {
      expect(row).toBeGreaterThanOrEqual(Math.floor((part * 1_000_003) / 5000))
      expect(row).toBeLessThan(Math.floor(((part + 1) * 1_000_003) / 5000))
    }
    expect(drawEvenly(1_000_003, 5000, 3)).toEqual(drawn)
    expect(drawEvenly(1_000_003, 5000, 4)).not.toEqual(drawn)
  })

  test('are all rows where there are no more', () => {
    expect([...drawEvenly(4, 4, 0)]).toEqual([0, 1, 2, 3])
  })
})
