import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/commands/compare.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import { measureOwnMetrics } from '../../src/commands/own-metrics-by-command.ts'
import { show } from '../../src/commands/show.ts'
import { alignRegression } from '../../src/domain/comparison/predictions.ts'
import { ModelDefinition } from '../../src/domain/registry/definition.ts'
import type { ComparisonResult, EvaluationResult } from '../../src/domain/results/measurement.ts'
import type { VersionResult } from '../../src/domain/results/model.ts'
import { render } from '../../src/render/index.ts'
import {
  CHURN_YAML,
  churnBench,
  exampleBench,
  MODEL,
  type RealBench,
  registeredBench,
  run,
} from '../support/real-bench.ts'
import { expectRefused } from '../support/unchanged.ts'

const NODE = JSON.stringify(process.execPath)
const EXAMPLE = 'registry-data/models/telco-churn'

/** A metric of a team's own: the squared error of each row, or their mean, from the two files that it is given. */
const BRIER = `
import { readFileSync } from 'node:fs'
const table = file => readFileSync(file, 'utf8').trimEnd().split('\\n').map(line => line.split(','))
const [head, ...rows] = table(process.env.MODELYARD_DATA)
const [columns, ...predicted] = table(process.env.MODELYARD_PREDICTIONS)
const target = head.findIndex(name => name.includes('churn'))
const errors = rows.map((row, at) =>
  (Number(predicted[at][columns.indexOf('probability')]) - Number(row[target].includes('Yes'))) ** 2)
console.error('measured', errors.length)
const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
console.log(JSON.stringify(process.argv[2] === 'row' ? errors : mean, null, 2))
`

const METRICS = `
  metrics:
    squared error: {command: '${NODE} own.mjs row', direction: lower, unit: points, per: row}
    saved money: {command: '${NODE} own.mjs set', direction: lower, per: set}`

/** The example with two metrics of its own, and gates on them. */
async function exampleWithOwn(): Promise<RealBench> {
  const bench = await exampleBench()
  const yaml = await readFile(join(bench.root, EXAMPLE, 'model.yaml'), 'utf8')
  const gates = `    gates:
      - {metric: squared error, max: 0.2}
      - {metric: squared error, not-worse-by: 0.05}
      - {metric: saved money, not-worse-by: 0.01}
      - {slices: squared error, max: 0.3, by: [female]}
      - {slices: squared error, not-worse-by: 0.05, by: [senior_citizen]}
`
  await bench.commit('metrics of our own', {
    'own.mjs': BRIER,
    [`${EXAMPLE}/model.yaml`]: yaml
      .replace('slices: [female, senior_citizen]', `slices: [female, senior_citizen]${METRICS}`)
      .replace('staging:\n    gates:\n', `staging:\n${gates}`),
  })
  return bench
}

test('what a command gives a row is measured as any mean is: value, intervals and slices', async () => {
  const bench = await exampleWithOwn()
  const both = { model: 'telco-churn', champion: 'champion', challenger: '2', for: 'staging' }
  const result = await run<ComparisonResult>(compare, bench, both)
  const { facts } = result
  const own = facts['own-metrics']?.['squared error']
  expect(own).toMatchObject({ direction: 'lower', unit: 'points' })
  // It is the Brier score under another name: the same rows are drawn for both.
  const brier = facts.metrics.brier
  for (const key of ['champion', 'challenger', 'difference'] as const)
    expect(own?.[key]).toBeCloseTo(brier?.[key] as number, 12)
  expect(own?.interval?.low).toBeCloseTo(brier?.interval?.low as number, 12)
  expect(own?.interval?.high).toBeCloseTo(brier?.interval?.high as number, 12)
  for (const slice of facts.slices ?? []) {
    const [ours, theirs] = [slice['own-metrics']?.['squared error'], slice.metrics.brier]
    expect(ours?.difference).toBeCloseTo(theirs?.difference as number, 12)
    expect(ours?.interval?.method).toBe('closed-form')
    expect(ours?.interval?.high).toBeCloseTo(theirs?.interval?.high as number, 12)
  }
  const level = result['challenger-evaluation']
  expect(level?.['own-metrics']?.['squared error']?.interval?.low).toBeCloseTo(
    level?.intervals?.brier?.low as number,
    12,
  )
  expect(level?.slices?.map(slice => slice['own-metrics']?.['squared error']?.value)).toEqual(
    level?.slices?.map(slice => expect.closeTo(slice.metrics.brier as number, 12)),
  )

  const whole = facts['own-metrics']?.['saved money']
  expect(whole?.difference).toBeCloseTo(brier?.difference as number, 12)
  expect(whole).not.toHaveProperty('interval')
  expect(facts.slices?.[0]?.['own-metrics']).not.toHaveProperty('saved money')
  expect(result.remarks.join()).toContain('`saved money` is one number for all rows')

  const outcomes = result.gates?.gates.map(({ gate, about, outcome }) => `${gate} ${about} ${outcome}`)
  expect(outcomes).toEqual(
    expect.arrayContaining([
      'metric-limit squared error passed',
      'not-worse squared error passed',
      'not-worse saved money inconclusive',
      'slice-limit squared error passed',
      'slice-not-worse squared error passed',
    ]),
  )
  const open = result.gates?.gates.find(({ about }) => about === 'saved money')
  expect(open?.next).toContain('per: row')
  const text = render(result, 'markdown')
  expect(text).toContain('squared error (points)')
  expect(text).toContain('saved money')
})

