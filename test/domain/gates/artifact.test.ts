import { describe, expect, test } from 'vitest'
import type { Reproducibility } from '../../../src/domain/evidence/reproducibility.ts'
import { evaluateContract } from '../../../src/domain/gates/contract.ts'
import { evaluateReproducible, type Reproducible } from '../../../src/domain/gates/reproducible.ts'
import { evaluateSize, SizeLimit } from '../../../src/domain/gates/size.ts'
import { judged, judgedAlone, measured } from '../../support/judged.ts'
import { commitId, DATA, digest } from '../../support/models.ts'

describe('the size of the artifact', () => {
  const gate = (max: string | number, bytes: number) =>
    evaluateSize({ size: { max } }, judgedAlone(measured('size', { bytes, files: 1 })))

  test.each([
    ['50MB', 50_000_000],
    ['1.5 kB', 1500],
    ['1KiB', 1024],
    ['64MiB', 67_108_864],
    ['2GB', 2_000_000_000],
    [1000, 1000],
  ])('%s is %d bytes, which is allowed, and one more is not', (max, bytes) => {
    expect(gate(max, bytes)).toMatchObject({ outcome: 'passed', wanted: { value: bytes, unit: 'bytes' } })
    expect(gate(max, bytes + 1).outcome).toBe('failed')
  })

  test.each([['50'], ['50mb'], ['0'], [0], [1.5], ['1e3MB']])('%j is no size', max => {
    expect(SizeLimit.safeParse({ size: { max } }).success).toBe(false)
  })

  test('without a measurement it is inconclusive', () => {
    expect(evaluateSize({ size: { max: 1 } }, judged()).outcome).toBe('inconclusive')
  })
})

describe('training again', () => {
  const gate = (rule: Reproducible, facts: Partial<Reproducibility>) =>
    evaluateReproducible(
      rule,
      judgedAlone(
        measured('reproducibility', {
          finding: 'same-bytes',
          commit: commitId('c'),
          data: DATA,
          seed: 7,
          artifacts: [digest('2'), digest('2')],
          ...facts,
        }),
      ),
    ).outcome
  const alike = { reproducible: 'same-predictions' } as const

  test.each([
    [{ reproducible: true }, 'same-bytes', 'passed'],
    [{ reproducible: true }, 'same-predictions', 'failed'],
    [{ reproducible: true }, 'different', 'failed'],
    [alike, 'same-bytes', 'passed'],
    [alike, 'same-predictions', 'passed'],
    [alike, 'different', 'failed'],
  ] as const)('%j where it gave %s: %s', (rule, finding, outcome) => {
    expect(gate(rule, { finding })).toBe(outcome)
  })

  test('the tolerance of the policy counts, not what the measurement allowed itself', () => {
    const facts = { finding: 'same-predictions', tolerance: 1, 'largest-difference': 0.5 } as const
    expect(gate({ ...alike, tolerance: 1e-6 }, facts)).toBe('failed')
    expect(gate({ ...alike, tolerance: 0.5 }, facts)).toBe('passed')
    expect(gate({ ...alike, tolerance: 0.5 }, { finding: 'same-predictions' })).toBe('inconclusive')
  })
})

describe('the contract', () => {
  const contract = (
    outcomes: readonly ('kept' | 'broken' | 'not-asked')[],
    against: 'artifact' | 'endpoint',
  ) =>
    measured(
      'contract',
      {
        against,
        inputs: 19,
        probes: 40,
        checks: outcomes.map((outcome, index) => ({ check: `check ${index}`, outcome, probes: 1 })),
      },
      { digest: digest(against === 'artifact' ? 'a' : 'b') },
    )
  const gate = (...outcomes: ('kept' | 'broken' | 'not-asked')[]) =>
    evaluateContract({ contract: true }, judgedAlone(contract(outcomes, 'artifact'))).outcome

  test('one broken promise fails it, one kept at least is needed', () => {
    expect(gate('kept', 'not-asked')).toBe('passed')
    expect(gate('kept', 'broken')).toBe('failed')
    expect(gate('not-asked')).toBe('inconclusive')
  })

  test('what must have been asked is not replaced by what was', () => {
    const evidence = judgedAlone(contract(['broken'], 'endpoint'), contract(['kept'], 'artifact'))
    expect(evaluateContract({ contract: true }, evidence).evidence).toBe(digest('a'))
    expect(evaluateContract({ contract: 'endpoint' }, evidence)).toMatchObject({
      outcome: 'failed',
      evidence: digest('b'),
    })
    const onlyArtifact = judgedAlone(contract(['kept'], 'artifact'))
    expect(evaluateContract({ contract: 'endpoint' }, onlyArtifact).outcome).toBe('inconclusive')
  })
})
