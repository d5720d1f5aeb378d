import * as z from 'zod/mini'
import { comparePredictions, evaluatePredictions, samePredictions } from '../domain/comparison/measure.ts'
import { type MetricName, metricEntry } from '../domain/comparison/metric-catalogue.ts'
import { signedInterval, type Verdict, verdictOf } from '../domain/comparison/verdict.ts'
import { ModelyardError, suggestion } from '../domain/errors/index.ts'
import type { Comparison } from '../domain/evidence/comparison.ts'
import type { Evidence, StoredEvidence } from '../domain/evidence/evidence.ts'
import type { Outcome } from '../domain/gates/outcome.ts'
import type { GateTree } from '../domain/gates/result.ts'
import { primaryMetric } from '../domain/registry/definition.ts'
import { heldStages, nextStages } from '../domain/registry/lifecycle.ts'
import {
  CHAMPION,
  championOf,
  type ModelState,
  policyFor,
  standingOf,
} from '../domain/registry/model-state.ts'
import { StageName } from '../domain/registry/names.ts'
import { judgePromotion } from '../domain/registry/plan-promotion.ts'
import { aliasesOf } from '../domain/registry/pointers.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { ComparisonResult } from '../domain/results/measurement.ts'
import type { Ports } from '../ports.ts'
import { defineMeasurement } from './define.ts'
import { findEvaluationData } from './evaluation-data.ts'
import { engineOf, originOf, type WrittenEvidence, writeEvidence } from './evidence-writer.ts'
import { measureInputs, model, predictions, version } from './inputs.ts'
import type { ScoredVersion } from './labelled-scores.ts'
import { gatherEvidence } from './move-facts.ts'
import { openRegistry, type RegistryAt, readModel, readVersion, resolveVersion } from './registry-reader.ts'
import { scoreVersion } from './score-version.ts'

/** Resamples of the paired bootstrap. */
const RESAMPLES = 2000

export const compare = defineMeasurement({
  name: 'compare',
  summary: 'Champion against challenger on the same rows.',
  details: `Scores both versions, computes every metric with a paired interval of the difference, gives a verdict on the primary
metric, and judges the policy of the stage that the challenger would go to next. Leaves evidence beside the challenger.`,
  positional: ['model', 'champion', 'challenger'],
  examples: [
    { command: 'modelyard compare telco-churn', does: 'compares the newest version with the champion' },
    {
      command: 'modelyard compare telco-churn 2 5 --report report.md',
      does: 'compares two versions and keeps the report',
    },
  ],
  permission: 'write',
  doors: ['action', 'cli', 'slash'],
  input: z.strictObject({
    model,
    champion: z
      ._default(version, 'champion')
      .check(z.describe('The version that serves: a number, an alias or a stage.')),
    challenger: z._default(version, 'latest').check(z.describe('The version that asks to replace it.')),
    for: z
      .optional(StageName)
      .check(z.describe('The stage whose policy judges; left out: the next one of the challenger.')),
    seed: z
      ._default(z.int().check(z.minimum(0), z.maximum(2 ** 31 - 1)), 0)
      .check(z.describe('Seed of the bootstrap.')),
    championPredictions: predictions,
    challengerPredictions: predictions,
    ...measureInputs,
  }),
  results: ['comparison'],
  async run(input, ports, watch): Promise<ComparisonResult> {
    const startedAt = ports.clock.now()
    const registry = await openRegistry(ports.repository)
    const state = await readModel(registry, input.model)
    if (input.champion === CHAMPION && championOf(state.pointers) === undefined) throw noChampion(state.name)
    requireStage(state, input.for)
    const [champion, challenger] = (await Promise.all(
      [input.champion, input.challenger].map(async text =>
        readVersion(registry, state.name, await resolveVersion(registry, state, text)),
      ),
    )) as [VersionRecord, VersionRecord]
    const data = await findEvaluationData(state, input, ports)
    const files = [input.championPredictions, input.challengerPredictions]
    const [first, second] = (await Promise.all(
      [champion, challenger].map((record, index) =>
        scoreVersion(registry, state, record, data, ports, watch, { predictions: files[index] }),
      ),
    )) as [ScoredVersion, ScoredVersion]
    const { target } = state.definition
    const primary = primaryMetric(state.definition)
    const facts = comparePredictions(first.predictions, second.predictions, {
      target,
      primary,
      resamples: RESAMPLES,
      seed: input.seed,
      progress: share => watch.progress?.('computing intervals', share),
    })
    const origin = await originOf(startedAt, registry.commit, ports, files)
    const subject = { artifact: challenger.artifact.sha256, data: data.sha256 }
    const found: Evidence[] = [
      {
        schema: 1,
        kind: 'evaluation',
        subject,
        facts: evaluatePredictions(second.predictions, target),
        origin,
      },
      {
        schema: 1,
        kind: 'comparison',
        subject: { ...subject, champion: champion.artifact.sha256 },
        facts,
        origin,
      },
    ]
    const kept = await keepEvidence(input.evidence, registry, state, challenger, found, ports)
    const judged = await judge(registry, state, challenger, input.for, kept.stored, ports)
    const verdict = verdictOn(facts, primary, judged.margin)
    const identical = samePredictions(first.predictions, second.predictions)
    return {
      kind: 'comparison',
      outcome: judged.gates?.outcome ?? OUTCOMES[verdict],
      model: state.name,
      commit: registry.commit,
      champion: sideOf(state, champion),
      challenger: sideOf(state, challenger),
      'primary-metric': primary,
      verdict,
      margin: judged.margin,
      identical,
      readings: readingsOf(facts),
      facts,
      ...(judged.stage === undefined ? {} : { 'judged-for': judged.stage }),
      ...(judged.gates === undefined ? {} : { gates: judged.gates }),
      'policy-commit': registry.commit,
      data: { uri: data.uri, sha256: data.sha256, pinned: data.pinned },
      engine: engineOf(ports, files),
      seconds: (ports.clock.now() - startedAt) / 1000,
      evidence: kept.written,
      remarks: [
        ...new Set([
          ...first.remarks.map(remark => `champion: ${remark}`),
          ...second.remarks.map(remark => `challenger: ${remark}`),
        ]),
        ...(data.pinned ? [] : ['the data is not the pinned one, so no gate takes this evidence']),
      ],
      next: nextSteps(state, challenger.version, judged),
    }
  },
})

