import fc from 'fast-check'
import { test } from 'vitest'
import { acts, play } from '../support/state-machine.ts'

// A few hundred of these run in `npm run prove`.
test('random commands and rival branches keep every invariant', async () => {
  await fc.assert(
    fc.asyncProperty(acts, script => play(script)),
    { numRuns: 6, seed: 20261121, endOnFailure: true },
  )
}, 120_000)
