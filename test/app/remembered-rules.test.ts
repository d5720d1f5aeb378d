import { expect, test } from 'vitest'
import { rememberingRules } from '../../app/remembered-rules.ts'
import type { GateRules } from '../../src/ports.ts'

function asked(found: unknown = []) {
  let calls = 0
  const rules = {
    requiring: async () => {
      calls += 1
      return found
    },
  } as unknown as GateRules
  return { rules, calls: () => calls }
}

test('what a branch requires is asked once in ten minutes', async () => {
  const { rules, calls } = asked()
  const memory = new Map()
  let now = 0
  const at = (repository: number) => rememberingRules(rules, memory, repository, () => now)
  await at(1).requiring('gates', 'main')
  await at(1).requiring('gates', 'main')
  expect(calls()).toBe(1)
  await at(2).requiring('gates', 'main')
  await at(1).requiring('gates', 'next')
  expect(calls()).toBe(3)
  now = 11 * 60_000
  await at(1).requiring('gates', 'main')
  expect(calls()).toBe(4)
})

test('what could not be read is asked again, and the memory is bounded', async () => {
  const unreadable = asked({ is: 'unreadable', why: 'x' })
  const memory = new Map()
  for (let time = 0; time < 2; time += 1)
    await rememberingRules(unreadable.rules, memory, 1).requiring('gates', 'main')
  expect([unreadable.calls(), memory.size]).toEqual([2, 0])
  for (let one = 1; one <= 1200; one += 1)
    await rememberingRules(asked().rules, memory, one).requiring('gates', 'main')
  expect(memory.size).toBe(1000)
})
