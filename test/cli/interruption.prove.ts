import { expect, test } from 'vitest'
import { interruptPromotion, readyToPromote, secondsToPromote } from '../support/interruption.ts'

const MOMENTS = 60

// All through a promotion, as long as it takes on this machine, and as long again, since others may run beside it: both
// sides of the commit must be met, or the proof proves nothing.
test.each(['SIGKILL', 'SIGINT'] as const)(
  '%s at any moment leaves the old state or the new one',
  async name => {
    const bench = await readyToPromote()
    const wholeMs = 1000 * (await secondsToPromote(bench))
    let committed = 0
    for (let moment = 1; moment <= MOMENTS; moment += 1) {
      const afterMs = Math.round((2 * wholeMs * moment) / MOMENTS)
      committed += (await interruptPromotion(bench, name, afterMs)) ? 1 : 0
    }
    expect(committed).toBeGreaterThan(0)
    expect(committed).toBeLessThan(MOMENTS)
  },
)
