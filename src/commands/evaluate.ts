import * as z from 'zod/mini'
import { evaluatePredictions } from '../domain/comparison/measure.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { primaryMetric } from '../domain/registry/definition.ts'
import { nextStages } from '../domain/registry/lifecycle.ts'
import { championOf, type ModelState, standingOf } from '../domain/registry/model-state.ts'
import { aliasesOf } from '../domain/registry/pointers.ts'
import type { EvaluationResult } from '../domain/results/measurement.ts'
import { defineMeasurement } from './define.ts'
import { findEvaluationData, pinEvaluationData } from './evaluation-data.ts'
import { engineOf, originOf, writeEvidence } from './evidence-writer.ts'
import { measureInputs, model, predictions, version } from './inputs.ts'
import { openRegistry, readModel, readVersion, resolveVersion } from './registry-reader.ts'
import { scoreVersion } from './score-version.ts'

export const evaluate = defineMeasurement({
  name: 'evaluate',
  summary: 'Score a version on the evaluation data and compute its metrics.',
  details: `Runs an ONNX artifact in a process of its own, in batches, and leaves evidence beside the version, where a
promotion finds it. The same finding twice is written once. Any other version is judged by a file of its predictions:
CSV, Parquet or JSON with the column probability (of the positive class), probability_<class>, label or prediction.`,
  positional: ['model', 'version'],
  examples: [
    { command: 'modelyard evaluate telco-churn latest', does: 'computes the metrics of the newest version' },
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
    artifact: z
      .optional(z.string().check(z.minLength(1)))
      .check(z.describe('A local copy of the artifact, where it lies outside the repository.')),
  }),
  results: ['evaluation'],
  async run(input, ports, watch): Promise<EvaluationResult> {
    const startedAt = ports.clock.now()
    const registry = await openRegistry(ports.repository)
    const state = await readModel(registry, input.model)
    const record = await readVersion(
      registry,
      state.name,
      await resolveVersion(registry, state, input.version),
    )
    const data = await findEvaluationData(state, input, ports)
    const pin = input.pin ? await pinEvaluationData(state, data, ports) : undefined
    const scored = await scoreVersion(registry, state, record, data, ports, watch, input)
    // Only now: rows that cannot be scored are no data to pin.
    if (pin !== undefined) await ports.worktree.writeFile(pin.path, pin.content)
    const repinned = pin !== undefined
    watch.progress?.('computing metrics')
    const facts = evaluatePredictions(scored.predictions, state.definition.target)
    const evidence = {
      schema: 1,
      kind: 'evaluation',
      subject: { artifact: record.artifact.sha256, data: data.sha256 },
      facts,
      origin: await originOf(startedAt, registry.commit, ports, [input.predictions]),
    } as const
    const written = input.evidence
      ? [(await writeEvidence(registry, state, record, evidence, ports)).written]
      : []
    return {
      kind: 'evaluation',
      model: state.name,
      commit: registry.commit,
      version: {
        version: record.version,
        artifact: record.artifact.sha256,
        aliases: [...aliasesOf(state.pointers, record.version)],
      },
      'primary-metric': primaryMetric(state.definition),
      facts,
      data: { uri: data.uri, sha256: data.sha256, pinned: data.pinned || repinned },
      engine: engineOf(ports, [input.predictions]),
      seconds: (ports.clock.now() - startedAt) / 1000,
      evidence: written,
      remarks: [
        ...scored.remarks,
        ...(repinned
          ? [
              `the digest of ${data.uri} now stands in ${modelFolder(state.config, state.name)}/model.yaml; commit it and have it reviewed`,
            ]
          : []),
        ...(data.pinned || repinned
          ? []
          : ['the data is not the pinned one, so no gate takes this evidence']),
      ],
      next: written.length === 0 ? [] : [nextStep(state, record.version)],
    }
  },
})

function nextStep(state: ModelState, number: number): string {
  const champion = championOf(state.pointers)
  if (champion !== undefined && champion !== number)
    return `compare it: modelyard compare ${state.name} champion ${number}`
  const [stage] = nextStages(state.config.lifecycle, standingOf(state, number))
  return stage === undefined
    ? `see it: modelyard show ${state.name} ${number}`
    : `promote it: modelyard promote ${state.name} ${number} ${stage}`
}
