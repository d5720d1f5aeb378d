import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTables } from '../../src/adapters/duckdb/tables.ts'
import { profileAgainst, profileReference } from '../../src/commands/profile-sample.ts'
import { DEFAULT_THRESHOLDS } from '../../src/domain/drift/feature-drift.ts'
import { judgeDrift } from '../../src/domain/drift/judge-drift.ts'
import { temporaryFolder } from '../support/temporary.ts'

async function found(reference: string, current: string) {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'reference.csv'), reference)
  await writeFile(join(folder, 'current.csv'), current)
  const tables = openTables(folder)
  const before = await profileReference('reference.csv', tables)
  // What is kept as a file says the same.
  const kept = new Map(Object.entries(JSON.parse(JSON.stringify(Object.fromEntries(before))) as object))
  const after = await profileAgainst('current.csv', kept, tables)
  return Object.fromEntries(
    judgeDrift(kept, after, DEFAULT_THRESHOLDS, 1).map(({ feature, status, grounds }) => [
      feature,
      [status, ...grounds].join(' '),
    ]),
  )
}

const HEADER = 'amount,count,plan,note,code,day,flag,dead\n'
const lines = (rows: number, line: (row: number) => readonly unknown[]) =>
  `${Array.from({ length: rows }, (_, row) => line(row).join(',')).join('\n')}\n`
const usual = (row: number) => [
  (row * 7919) % 4001,
  row % 4,
  ['basic', 'plus', 'pro'][row % 3],
  `note ${row}`,
  row % 5,
  `2026-0${(row % 9) + 1}-01`,
  row % 2 === 0,
  '',
]

test('two samples of one kind are the same, column by column', async () => {
  const text = HEADER + lines(4000, usual)
  expect(await found(text, text)).toEqual({
    amount: 'ok',
    count: 'ok',
    plan: 'ok',
    note: 'skipped not-compared',
    code: 'ok',
    day: 'ok',
    flag: 'ok',
    dead: 'skipped no-values',
  })
})

test('what changed is found in a file: values, words, types, what is missing, gone and new', async () => {
  const moved = lines(4000, row => {
    const [amount, count, , note, , day] = usual(row)
    return [
      Number(amount) * 1.5,
      Number(count) + 1,
      row % 3 === 0 ? 'gratis' : 'pro',
      note,
      `c${row % 5}`,
      day,
      '',
      7,
    ]
  })
  expect(await found(HEADER + lines(4000, usual), HEADER.replace('day', 'date') + moved)).toEqual({
    amount: 'drift distribution',
    count: 'drift distribution',
    plan: 'drift distribution',
    note: 'skipped not-compared',
    code: 'drift other-type',
    day: 'drift gone',
    date: 'skipped new',
    flag: 'drift missing-values',
    dead: 'drift other-type',
  })
})

test('an empty current sample, and one of a row, are too little to say anything', async () => {
  for (const rows of [0, 1]) {
    const statuses = await found(HEADER + lines(4000, usual), HEADER + lines(rows, usual))
    const { note, dead, ...compared } = statuses
    expect(note).toBe('skipped not-compared')
    expect(['insufficient-data too-few-rows', 'skipped no-values']).toContain(dead)
    for (const status of Object.values(compared)) expect(status).toBe('insufficient-data too-few-rows')
  }
})

test('a million categories in the current sample are others of a few', async () => {
  const reference = `w\n${lines(2000, row => ['abc'[row % 3]])}`
  expect(await found(reference, `w\n${lines(100_000, row => [`id-${row}`])}`)).toEqual({
    w: 'drift distribution',
  })
})
