import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/commands/compare.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import type { MetricName } from '../../src/domain/comparison/metric-catalogue.ts'
import type { Comparison } from '../../src/domain/evidence/comparison.ts'
import type { ComparisonResult, EvaluationResult } from '../../src/domain/results/measurement.ts'
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
import { expectRefused, expectUnchanged } from '../support/unchanged.ts'

const compared = (bench: RealBench, input: Readonly<Record<string, unknown>>) =>
  run<ComparisonResult>(compare, bench, { model: 'telco-churn', ...input })

const FOLDER = 'registry-data/models/telco-churn/versions'

async function recordedComparison(bench: RealBench, version: number): Promise<Comparison> {
  const folder = join(bench.root, FOLDER, String(version), 'evidence')
  const name = (await readdir(folder)).find(file => file.startsWith('comparison-')) ?? ''
  return JSON.parse(await readFile(join(folder, name), 'utf8')).facts
}

/** Every figure of a comparison by its name. */
function figures({ metrics }: Comparison): Map<string, number> {
  return new Map(
    Object.entries(metrics).flatMap(([metric, { champion, challenger, difference, interval }]) => [
      [`${metric} champion`, champion],
      [`${metric} challenger`, challenger],
      [`${metric} difference`, difference],
      [`${metric} low`, interval?.low ?? Number.NaN],
      [`${metric} high`, interval?.high ?? Number.NaN],
    ]),
  )
}

describe('the example', () => {
  test('version 2 against version 1: better, with the figures that are on record', async () => {
    const bench = await exampleBench()
    const recorded = figures(await recordedComparison(bench, 2))
    const result = await compared(bench, { champion: '1', challenger: '2' })
    const found = figures(result.facts)
    expect([...found.keys()].sort()).toEqual([...recorded.keys()].sort())
    for (const [name, value] of recorded)
      expect(Math.abs((found.get(name) ?? Number.NaN) - value), name).toBeLessThanOrEqual(1e-6)
    expect(found.get('roc-auc difference')).toBeCloseTo(0.0185, 4)
    expect(result).toMatchObject({
      verdict: 'better',
      outcome: 'passed',
      identical: false,
      champion: { version: 1 },
      challenger: { version: 2 },
      'primary-metric': 'roc-auc',
      data: { pinned: true },
    })
    const kept = result.evidence.map(({ path, is }) => `${is} ${/([a-z]+)-[0-9a-f]+\.json$/.exec(path)?.[1]}`)
    // The comparison says more than the one on record, which was made before it had McNemar's p.
    expect(kept).toEqual([
      'repeat evaluation',
      'repeat size',
      'repeat comparison',
      'repeat data',
      'repeat fairness',
    ])
    expect(result.facts.metrics['roc-auc']?.interval).toMatchObject({ level: 0.95, method: 'delong' })
    expect(result.facts.metrics['ks-separation']?.interval).toMatchObject({
      method: 'bootstrap-percentile',
      resamples: 2000,
      seed: 0,
    })
    const method = (name: MetricName) => result.facts.metrics[name]?.interval?.method
    expect([method('accuracy'), method('f1'), method('log-loss')]).toEqual(['tango', 'score', 'closed-form'])
    const reading = (name: string) => result.readings.find(({ metric }) => metric === name)?.reading
    // Less loss is better; of recall nothing can be said.
    expect([reading('log-loss'), reading('recall')]).toEqual(['better', 'open'])

    expect(JSON.parse(render(result, 'json'))).toEqual(JSON.parse(JSON.stringify(result)))
    const line = '+0.019 (95 % CI +0.007 to +0.030) on 1,409 paired rows: 0.826 → 0.845.'
    expect(render(result, 'text')).toContain(`Challenger better: ROC AUC ${line}`)
    expect(render(result, 'markdown')).toContain('**Challenger better:** ROC AUC **+0.019**')
    // Ranges do not break at the end of a line.
    expect(render(result, 'markdown').replaceAll('\u00a0', ' ')).toContain(
      '| Recall | open | −0.035 | −0.077 to +0.006 | 0.535 → 0.500 |',
    )
  })
})

test('the newest is compared with the champion where no version is named', async () => {
  const result = await compared(await exampleBench(), { for: 'production', evidence: false })
  expect(result).toMatchObject({ champion: { version: 5 }, challenger: { version: 5 }, identical: true })
  expect(result).toMatchObject({ verdict: 'not-worse', margin: 0.01, 'judged-for': 'production' })
  expect(render(result, 'text')).toContain('Same predictions: both models answer alike')
})

