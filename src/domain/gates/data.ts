import * as z from 'zod/mini'
import { LEVEL } from '../evidence/level.ts'
import type { DataChange } from '../evidence/other-kinds.ts'
import { isMissing, type JudgedEvidence, leftOut, withoutEvidence } from './judged-evidence.ts'
import { fromParts } from './parts.ts'
import type { GateFinding, GatePart, Observed } from './result.ts'

const Share = z.number().check(z.minimum(0), z.maximum(1))

/** `{data: {columns: kept, null-rate-up-by: 0.05, min-rows: 1000}}`: the training data against the champion's. */
export const DataDemands = z.lazy(() => {
  const demands = z.strictObject({
    columns: z
      .optional(z.enum(['kept', 'same']))
      .check(z.describe('`kept`: none removed, none of another type; `same`: none added either.')),
    'null-rate-up-by': z.optional(Share).check(z.describe('What the share of missing values may rise by.')),
    'distance-at-most': z
      .optional(Share)
      .check(z.describe('How far the values of a column may move: KS distance, or Cramér V of words.')),
    'min-rows': z.optional(z.int().check(z.minimum(1))),
  })
  return z.strictObject({
    data: demands.check(
      z.refine(given => Object.keys(given).length > 0, {
        error: `a mapping with at least one of ${Object.keys(demands.shape).join(', ')}`,
      }),
    ),
  })
})
export type DataDemands = z.infer<typeof DataDemands>

/**
 * Passes when every demand holds for every column. Left out where the base names no champion to compare data with.
 *
 * A distance, or a rise of missing values, above what is allowed fails where chance does not explain it, and is inconclusive where it may; so is one
 * below where there are too few rows to have seen what is not allowed.
 */
export function evaluateData({ data: demands }: DataDemands, evidence: JudgedEvidence): GateFinding {
  const about = {
    gate: 'data',
    about: Object.keys(demands).join(', '),
    wanted: { is: 'equal', word: 'as demanded' },
  } as const
  if (!evidence.hasChampion) return leftOut(about)
  const found = evidence.of('data')
  if (isMissing(found)) return withoutEvidence(about, found)
  return fromParts(about, [...partsOf(demands, found.evidence.facts)], found.digest, {
    passed: "the training data is as demanded, beside the champion's",
    none: 'the evidence names no column',
    next: 'other training data, or a change of the policy',
  })
}

type Column = DataChange['columns'][number]

function* partsOf(demands: DataDemands['data'], facts: DataChange): Generator<GatePart> {
  const {
    columns,
    'null-rate-up-by': nullRise,
    'distance-at-most': distance,
    'min-rows': leastRows,
  } = demands
  if (leastRows !== undefined) {
    const { rows } = facts.challenger
    const observed = { value: rows, unit: 'count' } as const
    yield part('rows', rows >= leastRows, `${rows} rows, and ${leastRows} are asked for`, observed)
  }
  if (columns !== undefined) {
    const barred = columns === 'kept' ? ['removed', 'type'] : ['removed', 'type', 'added']
    yield* overColumns('columns', facts.columns, column =>
      barred.includes(column.change) ? CHANGED[column.change] : undefined,
    )
  }
  if (nullRise !== undefined) yield* missingParts(nullRise, facts.columns)
  if (distance !== undefined) yield* distanceParts(distance, facts.columns)
}

/** A rise above what is allowed fails where chance does not explain it, and is inconclusive where it may. */
function* missingParts(allowed: number, columns: readonly Column[]): Generator<GatePart> {
  const risen = columns.flatMap(({ column, 'null-rate': rates, missing }) =>
    rates !== undefined && rates[1] - rates[0] > allowed ? [{ column, rates, missing }] : [],
  )
  for (const { column, rates, missing } of risen) {
    const found = `missing in ${percent(rates[0])} of rows before and in ${percent(rates[1])} now`
    const isCertain = missing !== undefined && missing['p-value'] < LEVEL
    yield {
      name: `missing values: ${column}`,
      ...(isCertain
        ? { outcome: 'failed', reason: found }
        : { outcome: 'inconclusive', reason: `${found}, but so few rows may differ as much by chance` }),
    }
  }
  if (risen.length === 0 && columns.length > 0)
    yield part('missing values', true, `${columns.length} columns looked at`)
}

function* distanceParts(allowed: number, columns: readonly Column[]): Generator<GatePart> {
  // One that came, went or changed its type has nothing to be compared with: `columns` asks for these.
  const shared = columns.filter(({ change }) => change === 'same' || change === 'moved')
  let passed = 0
  for (const column of shared) {
    const judged = judgeDistance(allowed, column)
    if (judged === 'passed') passed += 1
    else if (judged !== 'not-comparable') yield { name: `values: ${column.column}`, ...judged }
  }
  if (passed > 0) yield part('values', true, `${passed} columns within ${allowed}`)
}

function judgeDistance(
  allowed: number,
  column: Column,
): 'passed' | 'not-comparable' | Pick<GatePart, 'outcome' | 'reason'> {
  const { distance, 'p-value': pValue, 'smallest-distance': smallest } = column
  if (column['not-tested'] !== undefined) return 'not-comparable'
  if (distance === undefined || pValue === undefined || smallest === undefined)
    return { outcome: 'inconclusive', reason: 'nobody compared its values' }
  const isFar = distance > allowed
  const moved = `its values moved by ${Number(distance.toPrecision(3))}, and ${allowed} is allowed`
  if (isFar && pValue < LEVEL) return { outcome: 'failed', reason: moved }
  if (isFar)
    return { outcome: 'inconclusive', reason: `${moved}, but so few rows may differ as much by chance` }
  if (smallest > allowed)
    return {
      outcome: 'inconclusive',
      reason: `so few rows show no distance below ${Number(smallest.toPrecision(3))}, and ${allowed} is allowed`,
    }
  return 'passed'
}

const CHANGED: Readonly<Record<Column['change'], string>> = {
  removed: 'the column was removed',
  added: 'the column was added',
  type: 'the column has another type',
  moved: 'its values moved',
  same: 'as before',
}

/** A failed part for each column that something is amiss with, or one part that passed for all of them. */
function* overColumns(
  demand: string,
  columns: readonly Column[],
  amiss: (column: Column) => string | undefined,
): Generator<GatePart> {
  const failed = columns.flatMap(column => {
    const why = amiss(column)
    return why === undefined ? [] : [part(`${demand}: ${column.column}`, false, why)]
  })
  yield* failed
  if (failed.length === 0 && columns.length > 0)
    yield part(demand, true, `${columns.length} columns looked at`)
}

function part(name: string, passed: boolean, reason: string, observed?: Observed): GatePart {
  return {
    name,
    outcome: passed ? 'passed' : 'failed',
    ...(observed === undefined ? {} : { observed }),
    reason,
  }
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`
}
