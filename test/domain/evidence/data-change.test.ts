import { expect, test } from 'vitest'
import type { TestedColumn } from '../../../src/domain/evidence/column-test.ts'
import { dataChange, type TableFacts } from '../../../src/domain/evidence/data-change.ts'
import { DataChange } from '../../../src/domain/evidence/other-kinds.ts'
import { digest } from '../../support/models.ts'

const CHAMPION: TableFacts = {
  sha256: digest('1'),
  rows: 4,
  columns: [
    { name: 'tenure', kind: 'number', missing: 1 },
    { name: 'plan', kind: 'text', missing: 0 },
    { name: 'zip', kind: 'number', missing: 0 },
  ],
}
const CHALLENGER: TableFacts = {
  sha256: digest('2'),
  rows: 10,
  columns: [
    { name: 'zip', kind: 'text', missing: 5 },
    { name: 'tenure', kind: 'number', missing: 0 },
    { name: 'region', kind: 'text', missing: 0 },
  ],
}

test('columns that came, went and changed their type are told, with their missing values', () => {
  const facts = dataChange(CHAMPION, CHALLENGER, { added: 7, removed: 1 })
  expect(DataChange.parse(facts)).toEqual({
    champion: { rows: 4, sha256: digest('1') },
    challenger: { rows: 10, sha256: digest('2') },
    added: 7,
    removed: 1,
    columns: [
      {
        column: 'tenure',
        change: 'same',
        'null-rate': [0.25, 0],
        missing: { 'p-value': expect.any(Number), 'unadjusted-p-value': expect.any(Number), moved: false },
      },
      { column: 'plan', change: 'removed' },
      { column: 'zip', change: 'type', 'null-rate': [0, 0.5] },
      { column: 'region', change: 'added' },
    ],
  })
})

const tested = (distance: number, pValue: number): TestedColumn => ({
  test: 'kolmogorov-smirnov',
  distance,
  pValue,
  smallestDistance: 0.09,
})

test('a column that was tested says how far it moved; one of another type was not', () => {
  const { columns } = dataChange(
    CHAMPION,
    CHALLENGER,
    { added: 0, removed: 0 },
    new Map([['tenure', tested(0.4, 0.001)]]),
  )
  expect(columns[0]).toMatchObject({
    column: 'tenure',
    change: 'moved',
    'null-rate': [0.25, 0],
    test: 'kolmogorov-smirnov',
    distance: 0.4,
    'p-value': 0.001,
    'unadjusted-p-value': 0.001,
    'smallest-distance': 0.09,
  })
  expect(columns[2]).toEqual({ column: 'zip', change: 'type', 'null-rate': [0, 0.5] })
})

test.each([
  ['far and significant', 0.11, 0.001, 'moved'],
  ['significant, but near', 0.1, 1e-12, 'same'],
  ['far, but by chance', 0.3, 0.06, 'same'],
  ['far, but one of so many that chance could be', 0.3, 0.04, 'same'],
] as const)('%s: %f at p = %f is %s', (_, distance, pValue, change) => {
  const names = ['a', 'b', 'c']
  const table: TableFacts = {
    sha256: digest('1'),
    rows: 500,
    columns: names.map(name => ({ name, kind: 'number', missing: 0 })),
  }
  const tests = new Map(
    names.map((name, index) => [name, index === 0 ? tested(distance, pValue) : tested(0, 1)]),
  )
  const { columns } = dataChange(table, table, { added: 0, removed: 0 }, tests)
  expect(columns.map(column => column.change)).toEqual([change, 'same', 'same'])
  expect(columns[0]?.['p-value']).toBeCloseTo(Math.min(1, pValue * 3), 12)
})

test('missing values are judged by a test of their own, from 5 points on', () => {
  const table = (missing: readonly number[], sha256: string): TableFacts => ({
    sha256,
    rows: 1000,
    columns: missing.map((count, index) => ({ name: `c${index}`, kind: 'number', missing: count })),
  })
  const { columns } = dataChange(table([0, 0, 10], digest('1')), table([60, 40, 12], digest('2')), {
    added: 0,
    removed: 0,
  })
  expect(columns.map(({ missing }) => missing?.moved)).toEqual([true, false, false])
  expect(columns.map(({ change }) => change)).toEqual(['same', 'same', 'same'])
  const [first, second, third] = columns.map(({ missing }) => missing)
  expect(first?.['p-value']).toBeCloseTo((first?.['unadjusted-p-value'] ?? 0) * 3, 20)
  expect(second?.['unadjusted-p-value']).toBeLessThan(1e-6)
  expect(third?.['p-value']).toBeGreaterThan(0.5)
})

test('a column that could not be tested says why', () => {
  const { columns } = dataChange(
    CHAMPION,
    CHAMPION,
    { added: 0, removed: 0 },
    new Map<string, TestedColumn>([
      ['tenure', { notTested: 'no-values' }],
      ['plan', { notTested: 'many-words' }],
    ]),
  )
  expect(columns.map(column => column['not-tested'])).toEqual(['no-values', 'many-words', undefined])
})

test('a table without rows misses nothing', () => {
  const empty = { ...CHAMPION, rows: 0, columns: [{ name: 'tenure', kind: 'number', missing: 0 } as const] }
  expect(dataChange(empty, empty, { added: 0, removed: 0 }).columns).toEqual([
    { column: 'tenure', change: 'same', 'null-rate': [0, 0] },
  ])
})
