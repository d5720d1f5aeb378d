import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDataChange } from '../../src/commands/training-data-change.ts'
import { DataChange } from '../../src/domain/evidence/other-kinds.ts'
import type { VersionRecord } from '../../src/domain/registry/version.ts'
import { fixture } from '../support/fixture-models.ts'
import {
  CHURN_FILES,
  CHURN_YAML,
  MODEL,
  type RealBench,
  realBench,
  registerBytes,
} from '../support/real-bench.ts'
import { expectUnchanged } from '../support/unchanged.ts'

async function twoVersions(
  first = 'tenure,churn\n1,Yes\n2,No\n',
  second = 'tenure,churn,plan\n1,Yes,a\n3,No,\n4,No,b\n',
): Promise<RealBench> {
  const bench = await realBench({
    ...CHURN_FILES,
    [`${MODEL}/model.yaml`]: `${CHURN_YAML}train: {command: "true", data: data/train.csv}\n`,
    'data/train.csv': first,
  })
  await registerBytes(bench, fixture('models/telco-churn/v3/model.onnx'))
  await bench.commit('New data', { 'data/train.csv': second })
  await registerBytes(bench, fixture('models/telco-churn/v2/model.onnx'))
  return bench
}

const recordOf = async (bench: RealBench, version: number): Promise<VersionRecord> =>
  JSON.parse(await bench.git('show', `HEAD:${MODEL}/versions/${version}/version.json`))

test('data that the checkout has no more is read from the commit that was trained', async () => {
  const bench = await twoVersions()
  const [first, second] = [await recordOf(bench, 1), await recordOf(bench, 2)]
  const found = await expectUnchanged(bench.root, () => readDataChange(first, second, 7, bench.ports))
  expect(found).toMatchObject({
    facts: {
      champion: { rows: 2, sha256: first.data[0]?.sha256 },
      challenger: { rows: 3, sha256: second.data[0]?.sha256 },
      added: 2,
      removed: 1,
      columns: [
        { column: 'tenure', change: 'same' },
        { column: 'churn', change: 'same' },
        { column: 'plan', change: 'added' },
      ],
    },
  })
})

test('data that is not there as it was, or not named, cannot be compared', async () => {
  const bench = await twoVersions()
  const [first, second] = [await recordOf(bench, 1), await recordOf(bench, 2)]
  const other = { ...first, data: first.data.map(data => ({ ...data, sha256: '0'.repeat(64) })) }
  expect(await readDataChange(other, second, 7, bench.ports)).toEqual({
    why: expect.stringContaining('version 1'),
  })
  expect(await readDataChange(first, { ...second, data: [] }, 7, bench.ports)).toEqual({
    why: expect.stringContaining('no training data'),
  })
})

const TELCO = readFileSync('examples/telco-churn/data/train.csv', 'utf8').trimEnd().split('\n')

/** Every other row of the example's training data. */
function half(which: 0 | 1, change: (cells: string[], row: number) => void = () => {}): string {
  const [head = '', ...rows] = TELCO
  const kept = rows
    .filter((_, row) => row % 2 === which)
    .map((line, row) => {
      // No cell of this file has a comma in it.
      const cells = line.split(',')
      change(cells, row)
      return cells.join(',')
    })
  return `${[head, ...kept].join('\n')}\n`
}

const NAMES = (TELCO[0] ?? '').replaceAll('"', '').split(',')
const at = (name: string) => NAMES.indexOf(name)

async function changeOf(bench: RealBench): Promise<DataChange> {
  const found = await readDataChange(await recordOf(bench, 1), await recordOf(bench, 2), 7, bench.ports)
  if ('why' in found) throw new Error(found.why)
  return DataChange.parse(found.facts)
}

test('the same data is the same, however few rows it has, and is not read again', async () => {
  const bench = await twoVersions('tenure,churn\n1,Yes\n2,No\n', 'tenure,churn\n1,Yes\n2,No\n')
  const unread = { ...bench.ports.tables, numbers: refused, countWords: refused, compareRows: refused }
  const [first, second] = [await recordOf(bench, 1), await recordOf(bench, 2)]
  const found = await readDataChange(first, second, 7, { ...bench.ports, tables: unread })
  expect(found).toMatchObject({
    facts: {
      added: 0,
      removed: 0,
      columns: [
        { column: 'tenure', change: 'same', distance: 0, 'p-value': 1, test: 'kolmogorov-smirnov' },
        { column: 'churn', change: 'same', distance: 0, 'p-value': 1, test: 'chi-squared' },
      ],
    },
  })
  expect(JSON.stringify(found)).not.toContain('too-few-rows')
})

const refused = () => Promise.reject(new Error('read'))

test('two halves of real data: every column was tested, and none has changed', async () => {
  const { columns, ...facts } = await changeOf(await twoVersions(half(0), half(1)))
  expect(facts).toMatchObject({ champion: { rows: 2817 }, challenger: { rows: 2817 } })
  expect(columns.map(({ column }) => column)).toEqual(NAMES)
  for (const column of columns) {
    expect(column).toMatchObject({ change: 'same', missing: { moved: false } })
    // One of twenty such families has a significant column by chance: it is the distance that keeps it quiet.
    expect(column['p-value']).toBeGreaterThan(0.01)
    expect(column.distance).toBeLessThan(0.06)
    expect(column['not-tested'] ?? column['too-few-rows']).toBeUndefined()
  }
})

test('real data that was changed: those columns are named, and no other', async () => {
  const shifted = half(1, (cells, row) => {
    cells[at('monthly_charges')] = String(Number(cells[at('monthly_charges')]) + 12)
    if (row % 5 < 2) cells[at('contract')] = '"Weekly"'
    if (row % 10 === 0) cells[at('total_charges')] = ''
  })
  const { columns } = await changeOf(await twoVersions(half(0), shifted))
  const moved = columns.filter(({ change }) => change === 'moved')
  expect(moved.map(({ column, test: by }) => [column, by])).toEqual([
    ['contract', 'chi-squared'],
    ['monthly_charges', 'kolmogorov-smirnov'],
  ])
  expect(moved[0]?.['new-words']).toEqual({ count: 1, first: ['Weekly'] })
  expect(moved.every(column => (column['p-value'] ?? 1) < 1e-10)).toBe(true)
  expect(columns.filter(({ missing }) => missing?.moved).map(({ column }) => column)).toEqual([
    'total_charges',
  ])
})
