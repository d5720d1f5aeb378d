import { afterAll, expect, test } from 'vitest'
import * as definitions from '../../actions/definitions.generated.ts'
import { LIGHT_ACTIONS } from '../../scripts/generate/actions.ts'
import {
  cleanRun,
  FAULTS,
  type FaultRow,
  faultedRun,
  fewAtATime,
  renderFaultTable,
} from '../support/fault-table.ts'
import { FAULTED } from '../support/faulted-actions.ts'

// Every fault at every call of every Action that speaks to GitHub, from the committed bundles. Printed at the end:
// npx vitest run --config vitest.prove.config.ts test/sandbox-scenarios/fault-table.prove.ts

const rows: FaultRow[] = []
/** What is begun while others wait for GitHub. */
const AT_ONCE = 6
/** Longer than three time-outs with what is waited between them; an hour is far beyond. */
const LONGEST_MS = 90_000

afterAll(() => console.log(renderFaultTable(rows)))

test.for(FAULTED)('%s: whatever fails at whichever call, it comes to the same', async ([name, , arrange]) => {
  const clean = await cleanRun(arrange)
  const cases = clean.calls.flatMap((call, at) => FAULTS.map(fault => ({ call, at, fault })))
  const found = await fewAtATime(cases, AT_ONCE, async ({ call, at, fault: [fault, faultOf] }) => {
    const { runs, endState, first, firstMs } = await faultedRun(arrange, at + 1, faultOf)
    rows.push({ action: name, call: `${at + 1}: ${call}`, fault, runs, endState })
    if (fault.includes('an hour')) {
      expect(first.log + first.summary, `${name}, ${call}`).toContain('60 minutes')
      expect(runs).toBe(2)
    }
    expect(firstMs).toBeLessThan(LONGEST_MS)
    return `${call}, ${fault}: ${endState}`
  })
  expect(found).toEqual(cases.map(({ call, fault }) => `${call}, ${fault[0]}: ${clean.endState}`))
})

test('no light Action that is given a token is left out', () => {
  const asking = Object.values(definitions).filter(({ asksGitHub }) => asksGitHub === true)
  const names = asking.map(({ name }) => name).filter(name => LIGHT_ACTIONS.includes(name))
  expect(names.length).toBeGreaterThan(2)
  expect(names.filter(name => !FAULTED.some(([, action]) => action === `actions/${name}`))).toEqual([])
})
