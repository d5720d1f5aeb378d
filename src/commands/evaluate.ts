import * as z from 'zod/mini'
import { measureFairness } from '../domain/comparison/fairness.ts'
import { rowsOf } from '../domain/comparison/predicted-rows.ts'
import type { Predictions } from '../domain/comparison/predictions.ts'
import type { Evidence } from '../domain/evidence/evidence.ts'
import type { Fairness } from '../domain/evidence/fairness.ts'
import { sizeEvidence } from '../domain/evidence/size.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { primaryMetric } from '../domain/registry/definition.ts'
import { columnsNamed } from '../domain/registry/evaluate-keys.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { EvaluationResult } from '../domain/results/measurement.ts'
import { defineMeasurement } from './define.ts'
import { type MeasuredBy, readMeasuredBy } from './evaluation-columns.ts'
import { findEvaluationData, pinEvaluationData } from './evaluation-data.ts'
import { evaluationFacts, measuringRemarks } from './evaluation-facts.ts'
import { engineOf, originOf } from './evidence-writer.ts'
import { measureInputs, model, predictions, version } from './inputs.ts'
import { isAlone, judgeAlone, nextSteps } from './judge-alone.ts'
import { keepEvidence } from './judge-measured.ts'
import { importanceOf, requireAskable } from './measure-importance.ts'
import { identityOf, readMeasuredVersion } from './measured-version.ts'
import { scoreWithOwnMetrics } from './own-metrics-by-command.ts'

export const evaluate = defineMeasurement({
  name: 'evaluate',
  summary: 'Score a version on the evaluation data and compute its metrics.',
  details: `Runs an ONNX artifact in a process of its own, in batches, and leaves evidence beside the version, where a
promotion finds it. The same finding twice is written once. Any other version is judged by a file of its predictions:
CSV, Parquet or JSON with the column probability (of the positive class), probability_<class>, label or prediction.
Where there is no champion yet it is judged by the floors of its next stage.`,
  positional: ['model', 'version'],
  examples: [
    { command: 'modelyard evaluate telco-churn latest', does: 'computes the metrics of the newest version' },
    {
      command: 'modelyard evaluate telco-churn 5 --importance',
      does: 'also measures what each column is worth to version 5',
    },
    {
      command: 'modelyard evaluate telco-churn 5 --data data/october.csv --no-evidence',
      does: 'looks at other rows, for information',
    },
  ],
  permission: 'write',
  doors: ['action', 'cli'],
  input: z.strictObject({
    model,
    version,
    ...measureInputs,
    pin: z
      ._default(z.boolean(), false)
      .check(z.describe("Write the data's digest into model.yaml, so that evidence counts.")),
    predictions,
    importance: z
      ._default(z.boolean(), false)
      .check(
        z.describe(
          'Measure what each column is worth to the model: shuffle it 10 times, on up to 5,000 rows.',
        ),
      ),
    artifact: z
      .optional(z.string().check(z.minLength(1)))
      .check(z.describe('A local copy of the artifact, where it lies outside the repository.')),
  }),
  results: ['evaluation'],
  async run(input, ports, watch): Promise<EvaluationResult> {
    const startedAt = ports.clock.now()
    const { registry, state, record } = await readMeasuredVersion(input, ports)
    if (input.predictions === undefined && record.artifact.format === 'onnx') ports.inference.prepare()
    if (input.importance) requireAskable(record, input.predictions)
    const data = await findEvaluationData(state, input, ports)
    const pin = input.pin ? await pinEvaluationData(state, data, ports) : undefined
    const beside = columnsNamed(state.definition.evaluate ?? {})
    const atHand = { ...input, beside }
    const scored = await scoreWithOwnMetrics(registry, state, record, data, ports, watch, atHand)
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
      subject: { artifact: record.artifact.sha256, data: data.sha256 },
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
    const kept = await keepEvidence(input.evidence, registry, state, record, found, ports)
    const judged = await judgeAlone({ registry, state, record }, data, kept.stored, ports)
    return {
      kind: 'evaluation',
      ...identityOf({ registry, state, record }),
      'primary-metric': primaryMetric(state.definition),
      facts,
      ...(importance === undefined ? {} : { importance }),
      ...judged,
      data: { uri: data.uri, sha256: data.sha256, pinned: data.pinned || repinned },
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
        ...(data.pinned || repinned
          ? []
          : ['the data is not the pinned one, so no gate takes this evidence']),
      ],
      next: nextSteps(state, record.version, judged, { kept: input.evidence, repinned }),
    }
  },
})

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
