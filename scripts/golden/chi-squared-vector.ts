import * as z from 'zod'
import { type ChiSquared, chiSquared } from '../../src/domain/stats/chi-squared.ts'
import { jensenShannonDistance } from '../../src/domain/stats/jensen-shannon.ts'
import {
  absolute,
  type Checked,
  type Comparison,
  checkedWhole,
  equal,
  type LeftOut,
  relative,
} from './finding.ts'
import { isRefused, refusal } from './refusal.ts'
import { parsed, type Tolerances } from './vector-file.ts'

/** scipy takes the logarithm of p, which has fewer digits from here on. */
const SMALLEST_EXACT = 1e-290

const Vector = z.strictObject({
  kind: z.literal('chi2_contingency'),
  name: z.string(),
  note: z.optional(z.string()),
  table: z.array(z.array(z.number())),
  expected: z.record(z.string(), z.unknown()),
})
const Test = z.strictObject({
  chi2: z.number(),
  p: z.number(),
  dof: z.number(),
  scipy_log_p: z.optional(z.nullable(z.number())),
  log_p_mpmath: z.optional(z.number()),
})
const Expected = z.looseObject({
  yates: z.optional(Test),
  plain: Test,
  expected_freq_min: z.optional(z.number()),
  cramers_v: z.optional(z.number()),
  jensenshannon_base2: z.optional(z.number()),
  jensenshannon_basee: z.optional(z.number()),
})

/**
 * Our chi-squared test and the distances beside it against a vector's expectations.
 *
 * @throws {Error} When the vector cannot be read.
 */
export function checkChiSquared(value: unknown, tolerances: Tolerances): Checked {
  const { table, expected: raw } = parsed(Vector, value)
  if ('error' in raw) return checkedWhole(raw, [withoutEmptyCategories(table)], [])
  const expected = parsed(Expected, raw)
  const { chi2_rel, jensenshannon_abs } = tolerances
  const plain = chiSquared(table)
  const compared: Comparison[] = []
  const leftOut: LeftOut[] = []
  for (const [name, found] of [
    ['plain', plain],
    ['yates', chiSquared(table, true)],
  ] as const) {
    const wanted = expected[name]
    if (wanted !== undefined) compareTest(name, found, wanted, tolerances, compared, leftOut)
  }
  const { expected_freq_min: least, cramers_v: association } = expected
  if (least !== undefined)
    compared.push(relative('expected_freq_min', plain.smallestExpected, least, chi2_rel))
  if (association !== undefined) compared.push(relative('cramers_v', plain.cramersV, association, chi2_rel))
  for (const [field, unit] of [
    ['jensenshannon_base2', Math.LN2],
    ['jensenshannon_basee', 1],
  ] as const) {
    const wanted = expected[field]
    if (wanted === undefined) continue
    const [first = [], second = []] = table
    const distance = jensenShannonDistance(first, second) / Math.sqrt(unit)
    compared.push(absolute(field, distance, wanted, jensenshannon_abs))
  }
  return checkedWhole(raw, compared, leftOut)
}

function compareTest(
  name: 'plain' | 'yates',
  found: ChiSquared,
  wanted: z.infer<typeof Test>,
  { chi2_rel, chi2_p_rel, log_p_abs }: Tolerances,
  compared: Comparison[],
  leftOut: LeftOut[],
): void {
  compared.push(
    relative(`${name} chi2`, found.statistic, wanted.chi2, chi2_rel),
    relative(`${name} p`, found.pValue, wanted.p, chi2_p_rel),
    equal(`${name} dof`, found.degreesOfFreedom, wanted.dof),
  )
  if (wanted.log_p_mpmath !== undefined) {
    compared.push(absolute(`${name} log_p_mpmath`, found.logP, wanted.log_p_mpmath, log_p_abs))
  }
  const { scipy_log_p: byScipy } = wanted
  if (byScipy === undefined) return
  if (byScipy !== null && wanted.p >= SMALLEST_EXACT) {
    compared.push(absolute(`${name} scipy_log_p`, found.logP, byScipy, log_p_abs))
  } else {
    leftOut.push({ field: `${name} scipy_log_p`, why: 'scipy takes the logarithm of a p that underflows' })
  }
}

/** scipy refuses categories that both samples lack; ours leaves them out, which must be the same as not naming them. */
function withoutEmptyCategories(table: readonly (readonly number[])[]): Comparison {
  if (isRefused(() => chiSquared(table))) return refusal(() => chiSquared(table))
  const isEmpty = (column: number) => table.every(row => row[column] === 0)
  const filled = table.map(row => row.filter((_, column) => !isEmpty(column)))
  const isSame = JSON.stringify(chiSquared(table)) === JSON.stringify(chiSquared(filled))
  const hasEmpty = table[0]?.some((_, column) => isEmpty(column)) ?? false
  return equal('error (here the empty category is left out)', hasEmpty && isSame, true)
}
