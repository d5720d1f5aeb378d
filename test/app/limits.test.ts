import { expect, test } from 'vitest'
import { openLimits } from '../../app/limits.ts'

function clocked() {
  const clock = { ms: 1_000_000 }
  const called: number[] = []
  const limits = openLimits(
    (_, installation) => void called.push(installation),
    () => clock.ms,
  )
  return { clock, called, limits }
}

test('an installation is left alone as long as GitHub asks, at least a second, and others are not', () => {
  const { clock, limits } = clocked()
  limits.hold(1, 60_000)
  limits.hold(1, 5_000)
  limits.hold(2, 0)
  expect([limits.left(1), limits.left(2), limits.left(3), limits.held]).toEqual([60_000, 1_000, undefined, 2])
  clock.ms += 60_000
  expect([limits.left(1), limits.held]).toEqual([undefined, 0])
})

test('a look that met a limit makes no more calls, also when the limit is over', () => {
  const { clock, called, limits } = clocked()
  const { options, ...look } = limits.look(1)
  const one = limits.look(1)
  options.refuse?.()
  options.called?.({ outcome: 'taken' })
  expect(look.hasMet).toBe(false)
  one.options.called?.({ outcome: 'secondary-limit', waitMs: 3000 })
  clock.ms += 3000
  expect(() => one.options.refuse?.()).toThrow(expect.objectContaining({ code: 'rate-limited' }))
  expect(one.hasMet).toBe(true)
  // Another look begins afresh.
  expect(() => limits.look(1).options.refuse?.()).not.toThrow()
  expect(called).toEqual([1, 1])
})

test('what one look met holds the others of the installation', () => {
  const { limits } = clocked()
  const [one, other, strange] = [limits.look(1), limits.look(1), limits.look(2)]
  one.options.called?.({ outcome: 'rate-limit', waitMs: 60_000 })
  expect(() => other.options.refuse?.()).toThrow(expect.objectContaining({ code: 'rate-limited' }))
  expect(other.hasMet).toBe(true)
  expect(() => strange.options.refuse?.()).not.toThrow()
})
