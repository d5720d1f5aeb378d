import * as z from 'zod/mini'
import { isError, type Problem } from '../domain/problem.ts'
import type { ValidationResult } from '../domain/results/validation.ts'
import type { Ports } from '../ports.ts'
import { candidateModels } from './candidate-models.ts'
import { defineMeasurement } from './define.ts'
import { monitoredModels } from './monitored-models.ts'
import { openRegistry } from './registry-reader.ts'
import { validateAgainstBase } from './validate-base.ts'
import { validateTree } from './validate-tree.ts'

export const validate = defineMeasurement({
  name: 'validate',
  summary: 'Check the registry: its files, and with --base what a branch does to it.',
  details: `Without flags: every file of the registry as it lies on disk, each model as a whole, and the history behind it. With
--base: what the last commit changes against that branch, tag or commit, as a pull request is judged. All problems, not
the first; each with its place and what to do. In a workflow it also asks GitHub where the evidence comes from that a
branch adds; at a terminal origin is not asked.`,
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
    candidates: z
      ._default(z.boolean(), false)
      .check(
        z.describe(
          'Also tell which models have to be trained, or have a new version to promote: with --base those of its changes, otherwise all that train.',
        ),
      ),
    monitored: z
      ._default(z.boolean(), false)
      .check(z.describe('Also tell which models say what production saw: `monitor` in model.yaml.')),
  }),
  results: ['validation'],
  async run(input, ports): Promise<ValidationResult> {
    const found =
      input.base === undefined
        ? await validateTree(ports)
        : await validateAgainstBase(input.base, input.at, await portsFor(input.at, ports))
    const problems = [...distinct(found.problems)]
    const passed = !problems.some(isError)
    return {
      kind: 'validation',
      outcome: passed ? 'passed' : 'failed',
      ...found,
      // Of a registry that is broken nothing is proposed.
      ...(input.candidates && passed ? { candidates: await candidatesOf(found, ports) } : {}),
      ...(input.monitored ? { monitored: await monitoredOf(found, ports) } : {}),
      problems,
    }
  },
})

/** What is merged is believed: where evidence comes from, and what a merge needs, is asked of a pull request alone. */
async function portsFor(at: string, ports: Ports): Promise<Ports> {
  const { run } = ports.host
  const isMerged = run?.merged === true && (await ports.repository.resolve(at)) === run.commit
  return isMerged ? { ...ports, provenance: undefined, branchRules: undefined } : ports
}

async function candidatesOf({ base, head }: Pick<ValidationResult, 'base' | 'head'>, { repository }: Ports) {
  const registry = await openRegistry(repository, head)
  const changes = base === undefined ? undefined : await repository.changes(base, registry.commit, [])
  return candidateModels(registry, changes)
}

async function monitoredOf({ head }: Pick<ValidationResult, 'head'>, { repository }: Ports) {
  return monitoredModels(await openRegistry(repository, head))
}

function distinct(problems: readonly Problem[]): Iterable<Problem> {
  return new Map(
    problems.map(problem => [JSON.stringify([problem.place, problem.message]), problem]),
  ).values()
}
