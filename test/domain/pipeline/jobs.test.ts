import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  COMPARISON_JOB,
  failedComparisons,
  needsOfJobs,
  PIPELINE_JOBS,
} from '../../../src/domain/pipeline/jobs.ts'

const job = (name: string, conclusion?: string) => ({ name, conclusion })
const ALL = [
  job('p / registry', 'success'),
  job('p / lint a', 'success'),
  job('p / train a on a sample', 'success'),
]

test('the jobs are those that the workflow waits for, by their names in it', () => {
  const text = readFileSync(new URL('../../../.github/workflows/pipeline.yml', import.meta.url), 'utf8')
  const { jobs } = parse(text) as {
    jobs: Record<string, { name: string; needs: string[]; steps: { with?: { previews?: string } }[] }>
  }
  const named = (key: string) => jobs[key]?.name.replace('$' + '{{ matrix.model }}', '*')
  // What only shows something is judged nowhere, and a comparison where the base asks for it.
  expect(named(COMPARISON_JOB.key)).toBe(COMPARISON_JOB.name)
  const judged = jobs.report?.needs.filter(key => key !== COMPARISON_JOB.key && key !== 'stage')
  const names = judged?.map(key => [key, named(key)])
  expect(Object.fromEntries(names ?? [])).toEqual(PIPELINE_JOBS)
})

test('a leg that failed fails its job, and one without an end is missing', () => {
  const needs = needsOfJobs([
    ...ALL,
    job('p / test a', 'success'),
    job('p / test b', 'timed_out'),
    job('p / lint b'),
    job('p / contract of a', 'success'),
  ])
  expect(Object.entries(needs).map(([name, { result }]) => [name, result])).toEqual([
    ['registry', 'success'],
    ['lint', 'cancelled'],
    ['train-sample', 'success'],
    ['test', 'failure'],
    ['contract', 'success'],
  ])
})

test('a job that is not there is missing; one that was skipped as a whole is skipped', () => {
  expect(needsOfJobs(ALL).test).toEqual({ result: 'cancelled' })
  for (const name of ['p / test', 'p / test $' + '{{ matrix.model }}', 'test a'])
    expect(needsOfJobs([...ALL, job(name, 'skipped')]).test).toEqual({ result: 'skipped' })
  for (const name of ['p / tests', 'p / a test b', 'testing'])
    expect(needsOfJobs([...ALL, job(name, 'success')]).test).toEqual({ result: 'cancelled' })
})

test('of comparisons those that failed are told by their models', () => {
  const found = failedComparisons([
    ...ALL,
    job('p / compare a', 'failure'),
    job('p / compare b-2', 'timed_out'),
    job('p / compare c', 'success'),
    job('p / compare d', 'cancelled'),
    job('p / compare ../a', 'failure'),
    job('p / lint e', 'failure'),
  ])
  expect(found).toEqual(['a', 'b-2'])
})
