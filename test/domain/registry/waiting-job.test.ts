import { describe, expect, test } from 'vitest'
import { type JobFacts, judgeJob, type Served } from '../../../src/domain/registry/waiting-job.ts'

const HOUR = 3_600_000
const churn = (version: number, digest = `d${version}`): Served => ({
  model: 'churn',
  stage: 'production',
  version,
  digest,
})
const GOOD: JobFacts = {
  stages: ['production'],
  isMerged: true,
  now: [churn(3)],
  atCommit: [churn(3)],
  seals: [{ served: churn(3), is: 'held' }],
  asked: [],
  waitedMs: 0,
}
const judged = (facts: Partial<JobFacts>) => judgeJob({ ...GOOD, ...facts }).is

test('a job goes on whose commit names what the default branch names, sealed as held', () => {
  expect(judgeJob(GOOD)).toEqual({
    is: 'approved',
    why: 'It names what the default branch names: churn 3 in production.',
  })
})

describe('what is wrong for ever is refused at once', () => {
  test.for([
    ['no stage has the environment', { stages: [] }],
    ['nothing stands in the stage', { now: [], atCommit: [] }],
    ['its own registry cannot be read', { atCommit: undefined }],
    ['an older version', { atCommit: [churn(2)] }],
    ['the same version with other bytes', { atCommit: [churn(3, 'other')] }],
    ['one version more than the default branch names', { atCommit: [churn(3), churn(4)] }],
    ['a model less than the default branch names', { now: [churn(3), { ...churn(1), model: 'spam' }] }],
    ['a move that did not hold', { seals: [{ served: churn(3), is: 'not-held' }] }],
    ['a pull request that would bring back another version', { atCommit: [churn(2)], asked: [churn(1)] }],
    [
      'a pull request that would bring it back elsewhere',
      { atCommit: [churn(2)], asked: [{ ...churn(2), stage: 'staging' }] },
    ],
  ] satisfies [string, Partial<JobFacts>][])('%s', ([, facts]) => {
    expect(judged(facts)).toBe('rejected')
  })
})

describe('what may still come is waited for, and then refused', () => {
  test.for([
    ['a seal', { seals: [{ served: churn(3), is: 'missing' }] }, 24 * HOUR],
    ['a registry that can be read again', { now: undefined }, 24 * HOUR],
    ['a history that is not at hand', { isMerged: undefined }, 24 * HOUR],
    ['a commit that is not on the default branch', { isMerged: false }, HOUR / 6],
    [
      'an open pull request that brings its version back',
      { atCommit: [churn(2)], asked: [churn(2)] },
      24 * HOUR,
    ],
  ] satisfies [string, Partial<JobFacts>, number][])('%s', ([, facts, most]) => {
    expect(judged({ ...facts, waitedMs: most - 1 })).toBe('pending')
    expect(judged({ ...facts, waitedMs: most })).toBe('rejected')
  })
})

test('of several models every one has to be brought back', () => {
  const spam: Served = { model: 'spam', stage: 'production', version: 1, digest: 's1' }
  const older = { now: [churn(3), { ...spam, version: 2 }], atCommit: [churn(2), spam] }
  expect(judged({ ...older, asked: [churn(2)] })).toBe('rejected')
  expect(judged({ ...older, asked: [churn(2), spam] })).toBe('pending')
})
