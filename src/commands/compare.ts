import * as z from 'zod/mini'
import { classRemarks } from '../domain/comparison/comparable.ts'
import { comparePredictions } from '../domain/comparison/compare-predictions.ts'
import { fairnessOf } from '../domain/comparison/fairness.ts'
import { primaryMetric } from '../domain/comparison/metric-catalogue.ts'
import { withPairedOwnMetrics } from '../domain/comparison/own-metrics.ts'
import { samePredictions } from '../domain/comparison/predicted-rows.ts'
import { readingsOf, VERDICT_OUTCOMES, verdictOn } from '../domain/comparison/readings.ts'
import { ModelyardError, suggestion } from '../domain/errors/index.ts'
import type { Evidence } from '../domain/evidence/evidence.ts'
import { sizeEvidence } from '../domain/evidence/size.ts'
import { marginOn } from '../domain/gates/index.ts'
import { columnsNamed } from '../domain/registry/evaluate-keys.ts'
import { heldStages } from '../domain/registry/lifecycle.ts'
import { CHAMPION, championOf, type ModelState } from '../domain/registry/model-state.ts'
import { StageName } from '../domain/registry/names.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { ComparisonResult } from '../domain/results/measurement.ts'
import type { Ports } from '../ports.ts'
import { changedParams, measuredBeside, rowsThatSettle } from './beside-comparison.ts'
import { compareFiles, fileInputs, requireRegistryInput } from './compare-files.ts'
import { comparePreview } from './compare-preview.ts'
import { defineMeasurement, type Watch } from './define.ts'
import { readMeasuredBy } from './evaluation-columns.ts'
import { withEvaluationData } from './evaluation-data.ts'
import { evaluationFacts, measuringRemarks } from './evaluation-facts.ts'
import { engineOf, originOf } from './evidence-writer.ts'
import { measureInputs, model, predictions, version } from './inputs.ts'
import { judgeMeasured, keepEvidence, promotionStep } from './judge-measured.ts'
import { type EvaluationData, namedData, rowsMeasuredOn, rowsRemarks } from './labelled-scores.ts'
import { type MeasuredScores, scoreWithOwnMetrics } from './own-metrics-by-command.ts'
import { openRegistry, type RegistryAt, readModel, readVersion, resolveVersion } from './registry-reader.ts'
import { readDataChange } from './training-data-change.ts'
import { sideOf } from './version-side.ts'

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
      command:
        'modelyard compare --champion a.onnx --challenger b.onnx --data test.csv --target churn --positive-class Yes',
      does: 'compares two model files, or files of their predictions, without any registry',
    },
    {
      command: 'modelyard compare telco-churn 2 5 --report report.md',
      does: 'compares two versions and keeps the report',
    },
  ],
  permission: 'write',
  doors: ['action', 'cli', 'slash'],
  inComments: ['for'],
  asksGitHub: true,
  input: z.strictObject({
    model: z.optional(model).check(z.describe('The model; left out where two files are compared.')),
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
    artifact: z
      .optional(z.string().check(z.minLength(1), z.maxLength(4000)))
      .check(
        z.describe(
          'A model that is no version yet, or the folder that a training left it in, in the place of the challenger: a preview.',
        ),
      ),
    against: z
      .optional(z.string().check(z.minLength(1), z.maxLength(4000)))
      .check(
        z.describe(
          'With such a model: another in the place of the champion, e.g. what the code of the base makes of the same sample.',
        ),
      ),
    championPredictions: predictions,
    challengerPredictions: predictions,
    ...measureInputs,
    ...fileInputs,
  }),
  results: ['comparison'],
  async run(input, ports, watch): Promise<ComparisonResult> {
    if (input.target !== undefined) return compareFiles({ ...input, target: input.target }, ports, watch)
    const name = await requireRegistryInput(input, ports)
    if (input.artifact !== undefined)
      return comparePreview(name, { ...input, artifact: input.artifact }, ports, watch)
    if (input.against !== undefined) throw nothingAgainst(input.against)
    const startedAt = ports.clock.now()
    const registry = await openRegistry(ports.repository)
    const state = await readModel(registry, name)
    if (input.champion === CHAMPION && championOf(state.pointers) === undefined) throw noChampion(state.name)
    requireStage(state, input.for)
    const [champion, challenger] = (await Promise.all(
      [input.champion, input.challenger].map(async text =>
        readVersion(registry, state.name, await resolveVersion(registry, state, text)),
      ),
    )) as [VersionRecord, VersionRecord]
    return withEvaluationData(state, input, [champion, challenger], ports, data =>
      compared(input, { startedAt, registry, state, champion, challenger, data }, ports, watch),
    )
  },
})

/** Two versions, and the rows that they are compared on. */
interface Compared {
  /** UTC, milliseconds. */
  readonly startedAt: number
  readonly registry: RegistryAt
  readonly state: ModelState
  readonly champion: VersionRecord
  readonly challenger: VersionRecord
  readonly data: EvaluationData
}