test('evaluate leaves the same evaluation as compare, and show names it', async () => {
  const bench = await exampleWithOwn()
  const alone = await run<EvaluationResult>(evaluate, bench, { model: 'telco-churn', version: '2' })
  const own = alone.facts['own-metrics']
  expect(own).toMatchObject({
    'squared error': { value: expect.closeTo(own?.['saved money']?.value ?? 0, 9) },
  })
  const both = { model: 'telco-churn', champion: '1', challenger: '2' }
  expect((await run<ComparisonResult>(compare, bench, both)).evidence[0]).toMatchObject({ is: 'repeat' })
  expect(render(alone, 'text')).toMatch(/squared error \(points\) +0\.\d+ +0\.\d+ to 0\.\d+/)
  const path = alone.evidence[0]?.path ?? ''
  const kept = `${EXAMPLE}/versions/2/evidence/${path.split('/').at(-1)}`
  await bench.commit('evidence', { [kept]: await readFile(join(bench.root, path)) })
  const shown = await run<VersionResult>(show, bench, { model: 'telco-churn', version: '2' })
  expect(shown.evidence.find(({ metrics }) => 'saved money' in metrics)?.metrics).toMatchObject({
    'squared error': own?.['squared error']?.value,
  })
  expect(render(shown, 'text')).toContain('squared error')
})

