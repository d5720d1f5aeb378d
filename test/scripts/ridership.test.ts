import { describe, expect, test } from 'vitest'
import { keptLooks, keptMonths } from '../../scripts/ridership/figures.ts'
import { errorsByYear, errorsOf, openTimes } from '../../scripts/ridership/summary.ts'
import { monthsBetween } from '../support/ridership/city.ts'

// What was kept of the walk; test/sandbox-scenarios/ridership.prove.ts holds that a new walk finds the same.
const MONTHS = keptMonths()
const isMerged = (candidate: string | undefined) => candidate?.startsWith('version ') === true

describe('on the ridership data', () => {
  test('every month of six years was looked at', () => {
    expect(MONTHS.map(({ month }) => month)).toEqual(monthsBetween('2004-01', '2010-01'))
  })

  test('these alerts open and close, and after these months', () => {
    expect(openTimes(MONTHS).map(({ kind, opened, closed }) => [kind, opened, closed])).toEqual([
      ['drift', '2004-02', '2005-07'],
      ['degradation', '2005-11', '2006-09'],
      ['drift', '2006-04', '2007-12'],
      ['degradation', '2007-10', '2009-04'],
      ['drift', '2008-04', '2008-12'],
      ['degradation', '2009-05', '2009-10'],
      ['drift', '2009-10', undefined],
      ['degradation', '2009-12', undefined],
    ])
  })

  test('never two issues of a kind are open, and open are those that were opened and not closed', () => {
    const standing = new Set<string>()
    for (const { month, alerts, open } of MONTHS) {
      for (const text of alerts) {
        const [change, ...alert] = text.split(' ')
        if (change === 'close') expect(standing.delete(alert.join(' ')), `${month} ${text}`).toBe(true)
        else standing.add(alert.join(' '))
      }
      expect([...standing].sort(), month).toEqual([...open].sort())
      const kinds = open.map(alert => alert.split(' ')[0])
      expect(new Set(kinds).size, month).toBe(kinds.length)
    }
  })

  test('an alert closes after a good month alone, and opens after a bad one alone', () => {
    for (const { month, alerts, status, drifted } of MONTHS) {
      const of = (kind: string, ...changes: string[]) =>
        alerts.some(text => changes.some(change => text.startsWith(`${change} ${kind} `)))
      if (of('degradation', 'open', 'reopen')) expect(status, month).toBe('degraded')
      if (of('degradation', 'close')) expect(status, month).toBe('ok')
      if (of('drift', 'open', 'reopen')) expect(drifted, month).toContain('rides')
      if (of('drift', 'close')) expect(drifted, month).toEqual([])
    }
  })

  test('temperature and rain never drift', () => {
    expect(new Set(MONTHS.flatMap(({ drifted }) => drifted))).toEqual(new Set(['rides']))
  })

  test('training again takes a third off the error of six years, and something off each year after the first training', () => {
    const all = errorsOf('all', MONTHS)
    expect(all.served).toBeLessThan(0.67 * all.untouched)
    const trained = MONTHS.find(({ candidate }) => isMerged(candidate))?.month.slice(0, 4) ?? ''
    const after = errorsByYear(MONTHS).filter(({ name }) => name > trained)
    expect(after.map(({ name }) => name)).toEqual(['2006', '2007', '2008', '2009'])
    for (const { name, served, untouched } of after) expect(served, name).toBeLessThan(untouched)
    const late = errorsOf(
      'late',
      MONTHS.filter(({ month }) => month >= '2007'),
    )
    expect(late.served).toBeLessThan(0.6 * late.untouched)
  })

  test('four months alone came out worse than without', () => {
    const worse = MONTHS.filter(({ mae, untouched }) => mae > untouched).map(({ month }) => month)
    expect(worse).toEqual(['2006-01', '2006-02', '2006-03', '2006-04'])
  })

  test('what is trained serves where it is better on the months that were held out, and otherwise the champion goes on', () => {
    for (const [at, { month, version, candidate, difference, decision }] of MONTHS.entries()) {
      expect(candidate === undefined, month).toBe(decision !== 'retrain')
      const next = MONTHS[at + 1]
      if (next !== undefined)
        expect(`version ${next.version}`, month).toBe(isMerged(candidate) ? candidate : `version ${version}`)
      if (isMerged(candidate)) expect(difference, month).toBeLessThan(0)
    }
    const trained = MONTHS.filter(({ decision }) => decision === 'retrain')
    expect(trained.some(({ candidate }) => !isMerged(candidate))).toBe(true)
  })

  test('a month alone looks like a drift by its season, a year does not', () => {
    const [alone, seasonal, year] = keptLooks()
    expect(alone).toMatchObject({ months: 24, drift: 21, ok: 0 })
    expect(seasonal).toMatchObject({ months: 24, drift: 6, ok: 0 })
    expect(year).toMatchObject({ months: 24, drift: 0, ok: 24 })
  })
})