describe('a comparison', () => {
  test('leaves an evaluation and a comparison beside the challenger, once', async () => {
    const bench = await churnBench()
    const both = { model: 'churn', champion: '1', challenger: '1' }
    const first = await run<ComparisonResult>(compare, bench, both)
    expect(first.evidence).toMatchObject([
      { is: 'new', path: expect.stringContaining('churn/1/evaluation-') },
      { is: 'new', path: expect.stringContaining('churn/1/size-') },
      { is: 'new', path: expect.stringContaining('churn/1/comparison-') },
    ])
    const again = await expectUnchanged(bench.root, () => run<ComparisonResult>(compare, bench, both))
    expect(again.evidence).toEqual(first.evidence.map(written => ({ ...written, is: 'repeat' })))
  })

  test('with another seed draws other rows, and closed forms ask for none', async () => {
    const bench = await exampleBench()
    const recorded = await recordedComparison(bench, 2)
    const { facts } = await compared(bench, { champion: '1', challenger: '2', evidence: false, seed: 1 })
    expect(facts.metrics['roc-auc']).toEqual(recorded.metrics['roc-auc'])
    expect(facts.metrics.brier).toEqual(recorded.metrics.brier)
    const [drawn, before] = [facts, recorded].map(({ metrics }) => metrics['ks-separation']?.interval)
    expect(drawn).not.toEqual(before)
    expect(drawn?.low).toBeCloseTo(before?.low ?? 0, 2)
  })

  test('with a champion needs that there is one', async () => {
    const bench = await churnBench()
    await expectRefused(bench.root, () => run(compare, bench, { model: 'churn' }), {
      code: 'unknown-version',
      message: 'no champion yet',
      next: 'modelyard evaluate churn latest',
    })
  })

  test('is judged for a stage that the lifecycle has', async () => {
    const bench = await exampleBench()
    const input = { champion: '1', challenger: '2', for: 'prodction' }
    await expectRefused(bench.root, () => compared(bench, input), {
      code: 'unknown-name',
      next: '`production`',
    })
  })
})

describe('columns that evaluate names', () => {
  // Twenty households of three rows; the group follows what the model looks at.
  const rows = Array.from({ length: 60 }, (_, at) =>
    [at % 2, at % 3 === 0 ? 1 : 0, at % 4 === 0 ? 'Yes' : 'No', at % 5 < 2 ? 'Yes' : 'No'].concat([
      at % 2 === 0 ? 'north' : 'south',
      `h${Math.floor(at / 3)}`,
      String(at % 58),
    ]),
  )
  const DATA = [
    'phone_service,paperless_billing,streaming_tv,churn,region,household,id',
    ...rows.map(row => row.join(',')),
  ]
    .join('\n')
    .concat('\n')
  const bench = (keys: string) =>
    registeredBench({
      files: {
        'data/test.csv': DATA,
        [`${MODEL}/model.yaml`]: CHURN_YAML.replace('{uri: data/test.csv}', `{uri: data/test.csv}, ${keys}`),
      },
    })
  const both = { model: 'churn', champion: '1', challenger: '1' }

  test('make slices, fairness and clusters, and repeated keys are said', async () => {
    const made = await bench('slices: [region], cluster: household, key: id')
    const result = await run<ComparisonResult>(compare, made, both)
    expect(result.evidence.map(({ path }) => path.replace(/^.*\/(\w+)-.*$/, '$1'))).toEqual([
      'evaluation',
      'size',
      'comparison',
      'fairness',
    ])
    expect(result.facts.slices?.map(({ value, rows: count }) => [value, count])).toEqual([
      ['north', 30],
      ['south', 30],
    ])
    expect(result.facts.clusters).toEqual({ column: 'household', count: 20 })
    expect(result.facts.metrics['ks-separation']?.interval?.method).toBe('bootstrap-cluster')
    expect(result.fairness?.columns[0]).toMatchObject({
      column: 'region',
      groups: [{ value: 'north' }, { value: 'south' }],
    })
    expect(result.fairness?.columns[0]?.measures.map(({ change }) => change?.value)).toEqual(
      result.fairness?.columns[0]?.measures.map(() => 0),
    )
    expect(result.remarks.join()).toContain('2 rows have a `id` that another row has before')
    expect(result.remarks.join()).toContain('20 values of `household`')
    const evaluation = await readFile(join(made.root, result.evidence[0]?.path ?? ''), 'utf8')
    expect(JSON.parse(evaluation).facts).toMatchObject({
      traps: { 'duplicate-keys': 2 },
      slices: [{ value: 'north' }, { value: 'south' }],
    })
  })

  test('give the same evaluation by either command, and fairness alone where no champion is', async () => {
    const made = await bench('slices: [region], threshold: 0.2')
    const alone = await run<EvaluationResult>(evaluate, made, { model: 'churn', version: '1' })
    expect(alone.facts.settings).toEqual({ threshold: 0.2 })
    expect(alone.evidence).toHaveLength(3)
    const fairness = JSON.parse(await readFile(join(made.root, alone.evidence.at(-1)?.path ?? ''), 'utf8'))
    expect(fairness).toMatchObject({ kind: 'fairness', facts: { settings: { threshold: 0.2 } } })
    expect(fairness.subject).not.toHaveProperty('champion')
    const compared = await run<ComparisonResult>(compare, made, both)
    expect(compared.evidence.map(({ is }) => is)).toEqual(['repeat', 'repeat', 'new', 'new'])
  })

  test('have to be there', async () => {
    const made = await bench('slices: [country]')
    await expectRefused(made.root, () => run(compare, made, both), {
      code: 'bad-data',
      message: 'country',
    })
  })

  test('have to hold groups', async () => {
    const made = await bench('slices: [id]')
    await expectRefused(made.root, () => run(compare, made, both), { code: 'bad-data', next: 'ranges' })
  })
})

test('slices are read in the pass of a model, not in one of their own', async () => {
  const bench = await exampleBench()
  const read: string[][] = []
  const { tables } = bench.ports
  const spied = {
    ...tables,
    read: (...args: Parameters<typeof tables.read>) => {
      read.push(args[1].map(({ name }) => name))
      return tables.read(...args)
    },
  }
  const result = await run<ComparisonResult>(
    compare,
    { ports: { ...bench.ports, tables: spied } },
    { model: 'telco-churn', champion: '1', challenger: '2', evidence: false },
  )
  expect(result.facts.slices?.length).toBeGreaterThan(2)
  expect(read).toHaveLength(2)
})
