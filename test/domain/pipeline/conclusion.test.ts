import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concludePipeline, JobResult, type PipelineFacts } from '../../../src/domain/pipeline/conclusion.ts'

const JOBS = ['registry', 'lint', 'train', 'test', 'contract', 'benchmark'] as const
type Results = Partial<Record<(typeof JOBS)[number], JobResult>>
const ALL: Results = Object.fromEntries(JOBS.map(job => [job, 'success']))

const conclude = (results: Results, facts: Partial<PipelineFacts> = {}) =>
  concludePipeline({
    needs: Object.fromEntries(Object.entries(results).map(([job, result]) => [job, { result }])),
    switchedOff: [],
    previews: ['benchmark'],
    nothingFor: [],
    registry: 'registry',
    ...facts,
  })

describe('a pipeline', () => {
  test('passes when every job passed, and names them', () => {
    expect(conclude(ALL)).toEqual({
      state: 'success',
      description: 'passed: registry, contract, lint, test, train',
    })
  })

  test.for([
    ['lint', 'failure', 'failed: lint'],
    ['test', 'cancelled', 'no result of: test'],
    ['contract', 'skipped', 'no result of: contract'],
    ['registry', 'skipped', 'no result of: registry'],
  ] as const)('does not pass when %s ends in %s', ([job, result, description]) => {
    expect(conclude({ ...ALL, [job]: result })).toEqual({ state: 'failure', description })
  })

  test('takes no notice of what its switch left out, unless it ran and failed', () => {
    const switchedOff = ['lint']
    expect(conclude({ ...ALL, lint: 'skipped' }, { switchedOff }).state).toBe('success')
    expect(conclude({ ...ALL, lint: 'failure' }, { switchedOff }).state).toBe('failure')
    expect(conclude({ ...ALL, test: 'skipped' }, { switchedOff }).state).toBe('failure')
  })

  test('is not failed by a preview', () => {
    expect(conclude({ ...ALL, benchmark: 'failure' }).state).toBe('success')
  })

  test('passes where no model was touched and the registry holds', () => {
    const skipped = Object.fromEntries(JOBS.map(job => [job, 'skipped'])) as Results
    expect(conclude({ ...skipped, registry: 'success' }, { nothingFor: JOBS })).toEqual({
      state: 'success',
      description: 'the registry holds; no model has to be trained for this change',
    })
    expect(conclude({ ...skipped, registry: 'failure' }, { nothingFor: JOBS }).state).toBe('failure')
    expect(conclude({ ...skipped, registry: 'success', test: 'cancelled' }, { nothingFor: JOBS }).state).toBe(
      'failure',
    )
  })

  test('does not pass without a word of the registry, or of anything', () => {
    const { registry: _registry, ...others } = ALL
    expect(conclude(others).state).toBe('failure')
    expect(conclude({}).state).toBe('failure')
    expect(conclude({}, { nothingFor: JOBS }).state).toBe('failure')
  })

  test('passes only where every judged job passed, whatever happened', () => {
    const results = fc.dictionary(fc.constantFrom(...JOBS), fc.constantFrom(...JobResult.options))
    fc.assert(
      fc.property(results, some => {
        const judged = Object.entries(some).filter(([job]) => job !== 'benchmark')
        const passes = some.registry === 'success' && judged.every(([, result]) => result === 'success')
        expect(conclude(some as Results).state).toBe(passes ? 'success' : 'failure')
      }),
    )
  })

  test('says no more than GitHub shows', () => {
    const needs = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`a job with a long name ${at}`, { result: 'failure' as const }]),
    )
    const { description } = concludePipeline({
      needs,
      switchedOff: [],
      previews: [],
      nothingFor: [],
      registry: 'registry',
    })
    expect(description).toHaveLength(140)
    expect(description.endsWith('…')).toBe(true)
  })
})
