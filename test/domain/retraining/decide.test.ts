import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideRetraining } from '../../../src/domain/retraining/decide.ts'
import type { Retraining, RetrainingFacts } from '../../../src/domain/retraining/facts.ts'
import { isFired } from '../../../src/domain/retraining/trigger.ts'
import {
  DAY,
  daysAgo,
  driftRun,
  known,
  NOW,
  retraining,
  retrainingFacts,
  textOf,
  unknown,
} from '../../support/retraining.ts'

/** A weekly training is due. */
const due = (given: Partial<RetrainingFacts> = {}) =>
  retrainingFacts({ policy: { when: { schedule: 'weekly' } }, ...given })

function held(facts: RetrainingFacts) {
  const { decision, holds } = decideRetraining(facts)
  return [decision, ...holds.filter(({ is }) => is === 'holds' || is === 'unknown').map(({ hold }) => hold)]
}

test('what fired is done when nothing holds it back', () => {
  expect(held(due())).toEqual(['retrain'])
})

test('nothing fired is not due; where one thing is unknown it cannot be told', () => {
  const when = { schedule: 'monthly', 'new-rows': 100 }
  const trained = { version: 4, at: daysAgo(10), rows: 5000 }
  expect(held(retrainingFacts({ policy: { when }, trained }))).toEqual(['not-due'])
  expect(held(retrainingFacts({ policy: { when }, trained, rows: unknown('not counted') }))).toEqual([
    'cannot-tell',
  ])
  expect(held(retrainingFacts())).toEqual(['not-due'])
})

test('something unknown beside what fired keeps nothing back', () => {
  const when = { schedule: 'weekly', 'new-rows': 100 }
  expect(held(due({ policy: { when }, rows: unknown('not counted') }))).toEqual(['retrain'])
})

describe('what holds back', () => {
  test('a run under way', () => {
    const running = known([retraining(5, { state: 'running', run: 77 })])
    expect(held(due({ retrainings: running }))).toEqual(['held-back', 'run-under-way'])
    expect(held(due({ retrainings: running, isAsked: true }))).toEqual(['held-back', 'run-under-way'])
  })

  test('a candidate that waits, unless it is a draft', () => {
    const waits = (isDraft: boolean) => due({ candidates: known([{ pull: 12, isDraft }]) })
    expect(held(waits(false))).toEqual(['held-back', 'open-candidate'])
    expect(held(waits(true))).toEqual(['retrain'])
    expect(held({ ...waits(false), isAsked: true })).toEqual(['held-back', 'open-candidate'])
  })

  test("the month's budget, until the next month, for a person too", () => {
    const policy = { when: { schedule: '0 0 * * *' }, 'budget-per-month': 2, 'cooldown-days': 1 }
    const used = known([retraining(5), retraining(16)])
    expect(held(due({ policy, retrainings: used }))).toEqual(['held-back', 'budget'])
    expect(decideRetraining(due({ policy, retrainings: used })).from).toBe('2026-04-01T00:00:00Z')
    expect(held(due({ policy, retrainings: used, isAsked: true }))).toEqual(['held-back', 'budget'])
    // The second was in February.
    expect(held(due({ policy, retrainings: known([retraining(5), retraining(18)]) }))).toEqual(['retrain'])
  })

  test('the cooldown after a version or a retraining, until it is over, but for a person', () => {
    const policy = { when: { schedule: '0 0 * * *' }, 'cooldown-days': 7 }
    const young = due({ policy, trained: { version: 4, at: daysAgo(6) } })
    expect(decideRetraining(young)).toMatchObject({ decision: 'held-back', from: '2026-03-19T04:00:00Z' })
    expect(held({ ...young, isAsked: true })).toEqual(['retrain'])
    expect(held(due({ policy, retrainings: known([retraining(6)]) }))).toEqual(['held-back', 'cooldown'])
    expect(held(due({ policy, retrainings: known([retraining(7)]) }))).toEqual(['retrain'])
  })

  test('a failed retraining, for twice as long after each more, which says so', () => {
    const policy = { when: { schedule: '0 0 * * *' }, 'cooldown-days': 0 }
    const failed = (...days: number[]) =>
      due({ policy, retrainings: known(days.map(day => retraining(day, { state: 'failed' }))) })
    expect(held(failed(0.9))).toEqual(['held-back', 'back-off'])
    expect(held(failed(1))).toEqual(['retrain'])
    expect(held(failed(1.9, 5))).toEqual(['held-back', 'back-off'])
    expect(held(failed(3.9, 6, 9))).toEqual(['held-back', 'back-off'])
    expect(held(failed(4, 6, 9))).toEqual(['retrain'])
    expect(decideRetraining(failed(1, 5)).holds.find(({ hold }) => hold === 'back-off')).toEqual({
      hold: 'back-off',
      is: 'holds',
      why: 'the last 2 retrainings failed, the newest in run 999; the next waits for 2 days',
      until: '2026-03-19T04:00:00Z',
    })
    expect(held({ ...failed(1, 5), isAsked: true })).toEqual(['retrain'])
    const between = [retraining(1, { state: 'failed' }), retraining(2), retraining(3, { state: 'failed' })]
    expect(held(due({ policy, retrainings: known(between) }))).toEqual(['retrain'])
    const many = Array.from({ length: 9 }, (_, index) => 31.5 + index)
    expect(held(failed(...many))).toEqual(['held-back', 'back-off'])
    expect(held(failed(...many.map(day => day + 0.5)))).toEqual(['retrain'])
  })

  test('drift that is not confirmed, unless something else fired', () => {
    const drift = { monitoring: known([driftRun(1, { tenure: 0.4 })]), policy: { when: { drift: {} } } }
    expect(held(retrainingFacts(drift))).toEqual(['held-back', 'confidence'])
    expect(held(retrainingFacts({ ...drift, isAsked: true }))).toEqual(['retrain'])
  })

  test('what is not known, for a person too', () => {
    const blind = due({ retrainings: unknown('no GitHub'), candidates: unknown('no GitHub') })
    const holds = ['run-under-way', 'open-candidate', 'budget', 'cooldown', 'back-off']
    expect(held(blind)).toEqual(['held-back', ...holds])
    expect(held({ ...blind, isAsked: true })).toEqual(['held-back', ...holds])
    expect(decideRetraining(blind).from).toBeUndefined()
  })
})

