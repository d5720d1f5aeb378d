import { benjaminiHochberg } from '../stats/multiple-testing.ts'
import { twoProportions } from '../stats/two-proportions.ts'
import type { TestedColumn } from './column-test.ts'
import { LEVEL } from './level.ts'
import type { DataChange } from './other-kinds.ts'

/** From here on a distance is more than what data changes by from one month to the next. */
const DISTANCE = 0.1
/** The same for the share of missing values. */
const NULL_RATE = 0.05

/** What is to be known of a table. */
export interface TableFacts {
  readonly sha256: string
  readonly rows: number
  readonly columns: readonly {
    readonly name: string
    readonly kind: 'number' | 'text'
    /** Rows without a value. */
    readonly missing: number
  }[]
}

type Column = DataChange['columns'][number]

/** A column that both tables have, with values of one kind. */
export interface SharedColumn {
  readonly name: string
  readonly kind: 'number' | 'text'
  /** Rows without a value, the champion's first. */
  readonly missing: readonly [number, number]
}

/** The columns whose distributions can be compared, in the champion's order. */
export function sharedColumns(champion: TableFacts, challenger: TableFacts): SharedColumn[] {
  const after = new Map(challenger.columns.map(column => [column.name, column]))
  return champion.columns.flatMap(({ name, kind, missing }): SharedColumn[] => {
    const now = after.get(name)
    return now?.kind === kind ? [{ name, kind, missing: [missing, now.missing] }] : []
  })
}

/**
 * What changed between the training data of the champion and of the challenger: the champion's columns in their order,
 * then those that are new. A column of another type is no further compared.
 *
 * A column moved where its distance is above 0.1 and its p-value, adjusted by Benjamini and Hochberg over the columns,
 * below 5 %: of many columns some differ by chance, and of many rows every difference is significant. Shares of missing
 * values are judged likewise, from 5 points on, as tests of their own.
 *
 * @param rows - How many rows each has that the other has not.
 * @param tests - Of the shared columns, by name; one that nobody tested counts as the same.
 */
export function dataChange(
  champion: TableFacts,
  challenger: TableFacts,
  rows: { readonly added: number; readonly removed: number },
  tests: ReadonlyMap<string, TestedColumn> = new Map(),
): DataChange {
  const before = new Set(champion.columns.map(({ name }) => name))
  const after = new Map(challenger.columns.map(column => [column.name, column]))
  const values = valuesOf(tests)
  const missing = missingOf(champion, challenger)
  const kept = champion.columns.map(({ name, kind, missing: absent }): Column => {
    const now = after.get(name)
    if (now === undefined) return { column: name, change: 'removed' }
    const rates: [number, number] = [share(absent, champion.rows), share(now.missing, challenger.rows)]
    if (now.kind !== kind) return { column: name, change: 'type', 'null-rate': rates }
    return {
      column: name,
      change: 'same',
      'null-rate': rates,
      ...values.get(name),
      ...missing.get(name),
    }
  })
  const added = challenger.columns
    .filter(({ name }) => !before.has(name))
    .map(({ name }): Column => ({ column: name, change: 'added' }))
  return {
    champion: { rows: champion.rows, sha256: champion.sha256 },
    challenger: { rows: challenger.rows, sha256: challenger.sha256 },
    ...rows,
    columns: [...kept, ...added],
  }
}

/** What is said of each column's values. */
function valuesOf(tests: ReadonlyMap<string, TestedColumn>): Map<string, Partial<Column>> {
  const adjusted = adjustedBy(
    [...tests].flatMap(([name, test]) => ('notTested' in test ? [] : [[name, test.pValue] as const])),
  )
  return new Map(
    [...tests].map(([name, test]): [string, Partial<Column>] => {
      if ('notTested' in test) return [name, { 'not-tested': test.notTested }]
      const pValue = adjusted.get(name) as number
      const { noNumbers, newWords, goneWords } = test
      return [
        name,
        {
          change: test.distance > DISTANCE && pValue < LEVEL ? 'moved' : 'same',
          distance: test.distance,
          'p-value': pValue,
          'unadjusted-p-value': test.pValue,
          test: test.test,
          'smallest-distance': test.smallestDistance,
          ...(pValue >= LEVEL && test.smallestDistance > DISTANCE ? { 'too-few-rows': true } : {}),
          ...(noNumbers === undefined ? {} : { 'no-numbers': [...noNumbers] }),
          ...(newWords === undefined ? {} : { 'new-words': newWords }),
          ...(goneWords === undefined ? {} : { 'gone-words': goneWords }),
        },
      ]
    }),
  )
}

/** What is said of each shared column's missing values; of tables without rows nothing. */
function missingOf(champion: TableFacts, challenger: TableFacts): Map<string, Pick<Column, 'missing'>> {
  if (champion.rows === 0 || challenger.rows === 0) return new Map()
  const tests = sharedColumns(champion, challenger).map(({ name, missing: [before, after] }) => {
    const test = twoProportions(
      { count: before, rows: champion.rows },
      { count: after, rows: challenger.rows },
    )
    return { name, ...test }
  })
  const adjusted = adjustedBy(tests.map(({ name, pValue }) => [name, pValue]))
  return new Map(
    tests.map(({ name, pValue, difference }) => {
      const found = adjusted.get(name) as number
      const moved = Math.abs(difference) > NULL_RATE && found < LEVEL
      return [name, { missing: { 'p-value': found, 'unadjusted-p-value': pValue, moved } }]
    }),
  )
}

function adjustedBy(pValues: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const adjusted = benjaminiHochberg(pValues.map(([, pValue]) => pValue))
  return new Map(pValues.map(([name], index) => [name, adjusted[index] as number]))
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
