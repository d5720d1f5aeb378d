import { expect, test } from 'vitest'
import type { MonitoringFinding } from '../../../src/domain/alerts/finding.ts'
import { type AlertPlan, planAlert, type StandingIssue } from '../../../src/domain/alerts/plan.ts'
import { DEFAULT_ALERT_RULES } from '../../../src/domain/alerts/rules.ts'
import type { AlertState } from '../../../src/domain/alerts/state.ts'
import { badFinding as bad, goodFinding as good } from '../../support/alerts.ts'

const unknown: MonitoringFinding = { is: 'unknown', why: 'no rows' }

const onDay = (day: number) => new Date(Date.UTC(2026, 9, day)).toISOString().replace('.000', '')

/** An alert's issue over the days: each run is of the day that its id is. */
function life() {
  let issue: StandingIssue | undefined
  let opened = 0
  const settle = (day: number, finding: MonitoringFinding, attempt = 1): AlertPlan => {
    const run = { id: day, attempt }
    const plan = planAlert({
      issue,
      latest: issue?.state?.run,
      finding,
      run,
      rules: DEFAULT_ALERT_RULES,
      now: onDay(day),
    })
    if (plan.is === 'open') {
      opened += 1
      issue = { number: opened, isOpen: true, closedAt: undefined, state: plan.state }
    } else if (plan.is !== 'none' && issue !== undefined) {
      const isOpen = plan.is === 'update' ? issue.isOpen : plan.is === 'reopen'
      const closedAt = isOpen ? undefined : (issue.closedAt ?? onDay(day))
      issue = { ...issue, isOpen, closedAt, state: plan.state }
    }
    return plan
  }
  /** What became of it, and what was said. */
  const run = (...given: Parameters<typeof settle>) => {
    const plan = settle(...given)
    const said = 'news' in plan ? plan.news.map(({ why, items }) => [why, ...items.map(i => i.name)]) : []
    return [plan.is, ...said.map(words => words.join(' '))].join(', ')
  }
  const change = (facts: Partial<StandingIssue>) => {
    issue = { ...(issue as StandingIssue), ...facts }
  }
  const state = () => issue?.state as AlertState
  return { settle, run, state, change }
}

test('an alert is opened when something is bad, and not before', () => {
  const { run, state } = life()
  expect([run(1, good()), run(2, unknown), run(3, bad({ a: 0.2 }))]).toEqual(['none', 'none', 'open'])
  expect(state()).toEqual({
    schema: 1,
    since: onDay(3),
    run: { id: 3, attempt: 1 },
    good: 0,
    items: [{ name: 'a', since: onDay(3), size: 0.2, told: 0.2, bad: true }],
  })
})

test('worse is half as much again as the worst that was told, be it in one step or in many', () => {
  const { run, settle } = life()
  run(1, bad({ a: 0.2 }))
  expect([run(2, bad({ a: 0.25 })), run(3, bad({ a: 0.3 }))]).toEqual(['update', 'update'])
  expect(settle(4, bad({ a: 0.31 }))).toMatchObject({
    is: 'update',
    news: [{ why: 'worse', items: [{ name: 'a', size: 0.31, before: 0.2 }] }],
  })
  expect([run(5, bad({ a: 0.46 })), run(6, bad({ a: 0.5 }))]).toEqual(['update', 'update, worse a'])
})

test('what joins is told once, also where it goes and comes back', () => {
  const { run } = life()
  run(1, bad({ a: 0.2 }))
  expect(run(2, bad({ a: 0.2, b: 0.1 }))).toBe('update, joined b')
  expect([run(3, bad({ a: 0.2 })), run(4, bad({ a: 0.2, b: 0.1 }))]).toEqual(['update', 'update'])
  expect(run(5, bad({ a: 0.9, b: 0.1, c: 1 }))).toBe('update, worse a, joined c')
})

test('it is closed after three good runs in a row; one that could not tell counts neither way', () => {
  const { run } = life()
  run(1, bad({ a: 0.2 }))
  expect([run(2, good()), run(3, good()), run(4, bad({ a: 0.2 }))]).toEqual(['update', 'update', 'update'])
  expect([run(5, good()), run(6, unknown), run(7, good())]).toEqual(['update', 'update', 'update'])
  expect([run(8, good()), run(9, good())]).toEqual(['close, recovered', 'update'])
})

test('a run that cannot tell of what is bad is not good', () => {
  const { run, state } = life()
  run(1, bad({ a: 0.2, b: 0.2 }))
  for (const day of [2, 3, 4, 5]) expect(run(day, good('a'))).toBe('update')
  expect(state().items.map(({ name, bad }) => [name, bad])).toEqual([
    ['a', true],
    ['b', false],
  ])
  expect(run(6, bad({ c: 1 }, 'a'))).toBe('update, joined c')
  expect(state().items.map(({ name, bad }) => [name, bad])).toContainEqual(['a', true])
  // Of b it need not tell any more.
  expect([run(7, good('b')), run(8, good('b')), run(9, good())]).toEqual([
    'update',
    'update',
    'close, recovered',
  ])
})

