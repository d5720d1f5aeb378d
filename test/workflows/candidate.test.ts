import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { projectRoot } from '../support/imports.ts'

interface Job {
  readonly if?: string
  readonly needs?: string | readonly string[]
  readonly permissions: Readonly<Record<string, string>>
}
const jobsOf = (name: string) =>
  (parse(readFileSync(join(projectRoot, '.github/workflows', name), 'utf8')) as { jobs: Record<string, Job> })
    .jobs
const needsOf = ({ needs = [] }: Job) => [needs].flat()

/** What a caller has to grant: of each scope the most that a job asks for, whether it is skipped or not. */
function granted(name: string): Record<string, string> {
  const all = Object.values(jobsOf(name)).flatMap(({ permissions }) => Object.entries(permissions))
  return Object.fromEntries(all.sort(([, right]) => (right === 'write' ? 1 : -1)))
}

test('one job may write to the repository, and the half for pull requests has none', () => {
  const writing = Object.entries(jobsOf('candidate.yml')).filter(([, { permissions }]) =>
    Object.values(permissions).includes('write'),
  )
  expect(writing.map(([name]) => name)).toEqual(['propose'])
  expect(granted('candidate.yml')).toEqual({
    contents: 'write',
    'pull-requests': 'write',
    statuses: 'write',
  })
  expect(granted('pipeline.yml')).toEqual({
    actions: 'read',
    contents: 'read',
    'pull-requests': 'write',
    statuses: 'write',
  })
})

test('it begins on the default branch alone, and every other job waits for the one that looks at that', () => {
  const { candidates, ...others } = jobsOf('candidate.yml')
  expect(candidates?.if?.replaceAll(/\s+/g, ' ')).toBe(
    `\${{ github.event_name == 'schedule' || (contains(fromJSON('["push", "workflow_dispatch"]'), github.event_name) && github.ref_name == github.event.repository.default_branch) }}`,
  )
  for (const [name, job] of Object.entries(others)) {
    expect(needsOf(job), name).toContain('candidates')
    // What runs although another was skipped says itself that the first one passed.
    if (job.if?.includes('!cancelled()'))
      expect(job.if, name).toContain("needs.candidates.result == 'success'")
  }
})
