import { describe, expect, test } from 'vitest'
import { nearest, suggestion } from '../../../src/domain/errors/index.ts'

const COMMANDS = ['init', 'validate', 'show', 'search', 'diff', 'promote', 'dry-run', 'roc-auc', 'ROC']

describe('the nearest name', () => {
  test.each([
    ['a letter too many', 'showw', 'show'],
    ['a letter too few', 'sho', 'show'],
    ['another letter', 'shop', 'show'],
    ['two letters that changed places', 'shwo', 'show'],
    ['the first two that changed places', 'hsow', 'show'],
    ['the last two that changed places', 'promoet', 'promote'],
    ['capitals', 'VALIDATE', 'validate'],
    ['an underscore', 'roc_auc', 'roc-auc'],
    ['itself', 'init', 'init'],
  ])('is found by %s', (_what, typed, meant) => {
    expect(nearest(typed, COMMANDS)).toBe(meant)
  })

  test.each(['', 'x', 'so', 'wohs', 'provenance'])('of %j is none', typed => {
    expect(nearest(typed, COMMANDS)).toBeUndefined()
  })

  test('is the one with the fewest errors, the first of equals', () => {
    expect(nearest('stagin', ['testing', 'staging', 'stains'])).toBe('staging')
    expect(nearest('bat', ['cat', 'hat'])).toBe('cat')
  })
})

describe('a suggestion', () => {
  test('asks for the nearest, or lists what there is', () => {
    expect(suggestion('shwo', COMMANDS)).toBe('did you mean `show`?')
    expect(suggestion('zzz', ['a', 'b'])).toBe('choose one of a, b')
    expect(suggestion('zzz', [])).toBe('there is none yet')
  })

  test('lists no more than twelve', () => {
    const many = Array.from({ length: 15 }, (_, index) => `name-${index}`)
    expect(suggestion('zzz', many)).toMatch(/name-11 and 3 more$/)
  })
})
