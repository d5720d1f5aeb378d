import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evidence } from '../../src/commands/evidence.ts'
import type { CustomEvidenceResult } from '../../src/domain/results/custom-evidence.ts'
import { churnBench, type RealBench, run } from '../support/real-bench.ts'
import { expectRefused, expectUnchanged } from '../support/unchanged.ts'

const added = (bench: RealBench, input: Readonly<Record<string, unknown>>) =>
  run<CustomEvidenceResult>(evidence, bench, { action: 'add', model: 'churn', version: '1', ...input })

test('is bound to the artifact, says who added it, and is kept once', async () => {
  const bench = await churnBench()
  const input = { name: 'load-test', passed: true, value: ['rps=1200', 'errors=0'], note: 'one hour' }
  const result = await added(bench, input)
  expect(result).toMatchObject({ outcome: 'passed', evidence: [{ is: 'new' }] })
  const kept = JSON.parse(await readFile(join(bench.root, result.evidence[0]?.path ?? ''), 'utf8'))
  expect(kept).toMatchObject({
    kind: 'custom',
    subject: { artifact: result.version.artifact },
    facts: { name: 'load-test', passed: true, values: { errors: 0, rps: 1200 }, note: 'one hour' },
    origin: { by: 'Ada Lovelace' },
  })
  const again = await expectUnchanged(bench.root, () => added(bench, input))
  expect(again.evidence).toMatchObject([{ is: 'repeat' }])
})

describe('what it says', () => {
  test('may stand in a file; flags go before it', async () => {
    const bench = await churnBench()
    const file = { name: 'study', passed: true, values: { rows: 10, share: 0.5 }, note: 'see the wiki' }
    await bench.write({ 'study.json': JSON.stringify(file) })
    expect((await added(bench, { file: 'study.json' })).facts).toEqual(file)
    const flags = { file: 'study.json', name: 'review', failed: true, value: ['rows=12'], note: 'no' }
    expect(await added(bench, flags)).toMatchObject({
      outcome: 'failed',
      facts: { name: 'review', passed: false, values: { rows: 12, share: 0.5 }, note: 'no' },
    })
  })

  test('need not be a verdict', async () => {
    const result = await added(await churnBench(), { name: 'load-test', value: ['rps=1200'] })
    expect(result.facts).toEqual({ name: 'load-test', values: { rps: 1200 } })
    expect(result).not.toHaveProperty('outcome')
  })
})

test.each([
  ['without a name', { passed: true }, 'bad-input'],
  ['that says nothing', { name: 'review' }, 'bad-input'],
  ['that passed and failed', { name: 'review', passed: true, failed: true }, 'bad-input'],
  ['with a figure that is none', { name: 'review', value: ['rows=many'] }, 'bad-input'],
  ['with a figure without a name', { name: 'review', value: ['12'] }, 'bad-input'],
  ['to remove', { action: 'remove', name: 'review', passed: true }, 'bad-input'],
  ['of a version that is not there', { version: '9', name: 'review', passed: true }, 'unknown-version'],
  ['from a file that is not there', { file: 'none.json' }, 'bad-artifact'],
  ['from a file with another key', { file: 'bad.json' }, 'bad-file'],
  ['from a file that is no JSON', { file: 'data/test.csv' }, 'bad-json'],
] as const)('evidence %s is refused', async (_, input, code) => {
  const bench = await churnBench()
  await bench.write({ 'bad.json': '{"name": "x", "passd": true}' })
  await expectRefused(bench.root, () => added(bench, input), { code })
})
