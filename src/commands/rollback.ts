import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import type { MovePlan } from '../domain/registry/move-plan.ts'
import { StageName } from '../domain/registry/names.ts'
import { planRollback, previousVersion } from '../domain/registry/plan-rollback.ts'
import { defineChange } from './define.ts'
import { model, moveInputs, version } from './inputs.ts'
import { applyMove, moveChange } from './move-change.ts'
import { findArtifact, type MoveFacts, readMoveFacts, requestOf } from './move-facts.ts'
import { readVersion, resolveVersion } from './registry-reader.ts'

export const rollback = defineChange({
  name: 'rollback',
  summary: 'Put a version back that served before.',
  details: `Goes only to a version that the records show in that stage by a promotion whose gates passed. Its bytes are
hashed again; no other gate is asked. What it replaces is archived. Without a version: to the one before the present
one; right after a rollback the version must be named, so that repeating the command does not go back ever further.`,
  positional: ['model', 'stage', 'version'],
  examples: [
    {
      command: 'modelyard rollback telco-churn production',
      does: 'goes back to what was in production before',
    },
    {
      command: 'modelyard rollback telco-churn production 2 --reason "recall fell"',
      does: 'goes back to version 2',
    },
  ],
  permission: 'maintain',
  doors: ['action', 'cli', 'slash'],
  inComments: ['reason'],
  input: z.strictObject({
    model,
    stage: StageName.check(z.describe('The stage to roll back.')),
    version: z.optional(version),
    ...moveInputs,
    artifact: z
      .optional(z.string().check(z.minLength(1)))
      .check(z.describe('A local copy of the artifact, where it lies outside the repository.')),
  }),
  results: ['move'],
  async read(input, ports) {
    const facts = await readMoveFacts(input, ports)
    const number = await targetVersion(facts, input)
    if (typeof number !== 'number') return { ...facts, target: number }
    const record = await readVersion(facts.registry, input.model, number)
    const branch = branchOf(input, number)
    return {
      ...facts,
      target: {
        record,
        finding: await findArtifact(facts, record, ports, input.artifact),
        request: await requestOf(input, facts, branch, ports),
      },
    }
  },
  plan(input, facts) {
    const { target } = facts
    if ('plan' in target) {
      return moveChange(input, facts, target, {
        action: 'rollback',
        title: `roll ${input.stage} back`,
        branch: branchOf(input, 0),
      })
    }
    const { version: number, artifact } = target.record
    const plan = planRollback(
      { state: facts.state, version: number, artifact: artifact.sha256, finding: target.finding },
      input.stage,
      target.request,
    )
    return moveChange(input, { ...facts, request: target.request }, plan, {
      action: 'rollback',
      title: `roll ${input.stage} back to version ${number}`,
      branch: branchOf(input, number),
    })
  },
  apply: applyMove,
})

function branchOf(
  { model: name, stage }: { readonly model: string; readonly stage: string },
  number: number,
): string {
  return `modelyard/${name}/rollback-${number}-${stage}`
}

/** The version to go back to, or the refusal to guess one. */
async function targetVersion(
  { registry, state }: MoveFacts,
  { stage, version: named }: { readonly stage: string; readonly version?: string | undefined },
): Promise<number | Extract<MovePlan, { plan: 'refused' }>> {
  if (named !== undefined) return resolveVersion(registry, state, named)
  if (!state.config.lifecycle.stages.includes(stage)) {
    throw new ModelyardError({
      code: 'unknown-name',
      message: `there is no stage \`${stage}\``,
      next: `the lifecycle has ${state.config.lifecycle.stages.join(', ')}`,
    })
  }
  const previous = previousVersion(state, stage)
  return 'version' in previous ? previous.version : { plan: 'refused', reasons: [previous] }
}
