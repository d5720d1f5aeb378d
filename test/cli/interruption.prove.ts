import { expect, test } from 'vitest'
import { interruptPromotion, readyToPromote } from '../support/interruption.ts'

// Every few milliseconds of a promotion once; both sides of the commit must be met, or the proof proves nothing.
test.each(['SIGKILL', 'SIGINT'] as const)(
  '%s at any moment leaves the old state or the new one',
  async name => {
    const bench = await readyToPromote()
    let committed = 0
    const moments = Array.from({ length: 60 }, (_, index) => 40 + index * 4)
    for (const afterMs of moments) committed += (await interruptPromotion(bench, name, afterMs)) ? 1 : 0
    expect(committed).toBeGreaterThan(0)
    expect(committed).toBeLessThan(moments.length)
  },
)