const states = fc.constantFrom<Retraining['state']>('running', 'succeeded', 'failed', 'cancelled')
const time = fc.integer({ min: -40 * 24, max: 90 * 24 }).map(hours => NOW - hours * 3_600_000)
const retrainings = fc.array(fc.record({ run: fc.nat(1000), at: time, state: states }), { maxLength: 12 })
const policies = fc.record({
  'cooldown-days': fc.constantFrom(0, 0.5, 3, 10),
  'budget-per-month': fc.constantFrom(1, 2, 8),
  'back-off-days': fc.constantFrom(0, 1, 4),
})
const whens = fc.record(
  {
    drift: fc.constant({}),
    schedule: fc.constantFrom('weekly', 'monthly', '0 0 * * *'),
    'new-rows': fc.constantFrom(1, 100, '10%'),
  },
  { requiredKeys: [] },
)
const orUnknown = <T>(values: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 5, arbitrary: values.map(known) },
    { weight: 1, arbitrary: fc.constant(unknown('not read')) },
  )
const runs = fc
  .uniqueArray(fc.tuple(fc.integer({ min: -2, max: 20 }), fc.constantFrom(0, 0.05, 0.2)), {
    maxLength: 5,
    selector: ([days]) => days,
  })
  .map(found => found.map(([days, distance]) => driftRun(days, { tenure: distance })))
const facts: fc.Arbitrary<RetrainingFacts> = fc
  .record({
    policy: fc.tuple(policies, whens).map(([policy, when]) => ({ ...policy, when })),
    isAsked: fc.boolean(),
    trained: fc.option(fc.record({ version: fc.constantFrom(3, 4, 5), at: time, rows: fc.constant(5000) }), {
      nil: undefined,
    }),
    monitoring: orUnknown(runs),
    rows: orUnknown(fc.integer({ min: 4000, max: 6000 })),
    retrainings: orUnknown(retrainings),
    candidates: orUnknown(fc.array(fc.record({ pull: fc.nat(99), isDraft: fc.boolean() }), { maxLength: 2 })),
  })
  .map(retrainingFacts)

