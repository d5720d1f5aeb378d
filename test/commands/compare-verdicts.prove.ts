import { expect, test } from 'vitest'
import { compare } from '../../src/commands/compare.ts'
import type { ComparisonResult } from '../../src/domain/results/measurement.ts'
import { exampleBench, run } from '../support/real-bench.ts'
import { expectUnchanged } from '../support/unchanged.ts'

test.each([
  ['worse', 0, 'failed', { champion: '2', challenger: '1' }],
  ['worse', 0.02, 'inconclusive', { champion: '2', challenger: '4', for: 'staging' }],
  ['inconclusive', 0.02, 'passed', { champion: '2', challenger: '5', for: 'staging' }],
] as const)(
  'the verdict is %s, by a margin of %d; the policy says %s: %j',
  async (verdict, margin, outcome, input) => {
    const bench = await exampleBench()
    const result = await expectUnchanged(bench.root, () =>
      run<ComparisonResult>(compare, bench, { model: 'telco-churn', ...input, evidence: false }),
    )
    expect(result).toMatchObject({ verdict, margin, outcome, evidence: [] })
  },
)
