import { measureFairness } from '../domain/comparison/fairness.ts'
import { primaryMetric } from '../domain/comparison/metric-catalogue.ts'
import { rowsOf } from '../domain/comparison/predicted-rows.ts'
import type { Predictions } from '../domain/comparison/predictions.ts'
import type { Evidence } from '../domain/evidence/evidence.ts'
import type { Fairness } from '../domain/evidence/fairness.ts'
import { sizeEvidence } from '../domain/evidence/size.ts'
import { modelFolder } from '../domain/registry/config.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { EvaluationResult } from '../domain/results/measurement.ts'
import type { Ports } from '../ports.ts'
import type { Watch } from './define.ts'
import { type MeasuredBy, readMeasuredBy } from './evaluation-columns.ts'
import { evaluationFacts, measuringRemarks } from './evaluation-facts.ts'
import { engineOf, originOf } from './evidence-writer.ts'
import { isAlone, judgeAlone, nextSteps } from './judge-alone.ts'
import { keepEvidence } from './judge-measured.ts'
import { type EvaluationData, namedData, rowsMeasuredOn, rowsRemarks } from './labelled-scores.ts'
import { importanceOf } from './measure-importance.ts'
import { identityOf, type MeasuredVersion } from './measured-version.ts'
import type { MeasuredScores } from './own-metrics-by-command.ts'
import { profileTraining } from './profile-training.ts'

/** A version that was scored, and what was asked about it. */
interface ScoredEvaluation extends MeasuredVersion {
  readonly input: {
    readonly predictions?: string | undefined
    readonly importance: boolean
    readonly profile: boolean
    readonly artifact?: string | undefined
    readonly evidence: boolean
  }
  /** UTC, milliseconds. */
  readonly startedAt: number
  readonly data: EvaluationData
  /** A model.yaml that pins the data; undefined where none is to be written. */
  readonly pin: { readonly path: string; readonly content: Uint8Array } | undefined
  readonly scored: MeasuredScores
}

/** Measures what a version predicted, keeps the findings as evidence and judges the version where it stands alone. */
export async function evaluated(
  { input, startedAt, registry, state, record, data, pin, scored }: ScoredEvaluation,
  ports: Ports,
  watch: Watch,
): Promise<EvaluationResult> {
  const measuredBy = await readMeasuredBy(state.definition, data, ports.tables, scored.beside)
  const importance = input.importance
    ? await importanceOf(
        { registry, state, record },
        { data, rows: rowsOf(scored.predictions), settings: measuredBy.settings, copy: input.artifact },
        ports,
        watch,
      )
    : undefined
  // Only now: rows that cannot be scored are no data to pin.
  if (pin !== undefined) await ports.worktree.writeFile(pin.path, pin.content)
  const repinned = pin !== undefined
  watch.progress?.('computing metrics')
  const facts = evaluationFacts(state.definition, scored, measuredBy)
  const about = {
    schema: 1,
    subject: { artifact: record.artifact.sha256, ...rowsMeasuredOn(data) },
    origin: await originOf(startedAt, registry.commit, ports, [input.predictions]),
  } as const
  const found: Evidence[] = [
    { ...about, kind: 'evaluation', facts },
    sizeEvidence(record, about.origin),
    ...fairnessAlone(state, record.version, scored.predictions, measuredBy).map(fairness => ({
      ...about,
      kind: 'fairness' as const,
      facts: fairness,
    })),
    ...(importance === undefined ? [] : [{ ...about, kind: 'importance', facts: importance } as const]),
  ]
  const profile = input.profile
    ? await profileOf({ registry, state, record }, ports, watch)
    : { evidence: [], remarks: [] }
  found.push(...profile.evidence)
  const kept = await keepEvidence(input.evidence, registry, state, record, found, ports)
  const judged = await judgeAlone({ registry, state, record }, data, kept.stored, ports)
  return {
    kind: 'evaluation',
    ...identityOf({ registry, state, record }),
    'primary-metric': primaryMetric(state.definition),
    facts,
    ...(importance === undefined ? {} : { importance }),
    ...judged,
    data: { ...namedData(data), pinned: data.pinned || repinned },
    engine: engineOf(ports, [input.predictions]),
    seconds: (ports.clock.now() - startedAt) / 1000,
    evidence: kept.written,
    remarks: [
      ...scored.remarks,
      ...measuringRemarks(state.definition, measuredBy),
      ...(repinned
        ? [
            `the digest of ${data.uri} now stands in ${modelFolder(state.config, state.name)}/model.yaml; commit it and have it reviewed`,
          ]
        : []),
      ...profile.remarks,
      ...(repinned ? [] : rowsRemarks(data)),
    ],
    next: nextSteps(state, record.version, judged, { kept: input.evidence, repinned }),
  }
}

/** Of training data that are elsewhere there is none, which is for who monitors to know: the version is measured all the same. */
async function profileOf(
  version: MeasuredVersion,
  ports: Ports,
  watch: Watch,
): Promise<{ readonly evidence: readonly Evidence[]; readonly remarks: readonly string[] }> {
  const folder = await ports.process.temporaryFolder()
  try {
    const found = await profileTraining(version, folder, ports, watch)
    return 'why' in found
      ? { evidence: [], remarks: [`no profile of the training data was left: ${found.why}`] }
      : { evidence: [found.evidence], remarks: [] }
  } finally {
    await folder.remove()
  }
}

/** How groups are treated, where no champion is there to compare with; otherwise that is for `compare`. */
function fairnessAlone(
  state: ModelState,
  number: number,
  predictions: Predictions,
  { slices, settings }: MeasuredBy,
): Fairness[] {
  if (!isAlone(state, number) || slices.length === 0 || predictions.task !== 'binary-classification')
    return []
  const { target } = state.definition
  return [measureFairness(predictions, undefined, { target, settings, columns: slices })]
}
