import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bytesText,
  countText,
  differenceText,
  equalTo,
  metricText,
  plural,
  pValueText,
  short,
} from '../../src/render/numbers.ts'

test.each([
  [0.84617, '0.846'],
  [0.99996, '1.000'],
  [1, '1.000'],
  [0, '0.000'],
  [-0, '0.000'],
  [0.0004, '0.0004'],
  [-0.0004, '−0.0004'],
  [0.00004, '4.0e−5'],
  [-0.00004, '−4.0e−5'],
  [99.5, '99.500'],
  [123.456, '123.5'],
  [-9999.4, '−9999.4'],
  [9999.6, '10,000'],
  [1_234_567.8, '1,234,568'],
  [-1_234_567, '−1,234,567'],
  [1e21, '1.0000e+21'],
])('the metric %d is shown as %s', (value, text) => {
  expect(metricText(value)).toBe(text)
})

describe('a metric', () => {
  const finite = fc.double({ noDefaultInfinity: true, noNaN: true })

  test('of any size is short, has a minus for its sign, and never shows as nothing what is something', () => {
    fc.assert(
      fc.property(finite, value => {
        const text = metricText(value)
        expect(text.length).toBeLessThanOrEqual(20)
        expect(text).not.toContain('-')
        expect(/^−?0\.0+$/.test(text)).toBe(value === 0)
      }),
    )
  })

  test('is off by at most 0.05 % of what is large, 0.0005 of what is small, 5 % of what is tiny', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e300, max: 1e300, noNaN: true }), value => {
        const size = Math.abs(value)
        const read = Number(metricText(value).replaceAll(',', '').replaceAll('−', '-'))
        const allowed = size >= 1 ? size * 0.0005 : size >= 0.001 ? 0.0005 : Math.max(0.00005, size * 0.05)
        expect(Math.abs(read - value)).toBeLessThanOrEqual(allowed * 1.0001)
      }),
    )
  })
})

test.each([
  [0.0123, '+0.012'],
  [-0.0123, '−0.012'],
  [0, '0.000'],
  [-0, '0.000'],
  [-0.00002, '−2.0e−5'],
  [0.00002, '+2.0e−5'],
])('the difference %d is shown as %s', (value, text) => {
  expect(differenceText(value)).toBe(text)
})

test.each([
  [0, '0'],
  [999, '999'],
  [1409, '1,409'],
  [1_000_000, '1,000,000'],
  [-12_345, '-12,345'],
])('%d is counted as %s', (value, text) => {
  expect(countText(value)).toBe(text)
})

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [37_149, '37.1 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
  [2_500_000_000, '2.5 GB'],
  [4e15, '4000.0 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text)
})

test('one is one and everything else is many', () => {
  expect([0, 1, 2, 1409].map(count => plural(count, 'row'))).toEqual([
    '0 rows',
    '1 row',
    '2 rows',
    '1,409 rows',
  ])
  expect(plural(2, 'entry', 'entries')).toBe('2 entries')
})

test('digests are cut to their first digits', () => {
  expect(short('0123456789abcdef')).toBe('0123456')
  expect(short('0123456789abcdef', 12)).toBe('0123456789ab')
})

test.each([
  [0.0023, '0.0023', '= 0.0023'],
  [0.04567, '0.046', '= 0.046'],
  [1, '1', '= 1'],
  [0.0001, '0.0001', '= 0.0001'],
  [1e-30, '< 0.0001', '< 0.0001'],
  [0, '< 0.0001', '< 0.0001'],
])('p of %f', (value, alone, behind) => {
  expect(pValueText(value)).toBe(alone)
  expect(equalTo(value)).toBe(behind)
})
