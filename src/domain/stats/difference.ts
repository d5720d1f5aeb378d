import { normalPValue, Z_975 } from './quantiles.ts'

/** A difference, challenger − champion, that is about normal: with its 95 % interval and what it rests on. */
export interface DifferenceInterval {
  readonly difference: number
  readonly low: number
  readonly high: number
  /** Of the difference, ≥ 0. */
  readonly standardError: number
  /** Two-sided, of no difference. */
  readonly pValue: number
}

/** Difference ± 1.96 standard errors. */
export function normalInterval(difference: number, standardError: number): DifferenceInterval {
  return {
    difference,
    low: difference - Z_975 * standardError,
    high: difference + Z_975 * standardError,
    standardError,
    pValue: normalPValue(difference, standardError),
  }
}
