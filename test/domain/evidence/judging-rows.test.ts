import { describe, expect, test } from 'vitest'
import {
  bindsRows,
  type ChosenWindow,
  isOfNamedRows,
  type NamedRows,
  rowsRule,
  whyOtherRows,
  windowByRule,
} from '../../../src/domain/evidence/judging-rows.ts'
import { digest } from '../../support/models.ts'

const RULE = { uri: 's3://rides/*.parquet', time: 'day', 'window-days': 60 } as const
const FILE: NamedRows = { uri: 'data/test.csv', sha256: digest('1') }
const AT = '2026-11-21T10:02:11Z'

/** What the rule chose then, or parts of it that are otherwise. */
const subject = (more: Partial<ChosenWindow> = {}) => ({
  data: digest('2'),
  window: {
    uri: RULE.uri,
    time: RULE.time,
    from: '2026-09-22T00:00:00Z',
    to: '2026-11-21T00:00:00Z',
    ...more,
  },
})

test('a rule names so many whole days before a moment, or before another one', () => {
  const at = Date.parse(AT)
  expect(windowByRule(RULE, at)).toEqual({
    from: Date.UTC(2026, 8, 22),
    to: Date.UTC(2026, 10, 21),
  })
  expect(windowByRule(RULE, at, '2026-03-02').to).toBe(Date.UTC(2026, 2, 2))
  expect(rowsRule(FILE)).toBeUndefined()
})

describe('evidence on the rows of a rule', () => {
  test('fits where they are those of its window, or of the later part of it', () => {
    expect(whyOtherRows(subject(), AT, RULE)).toBeUndefined()
    expect(whyOtherRows(subject({ from: '2026-11-02T12:00:00Z' }), AT, RULE)).toBeUndefined()
    // Measured any time of that day.
    expect(whyOtherRows(subject(), '2026-11-21T23:59:59Z', RULE)).toBeUndefined()
  })

  test.each([
    ['another window than the one of the day it was measured', { to: '2026-11-20T00:00:00Z' }],
    ['a window that is yet to come', { to: '2026-11-22T00:00:00Z' }],
    ['more days', { from: '2026-09-21T00:00:00Z' }],
    ['another source', { uri: 's3://other/*.parquet' }],
    ['another column', { time: 'seen_at' }],
  ])('does not fit on %s', (_, more) => {
    expect(whyOtherRows(subject(more), AT, RULE)).toMatch(/^used .*, but .*the policy t/)
  })

  test('does not fit where it is on a file, nor a file’s on a window', () => {
    expect(whyOtherRows({ data: digest('1') }, AT, RULE)).toContain('used the data 111111111111, but')
    expect(whyOtherRows(subject(), AT, FILE)).toBe(
      'used the data 222222222222, but the policy pins 111111111111',
    )
    expect(whyOtherRows(subject(), AT, undefined)).toContain('pins none')
    expect(whyOtherRows({ ...subject(), data: digest('1') }, AT, FILE)).toBeUndefined()
  })

  test('of another day is still of these rows, for who asks what a version was worth then', () => {
    const earlier = subject({ from: '2026-01-01T00:00:00Z', to: '2026-03-02T00:00:00Z' })
    expect(isOfNamedRows(earlier, RULE)).toBe(true)
    expect(isOfNamedRows(subject({ time: 'seen_at' }), RULE)).toBe(false)
    expect(isOfNamedRows({ data: digest('1') }, RULE)).toBe(false)
    expect(isOfNamedRows({ data: digest('1') }, FILE)).toBe(true)
  })
})

test('what no rows had a part in fits any', () => {
  expect(whyOtherRows({}, AT, RULE)).toBeUndefined()
})

test.each([
  [FILE, true],
  [RULE, true],
  [{ uri: 'data/test.csv' }, false],
  [undefined, false],
])('%j binds evidence: %s', (named, binds) => {
  expect(bindsRows(named)).toBe(binds)
})
