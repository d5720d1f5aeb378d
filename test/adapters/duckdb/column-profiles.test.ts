import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { queryQuantiles, readQuantiles } from '../../../src/adapters/duckdb/column-profiles.ts'
import { sourceOf } from '../../../src/adapters/duckdb/source.ts'
import { openTables } from '../../../src/adapters/duckdb/tables.ts'
import {
  LONGEST_NAME,
  MOST_OTHERS,
  namesOf,
  profileCategories,
} from '../../../src/domain/drift/category-profile.ts'
import { edgesAt, edgesOfFew, upperEnds } from '../../../src/domain/drift/edges.ts'
import { profileNumbers } from '../../../src/domain/drift/number-profile.ts'
import { temporaryFolder } from '../../support/temporary.ts'

async function tablesOf(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder()
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return openTables(folder)
}

test('quantiles at equal shares of what is finite, and all values of a column that has few', async () => {
  const rows = Array.from({ length: 1001 }, (_, row) => `${1000 - row},${row % 3},${row < 5 ? 'inf' : ''}`)
  const tables = await tablesOf({
    'a.csv': `x,few,none\n${rows.join('\n')}\n,,\nnan,nan,nan\ninf,inf,-inf\n`,
  })
  expect(await tables.quantiles('a.csv', ['few', 'x', 'none'], 4)).toEqual([
    { few: [0, 1, 2] },
    { at: [0, 250, 500, 750, 1000] },
    { few: [] },
  ])
})

test('rows are counted into cells, with what is missing, no number, or infinite beside them', async () => {
  const tables = await tablesOf({
    'a.csv': 'x,y\n1,1\n2.5,1\n-7,1\nwords,1\nnan,1\ninf,1\n-inf,1\nNA,1\n,1\n',
    'b.jsonl': '{"f":true}\n{"f":false}\n{}\n',
  })
  const ends = Float64Array.of(0, 1, 2)
  expect(
    await tables.countInto('a.csv', [
      { name: 'x', ends },
      { name: 'y', ends },
    ]),
  ).toEqual([
    { nulls: 2, nan: 2, infinite: 2, least: -7, most: 2.5, counts: [1, 1, 0, 1] },
    { nulls: 0, nan: 0, infinite: 0, least: 1, most: 1, counts: [0, 9, 0, 0] },
  ])
  expect(await tables.countInto('b.jsonl', [{ name: 'f', ends: Float64Array.of(0) }])).toEqual([
    { nulls: 1, nan: 0, infinite: 0, least: 0, most: 1, counts: [1, 1] },
  ])
})

test('a cell that ends at the double next to a whole number loses no row, nor does what is above the last', async () => {
  const rows = Array.from({ length: 300 }, (_, row) => row)
  const tables = await tablesOf({ 'a.csv': `x\n${rows.join('\n')}\n` })
  const cut = edgesOfFew(rows.slice(0, 50))
  const [counted] = await tables.countInto('a.csv', [{ name: 'x', ends: upperEnds(cut) }])
  expect(counted?.counts).toEqual(profileNumbers(Float64Array.from(rows), 0, cut).counts)
  expect(counted?.counts.at(-1)).toBe(250)
})

test('a file without rows, and a column without a number, have counts of nothing', async () => {
  const tables = await tablesOf({ 'a.csv': 'x\n', 'b.csv': 'x,y\n1,\n2,\n' })
  const ends = Float64Array.of(0)
  expect(await tables.countInto('a.csv', [{ name: 'x', ends }])).toEqual([
    { nulls: 0, nan: 0, infinite: 0, counts: [0, 0] },
  ])
  expect(await tables.countInto('b.csv', [{ name: 'y', ends }])).toMatchObject([{ nulls: 2, counts: [0, 0] }])
  expect(await tables.quantiles('a.csv', ['x'], 4)).toEqual([{ few: [] }])
})

const LIMITS = { length: LONGEST_NAME, others: MOST_OTHERS }

