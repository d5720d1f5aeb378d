import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/commands/evaluate.ts'
import { monitor } from '../../src/commands/monitor.ts'
import { Evidence } from '../../src/domain/evidence/evidence.ts'
import type { DriftResult } from '../../src/domain/results/drift.ts'
import type { EvaluationResult } from '../../src/domain/results/measurement.ts'
import { exampleBench, run } from '../support/real-bench.ts'

describe('the example, measured again', () => {
  test.each([1, 2, 3, 4, 5])('version %i has the figures that are on record, within 1e-6', async version => {
    const bench = await exampleBench()
    const input = { model: 'telco-churn', version: String(version) }
    const result = await run<EvaluationResult>(evaluate, bench, input)
    const folder = `registry-data/models/telco-churn/versions/${version}/evidence`
    const names = await readdir(join(bench.root, folder))
    const name = names.find(file => file.startsWith('evaluation-')) ?? ''
    const recorded = Evidence.parse(JSON.parse(await readFile(join(bench.root, folder, name), 'utf8')))
    if (recorded.kind !== 'evaluation') throw new Error(`${name} is a ${recorded.kind}`)
    expect(Object.keys(result.facts.metrics).sort()).toEqual(Object.keys(recorded.facts.metrics).sort())
    const found = new Map(Object.entries(result.facts.metrics))
    for (const [metric, value] of Object.entries(recorded.facts.metrics as Record<string, number>)) {
      const off = Math.abs((found.get(metric) ?? Number.NaN) - value)
      expect(off, metric).toBeLessThanOrEqual(1e-6 * Math.abs(value))
    }
    expect(result).toMatchObject({
      facts: { rows: 1409, 'positive-rows': 374, classes: ['No', 'Yes'] },
      data: { uri: 'examples/telco-churn/data/test.csv', pinned: true },
    })
    expect(result.evidence[0]).toMatchObject({ path: `${folder}/${name}`, is: 'repeat' })
  })
})

describe('--profile', () => {
  test('leaves what monitoring compares with, and then no training data are read', async () => {
    const bench = await exampleBench()
    const input = { model: 'telco-churn', version: '2', profile: true }
    const { evidence, remarks } = await run<EvaluationResult>(evaluate, bench, input)
    const left = evidence.find(({ path }) => /\/profile-\w{12}\.json$/.test(path))
    expect(left).toMatchObject({ is: 'new' })
    expect(remarks.join()).not.toContain('profile')
    const tables = { ...bench.ports.tables, quantiles: () => Promise.reject(new Error('profiled again')) }
    const seen = 'examples/telco-churn/data/test.csv'
    const found = await run<DriftResult>(
      monitor,
      { ...bench, ports: { ...bench.ports, tables } },
      { model: 'telco-churn', version: '2', current: join(bench.root, seen) },
    )
    expect(found).toMatchObject({ reference: { profile: left?.digest }, evidence: [], outcome: 'passed' })
  })

  test('says where the training data are gone, and measures all the same', async () => {
    const bench = await exampleBench()
    const input = { model: 'telco-churn', version: '2', profile: true }
    const { repository: whole } = bench.ports
    const isGone = (path: string) => path.endsWith('train.csv')
    const gone = {
      ...whole,
      readFile: async (commit: string, path: string) =>
        isGone(path) ? undefined : whole.readFile(commit, path),
    }
    await bench.write({ 'examples/telco-churn/data/train.csv': 'other,rows\n1,2\n' })
    const ports = { ...bench.ports, repository: gone }
    const { evidence, remarks, facts } = await run<EvaluationResult>(evaluate, { ...bench, ports }, input)
    expect(facts.rows).toBe(1409)
    expect(evidence.map(({ path }) => path.split('/').at(-1)?.split('-')[0])).toEqual(['evaluation', 'size'])
    expect(remarks).toContainEqual(
      expect.stringMatching(/^no profile of the training data was left: .*train\.csv, is not there/),
    )
  })
})
