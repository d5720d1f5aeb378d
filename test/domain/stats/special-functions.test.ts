import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  incompleteBeta,
  logUpperGamma,
  normalQuantile,
  normalTail,
  upperGamma,
} from '../../../src/domain/stats/special-functions.ts'

const share = (found: number, wanted: number) => Math.abs(found - wanted) / wanted

describe('the upper incomplete gamma function', () => {
  // scipy 1.17.1, gammaincc. Large a are where a later release of the library errs by 1 %.
  test.each([
    [0.5, 2, 0.04550026389635857],
    [29.5, 184.4, 2.234750703420395e-46],
    [1000, 1050, 0.05867111137731806],
    [1000, 2000, 6.847349459617758e-136],
    [5000.5, 5000.5, 0.4981194599910413],
    [50_000, 52_500, 1.8950787187407385e-28],
  ])('is scipy’s for a = %d, x = %d', (a, x, wanted) => {
    expect(share(upperGamma(a, x), wanted)).toBeLessThan(1e-11)
    expect(Math.abs(logUpperGamma(a, x) - Math.log(wanted))).toBeLessThan(1e-11)
  })

  // mpmath 1.3.0 with 30 digits; all far below the smallest double.
  test.each([
    [0.5, 6400, -6404.954469687345],
    [0.5, 1e6, -1000007.4801207219],
    [29.5, 2000, -1852.9290156425757],
    [10, 5000, -4936.1452874965435],
  ])('has a logarithm where it underflows: a = %d, x = %d', (a, x, wanted) => {
    expect(upperGamma(a, x)).toBe(0)
    expect(Math.abs(logUpperGamma(a, x) - wanted)).toBeLessThan(1e-9)
  })

  test('is e⁻ˣ for a = 1, and (1 + x) e⁻ˣ for a = 2, on both sides of the underflow', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5_000, noNaN: true }), x => {
        expect(logUpperGamma(1, x)).toBeCloseTo(-x, 9)
        expect(logUpperGamma(2, x)).toBeCloseTo(Math.log1p(x) - x, 9)
      }),
    )
  })
})

describe('the incomplete beta function', () => {
  // scipy 1.17.1, betainc.
  test.each([
    [0.3, 2, 3, 0.3483],
    [0.5, 211, 151, 0.0007767468697807774],
    [0.01, 40, 2000, 7.217284429075948e-5],
    [0.5, 5011, 4990, 0.41683448942200935],
  ])('is scipy’s for x = %d, a = %d, b = %d', (x, a, b, wanted) => {
    expect(share(incompleteBeta(x, a, b), wanted)).toBeLessThan(1e-12)
  })

  test('turns around with its arguments', () => {
    const size = fc.integer({ min: 1, max: 400 })
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), size, size, (x, a, b) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 10)
      }),
    )
  })
})

describe('the normal distribution', () => {
  // mpmath 1.3.0, erfc(z / √2) / 2.
  test.each([
    [1.96, 0.024997895148220435],
    [5, 2.866515718791939e-7],
    [37, 5.725571222524577e-300],
  ])('has the tail above %d', (z, wanted) => {
    expect(share(normalTail(z), wanted)).toBeLessThan(1e-12)
  })

  // scipy 1.17.1, −ndtri.
  test.each([
    [1e-300, 37.0470962993612],
    [1e-12, 7.034483825301131],
    [0.025, 1.9599639845400545],
    [0.9, -1.2815515655446004],
  ])('has the quantile above which %d lies', (tail, wanted) => {
    expect(normalQuantile(tail)).toBeCloseTo(wanted, 10)
  })

  test('quantile and tail undo each other', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 30, noNaN: true }), z => {
        expect(normalQuantile(normalTail(z))).toBeCloseTo(z, 8)
      }),
    )
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ])
  })
})
