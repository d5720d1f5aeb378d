import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { needsOfJobs, PIPELINE_JOBS } from '../../../src/domain/pipeline/jobs.ts'

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
  // What only shows something is judged nowhere.
  const previews = jobs.report?.steps.flatMap(step => step.with?.previews?.split('\n') ?? [])
  const judged = jobs.report?.needs.filter(key => !previews?.includes(key))
  const names = judged?.map(key => [key, jobs[key]?.name.replace('$' + '{{ matrix.model }}', '*')])
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
