import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import type { SealResult } from '../domain/results/seal.ts'
import type { Ports } from '../ports.ts'
import { defineMeasurement } from './define.ts'
import { openRegistry, type RegistryAt } from './registry-reader.ts'
import { sealMerged } from './seal-merged.ts'

/** Each costs about ten calls; what is left over the next run takes. */
const MOST_RECORDS = 50

export const seal = defineMeasurement({
  name: 'seal',
  summary: 'Record who approved and merged promotions, and start what follows them.',
  details: `For every merged promotion, rollback, archiving and move of an alias that has no seal yet: checks record,
pointers and approvals again by the policy that it was built on, closes other proposals of ours for the same
stage, makes a GitHub Deployment and starts the stage's workflow, and writes the seal to the branch
modelyard-audit. What did not hold is told on the commit and fails; it is sealed all the same, and not deployed.`,
  positional: [],
  examples: [{ command: 'modelyard seal', does: 'seals what was merged since the last time' }],
  permission: 'write',
  doors: ['action', 'cli'],
  asksGitHub: true,
  input: z.strictObject({
    limit: z
      ._default(z.int().check(z.minimum(1), z.maximum(1000)), MOST_RECORDS)
      .check(z.describe('How many to seal at most; the next run goes on.')),
  }),
  results: ['seal'],
  async run({ limit }, ports, watch): Promise<SealResult> {
    const registry = await openRegistry(ports.repository)
    if (registry.config.app) return nothing(registry, 'the GitHub App seals and deploys here: `app: true`')
    return sealMerged(registry, await branchOf(ports), limit, ports, watch)
  },
})

function nothing({ commit }: RegistryAt, remark: string): SealResult {
  return { kind: 'seal', outcome: 'passed', commit, sealed: [], waiting: 0, remarks: [remark], next: [] }
}

/** What was pushed, whose open pull requests are looked at and on which workflows start. */
async function branchOf({ repository }: Ports): Promise<string> {
  const { branch } = await repository.head()
  if (branch !== undefined) return branch
  throw new ModelyardError({
    code: 'detached-head',
    message: 'no branch is checked out: which one was merged to is not known',
    next: 'check the default branch out: write `ref: main` under `with:` of actions/checkout',
  })
}
