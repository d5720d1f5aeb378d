import { describe, expect, test } from 'vitest'
import { runPortion } from '../../../scripts/simulate/run-case.ts'
import { SCENARIOS } from '../../../scripts/simulate/scenarios.ts'
import { isHeld } from '../../../scripts/simulate/table.ts'

// `npm run simulate` in small: fewer data sets, so that only what is far off is found.
const SETS = 1_000

describe.each(SCENARIOS)('$name: $method', ({ name, cases, share = 1 }) => {
  test.each(cases)('$setting', ({ setting, wanted }) => {
    const scenario = SCENARIOS.find(one => one.name === name)
    if (scenario === undefined) throw new Error(`no scenario ${name}`)
    const sets = Math.ceil(SETS * share)
    const counts = runPortion(SCENARIOS, { scenario: name, setting, from: 0, to: sets })
    console.log(`${name}, ${setting}: ${counts.join(', ')} of ${sets}`)
    expect(isHeld({ scenario, setting, wanted, sets, counts })).toBe(true)
  })
})
