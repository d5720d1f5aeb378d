import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coerce, splitList } from '../../src/doors/coerce.ts'

// One suite of what text stands for, since every door reads it here.

test.each([
  ['boolean', 'true', true],
  ['boolean', 'false', false],
  ['integer', '-12', -12],
  ['number', '1e-3', 0.001],
  ['text', ' as it is ', ' as it is '],
  ['list', 'a,b', 'a,b'],
] as const)('a %s of the text %j is %j', (kind, text, value) => {
  expect(coerce({ kind }, text)).toEqual({ value })
})

test.each([
  ['boolean', ''],
  ['boolean', 'True'],
  ['boolean', '1'],
  ['integer', ''],
  ['integer', '1.0'],
  ['integer', ' 1'],
  ['number', ''],
  ['number', '0x10'],
  ['number', 'Infinity'],
] as const)('no %s is the text %j', (kind, text) => {
  expect(coerce({ kind }, text)).toEqual({
    complaint: expect.stringContaining(`\`${text}\``),
    ...(kind === 'boolean' ? {} : { instead: '1' }),
  })
})

test('one of some words is that word alone, and the nearest is named', () => {
  const choice = { kind: 'text', values: ['red', 'green'] } as const
  expect(coerce(choice, 'red')).toEqual({ value: 'red' })
  expect(coerce(choice, 'gren')).toMatchObject({ instead: 'green' })
  expect(coerce(choice, 'q')).toEqual({ complaint: 'cannot be `q`' })
})

test('no text becomes a number that is none', () => {
  fc.assert(
    fc.property(fc.constantFrom('integer' as const, 'number' as const), fc.string(), (kind, text) => {
      const coerced = coerce({ kind }, text)
      if ('value' in coerced) expect(Number.isFinite(coerced.value)).toBe(true)
    }),
  )
})

test('only names of columns stand side by side', () => {
  expect(splitList({ flag: 'columns' }, 'a,b')).toEqual(['a', 'b'])
  expect(splitList({ flag: 'note' }, 'a,b')).toEqual(['a,b'])
})
