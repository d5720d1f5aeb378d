import { expect, test } from 'vitest'
import { valueProbes, wrongTypeProbe } from '../../../src/domain/contract/probes.ts'

const COLUMNS = [
  { name: 'tenure', kind: 'number' },
  { name: 'plan', kind: 'text' },
] as const
const ROW = [12, 'gold']

test('each probe is a row of the data with one value changed', () => {
  for (const { rows, columns } of [
    ...valueProbes(COLUMNS, ROW, { overWire: false }),
    wrongTypeProbe(COLUMNS, ROW),
  ]) {
    expect(columns).toHaveLength(rows.length)
    for (const [index, row] of rows.entries()) {
      const changed = COLUMNS.filter((_, at) => !Object.is(row[at], ROW[at])).map(({ name }) => name)
      expect(changed).toEqual([columns[index]])
    }
  }
})

test('every kind of odd value is tried in the columns that can hold it', () => {
  const tried = Object.fromEntries(
    valueProbes(COLUMNS, ROW, { overWire: false }).map(({ check, columns }) => [check, columns]),
  )
  expect(tried).toEqual({
    'missing-values': ['tenure', 'plan'],
    'unknown-categories': ['plan'],
    'empty-text': ['plan'],
    'long-text': ['plan'],
    'extreme-numbers': ['tenure', 'tenure'],
    'infinite-numbers': ['tenure', 'tenure'],
  })
})

test('over a wire nothing is tried that JSON cannot say', () => {
  for (const { rows } of valueProbes(COLUMNS, ROW, { overWire: true }))
    for (const row of rows) expect(JSON.parse(JSON.stringify(row))).toEqual(row)
})

test('of a model with thousands of columns some are tried, the first among them', () => {
  const columns = Array.from({ length: 5000 }, (_, index) => ({ name: `c${index}`, kind: 'number' as const }))
  const [missing] = valueProbes(columns, Array(5000).fill(0), { overWire: false })
  expect(missing?.columns).toHaveLength(20)
  expect(missing?.columns).toContain('c0')
})
