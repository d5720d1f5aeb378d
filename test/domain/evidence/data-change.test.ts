import { expect, test } from 'vitest'
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
      { column: 'tenure', change: 'same', 'null-rate': [0.25, 0] },
      { column: 'plan', change: 'removed' },
      { column: 'zip', change: 'type', 'null-rate': [0, 0.5] },
      { column: 'region', change: 'added' },
    ],
  })
})

test('a column that was tested says how far it moved; one of another type was not', () => {
  const distance = { distance: 0.4, pValue: 0.001, moved: true }
  const { columns } = dataChange(
    CHAMPION,
    CHALLENGER,
    { added: 0, removed: 0 },
    new Map([
      ['tenure', distance],
      ['zip', distance],
    ]),
  )
  expect(columns[0]).toEqual({
    column: 'tenure',
    change: 'moved',
    'null-rate': [0.25, 0],
    distance: 0.4,
    'p-value': 0.001,
  })
  expect(columns[2]).toEqual({ column: 'zip', change: 'type', 'null-rate': [0, 0.5] })
})

test('a table without rows misses nothing', () => {
  const empty = { ...CHAMPION, rows: 0, columns: [{ name: 'tenure', kind: 'number', missing: 0 } as const] }
  expect(dataChange(empty, empty, { added: 0, removed: 0 }).columns).toEqual([
    { column: 'tenure', change: 'same', 'null-rate': [0, 0] },
  ])
})
