import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { monitor } from '../../src/commands/monitor.ts'
import type { DriftResult } from '../../src/domain/results/drift.ts'
import { Result } from '../../src/domain/results/index.ts'
import { type RealBench, realBench } from '../support/real-bench.ts'

const HEADER = 'id,amount,plan,churn\n'
const rows = (count: number, more: (row: number) => Readonly<Record<string, unknown>> = () => ({})) =>
  Array.from({ length: count }, (_, row) => {
    const usual = { amount: (row * 7919) % 5003, plan: 'abc'[row % 3], churn: row % 4 === 0 ? 'Yes' : 'No' }
    return `${Object.values({ id: row % 50, ...usual, ...more(row) }).join(',')}\n`
  }).join('')

async function bench(): Promise<RealBench> {
  return realBench({
    '.github/modelyard.yml': 'registry: registry-data\n',
    'registry-data/models/churn/model.yaml':
      'task: binary-classification\ntarget: churn\npositive-class: "Yes"\ntrain: {command: python train.py, data: data/train.csv, seed: 7}\n',
    'data/train.csv': HEADER + rows(5000),
  })
}

async function monitored(
  { root, ports }: RealBench,
  current: string,
  input: Readonly<Record<string, unknown>> = {},
): Promise<DriftResult> {
  const path = join(root, 'current.csv')
  await writeFile(path, current)
  const result = (await monitor.execute(
    { model: 'churn', current: path, ...input },
    ports,
    {},
  )) as DriftResult
  expect(Result.parse(result)).toEqual(result)
  return result
}

const statuses = ({ features }: DriftResult) =>
  Object.fromEntries(
    features.map(({ feature, status, grounds }) => [feature, [status, ...grounds].join(' ')]),
  )

test('what production sees is compared with the training data, and labels may come later', async () => {
  const where = await bench()
  const without = (text: string) => text.replaceAll(/,[^,\n]*\n/g, '\n')
  const same = await monitored(where, without(HEADER + rows(3000)))
  expect(same).toMatchObject({
    outcome: 'passed',
    reference: { uri: 'data/train.csv', rows: 5000 },
    current: { rows: 3000 },
  })
  expect(statuses(same)).toEqual({ id: 'ok', amount: 'ok', plan: 'ok', churn: 'skipped no-labels' })
  const moved = await monitored(where, HEADER + rows(3000, row => ({ amount: (row % 5003) * 2 })))
  expect(moved.outcome).toBe('failed')
  expect(statuses(moved)).toEqual({ id: 'ok', amount: 'drift distribution', plan: 'ok', churn: 'ok' })
})

test('a file is named to compare with, and then no training data are asked for', async () => {
  const where = await bench()
  const reference = join(where.root, 'march.csv')
  await writeFile(reference, HEADER + rows(3000, () => ({ plan: 'a' })))
  const found = await monitored(where, HEADER + rows(3000), { reference })
  expect(statuses(found).plan).toBe('drift distribution')
  expect(found.reference).toMatchObject({ uri: reference, rows: 3000 })
})

test('too little to tell is inconclusive, and so is nothing to compare', async () => {
  const where = await bench()
  expect((await monitored(where, HEADER)).outcome).toBe('inconclusive')
  expect((await monitored(where, HEADER + rows(100))).outcome).toBe('inconclusive')
  const reference = join(where.root, 'notes.csv')
  await writeFile(reference, `note\n${Array.from({ length: 1500 }, (_, row) => `${row} words`).join('\n')}\n`)
  expect(statuses(await monitored(where, 'note\nother\n', { reference }))).toEqual({
    note: 'skipped not-compared',
  })
  expect((await monitored(where, 'note\nother\n', { reference })).outcome).toBe('inconclusive')
})

test('a distance that the cells leave open around the threshold is computed from the rows', async () => {
  const where = await bench()
  /** Higher by so much, and where it says so at the upper end of a cell of the profile, which is 1/128 further within it. */
  const lifted = (isAtEnd: boolean) =>
    HEADER +
    rows(5003, row => {
      const amount = ((row * 7919) % 5003) + 475
      if (!isAtEnd || amount > 5002) return { amount }
      return { amount: Math.ceil((Math.ceil(((amount + 1) * 128) / 5003) * 5003) / 128) - 1 }
    })
  const reference = join(where.root, 'reference.csv')
  await writeFile(reference, HEADER + rows(5003))
  const amountIn = async (isAtEnd: boolean) => {
    const { features } = await monitored(where, lifted(isAtEnd), { reference })
    return features.find(({ feature }) => feature === 'amount')
  }
  const [below, above] = [await amountIn(false), await amountIn(true)]
  // At the ends of the cells both lie less than 0.1 apart, and within them one of them more.
  expect(below).toMatchObject({ status: 'ok', grounds: [] })
  expect(above).toMatchObject({ status: 'drift', grounds: ['distribution'] })
  expect(below?.values?.distance).toBeCloseTo(475 / 5003, 12)
  expect(above?.values?.distance).toBeCloseTo(475 / 5003 + 1 / 128, 3)
  for (const found of [below, above]) expect(found?.values).not.toHaveProperty('distance-at-most')
})

test('a file that is not there, and a model without training data, are told', async () => {
  const where = await bench()
  await expect(
    monitor.execute({ model: 'churn', current: join(where.root, 'gone.csv') }, where.ports, {}),
  ).rejects.toMatchObject({ code: expect.stringMatching(/^(?:bad-data|not-found|bad-input)$/) })
  await expect(monitor.execute({ model: 'chrun', current: 'x.csv' }, where.ports, {})).rejects.toMatchObject({
    code: 'unknown-model',
  })
})
