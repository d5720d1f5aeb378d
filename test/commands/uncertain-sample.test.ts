import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sample } from '../../src/commands/sample.ts'
import { Result } from '../../src/domain/results/index.ts'
import type { SampleResult } from '../../src/domain/results/sample.ts'
import { type Format, render } from '../../src/render/index.ts'
import { type RealBench, realBench } from '../support/real-bench.ts'

const YAML = 'task: binary-classification\ntarget: churn\npositive-class: "Yes"\n'
const KEYED = `${YAML}evaluate: {data: {uri: test.csv}, key: id}\n`
const POOL = 'id,plan\r\na,x\r\nb,y\r\n"c, @ada",x\r\nd,y\r\ne,x\r\nf,x\r\n'
const SURE = 'probability\n0.9\n0.55\n0.4\n0.1\n0.5\n0.7\n'

const bench = (yaml = YAML): Promise<RealBench> =>
  realBench({
    '.github/modelyard.yml': 'registry: registry-data\n',
    'registry-data/models/churn/model.yaml': yaml,
  })

async function picked(
  { root, write, ports }: RealBench,
  predictions: string,
  input: Readonly<Record<string, unknown>> = {},
  pool = POOL,
): Promise<{ readonly result: SampleResult; readonly text: string }> {
  await write({ 'seen.csv': pool, 'predictions.csv': predictions })
  const [data, uncertain, out] = ['seen.csv', 'predictions.csv', 'out.csv'].map(name => join(root, name))
  const given = { model: 'churn', data, uncertain, out, ...input }
  const result = (await sample.execute(given, ports, {})) as SampleResult
  expect(Result.parse(result)).toEqual(result)
  return { result, text: await readFile(out as string, 'utf8') }
}

test('the rows that the model is least sure of are written as they stand, in the order of the file', async () => {
  const { result, text } = await picked(await bench(KEYED), SURE, { rows: 3 })
  expect(text).toBe('id,plan\r\nb,y\r\n"c, @ada",x\r\ne,x\r\n')
  expect(result).toMatchObject({ rows: 3, share: 0.5, data: { rows: 6 }, seed: 0 })
  expect(result.uncertain).toMatchObject({
    by: 'margin',
    'largest-margin': 0.2,
    rows: [
      { row: 5, key: 'e', margin: 0, classes: [{ class: 'Yes', probability: 0.5 }, { class: 'not Yes' }] },
      { row: 2, key: 'b', margin: 0.1 },
      {
        row: 3,
        key: 'c, @ada',
        margin: 0.2,
        classes: [{ class: 'not Yes', probability: 0.6 }, { class: 'Yes' }],
      },
    ],
  })
})

/** As people see it: the space before a per cent sign does not break. */
const seen = (result: SampleResult, format: Format) => render(result, format).replaceAll('\u00a0', ' ')

test('as Markdown they are a checklist, in which nothing from the data is read as Markdown', async () => {
  const { result } = await picked(await bench(KEYED), SURE, { rows: 2 })
  expect(seen(result, 'markdown')).toContain(
    '- [ ] Row 5 `e`: `Yes` 50.0 %, `not Yes` 50.0 %\n- [ ] Row 2 `b`: `Yes` 55.0 %, `not Yes` 45.0 %',
  )
  const hostile = POOL.replace('\r\ne,', '\r\n"`*@ada* [x](https://evil.example)",')
  const all = await picked(await bench(KEYED), SURE, { rows: 1 }, hostile)
  expect(seen(all.result, 'markdown')).toContain(
    '- [ ] Row 5 `` `*@ada* [x](https://evil.example) ``: `Yes` 50.0 %',
  )
  expect(seen(result, 'text')).toContain('Row 2 `b`: `Yes` 55.0 %')
})

test('of several classes the margin lies between the first two', async () => {
  const yaml = 'task: multiclass-classification\ntarget: plan\n'
  const predictions =
    'probability_a,probability_b,probability_c\n0.5,0.3,0.2\n0.34,0.33,0.33\n0.45,0.1,0.45\n0.9,0.1,0\n1,0,0\n0,0,1\n'
  const { result } = await picked(await bench(yaml), predictions, { rows: 3 })
  expect(result.uncertain?.rows.map(({ row, classes }) => [row, ...classes.map(one => one.class)])).toEqual([
    [3, 'a', 'c'],
    [2, 'a', 'b'],
    [1, 'a', 'b'],
  ])
})

test('a column spreads them, and the seed decides between equal ones', async () => {
  const { result, text } = await picked(await bench(), SURE, { rows: 3, stratify: 'plan' })
  expect(result.strata).toEqual([
    { value: 'x', rows: 4, sampled: 2 },
    { value: 'y', rows: 2, sampled: 1 },
  ])
  expect(text).toBe('id,plan\r\nb,y\r\n"c, @ada",x\r\ne,x\r\n')
  const equal = `probability\n${'0.5\n'.repeat(6)}`
  const seeds = await Promise.all(
    [0, 0, 1, 2, 3].map(async seed => (await picked(await bench(), equal, { rows: 2, seed })).text),
  )
  expect(seeds[0]).toBe(seeds[1])
  expect(new Set(seeds).size).toBeGreaterThan(1)
})

test('by itself a hundred are picked, and so many are listed', async () => {
  const pool = `id\n${Array.from({ length: 250 }, (_, row) => row).join('\n')}\n`
  const predictions = `probability\n${Array.from({ length: 250 }, (_, row) => row / 250).join('\n')}\n`
  const { result } = await picked(await bench(), predictions, {}, pool)
  expect([result.rows, result.uncertain?.rows.length]).toEqual([100, 100])
  const more = await picked(await bench(), predictions, { share: 0.5 }, pool)
  expect([more.result.rows, more.result.uncertain?.rows.length]).toEqual([125, 100])
  expect(render(more.result, 'text')).toContain('25 more rows stand in the file.')
})

describe('it is refused', () => {
  test.each([
    [
      'of a regression',
      'task: regression\ntarget: price\n',
      'prediction\n1\n2\n3\n4\n5\n6\n',
      {},
      'bad-input',
    ],
    ['of labels alone', YAML, 'label\nYes\nNo\nNo\nNo\nNo\nNo\n', {}, 'bad-data'],
    ['of fewer predictions than rows', YAML, 'probability\n0.5\n', {}, 'bad-data'],
    ['of what is no probability', YAML, SURE.replace('0.9', '1.9'), {}, 'bad-data'],
    ['of a probability that is missing', YAML, SURE.replace('0.9', 'NaN'), {}, 'bad-data'],
    [
      'of one class of several',
      'task: multiclass-classification\ntarget: plan\n',
      SURE.replace('probability', 'probability_a'),
      {},
      'bad-data',
    ],
    ['of a file without predictions', YAML, 'id\na\n', {}, 'bad-data'],
    ['without rows to pick from', YAML, SURE, { data: undefined }, 'bad-input'],
    ['of more rows than there are', YAML, SURE, { rows: 7 }, 'bad-input'],
    ['of no rows', YAML, 'probability\n', { data: undefined }, 'bad-input'],
  ])('%s', async (_, yaml, predictions, input, code) => {
    await expect(picked(await bench(yaml), predictions, input)).rejects.toMatchObject({ code })
  })

  test('of a file that holds no rows', async () => {
    await expect(picked(await bench(), 'probability\n', {}, 'id,plan\r\n')).rejects.toMatchObject({
      code: 'bad-data',
    })
  })
})
