import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDate, parseReference, resolveReference } from '../../../src/domain/registry/reference.ts'
import { modelState, promotion, SERVING } from '../../support/models.ts'

const END_OF_DAY = Date.UTC(2026, 9, 1, 23, 59, 59, 999)

describe('a reference is taken apart', () => {
  test.each([
    ['4', { name: '4' }],
    ['champion', { name: 'champion' }],
    ['champion@2026-10-01', { name: 'champion', at: END_OF_DAY }],
    ['@2026-10-01', { name: 'champion', at: END_OF_DAY }],
    ['v3@2026-10-01T09:00:00Z', { name: 'v3', at: Date.UTC(2026, 9, 1, 9) }],
    ['production@2026-10-01T09:00+02:00', { name: 'production', at: Date.UTC(2026, 9, 1, 7) }],
  ])('%s', (text, reference) => {
    expect(parseReference(text)).toEqual(reference)
  })

  test.each(['', '@', 'champion@', 'a@b@c', '@@', 'champion@yesterday', 'champion@2026-10', '@2026-02-30'])(
    '%j is refused with an example',
    text => {
      expect(parseReference(text)).toMatchObject({ next: expect.stringContaining('2026-10-01') })
    },
  )
})

describe('a date', () => {
  test.each([
    ['2026-10-01', END_OF_DAY],
    ['2024-02-29', Date.UTC(2024, 1, 29, 23, 59, 59, 999)],
    ['2026-10-01T09:00Z', Date.UTC(2026, 9, 1, 9)],
    ['2026-10-01T09:00:30.250Z', Date.UTC(2026, 9, 1, 9, 0, 30, 250)],
    ['2026-10-01T23:30:00-05:00', Date.UTC(2026, 9, 2, 4, 30)],
  ])('%s', (text, at) => {
    expect(parseDate(text)).toBe(at)
  })

  test.each([
    '2026-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-10-1',
    '26-10-01',
    '2026-10-01T09:00:00', // no zone: whose nine o'clock?
    '2026-10-01T25:00:00Z',
    '2026-10-01 09:00:00Z',
    '01.10.2026',
    'today',
    ' 2026-10-01',
    '2026-10-01\n',
  ])('%j is none', text => {
    expect(parseDate(text)).toBeUndefined()
  })

  test('of every day lasts until its last millisecond', () => {
    const days = fc.date({
      min: new Date('1971-01-01'),
      max: new Date('2400-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, date => {
        const at = parseDate(date.toISOString().slice(0, 10)) ?? Number.NaN
        expect(at).toBe(Math.floor(date.getTime() / 86_400_000) * 86_400_000 + 86_399_999)
      }),
    )
  })
})

describe('a name stands for a version', () => {
  const state = modelState({ records: SERVING, versions: 4 })

  test.each([
    ['3', 3],
    ['v3', 3],
    ['champion', 1],
    ['challenger', 2],
    ['production', 1],
    ['staging', 2],
    ['latest', 4],
  ])('%s is %i', (name, version) => {
    expect(resolveReference(name, state)).toEqual({ version })
  })

  test.each([
    ['9', 'go up to 4'],
    ['v9', 'go up to 4'],
    ['0', 'choose one of'],
    ['04', 'choose one of'],
    ['champoin', 'champion'],
    ['prodution', 'production'],
    ['Latest', 'latest'],
    ['archived', 'by its number'],
    ['development', 'by its number'],
    // What every JavaScript object answers to is no alias.
    ['constructor', 'choose one of'],
    ['toString', 'choose one of'],
    ['__proto__', 'choose one of'],
  ])('%s is none, and the next step says so', (name, next) => {
    expect(resolveReference(name, state)).toMatchObject({ next: expect.stringContaining(next) })
  })

  test('a stage that holds several names none of them, and lists them', () => {
    expect(resolveReference('development', state)).toMatchObject({
      message: expect.stringContaining('(3, 4)'),
    })
  })

  test('an alias comes before a number that it looks like, a stage that is empty has no version', () => {
    const named = modelState({ records: [promotion(1, 'development', 'staging', { aliases: { v: 1 } })] })
    expect(resolveReference('v', named)).toEqual({ version: 1 })
    expect(resolveReference('production', named)).toMatchObject({
      message: expect.stringContaining('no version is in'),
    })
  })

  test.each(['1', 'latest'])('without any version %s says how to make one', name => {
    expect(resolveReference(name, modelState({ versions: 0 }))).toMatchObject({
      next: expect.stringContaining('modelyard register'),
    })
  })
})
