import * as z from 'zod/mini'
import { ModelyardError, suggestion } from '../domain/errors/index.ts'
import { asksFor } from '../domain/gates/asks-for.ts'
import { policyLines } from '../domain/gates/policy-lines.ts'
import { heldStages, nextStages } from '../domain/registry/lifecycle.ts'
import { championOf, type ModelState, policyFor, standingOf } from '../domain/registry/model-state.ts'
import { StageName, timestamp } from '../domain/registry/names.ts'
import { judgePromotion } from '../domain/registry/plan-promotion.ts'
import type { EffectivePolicy } from '../domain/registry/policy.ts'
import type { GatesResult } from '../domain/results/gates.ts'
import { countDecisions } from './decisions-on-data.ts'
import { defineMeasurement } from './define.ts'
import { model, version } from './inputs.ts'
import { gatherEvidence } from './move-facts.ts'
import { withPolicyOf } from './policy-file.ts'
import { openRegistry, readModel, readVersion, resolveVersion } from './registry-reader.ts'

export const gates = defineMeasurement({
  name: 'gates',
  summary: 'What the policy of a stage says of a version, and why.',
  details: `Judges the gates that the last commit's model.yaml and the floors set for the stage, on the evidence of the version,
committed or just measured: what was observed, what was wanted, why, and what would change the answer. Measures and
changes nothing. --as-if asks another policy: a file with what stands under policy.<stage>, or a whole model.yaml.`,
  positional: ['model', 'version', 'stage'],
  examples: [
    {
      command: 'modelyard gates telco-churn 5 production',
      does: 'tells whether version 5 may go to production, and why',
    },
    {
      command: 'modelyard gates telco-churn challenger production --explain',
      does: 'prints the policy in effect too, with where each line came from',
    },
  ],
  permission: 'read',
  doors: ['action', 'cli', 'slash'],
  inComments: ['explain'],
  input: z.strictObject({
    model,
    version: z._default(version, 'latest'),
    stage: z
      .optional(StageName)
      .check(z.describe('The stage whose policy judges; left out: the next one of the version.')),
    explain: z
      ._default(z.boolean(), false)
      .check(z.describe('Print the policy in effect, and where each line came from.')),
    asIf: z
      .optional(z.string().check(z.minLength(1), z.maxLength(4000)))
      .check(z.describe('A YAML file with another policy to judge by; nothing is promoted by it.')),
  }),
  results: ['gates'],
  async run(input, ports): Promise<GatesResult> {
    const registry = await openRegistry(ports.repository)
    const base = await readModel(registry, input.model)
    const number = await resolveVersion(registry, base, input.version)
    const record = await readVersion(registry, base.name, number)
    const stage = stageFor(base, number, input.stage)
    const state =
      input.asIf === undefined ? base : await withPolicyOf(input.asIf, stage, base, ports.artifacts)
    const current = championOf(state.pointers)
    const champion = current === undefined ? undefined : await readVersion(registry, base.name, current)
    const evidence = await gatherEvidence({ registry, state }, record, ports)
    const tree = judgePromotion(
      {
        state,
        base: registry.commit,
        version: number,
        artifact: record.artifact.sha256,
        finding: { is: 'same' },
        championArtifact: champion?.artifact.sha256,
        evidence: evidence.all,
        decidedBefore: await countDecisions(registry, state, ports.artifacts),
      },
      stage,
      timestamp(ports.clock.now()),
    )
    const policy = policyFor(state, stage)
    const { evaluate, serve } = state.definition
    return {
      kind: 'gates',
      outcome: tree.outcome,
      model: state.name,
      version: { version: number, artifact: record.artifact.sha256 },
      stage,
      'stands-in': standingOf(state, number),
      ...(champion === undefined || champion.version === number
        ? {}
        : { champion: { version: champion.version, artifact: champion.artifact.sha256 } }),
      ...(evaluate === undefined ? {} : { data: evaluate.data }),
      'policy-commit': registry.commit,
      ...(input.asIf === undefined ? {} : { 'as-if': input.asIf }),
      ...(input.explain
        ? {
            policy: {
              gates: policyLines(policy.gates, tree),
              approvals: policy.approvals.map(({ rule, source }) => ({ ...rule, source })),
            },
          }
        : {}),
      gates: tree,
      'asks-for': asksFor(tree),
      ...(serve === undefined ? {} : { serves: true }),
      remarks: remarksOn(policy, stage, evidence.pending.size),
      next: nextSteps(base, number, stage, tree.outcome === 'passed' && input.asIf === undefined),
    }
  },
})

/** The stage that was asked for, or the next one of the version: never one to which nothing is promoted. */
function stageFor(state: ModelState, number: number, wanted: string | undefined): string {
  const { lifecycle } = state.config
  const held = heldStages(lifecycle)
  const standing = standingOf(state, number)
  const stage = wanted ?? nextStages(lifecycle, standing).find(next => held.includes(next))
  if (stage !== undefined && held.includes(stage)) return stage
  throw new ModelyardError({
    code: wanted === undefined ? 'bad-input' : 'unknown-name',
    message:
      wanted === undefined
        ? `version ${number} stands in ${standing}, and no stage comes next`
        : `\`${wanted}\` is no stage that versions are promoted to`,
    next: wanted === undefined ? `name a stage: ${held.join(', ')}` : suggestion(wanted, held),
  })
}

function remarksOn({ ownPolicy, byHand }: EffectivePolicy, stage: string, drafts: number): string[] {
  return [
    ...(byHand
      ? ['the policy leaves approvals to people (`approvals: by-hand`): nothing judges who approved']
      : []),
    ...(ownPolicy ? [] : [`the model has no policy for ${stage}; floors alone promote nothing`]),
    ...(drafts === 0
      ? []
      : [
          `${drafts === 1 ? 'one piece' : `${drafts} pieces`} of evidence is not committed yet: the next promotion takes it along`,
        ]),
  ]
}

function nextSteps(state: ModelState, number: number, stage: string, may: boolean): string[] {
  const isNext = nextStages(state.config.lifecycle, standingOf(state, number)).includes(stage)
  return may && isNext ? [`promote it: modelyard promote ${state.name} ${number} ${stage}`] : []
}
