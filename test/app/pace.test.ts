import { expect, test } from 'vitest'
import { openPace } from '../../app/pace.ts'
import type { Target } from '../../app/targets.ts'

const MINUTE = 60_000
const target = (id: number, installation = 1): Target => ({
  installation,
  id,
  owner: 'acme',
  repository: `r${id}`,
  what: { is: 'onboarding' },
})

/** A pace by a clock of its own; `made` are the moments at which a target had its turn, in milliseconds. */
function paced() {
  let now = 0
  const timers: { at: number; call: () => void }[] = []
  const made: { id: number; at: number }[] = []
  const attempt = (one: Target) => {
    if (pace.isTurn(one)) made.push({ id: one.id, at: now })
  }
  const pace = openPace(attempt, {
    now: () => now,
    later: (call, ms) => {
      const timer = { at: now + ms, call }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
  })
  const pass = (until: number) => {
    for (;;) {
      timers.sort((a, b) => a.at - b.at)
      if (timers[0] === undefined || timers[0].at > until) break
      const timer = timers.shift()
      now = timer?.at ?? now
      timer?.call()
    }
    now = until
  }
  return { attempt, made, pass, pace, timers }
}

test('of a thousand repositories each has its turn once, never more than GitHub takes', () => {
  const { attempt, made, pass } = paced()
  for (let id = 1; id <= 1000; id += 1) attempt(target(id))
  expect(made).toHaveLength(10)
  pass(10 * 60 * MINUTE)
  expect(made.map(({ id }) => id)).toEqual(Array.from({ length: 1000 }, (_, at) => at + 1))
  const within = (ms: number) =>
    Math.max(...made.map(({ at }) => made.filter(one => one.at >= at && one.at < at + ms).length))
  // Three calls each: 80 a minute, 500 an hour.
  expect(3 * within(MINUTE)).toBeLessThanOrEqual(40)
  expect(3 * within(60 * MINUTE)).toBeLessThanOrEqual(400)
})

test('installations do not wait for one another, and one that waits is not asked for twice', () => {
  const { attempt, made, pass } = paced()
  for (let id = 1; id <= 12; id += 1) attempt(target(id))
  attempt(target(12))
  attempt(target(100, 2))
  expect(made.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100])
  pass(10 * MINUTE)
  expect(made.map(({ id }) => id).slice(11)).toEqual([11, 12])
})

test('after it was stopped it asks for nothing', () => {
  const { attempt, made, pass, pace, timers } = paced()
  for (let id = 1; id <= 12; id += 1) attempt(target(id))
  pace.stop()
  expect(timers).toEqual([])
  attempt(target(13))
  pass(60 * MINUTE)
  expect(made).toHaveLength(10)
})
