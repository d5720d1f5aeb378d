import * as z from 'zod/mini'
import { once } from '../domain/once.ts'
import { columnsNamed } from '../domain/registry/evaluate-keys.ts'
import type { EvaluationResult } from '../domain/results/measurement.ts'
import { requireAskable } from './askable.ts'
import { defineMeasurement } from './define.ts'
import { pinEvaluationData, withEvaluationData } from './evaluation-data.ts'
import { measureInputs, model, predictions, version } from './inputs.ts'
import { readMeasuredVersion } from './measured-version.ts'
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
  asksGitHub: true,
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
    profile: z
      ._default(z.boolean(), false)
      .check(
        z.describe(
          'Leave the profile of its training data as well, so that monitoring needs these rows no more.',
        ),
      ),
    artifact: z
      .optional(z.string().check(z.minLength(1)))
      .check(z.describe('A local copy of the artifact, where it lies outside the repository.')),
  }),
  results: ['evaluation'],
  async run(input, ports, watch): Promise<EvaluationResult> {
    const startedAt = ports.clock.now()
    ports.tables.prepare()
    const { registry, state, record } = await readMeasuredVersion(input, ports)
    if (input.predictions === undefined && record.artifact.format === 'onnx') ports.inference.prepare()
    if (input.importance) requireAskable(record, input.predictions)
    const beside = columnsNamed(state.definition.evaluate ?? {})
    // What measures is large, and who measures is asked of git: both while the model scores, when nobody waits for it.
    const measuring = once(async () => {
      ports.identity.committer().catch(() => {})
      return import('./evaluated-version.ts')
    })
    const atHand = { ...input, beside, meanwhile: () => void measuring() }
    return withEvaluationData(state, input, [record], ports, async data => {
      const pin = input.pin ? await pinEvaluationData(state, data, ports) : undefined
      const scored = await scoreWithOwnMetrics(registry, state, record, data, ports, watch, atHand)
      const { evaluated } = await measuring()
      return evaluated({ input, startedAt, registry, state, record, data, pin, scored }, ports, watch)
    })
  },
})
