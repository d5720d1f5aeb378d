import { mkdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sample } from '../../src/commands/sample.ts'
import { Result } from '../../src/domain/results/index.ts'
import type { SampleResult } from '../../src/domain/results/sample.ts'
import { type RealBench, realBench } from '../support/real-bench.ts'

const DEFINITION = 'registry-data/models/churn/model.yaml'

/** 200 customers, a quarter of them gone, one of an odd plan; cells that a writer of CSV would write otherwise. */
const ROWS = Array.from({ length: 200 }, (_, row) => {
  const plan = row === 150 ? 'odd' : row % 10 === 3 ? 'NA' : row % 2 === 0 ? '"a, b"' : 'c'
  return `${row},${plan},"note\r\n""${row}"" ",${row % 4 === 0 ? 'Yes' : 'No'}\r\n`
})
const HEADER = 'id,plan,note,churn\r\n'

async function bench(
  more = '',
  { yaml = 'task: binary-classification\ntarget: churn\npositive-class: "Yes"\n' } = {},
): Promise<RealBench> {
  return realBench({
    '.github/modelyard.yml': 'registry: registry-data\n',
    [DEFINITION]: `${yaml}train: {command: python train.py, data: data/train.csv, seed: 7${more}}\n`,
    'data/train.csv': HEADER + ROWS.join(''),
  })
}

async function sampled(
  where: RealBench,
  input: Readonly<Record<string, unknown>> = {},
): Promise<SampleResult> {
  const out = join(where.root, 'out/sample.csv')
  const result = (await sample.execute({ model: 'churn', out, ...input }, where.ports, {})) as SampleResult
  expect(Result.parse(result)).toEqual(result)
  return result
}

const written = async (where: RealBench) => readFile(join(where.root, 'out/sample.csv'), 'utf8')

describe('a sample', () => {
  // Drawn by an implementation of the method in Python.
  const SAMPLE = 'b2b55a1d78944d0e4242c66b420ad1ccf4f1bc0863fb1e789c98a2419bfa1299'

  test('is the same for ever, its records as they stand in the data and in its order', async () => {
    const where = await bench()
    const result = await sampled(where)
    expect(result).toMatchObject({
      data: { uri: 'data/train.csv', rows: 200 },
      rows: 20,
      share: 0.1,
      stratify: 'churn',
      strata: [
        { value: 'No', rows: 150, sampled: 15 },
        { value: 'Yes', rows: 50, sampled: 5 },
      ],
      seed: 7,
      sha256: SAMPLE,
    })
    const text = await written(where)
    const records = ROWS.filter(row => text.includes(row))
    expect(text).toBe(HEADER + records.join(''))
    expect(result.bytes).toBe(Buffer.byteLength(text))
    expect(await sampled(where)).toEqual(result)
    expect((await sampled(where, { seed: 8 })).sha256).not.toBe(result.sha256)
  })

  test('is what model.yaml on disk says, and what the asker says in its place', async () => {
    const where = await bench(', sample: {rows: 30, stratify: plan}')
    expect(await sampled(where)).toMatchObject({ rows: 30, share: 0.15, stratify: 'plan' })
    expect(await sampled(where, { share: 0.5 })).toMatchObject({ rows: 100, stratify: 'plan' })
    expect(await sampled(where, { rows: 200, stratify: 'churn' })).toMatchObject({ rows: 200, share: 1 })
    expect(await written(where)).toBe(HEADER + ROWS.join(''))
    await where.write({
      [DEFINITION]: (await readFile(join(where.root, DEFINITION), 'utf8')).replace('30', '40'),
    })
    expect(await sampled(where)).toMatchObject({ rows: 40 })
  })

  test('holds a row of each value at least, missing ones as a value of their own', async () => {
    const { strata } = await sampled(await bench(), { rows: 4, stratify: 'plan' })
    expect(strata).toEqual([
      { value: '', rows: 20, sampled: 1 },
      { value: 'a, b', rows: 99, sampled: 1 },
      { value: 'c', rows: 80, sampled: 1 },
      { value: 'odd', rows: 1, sampled: 1 },
    ])
  })

  test('of a regression has one stratum, unless a column is named', async () => {
    const where = await bench('', { yaml: 'task: regression\ntarget: id\n' })
    const result = await sampled(where)
    expect(result).toMatchObject({ rows: 20, strata: [{ value: '', rows: 200, sampled: 20 }] })
    expect(result).not.toHaveProperty('stratify')
    expect(await sampled(where, { stratify: 'churn' })).toMatchObject({ strata: [{}, {}] })
  })

  test('is drawn from data that lies elsewhere where somebody says so', async () => {
    const where = await bench()
    await where.write({ 'elsewhere.csv': HEADER + ROWS.slice(0, 40).join('') })
    const data = join(where.root, 'elsewhere.csv')
    expect(await sampled(where, { data })).toMatchObject({ data: { uri: data, rows: 40 }, rows: 4 })
  })
})

