import fc from 'fast-check'
import { expect, test } from 'vitest'
import { play, type Seen, scripts } from './any-order-play.ts'
import { anyOrderWorld } from './any-order-world.ts'

const RUNS = Number(process.env.ANY_ORDER_RUNS ?? 30)

test.each(['one', 'not-author'] as const)(
  'no order of what people do and what the App hears ends in production without the approvals of %s',
  async approvals => {
    const world = await anyOrderWorld(approvals)
    const seen: Seen = new Map()
    let runs = 0
    const property = fc.asyncProperty(scripts, async script => {
      runs += 1
      await play(world, script, seen)
    })
    try {
      await fc.assert(property, { numRuns: RUNS, endOnFailure: process.env.ANY_ORDER_SHRINK === undefined })
    } finally {
      console.log(runs, Object.fromEntries([...seen].sort()))
    }
    expect(seen.get('probe production open met')).toBeGreaterThan(0)
    expect(seen.get('probe production closed missing')).toBeGreaterThan(0)
    expect(seen.get('sealed met passed deployed 1')).toBeGreaterThan(0)
    expect(seen.get('sealed missing failed deployed 0')).toBeGreaterThan(0)
  },
)
