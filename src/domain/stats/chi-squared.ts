import { ModelyardError } from '../errors/index.ts'
import { logUpperGamma, upperGamma } from './special-functions.ts'

export interface ChiSquared {
  readonly statistic: number
  readonly degreesOfFreedom: number
  readonly pValue: number
  /** ln p, which stays a number where p is too small for one. */
  readonly logP: number
  /** Below 5 the p-value is not to be trusted. */
  readonly smallestExpected: number
  /** In [0, 1]; grows by chance alone in small samples. */
  readonly cramersV: number
  /** Cramér's V without what chance adds: 0 where there is no more than that. */
  readonly cramersVCorrected: number
}

/**
 * Pearson's test that all rows of a table come from one distribution: Σ (o − e)² / e over the cells, with
 * (r − 1)(c − 1) degrees of freedom. Columns without a count go first; a single column then says nothing: p = 1.
 *
 * @param table - [r ≥ 2][c] counts.
 * @param continuity - Yates's correction, which is of effect with one degree of freedom only.
 * @throws {ModelyardError} `shape-mismatch` when rows differ in length or there is one only; `empty-sample` when a
 *   row has no counts; `bad-data` for what is no count.
 * @see Pearson 1900, doi:10.1080/14786440009463897; Yates 1934, doi:10.2307/2983604
 */
export function chiSquared(table: readonly (readonly number[])[], continuity = false): ChiSquared {
  const rows = withoutEmptyColumns(table)
  const columns = rows[0]?.length ?? 0
  const rowTotals = rows.map(sum)
  const columnTotals = rows.reduce((totals, row) => totals.map((total, at) => total + (row[at] ?? 0)))
  const total = sum(rowTotals)
  const degreesOfFreedom = (rows.length - 1) * (columns - 1)
  let [plain, corrected, smallestExpected] = [0, 0, Number.POSITIVE_INFINITY]
  for (const [r, row] of rows.entries()) {
    for (const [c, observed] of row.entries()) {
      const expected = ((rowTotals[r] as number) * (columnTotals[c] as number)) / total
      const distance = Math.abs(observed - expected)
      plain += distance ** 2 / expected
      corrected += Math.max(0, distance - 0.5) ** 2 / expected
      smallestExpected = Math.min(smallestExpected, expected)
    }
  }
  const statistic = continuity && degreesOfFreedom === 1 ? corrected : plain
  return {
    statistic,
    degreesOfFreedom,
    ...tailOf(statistic, degreesOfFreedom),
    smallestExpected,
    ...association(plain / total, rows.length, columns, total),
  }
}

function tailOf(statistic: number, degreesOfFreedom: number): Pick<ChiSquared, 'pValue' | 'logP'> {
  if (degreesOfFreedom === 0) return { pValue: 1, logP: 0 }
  return {
    pValue: upperGamma(degreesOfFreedom / 2, statistic / 2),
    logP: logUpperGamma(degreesOfFreedom / 2, statistic / 2),
  }
}

function association(
  phiSquared: number,
  rows: number,
  columns: number,
  total: number,
): Pick<ChiSquared, 'cramersV' | 'cramersVCorrected'> {
  if (columns < 2) return { cramersV: 0, cramersVCorrected: 0 }
  const cramersV = Math.sqrt(phiSquared / (Math.min(rows, columns) - 1))
  return { cramersV, cramersVCorrected: bergsma(phiSquared, rows, columns, total) }
}

/**
 * Cramér's V as Bergsma corrects it: φ² less its expectation, over the likewise shrunken number of rows or columns.
 *
 * @param phiSquared - χ² / n.
 * @param rows - Of the table, ≥ 2.
 * @param columns - Of the table, ≥ 2.
 * @param total - n.
 * @see Cramér 1946, Mathematical Methods of Statistics, 21.9; Bergsma 2013, doi:10.1016/j.jkss.2012.10.002
 */
export function bergsma(phiSquared: number, rows: number, columns: number, total: number): number {
  const shrunken = (count: number) => count - (count - 1) ** 2 / (total - 1)
  const room = Math.min(shrunken(rows), shrunken(columns)) - 1
  const excess = phiSquared - ((rows - 1) * (columns - 1)) / (total - 1)
  return excess > 0 && room > 0 ? Math.sqrt(excess / room) : 0
}

function withoutEmptyColumns(table: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const [first = [], ...others] = table
  if (others.length === 0 || others.some(row => row.length !== first.length)) {
    throw new ModelyardError({
      code: 'shape-mismatch',
      message: `a table with rows of ${table.map(row => row.length).join(', ')} counts`,
      next: 'give at least two rows with one count for each category',
    })
  }
  const odd = table.flat().find(count => !Number.isFinite(count) || count < 0)
  if (odd !== undefined) {
    throw new ModelyardError({
      code: 'bad-data',
      message: `${odd} is not a number of rows`,
      next: 'give counts from 0 on',
    })
  }
  if (table.some(row => sum(row) === 0)) {
    throw new ModelyardError({
      code: 'empty-sample',
      message: 'a sample has no rows in any category',
      next: 'compare samples that both have rows',
    })
  }
  return table.map(row => row.filter((_, column) => table.some(other => (other[column] ?? 0) > 0)))
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