describe('it is refused', () => {
  test.each([
    ['a share of nothing', { share: 0 }, 'bad-input'],
    ['a share above all', { share: 1.5 }, 'bad-input'],
    ['a share and rows', { share: 0.5, rows: 3 }, 'bad-input'],
    ['no rows', { rows: 0 }, 'bad-input'],
    ['more rows than there are', { rows: 201 }, 'bad-input'],
    ['fewer rows than values', { rows: 3, stratify: 'plan' }, 'bad-input'],
    ['a column that is not there', { stratify: 'colour' }, 'bad-data'],
    ['data that is not there', { data: '/nowhere/train.csv' }, 'bad-data'],
    ['an unknown model', { model: 'chrun' }, 'unknown-model'],
  ])('with %s', async (_, input, code) => {
    const where = await bench()
    await expect(sampled(where, input)).rejects.toMatchObject({ code })
    await expect(written(where)).rejects.toThrow()
  })

  test('without training data, and without rows in it', async () => {
    const none = await realBench({
      '.github/modelyard.yml': 'registry: registry-data\n',
      [DEFINITION]: 'task: regression\ntarget: price\n',
    })
    await expect(sampled(none)).rejects.toMatchObject({ code: 'bad-input', place: { path: DEFINITION } })
    const empty = await bench()
    await empty.write({ 'data/train.csv': HEADER })
    await expect(sampled(empty)).rejects.toMatchObject({ code: 'bad-data' })
  })

  test('by a column of a thousand values and more', async () => {
    const where = await bench()
    const rows = Array.from({ length: 1001 }, (_, row) => `${row},Yes\n`)
    await where.write({ 'data/train.csv': `id,churn\n${rows.join('')}` })
    await expect(sampled(where, { share: 1, stratify: 'id' })).rejects.toMatchObject({ code: 'bad-input' })
  })

  test('in the place of the data itself', async () => {
    const where = await bench()
    const before = await readFile(join(where.root, 'data/train.csv'))
    const out = join(where.root, 'data/train.csv')
    await expect(sampled(where, { out })).rejects.toMatchObject({ code: 'bad-input' })
    expect(await readFile(out)).toEqual(before)
  })

  test('where a link leads out of the repository, to data or to model.yaml', async () => {
    const where = await bench()
    const other = await bench()
    await where.git('rm', '-rq', 'data', 'registry-data')
    await symlink(join(other.root, 'data'), join(where.root, 'data'))
    await mkdir(join(where.root, 'registry-data/models'), { recursive: true })
    await symlink(
      join(other.root, 'registry-data/models/churn'),
      join(where.root, 'registry-data/models/churn'),
    )
    await expect(sampled(where)).rejects.toMatchObject({ code: 'path-escape' })
    await where.write({})
    await where.git('reset', '-q', '--hard')
    await where.git('rm', '-rq', 'data')
    await symlink(join(other.root, 'data'), join(where.root, 'data'))
    await expect(sampled(where)).rejects.toMatchObject({ code: 'path-escape' })
  })
})