test('what returns within the window opens the same issue, and after it a new one that follows', () => {
  const { run, state } = life()
  const recover = (day: number) => [0, 1, 2].map(more => run(day + more, good())).at(-1)
  run(1, bad({ a: 0.2 }))
  expect(recover(2)).toBe('close, recovered')
  expect(run(18, bad({ a: 0.1, b: 0.3 }))).toBe('reopen, returned b a')
  expect(state()).toMatchObject({ since: onDay(18), good: 0 })
  expect(state()).not.toHaveProperty('recovered-at')
  expect(recover(19)).toBe('close, recovered')
  expect([run(36, good()), run(37, unknown), run(38, bad({ a: 0.2 }))]).toEqual(['none', 'none', 'open'])
  expect(state()).toMatchObject({ follows: 1, since: onDay(38) })
})

test('what a person closed stays closed until it gets worse, something joins, or it recovers and returns', () => {
  const closed = () => {
    const { run, change } = life()
    run(1, bad({ a: 0.2 }))
    change({ isOpen: false, closedAt: onDay(1) })
    expect([run(2, bad({ a: 0.25 })), run(3, unknown)]).toEqual(['update', 'update'])
    return { run, change }
  }
  expect(closed().run(4, bad({ a: 0.4 }))).toBe('reopen, worse a')
  expect(closed().run(4, bad({ a: 0.2, b: 0.2 }))).toBe('reopen, joined b')
  const { run } = closed()
  expect([4, 5, 6].map(day => run(day, good()))).toEqual(['update', 'update', 'update'])
  expect(run(7, bad({ a: 0.2 }))).toBe('reopen, returned a')
  expect(closed().run(16, bad({ a: 0.2 }))).toBe('open')
})

test('what a person opened again is closed after as many good runs as at first', () => {
  const { run, change } = life()
  run(1, bad({ a: 0.2 }))
  for (const day of [2, 3, 4]) run(day, good())
  change({ isOpen: true, closedAt: undefined })
  expect([5, 6, 7].map(day => run(day, good()))).toEqual(['update', 'update', 'close, recovered'])
})

test('the same run again, and an older one, change nothing; a later attempt is a newer run', () => {
  const { run, change } = life()
  run(5, bad({ a: 0.2 }))
  expect([run(5, bad({ a: 0.9 })), run(4, bad({ b: 1 })), run(4, good(), 2)]).toEqual([
    'none',
    'none',
    'none',
  ])
  expect(run(5, bad({ a: 0.9 }), 2)).toBe('update, worse a')
  change({ isOpen: false, closedAt: onDay(5) })
  expect(run(5, bad({ z: 1 }))).toBe('none')
})

test('of an issue that cannot be read nothing is known: it is brought up to date without a word', () => {
  const { run, change, state } = life()
  run(1, bad({ a: 0.2 }))
  change({ state: undefined })
  expect(run(2, bad({ a: 0.9, b: 1 }))).toBe('update')
  expect(run(3, bad({ a: 0.9, b: 1, c: 1 }))).toBe('update, joined c')
  change({ state: undefined })
  // Whether what a run could not see was bad is not known either.
  for (const day of [4, 5, 6, 7]) expect(run(day, good('a'))).toBe('update')
  expect(state()).toMatchObject({ good: 0, cut: true })
  change({ state: undefined, isOpen: false, closedAt: onDay(8) })
  expect([run(8, good()), run(9, bad({ a: 1 }))]).toEqual(['none', 'reopen, returned a'])
})

test('names that begin alike and are too long to remember are one item, and sizes are numbers', () => {
  const { settle, state } = life()
  const long = 'x'.repeat(300)
  settle(1, bad({ [`${long}a`]: 1, [`${long}b`]: 2, n: Number.NaN, i: Number.POSITIVE_INFINITY }))
  expect(state().items.map(({ name, size }) => [name.length, size])).toEqual([
    [1, Number.MAX_VALUE],
    [200, 2],
    [1, 0],
  ])
})

test('where not all can be remembered, those that were left out do not join again and again', () => {
  const { run, state } = life()
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`feature-${at}`, 1 + at / 1000]))
  run(1, bad(many))
  expect(state().cut).toBe(true)
  expect(state().items[0]?.name).toBe('feature-499')
  expect([run(2, bad(many)), run(3, bad(many))]).toEqual(['update', 'update'])
  expect(run(4, bad({ ...many, 'feature-499': 9 }))).toBe('update, worse feature-499')
})