describe('whatever the facts', () => {
  test('the same ones in another order give the same decision', () => {
    fc.assert(
      fc.property(facts, given => {
        const { monitoring, retrainings: begun } = given
        const turned = {
          ...given,
          monitoring: monitoring.is === 'known' ? known(monitoring.value.toReversed()) : monitoring,
          retrainings: begun.is === 'known' ? known(begun.value.toReversed()) : begun,
        }
        const { decision } = decideRetraining(given)
        expect(decideRetraining(given)).toEqual(decideRetraining(structuredClone(given)))
        expect(decideRetraining(turned).decision).toBe(decision)
      }),
    )
  })

  test('a hold hides nothing that fired, and what holds back is said', () => {
    fc.assert(
      fc.property(facts, given => {
        const { decision, triggers, holds } = decideRetraining(given)
        const free = decideRetraining({ ...given, retrainings: known([]), candidates: known([]) })
        const fired = triggers.some(isFired)
        const isHeld = holds.some(({ is }) => is === 'holds' || is === 'unknown')
        expect(holds).toHaveLength(6)
        expect(decision === 'retrain').toBe(fired && !isHeld)
        expect(decision === 'held-back').toBe(fired && isHeld)
        // The schedule knows of trainings; nothing else that fires does.
        const others = (all: typeof triggers) => all.filter(({ trigger }) => trigger !== 'schedule')
        expect(others(triggers)).toEqual(others(free.triggers))
      }),
    )
  })

  test('one more that fires turns no decision off', () => {
    fc.assert(
      fc.property(facts, given => {
        if (decideRetraining(given).decision !== 'retrain') return
        const more: RetrainingFacts[] = [
          { ...given, isAsked: true },
          {
            ...given,
            policy: { ...given.policy, when: { ...given.policy.when, 'new-rows': 1 } },
            rows: known(9000),
          },
          {
            ...given,
            policy: { ...given.policy, when: { ...given.policy.when, drift: {} } },
            monitoring: known([driftRun(1, { tenure: 0.5 })]),
          },
        ]
        for (const one of more) {
          // Where drift alone fired, other runs of monitoring are other evidence, not more of it.
          const before = decideRetraining(given).triggers.filter(({ is }) => is === 'fired')
          if (before.every(({ trigger }) => trigger === 'drift')) continue
          expect(decideRetraining(one).decision).toBe('retrain')
        }
      }),
    )
  })

  test('what is missing never lets begin what its presence would hold back', () => {
    fc.assert(
      fc.property(facts, given => {
        const blind = { ...given, retrainings: unknown('not read') }
        expect(decideRetraining(blind).decision).not.toBe('retrain')
        expect(decideRetraining({ ...given, candidates: unknown('not read') }).decision).not.toBe('retrain')
      }),
    )
  })
})

test('by itself it never begins twice within the cooldown nor beyond the budget, by a clock that jumps', () => {
  const clocks = fc.array(fc.tuple(fc.integer({ min: -20 * 24, max: 20 * 24 }), states), {
    minLength: 5,
    maxLength: 40,
  })
  fc.assert(
    fc.property(clocks, policies, (jumps, policy) => {
      const begun: Retraining[] = []
      let now = NOW
      for (const [hours, state] of jumps) {
        now += hours * 3_600_000
        const given = retrainingFacts({
          now,
          policy: { ...policy, when: { 'new-rows': 1 } },
          rows: known(9000),
          retrainings: known(begun),
        })
        if (decideRetraining(given).decision !== 'retrain') continue
        begun.push({ run: begun.length, at: now, state: state === 'running' ? 'succeeded' : state })
      }
      const months = Map.groupBy(begun, ({ at }) => textOf(at).slice(0, 7))
      for (const month of months.values())
        expect(month.length).toBeLessThanOrEqual(policy['budget-per-month'])
      const times = begun.map(({ at }) => at).toSorted((a, b) => a - b)
      for (const [index, at] of times.entries()) {
        if (index === 0) continue
        expect(at - (times[index - 1] as number)).toBeGreaterThanOrEqual(policy['cooldown-days'] * DAY)
      }
    }),
  )
})