async function compared(
  input: {
    readonly for?: string | undefined
    readonly seed: number
    readonly championPredictions?: string | undefined
    readonly challengerPredictions?: string | undefined
    readonly evidence: boolean
  },
  { startedAt, registry, state, champion, challenger, data }: Compared,
  ports: Ports,
  watch: Watch,
): Promise<ComparisonResult> {
  const files = [input.championPredictions, input.challengerPredictions]
  // One of the two passes over the data reads these on its way.
  const beside = columnsNamed(state.definition.evaluate ?? {})
  const [first, second] = (await Promise.all(
    [champion, challenger].map((record, index) =>
      scoreWithOwnMetrics(registry, state, record, data, ports, watch, {
        predictions: files[index],
        beside: index === 0 ? beside : [],
      }),
    ),
  )) as [MeasuredScores, MeasuredScores]
  const measuredBy = await readMeasuredBy(state.definition, data, ports.tables, first.beside)
  const { settings, slices, clusters } = measuredBy
  const { target } = state.definition
  const primary = primaryMetric(state.definition)
  const differences = comparePredictions(first.predictions, second.predictions, {
    target,
    primary,
    settings,
    slices,
    clusters,
    resamples: RESAMPLES,
    seed: input.seed,
    progress: share => watch.progress?.('computing intervals', share),
  })
  const facts = withPairedOwnMetrics(differences, first.own, second.own, {
    slices,
    clusters,
    predictions: [first.predictions, second.predictions],
  })
  const change = await readDataChange(champion, challenger, input.seed, ports)
  const origin = await originOf(startedAt, registry.commit, ports, files)
  const subject = { artifact: challenger.artifact.sha256, ...rowsMeasuredOn(data) }
  const pairedSubject = { ...subject, champion: champion.artifact.sha256 }
  const fairness = fairnessOf(first.predictions, second.predictions, { target, settings, columns: slices })
  const evaluation = evaluationFacts(state.definition, second, measuredBy)
  const succession = { artifact: subject.artifact, champion: pairedSubject.champion }
  const found: Evidence[] = [
    { schema: 1, kind: 'evaluation', subject, facts: evaluation, origin },
    sizeEvidence(challenger, origin),
    { schema: 1, kind: 'comparison', subject: pairedSubject, facts, origin },
    ...('why' in change
      ? []
      : [{ schema: 1, kind: 'data', subject: succession, facts: change.facts, origin } as const]),
    ...(fairness === undefined
      ? []
      : [{ schema: 1, kind: 'fairness', subject: pairedSubject, facts: fairness, origin } as const]),
  ]
  const kept = await keepEvidence(input.evidence, registry, state, challenger, found, ports)
  const judged = await judgeMeasured(registry, state, challenger, input.for, kept.stored, ports)
  const margin = (judged.gates && marginOn(judged.gates, primary)) ?? 0
  const verdict = verdictOn(facts, primary, margin)
  const identical = samePredictions(first.predictions, second.predictions)
  const rows = rowsThatSettle({ verdict, facts, margin, 'primary-metric': primary })
  const expected = {
    model: state.name,
    version: challenger.version,
    artifact: subject.artifact,
    data: { uri: data.uri, sha256: data.sha256 },
    champion: { version: champion.version, artifact: champion.artifact.sha256 },
  }
  return {
    kind: 'comparison',
    outcome: judged.gates?.outcome ?? VERDICT_OUTCOMES[verdict],
    model: state.name,
    commit: registry.commit,
    champion: sideOf(state, champion),
    challenger: sideOf(state, challenger),
    'primary-metric': primary,
    verdict,
    margin,
    identical,
    readings: readingsOf(facts),
    facts,
    ...(rows === undefined ? {} : { 'rows-to-settle': rows }),
    'champion-evaluation': evaluationFacts(state.definition, first, measuredBy),
    'challenger-evaluation': evaluation,
    ...(fairness === undefined ? {} : { fairness }),
    ...measuredBeside(judged.evidence, expected),
    params: changedParams(champion, challenger),
    record: challenger,
    ...(state.definition.description === undefined ? {} : { description: state.definition.description }),
    ...(judged.stage === undefined ? {} : { 'judged-for': judged.stage }),
    ...(judged.gates === undefined ? {} : { gates: judged.gates }),
    'policy-commit': registry.commit,
    data: namedData(data),
    ...(data.pinned ? { 'decided-before': judged.decidedBefore } : {}),
    engine: engineOf(ports, files),
    seconds: (ports.clock.now() - startedAt) / 1000,
    evidence: kept.written,
    remarks: [
      ...new Set([
        ...first.remarks.map(remark => `champion: ${remark}`),
        ...second.remarks.map(remark => `challenger: ${remark}`),
      ]),
      ...classRemarks(first.predictions, second.predictions),
      ...measuringRemarks(state.definition, measuredBy),
      ...('why' in change ? [`training data was not compared: ${change.why}`] : []),
      ...rowsRemarks(data),
    ],
    next: promotionStep(state, challenger.version, judged),
  }
}

function nothingAgainst(against: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-input',
    message: `\`${against}\` stands in the place of the champion, and nothing in that of the challenger`,
    next: 'name a model file beside it: --artifact FILE',
  })
}

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
