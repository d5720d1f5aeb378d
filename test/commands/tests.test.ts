import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tests } from '../../src/commands/tests.ts'
import type { TestReportResult } from '../../src/domain/results/test-report.ts'
import { churnBench, type RealBench, run } from '../support/real-bench.ts'
import { expectRefused, expectUnchanged } from '../support/unchanged.ts'
import { sha256 } from '../support/workbench.ts'

const taken = (bench: RealBench, input: Readonly<Record<string, unknown>> = {}) =>
  run<TestReportResult>(tests, bench, { model: 'churn', version: '1', file: 'tests.xml', ...input })

const report = (inside: string) => `<testsuite name="a">${inside}</testsuite>`

test.each([
  ['passed', '<testcase name="1"/><testcase name="2"><skipped/></testcase>'],
  ['failed', '<testcase name="1"/><testcase name="2"><failure/></testcase>'],
  ['failed', '<testcase name="1"/><testcase name="2"><error/></testcase>'],
  ['inconclusive', '<testcase name="2"><skipped/></testcase>'],
  ['inconclusive', ''],
])('tests are %s with %j', async (outcome, inside) => {
  const bench = await churnBench()
  await bench.write({ 'tests.xml': report(inside) })
  expect(await taken(bench, { evidence: false })).toMatchObject({ outcome, evidence: [] })
})

test('a report is evidence about the artifact, once, with its digest', async () => {
  const bench = await churnBench()
  const text = report('<testcase name="1"/>')
  await bench.write({ 'tests.xml': text })
  const first = await taken(bench)
  expect(first).toMatchObject({
    facts: { format: 'junit', report: sha256(text), passed: 1 },
    evidence: [{ is: 'new', path: expect.stringContaining('churn/1/tests-') }],
  })
  const again = await expectUnchanged(bench.root, () => taken(bench))
  expect(again.evidence).toMatchObject([{ is: 'repeat' }])
})

test('what is no report, is not there, or is as large as a disk is refused', async () => {
  const bench = await churnBench()
  await bench.write({ 'tests.xml': 'ok then', 'out.txt': 'hello\n' })
  await expectRefused(bench.root, () => taken(bench, { file: 'out.txt' }), { code: 'bad-file' })
  await expectRefused(bench.root, () => taken(bench, { file: 'none.xml' }), { code: 'bad-artifact' })
  await expectRefused(bench.root, () => taken(bench, { reportFormat: 'junit' }), { code: 'bad-file' })
  await bench.write({ large: '' })
  await truncate(join(bench.root, 'large'), 100 * 1024 * 1024)
  await expect(taken(bench, { file: 'large' })).rejects.toMatchObject({ code: 'too-large' })
})

test('a folder stands for the one report in it', async () => {
  const bench = await churnBench()
  await bench.write({ 'out/tests.xml': report('<testcase name="1"/>'), 'out/coverage.txt': 'all of it\n' })
  expect(await taken(bench, { file: 'out', evidence: false })).toMatchObject({
    outcome: 'passed',
    file: 'out/tests.xml',
  })
  await bench.write({ 'out/more.xml': report(''), 'none/coverage.txt': 'none\n' })
  await expectRefused(bench.root, () => taken(bench, { file: 'out' }), {
    code: 'bad-artifact',
    message: 'more.xml, tests.xml',
  })
  await expectRefused(bench.root, () => taken(bench, { file: 'none' }), {
    code: 'bad-artifact',
    message: 'no report',
  })
})
