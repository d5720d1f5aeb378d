import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acts, play } from '../support/state-machine.ts'

test('random commands and rival branches keep every invariant, many times', async () => {
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(acts, script => play(script, seen)),
    { numRuns: 100 },
  )
  console.log(Object.fromEntries([...seen].sort()))
  // A machine that never got anywhere would prove nothing.
  for (const command of ['register', 'promote', 'rollback', 'archive', 'alias']) {
    for (const status of ['merged', 'branched', 'unchanged'])
      expect(seen.get(`${command} ${status}`), `${command} ${status}`).toBeGreaterThan(0)
    if (command !== 'register')
      expect(seen.get(`${command} refused`), `${command} refused`).toBeGreaterThan(0)
  }
  expect(seen.get('rival merged')).toBeGreaterThan(10)
  expect(seen.get('rival collided')).toBeGreaterThan(10)
})
