import * as z from 'zod/mini'
import { isError, type Problem } from '../domain/problem.ts'
import type { ValidationResult } from '../domain/results/validation.ts'
import { defineMeasurement } from './define.ts'
import { validateAgainstBase } from './validate-base.ts'
import { validateTree } from './validate-tree.ts'

export const validate = defineMeasurement({
  name: 'validate',
  summary: 'Check the registry: its files, and with --base what a branch does to it.',
  details: `Without flags: every file of the registry as it lies on disk, each model as a whole, and the history behind it. With
--base: what the last commit changes against that branch, tag or commit, as a pull request is judged. All problems, not
the first; each with its place and what to do.`,
  positional: [],
  examples: [
    { command: 'modelyard validate', does: 'checks the registry on disk' },
    {
      command: 'modelyard validate --base origin/main',
      does: 'checks what this branch does to the registry of main',
    },
  ],
  permission: 'read',
  doors: ['action', 'cli'],
  asksGitHub: true,
  input: z.strictObject({
    base: z
      .optional(z.string().check(z.minLength(1), z.maxLength(300)))
      .check(z.describe('Branch, tag or commit to judge against.')),
    at: z
      ._default(z.string().check(z.minLength(1), z.maxLength(300)), 'HEAD')
      .check(z.describe('With --base: the commit to judge.')),
  }),
  results: ['validation'],
  async run(input, ports): Promise<ValidationResult> {
    const found =
      input.base === undefined
        ? await validateTree(ports)
        : await validateAgainstBase(input.base, input.at, ports)
    const problems = [...distinct(found.problems)]
    return {
      kind: 'validation',
      outcome: problems.some(isError) ? 'failed' : 'passed',
      ...found,
      problems,
    }
  },
})

function distinct(problems: readonly Problem[]): Iterable<Problem> {
  return new Map(
    problems.map(problem => [JSON.stringify([problem.place, problem.message]), problem]),
  ).values()
}
