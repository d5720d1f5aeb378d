import { expect, test } from 'vitest'
import {
  LEAST_PAIRS,
  pairedTurns,
  planPairs,
  timesByPair,
  turnsBetween,
} from '../../../src/domain/latency/schedule.ts'
import { randomStream } from '../../../src/domain/stats/random.ts'

const turns = pairedTurns(1000, [0, 2], 7, randomStream(5))

test('both models of a pair answer the same request', () => {
  for (let pair = 0; pair < 1000; pair += 1) {
    expect(turns.requests[2 * pair]).toBe(turns.requests[2 * pair + 1])
    expect([...turns.models.subarray(2 * pair, 2 * pair + 2)].sort()).toEqual([0, 2])
  }
  expect(Math.max(...turns.requests)).toBe(6)
})

test('each goes first about as often, in an order that the seed repeats', () => {
  const first = turns.models.filter((model, turn) => turn % 2 === 0 && model === 0).length
  // Four standard deviations of 1,000 throws of a coin are 63.
  expect(Math.abs(first - 500)).toBeLessThan(63)
  expect(pairedTurns(1000, [0, 2], 7, randomStream(5))).toEqual(turns)
  expect(pairedTurns(1000, [0, 2], 7, randomStream(6))).not.toEqual(turns)
})

test('times come back by model, pair by pair, whoever went first', () => {
  const times = Float64Array.from(turns.models, (model, turn) => (model === 0 ? 1 : 1000) * (1 + (turn >> 1)))
  const [champion, challenger] = timesByPair(turns, times, 0)
  expect([...champion.subarray(0, 3)]).toEqual([1, 2, 3])
  expect([...challenger.subarray(0, 3)]).toEqual([1000, 2000, 3000])
  expect(challenger[999]).toBe(1_000_000)
})

test('a part of the turns holds whole pairs', () => {
  const part = turnsBetween(turns, 10, 12)
  expect([...part.models]).toEqual([...turns.models.subarray(20, 24)])
  expect([...part.requests]).toEqual([...turns.requests.subarray(20, 24)])
})

test.each([
  ['never fewer than 200, whatever they take', 10, 1000, { pairs: 200, blocks: 20 }],
  ['as many as the budget holds, in whole blocks', 20_000, 8, { pairs: 2500, blocks: 100 }],
  ['no more than help', 1e9, 0.01, { pairs: 20_000, blocks: 100 }],
  ['what no block takes is left out', 20_000, 20_000 / 1234, { pairs: 1200, blocks: 100 }],
])('pairs: %s', (_what, budgetMs, msOfBoth, plan) => {
  expect(planPairs(budgetMs, msOfBoth)).toEqual(plan)
  expect(plan.pairs % plan.blocks).toBe(0)
  expect(plan.pairs).toBeGreaterThanOrEqual(LEAST_PAIRS)
})