test('rows are counted by named words, and others beside them', async () => {
  const tables = await tablesOf({ 'a.csv': 'w,v\na,x\nb,x\nb,\nit\'s,\nz,\n"q""",x\n' })
  const asked = [
    { name: 'w', words: ['b', "it's", 'gone'] },
    { name: 'v', words: ['x'] },
    { name: 'v', words: [] },
  ]
  expect(await tables.countNamed('a.csv', asked, LIMITS)).toEqual([
    {
      nulls: 0,
      named: new Map([
        ['b', 2],
        ["it's", 1],
        ['gone', 0],
      ]),
      others: {
        rows: 3,
        first: new Map([
          ['a', 1],
          ['q"', 1],
          ['z', 1],
        ]),
      },
    },
    { nulls: 3, named: new Map([['x', 3]]), others: { rows: 0, first: new Map() } },
    { nulls: 3, named: new Map(), others: { rows: 3, first: new Map([['x', 3]]) } },
  ])
})

test('words that are counted in a file are those that are counted in memory', async () => {
  const word = fc.oneof(
    fc.constantFrom('a', 'b', '__proto__', 'x'.repeat(250), 'x'.repeat(199), '\u{1F600}', '\uffee'),
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 3 })
      .filter(text => !/["\r\n,\0]|^NA$|^\s|\s$/.test(text)),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { minLength: 1, maxLength: 60 }),
      fc.array(word),
      async (words, reference) => {
        const tables = await tablesOf({
          'a.csv': `w,row\n${words.map(text => `"${text}",1`).join('\n')}\n,1\n`,
        })
        const names = namesOf(new Map(reference.map(text => [text, 1])))
        const [counted] = await tables.countNamed('a.csv', [{ name: 'w', words: [...names] }], LIMITS)
        const counts = new Map<string, number>()
        for (const text of words) counts.set(text, (counts.get(text) ?? 0) + 1)
        const { type: _type, ...expected } = profileCategories(counts, 1, names)
        const found = counted && {
          nulls: counted.nulls,
          named: Object.fromEntries(counted.named),
          others: { rows: counted.others.rows, first: Object.fromEntries(counted.others.first) },
        }
        expect(found).toEqual(expected)
      },
    ),
    { numRuns: 30 },
  )
})

test('what is counted in a file is what is counted in memory, to the last double', async () => {
  const double = fc.oneof(
    fc.double({ noDefaultInfinity: true, noNaN: true }).map(value => value + 0),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  )
  const edge = fc.oneof(
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.integer({ min: -60, max: 60 }).map(steps => steps / 4),
  )
  const finite = fc.array(edge, { minLength: 2, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(double, { minLength: 1 }),
      finite,
      fc.boolean(),
      async (values, edges, isFew) => {
        const words = values.map(value => `${value}`.replace('Infinity', 'inf'))
        const tables = await tablesOf({ 'a.csv': `x,row\n${words.map(word => `${word},1`).join('\n')}\n` })
        const sorted = [...edges, ...edges.slice(0, 3)].sort((a, b) => a - b)
        const cut = isFew ? edgesOfFew([...edges, ...values.filter(Number.isFinite)]) : edgesAt(sorted)
        const [counted] = await tables.countInto('a.csv', [{ name: 'x', ends: upperEnds(cut) }])
        const { type: _type, cut: _cut, ...expected } = profileNumbers(Float64Array.from(values), 0, cut)
        expect(counted).toEqual(expected)
      },
    ),
    { numRuns: 30 },
  )
})

test('quantiles of what memory does not hold are those of what it does', async () => {
  const folder = await temporaryFolder()
  const instance = await DuckDBInstance.create(':memory:')
  const database = await instance.connect()
  const values = fc.oneof(
    fc.double({ noNaN: true }),
    fc.integer({ min: -40, max: 40 }),
    fc.constantFrom('', 'nan', 'inf', 'words'),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(values, values), { minLength: 1, maxLength: 400 }),
      fc.integer({ min: 1, max: 128 }),
      async (rows, shares) => {
        const path = join(folder, `${Math.random()}.csv`)
        await writeFile(path, `x,y\n0,0\n${rows.map(row => `${row.join(',')}\n`).join('')}`)
        const source = await sourceOf(database, path, path)
        const columns = ['x', 'y']
        expect(await readQuantiles(database, source, columns, shares, rows.length + 1)).toEqual(
          await queryQuantiles(database, source, columns, shares),
        )
        // A file of more rows than are held at once is left to the query.
        expect(await readQuantiles(database, source, columns, shares, 1e9)).toHaveLength(2)
      },
    ),
    { numRuns: 25 },
  )
})