describe('a command', () => {
  /** What `churn` says of a metric whose command prints by this script, on four rows. */
  const benchOf = (script: string, { per = 'row', name = 'profit', command = `${NODE} own.mjs` } = {}) =>
    registeredBench({
      files: {
        'own.mjs': script,
        [`${MODEL}/model.yaml`]: CHURN_YAML.replace(
          '{data: {uri: data/test.csv}}',
          // A function: in a text `$$` would be one dollar.
          () =>
            `{data: {uri: data/test.csv}, metrics: {${name}: {command: '${command}', direction: higher, per: ${per}}}}`,
        ),
      },
    })
  const evaluated = (bench: RealBench) =>
    run<EvaluationResult>(evaluate, bench, { model: 'churn', version: '1' })

  test('runs in the root with what it is promised, and nothing of ours', async () => {
    const bench = await benchOf(`
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
const { MODELYARD_DATA: data, MODELYARD_PREDICTIONS: predictions, MODELYARD_OUT: out, ...env } = process.env
writeFileSync('seen.json', JSON.stringify({
  data: readFileSync(data, 'utf8'), predictions: readFileSync(predictions, 'utf8'), out: readdirSync(out), env }))
writeFileSync(out + '/scratch', 'x')
console.log('[1, 2, 3, 4]')`)
    process.env.GITHUB_TOKEN = 'secret'
    try {
      const { facts } = await evaluated(bench)
      expect(facts['own-metrics']).toMatchObject({ profit: { value: 2.5, direction: 'higher' } })
    } finally {
      delete process.env.GITHUB_TOKEN
    }
    const seen = JSON.parse(await readFile(join(bench.root, 'seen.json'), 'utf8'))
    expect(seen.data).toBe(await readFile(join(bench.root, 'data/test.csv'), 'utf8'))
    expect(seen.predictions).toMatch(/^probability,label\n(?:0\.\d+,(?:Yes|No)\n){4}$/)
    expect(seen.out).toEqual([])
    expect(seen.env).toMatchObject({ MODELYARD_SEED: '0' })
    expect(seen.env).not.toHaveProperty('GITHUB_TOKEN')
  })

  test.each([
    ['is not found', { command: 'no-such-program' }, '', 'not-runnable', /status 127/, 'no such program'],
    [
      'fails',
      {},
      'console.error("no column"); process.exit(3)',
      'not-runnable',
      /status 3.*no column/s,
      'MODELYARD_P',
    ],
    ['is ended', { command: 'kill -TERM $$' }, '', 'not-runnable', /SIGTERM/, 'MODELYARD_DATA'],
    ['prints nothing', {}, '', 'bad-data', /printed nothing/, 'standard output'],
    [
      'logs beside it',
      {},
      'console.log("loading"); console.log("[1,2,3,4]")',
      'bad-data',
      /loading/,
      'standard error',
    ],
    ['prints too few', {}, 'console.log("[1, 2, 3]")', 'bad-data', /3 numbers.*4 rows/, 'each row'],
    ['prints NaN', {}, 'console.log("[1, 2, NaN, 4]")', 'bad-data', /no JSON/, 'JSON'],
    ['prints null', {}, 'console.log("[1, 2, null, 4]")', 'bad-data', /null for row 3/, 'finite'],
    [
      'prints a list for a number',
      { per: 'set' },
      'console.log("[1]")',
      'bad-data',
      /a list of 1/,
      'per: set',
    ],
    [
      'prints without end',
      {},
      'console.log("1,".repeat(1e6))',
      'bad-data',
      /more than 65792 bytes/,
      'standard output',
    ],
  ])('that %s', async (_what, declared, script, code, message, next) => {
    const bench = await benchOf(script, declared)
    const error = await expectRefused(bench.root, () => evaluated(bench), { code: code as never, next })
    expect(error).toMatchObject({
      message: expect.stringMatching(message),
      place: { path: `${MODEL}/model.yaml` },
    })
    expect((error as Error).message).toMatch(/^version 1: the command of the metric `profit` /)
  })

  test('has a name of its own', async () => {
    const bench = await churnBench()
    const rule = '{command: x, direction: lower, per: set}'
    const keys = `{uri: data/test.csv}, metrics: {rmse: ${rule}}`
    await bench.commit('collide', {
      [`${MODEL}/model.yaml`]: CHURN_YAML.replace('{uri: data/test.csv}', keys),
    })
    await expect(evaluated(bench)).rejects.toMatchObject({
      message: expect.stringContaining('evaluate.metrics.rmse'),
    })
  })

  test.runIf(process.platform === 'linux')('has as much memory as `predict`', async () => {
    const command = 'ulimit -v > limit; echo "[1, 2, 3, 4]"'
    const bench = await benchOf('', { command })
    await evaluated(bench)
    expect(await readFile(join(bench.root, 'limit'), 'utf8')).toBe(`${4 * 2 ** 20}\n`)
  })

  test('is killed at its limits', async () => {
    const bench = await churnBench()
    const rule = { command: 'sleep 60', direction: 'lower', per: 'set' }
    const definition = ModelDefinition.parse({
      task: 'regression',
      target: 'y',
      evaluate: { data: { uri: 'data/test.csv' }, metrics: { slow: rule } },
    })
    const state = { name: 'churn', config: { registry: 'registry-data' } as never, definition }
    const predictions = alignRegression(Float64Array.of(1), { name: 'y', values: Float64Array.of(1) })
    const measuring = measureOwnMetrics(
      state,
      { version: 1 },
      predictions,
      { path: 'data/test.csv' },
      bench.ports,
      {},
      { seconds: 0.3 },
    )
    await expect(measuring).rejects.toMatchObject({
      code: 'timed-out',
      message: expect.stringContaining('`slow`'),
    })
  })

  test('is ended by an interruption', async () => {
    const bench = await benchOf('setTimeout(() => {}, 60000); console.error("begun")')
    const interruption = new AbortController()
    const progress = (step: string) => {
      if (step === 'begun') interruption.abort()
    }
    const watch = { signal: interruption.signal, progress }
    await expect(
      evaluate.execute({ model: 'churn', version: '1' }, bench.ports, watch),
    ).rejects.toMatchObject({
      code: 'interrupted',
    })
  })
})
