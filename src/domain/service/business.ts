import type { BusinessRule } from '../registry/sla-service-keys.ts'
import { wilsonInterval } from '../stats/proportion.ts'
import { studentQuantile } from '../stats/quantiles.ts'
import { type Estimate, judgeLevel, type ServiceLevel, type Untold } from './level.ts'
import { numberOf } from './request-fields.ts'

/** A mean of fewer rows says little of what the next will be; so skewed are amounts of money. */
const LEAST_ROWS = 30

export interface BusinessSink {
  /** The text of a cell; empty where it is missing. */
  take(cell: string): void
  level(): ServiceLevel
}

/**
 * One number of the business, counted row by row and held against its target: a mean with Student's 95 % interval, a rate with
 * Wilson's. A total was counted in full and is no estimate. A cell that holds no number, or of a rate neither 0 nor 1, is an error of
 * that number alone: what it should have been, nobody knows.
 */
export function openBusiness(rule: BusinessRule): BusinessSink {
  const sums = openSums()
  let [missing, others] = [0, 0]
  let firstOther = ''
  const read = rule.of === 'rate' ? zeroOrOne : numberOf
  return {
    take(cell) {
      if (cell === '') {
        missing += 1
        return
      }
      const value = read(cell)
      if (Number.isFinite(value)) return sums.add(value)
      if (others === 0) firstOther = cell
      others += 1
    },
    level() {
      const found: Estimate | Untold =
        others > 0 ? otherValues(rule, others, firstOther) : estimateOf(rule, sums.get(), missing)
      return judgeBusiness(rule, found)
    },
  }
}

/** A business number of which there is nothing to count. */
export function judgeBusiness(rule: BusinessRule, found: Estimate | Untold): ServiceLevel {
  const { name, direction, of, target } = rule
  return judgeLevel(
    {
      of: 'business',
      name,
      limit: { is: direction === 'higher' ? 'at-least' : 'at-most', value: target },
      unit: of === 'rate' ? 'share' : 'own',
    },
    found,
  )
}

interface Sums {
  readonly n: number
  readonly mean: number
  /** Squared distances from the mean. */
  readonly squares: number
  readonly total: number
}

/** @see Welford 1962, doi:10.1080/00401706.1962.10490022 */
function openSums() {
  let [n, mean, squares, total] = [0, 0, 0, 0]
  return {
    add(value: number) {
      n += 1
      const distance = value - mean
      mean += distance / n
      squares += distance * (value - mean)
      total += value
    },
    get: (): Sums => ({ n, mean, squares, total }),
  }
}

function estimateOf(
  { of }: BusinessRule,
  { n, mean, squares, total }: Sums,
  missing: number,
): Estimate | Untold {
  if (n === 0) return { status: 'insufficient-data', ground: 'nothing-seen' }
  const about = { observations: n, missing }
  if (of === 'total') return { value: total, low: total, high: total, ...about }
  if (of === 'rate') return { value: total / n, ...wilsonInterval({ hits: total, total: n }), ...about }
  if (n < LEAST_ROWS) return { value: mean, low: undefined, high: undefined, ...about }
  const half = studentQuantile(n - 1) * Math.sqrt(squares / (n - 1) / n)
  return { value: mean, low: mean - half, high: mean + half, ...about }
}

const ONE = /^(?:1(?:\.0+)?|true|yes)$/i
const ZERO = /^(?:0(?:\.0+)?|false|no)$/i

function zeroOrOne(cell: string): number {
  if (ONE.test(cell)) return 1
  return ZERO.test(cell) ? 0 : Number.NaN
}

function otherValues({ of, column }: BusinessRule, others: number, first: string): Untold {
  const wanted = of === 'rate' ? 'neither 0 nor 1' : 'no number'
  return {
    status: 'error',
    ground: 'other-values',
    detail: `${others} rows of ${column} hold ${wanted}, the first of them ${first.slice(0, 50)}; mend them, or leave them empty`,
  }
}
