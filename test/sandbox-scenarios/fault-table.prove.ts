import { expect, test } from 'vitest'
import * as definitions from '../../actions/definitions.generated.ts'
import { FRONT_ACTION } from '../../scripts/generate/actions.ts'
import {
  cleanRun,
  FAULTS,
  type FaultRow,
  faultedRun,
  fewAtATime,
  renderFaultTable,
} from '../support/fault-table.ts'
import { FAULTED } from '../support/faulted-actions.ts'
import { TABLES } from '../support/tables.ts'

// Every fault at every call of every Action that speaks to GitHub, from the committed bundles. Each prints its rows: npm run tables, or
// npx vitest run --config vitest.prove.config.ts test/sandbox-scenarios/fault-table.prove.ts

/** Of so many one is tried, `npm run tables` tries all: each call with one fault or more, and each fault at some call. */
const MOST_SHARE = 13
const shareOf = (calls: number) => (TABLES ? 1 : Math.min(calls, MOST_SHARE))

/** Proved otherwise. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  seal: 'in seal-faults.prove.ts: a merge has to be arranged anew for each of its some thirty calls',
  reproduce: 'asks for an artifact as evaluate does, where training again gave other bytes',
}

/** An address that GitHub sent to, which is another's: it counts no calls of a token, and a refusal is one like others. */
const isStore = (call: string) => call.startsWith('/_storage/') || call === 'lfs/download'

/** What a report asks beside its work: it is shown without, and says so. */
const BESIDE = new Set(['issues/list-for-repo', 'repos/list-commits'])

/** What is begun while others wait for GitHub. */
const AT_ONCE = 8
/** Far longer than three time-outs with what is waited between them, and far from an hour. */
const LONGEST_MS = 1_200_000

test.for(FAULTED)('%s: whatever fails at whichever call, it comes to the same', async ([name, , arrange]) => {
  const clean = await cleanRun(arrange)
  const share = shareOf(clean.calls.length)
  const cases = clean.calls.flatMap(one =>
    FAULTS.filter((_, index) => (one.at + index) % share === 0).map(fault => ({ ...one, fault })),
  )
  const rows = await fewAtATime(
    cases,
    AT_ONCE,
    async ({ call, at, fault: [fault, faultOf] }): Promise<FaultRow> => {
      const { runs, endState, first, firstMs } = await faultedRun(arrange, at + 1, faultOf)
      if (fault.includes('an hour') && !isStore(call)) {
        expect(first.log + first.summary, `${name}, ${call}`).toContain('60 minutes')
        expect({ call, runs }).toEqual({ call, runs: name.startsWith('report') && BESIDE.has(call) ? 1 : 2 })
      }
      expect(firstMs).toBeLessThan(LONGEST_MS)
      return { action: name, call: `${at + 1}: ${call}`, fault, runs, endState }
    },
  )
  console.log(renderFaultTable(rows))
  expect(rows.filter(({ endState }) => endState !== clean.endState)).toEqual([])
  // Whatever is left out, no call and no fault is.
  expect(new Set(rows.map(({ call }) => call)).size).toBe(clean.calls.length)
  expect(new Set(rows.map(({ fault }) => fault)).size).toBe(FAULTS.length)
})

test('no Action that is given a token is left out', () => {
  const asking = Object.values(definitions).filter(({ asksGitHub }) => asksGitHub === true)
  const names = asking.map(({ name }) => name).filter(name => !Object.hasOwn(ELSEWHERE, name))
  expect(names.length).toBeGreaterThan(5)
  expect(
    names.filter(
      name => !FAULTED.some(([, action]) => action === (name === FRONT_ACTION ? '.' : `actions/${name}`)),
    ),
  ).toEqual([])
})