function noChampion(name: string): ModelyardError {
  return new ModelyardError({
    code: 'unknown-version',
    message: `${name} has no champion yet`,
    next: `measure the first version by itself: modelyard evaluate ${name} latest; or name two versions`,
  })
}

/** A mistyped stage has no policy, and nothing that judges must not look like a pass. */
function requireStage({ config }: ModelState, stage: string | undefined): void {
  const held = heldStages(config.lifecycle)
  if (stage === undefined || held.includes(stage)) return
  throw new ModelyardError({
    code: 'unknown-name',
    message: `\`${stage}\` is no stage that versions are promoted to`,
    next: suggestion(stage, held),
  })
}

const OUTCOMES: Readonly<Record<Verdict, Outcome>> = {
  better: 'passed',
  'not-worse': 'passed',
  worse: 'failed',
  inconclusive: 'inconclusive',
}

function sideOf(state: ModelState, { version: number, artifact }: VersionRecord) {
  return { version: number, artifact: artifact.sha256, aliases: [...aliasesOf(state.pointers, number)] }
}

async function keepEvidence(
  write: boolean,
  registry: RegistryAt,
  state: ModelState,
  record: VersionRecord,
  found: readonly Evidence[],
  ports: Ports,
): Promise<{ readonly written: WrittenEvidence[]; readonly stored: StoredEvidence[] }> {
  const written: WrittenEvidence[] = []
  const stored: StoredEvidence[] = []
  for (const evidence of found) {
    if (!write) {
      stored.push({ digest: '', evidence })
      continue
    }
    const kept = await writeEvidence(registry, state, record, evidence, ports)
    written.push(kept.written)
    stored.push(kept.stored)
  }
  return { written, stored }
}

interface Judged {
  readonly stage: string | undefined
  readonly gates: GateTree | undefined
  readonly margin: number
}

/** Judges the challenger for a stage as a promotion would, on what was just measured and what is on record. */
async function judge(
  registry: RegistryAt,
  state: ModelState,
  record: VersionRecord,
  wanted: string | undefined,
  fresh: readonly StoredEvidence[],
  ports: Ports,
): Promise<Judged> {
  const { version: number, artifact } = record
  const { lifecycle } = state.config
  const stage =
    wanted ??
    nextStages(lifecycle, standingOf(state, number)).find(next => heldStages(lifecycle).includes(next))
  if (stage === undefined || !policyFor(state, stage).ownPolicy)
    return { stage: undefined, gates: undefined, margin: 0 }
  const current = championOf(state.pointers)
  const { all } = await gatherEvidence({ registry, state }, record, ports)
  const gates = judgePromotion(
    {
      state,
      base: registry.commit,
      version: number,
      artifact: artifact.sha256,
      finding: { is: 'same' },
      championArtifact:
        current === undefined
          ? undefined
          : (await readVersion(registry, state.name, current)).artifact.sha256,
      evidence: [...all, ...fresh],
    },
    stage,
  )
  return { stage, gates, margin: marginOf(state, stage) }
}

/** The loss on the primary metric that the policy calls too much; 0 where it names none. */
function marginOf(state: ModelState, stage: string): number {
  const primary = primaryMetric(state.definition)
  const margins = policyFor(state, stage).gates.flatMap(({ rule }) =>
    'not-worse-by' in rule && rule.metric === primary ? [rule['not-worse-by']] : [],
  )
  return margins.length === 0 ? 0 : Math.min(...margins)
}

function verdictOn({ metrics }: Comparison, primary: MetricName, margin: number): Verdict {
  const paired = metrics[primary]
  if (paired?.interval === undefined) return 'inconclusive'
  return verdictOf(signedInterval(primary, paired.difference, paired.interval), margin)
}

function readingsOf({ metrics }: Comparison): ComparisonResult['readings'] {
  return Object.entries(metrics).map(([name, paired]) => {
    const metric = name as MetricName
    const { direction } = metricEntry(metric)
    if (paired.interval === undefined || direction === 'zero')
      return { metric, reading: 'unread' as const, direction }
    const { low, high } = signedInterval(metric, paired.difference, paired.interval)
    return {
      metric,
      direction,
      reading: low > 0 ? ('better' as const) : high < 0 ? ('worse' as const) : ('open' as const),
    }
  })
}

function nextSteps(state: ModelState, number: number, { stage, gates }: Judged): string[] {
  if (stage === undefined || gates?.outcome !== 'passed' || standingOf(state, number) === stage) return []
  return [`promote it: modelyard promote ${state.name} ${number} ${stage}`]
}
