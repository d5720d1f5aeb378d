import * as z from 'zod/mini'
import { StageName } from '../domain/registry/names.ts'
import { planPromotion } from '../domain/registry/plan-promotion.ts'
import { defineChange } from './define.ts'
import { evidenceFolder, model, moveInputs, version } from './inputs.ts'
import { applyMove } from './move-change.ts'
import { findArtifact, readMoveFacts } from './move-facts.ts'
import { plannedFrom, promotionChange, readPromotion } from './promotion.ts'
import { readVersion, resolveVersion } from './registry-reader.ts'
import { closeReplaced } from './replaced-pull.ts'

export const promote = defineChange({
  name: 'promote',
  summary: 'Move a version to the next stage when the policy says yes.',
  details: `Judges the gates that the last commit's model.yaml sets for the stage, on the evidence of the version,
committed or just measured. When all pass, one commit swaps the pointers, moves the aliases that are tied to the
stages, archives what is replaced, adds the record, and makes the model card anew: on a branch of its own, ready to be
a pull request. Approvals are given there. --merge applies it to the current branch instead.`,
  positional: ['model', 'version', 'stage'],
  examples: [
    {
      command: 'modelyard promote telco-churn 5 production --dry-run',
      does: 'shows whether version 5 may go to production',
    },
    {
      command: 'modelyard promote telco-churn challenger production --reason "better recall"',
      does: 'makes the branch of the promotion',
    },
  ],
  permission: 'maintain',
  doors: ['action', 'cli', 'slash'],
  inComments: ['reason'],
  input: z.strictObject({
    model,
    version,
    stage: StageName.check(z.describe('The stage to promote to.')),
    ...moveInputs,
    evidence: evidenceFolder,
    artifact: z
      .optional(z.string().check(z.minLength(1)))
      .check(z.describe('A local copy of the artifact, where it lies outside the repository.')),
    replaces: z
      .optional(z.int().check(z.minimum(1)))
      .check(
        z.describe('The number of a pull request that this one takes the place of: it is named, and closed.'),
      ),
  }),
  results: ['move'],
  async read(input, ports) {
    const facts = await readMoveFacts(input, ports)
    const number = await resolveVersion(facts.registry, facts.state, input.version)
    const record = await readVersion(facts.registry, input.model, number)
    const branch = `modelyard/${input.model}/promote-${number}-${input.stage}`
    const finding = await findArtifact(facts, record, ports, input.artifact)
    return readPromotion(input, facts, { record, branch, finding }, ports)
  },
  plan(input, facts) {
    const plan = planPromotion(plannedFrom(facts), input.stage, facts.request)
    const title = `promote version ${facts.record.version} to ${input.stage}`
    const change = promotionChange(input, facts, plan, { action: 'promotion', title, branch: facts.branch })
    return input.replaces === undefined
      ? change
      : { ...change, result: { ...change.result, replaces: input.replaces } }
  },
  apply: async (plan, ports) => closeReplaced(await applyMove(plan, ports), ports),
})
