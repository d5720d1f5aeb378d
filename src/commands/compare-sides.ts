import { comparePredictions } from '../domain/comparison/compare-predictions.ts'
import { fairnessOf } from '../domain/comparison/fairness.ts'
import { evaluatePredictions } from '../domain/comparison/measure.ts'
import type { MetricName } from '../domain/comparison/metric-catalogue.ts'
import { samePredictions } from '../domain/comparison/predicted-rows.ts'
import type { LabelColumn } from '../domain/comparison/predictions.ts'
import { readingsOf, VERDICT_OUTCOMES, verdictOn } from '../domain/comparison/readings.ts'
import type { Evaluation } from '../domain/evidence/evaluation.ts'
import type { ComparisonResult } from '../domain/results/measurement.ts'
import type { Ports } from '../ports.ts'
import type { Watch } from './define.ts'
import type { MeasuredBy } from './evaluation-columns.ts'
import { engineOf } from './evidence-writer.ts'
import { type EvaluationData, namedData, type Predicted, type ScoredVersion } from './labelled-scores.ts'
import { readPredictions } from './read-predictions.ts'

const RESAMPLES = 2000

/** A model that is compared, and that no record tells of. */
export interface ComparedSide {
  /** As it was named. */
  readonly file: string
  readonly sha256: string
  /** What its predictions came from, where no engine of ours made them. */
  readonly predictedBy?: string | undefined
  /** @param beside - Columns that it may read as words in the same pass. */
  score(beside: readonly string[]): Promise<ScoredVersion>
}

const PREDICTIONS = /\.(?:csv|parquet|jsonl|ndjson)$/i

/** What a model that is not here predicted, in a file; undefined where the file's name is that of no predictions. */
export function predictionsIn(
  file: string,
  sha256: string,
  definition: Predicted,
  data: EvaluationData,
  { tables }: Pick<Ports, 'tables'>,
): ComparedSide | undefined {
  if (!PREDICTIONS.test(file)) return undefined
  return { file, sha256, predictedBy: file, score: () => readPredictions(definition, data, file, tables) }
}

/** On which rows, and how. */
export interface ComparedOn {
  readonly data: EvaluationData
  readonly target: string
  readonly primary: MetricName
  readonly seed: number
  /** Columns that are needed as words. */
  readonly beside: readonly string[]
  /** @param read - Those columns, where a pass over the data read them. */
  measuredBy(
    read: ReadonlyMap<string, LabelColumn> | undefined,
  ): Promise<Pick<MeasuredBy, 'settings' | 'slices' | 'clusters'>>
}

/**
 * Compares two models of which nothing is kept: no margin is promised, and no gate takes it.
 *
 * @param sides - Champion and challenger.
 * @throws {ModelyardError} As scoring says.
 */
export async function compareSides(
  [first, second]: readonly [ComparedSide, ComparedSide],
  { data, target, primary, seed, beside, measuredBy }: ComparedOn,
  ports: Pick<Ports, 'clock' | 'inference'>,
  watch: Watch,
): Promise<ComparisonResult> {
  const startedAt = ports.clock.now()
  const [champion, challenger] = await Promise.all([first.score(beside), second.score([])])
  const { settings, slices, clusters } = await measuredBy(champion.beside)
  const options = {
    target,
    primary,
    settings,
    slices,
    clusters,
    resamples: RESAMPLES,
    seed,
    progress: (share: number) => watch.progress?.('computing intervals', share),
  }
  const facts = comparePredictions(champion.predictions, challenger.predictions, options)
  const compared = { target, settings, columns: slices }
  const fairness = fairnessOf(champion.predictions, challenger.predictions, compared)
  const verdict = verdictOn(facts, primary, 0)
  return {
    kind: 'comparison',
    outcome: VERDICT_OUTCOMES[verdict],
    champion: { file: first.file, artifact: first.sha256 },
    challenger: { file: second.file, artifact: second.sha256 },
    'primary-metric': primary,
    verdict,
    margin: 0,
    identical: samePredictions(champion.predictions, challenger.predictions),
    readings: readingsOf(facts),
    facts,
    'champion-evaluation': levelsOf(champion, target, settings),
    'challenger-evaluation': levelsOf(challenger, target, settings),
    ...(fairness === undefined ? {} : { fairness }),
    data: namedData(data),
    engine: engineOf(ports, [first.predictedBy, second.predictedBy]),
    seconds: (ports.clock.now() - startedAt) / 1000,
    evidence: [],
    remarks: sidedRemarks(champion, challenger),
    next: [],
  }
}

/** Each model by itself, for the curves: its intervals and slices are of no use beside those of the difference. */
function levelsOf(
  { predictions, traps }: ScoredVersion,
  target: string,
  settings: MeasuredBy['settings'],
): Evaluation {
  const facts = evaluatePredictions(predictions, target, { settings })
  return Object.keys(traps).length === 0 ? facts : { ...facts, traps }
}

/** What both models say of the rows is said once. */
function sidedRemarks(champion: ScoredVersion, challenger: ScoredVersion): string[] {
  const both = champion.remarks.filter(remark => challenger.remarks.includes(remark))
  const alone = (name: string, { remarks }: ScoredVersion) =>
    remarks.filter(remark => !both.includes(remark)).map(remark => `${name}: ${remark}`)
  return [...both, ...alone('champion', champion), ...alone('challenger', challenger)]
}
