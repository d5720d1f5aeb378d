import * as z from 'zod'
import {
  DEFAULT_PRIMARY,
  METRIC_NAMES,
  type MetricName,
  metricsOf,
  TASKS,
} from '../comparison/metric-catalogue.ts'
import type { LaterKeys } from './explain.ts'
import { AliasName, RepositoryPath, Sha256, StageName, UserName } from './names.ts'
import { Owner, StagePolicy } from './policy.ts'

const Command = z.string().min(1).max(2000)

const Train = z.strictObject({
  command: Command.describe(
    'Trains: reads $MODELYARD_DATA and $MODELYARD_SEED, leaves model.* in $MODELYARD_OUT.',
  ),
  data: RepositoryPath.describe('The training data: a file or a folder.'),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(0),
  watch: z
    .array(z.string().min(1).max(300))
    .optional()
    .describe(
      'Which files count as training code, as globs; left out: all but the registry, .github, docs and *.md.',
    ),
})

const Evaluate = z.strictObject({
  data: z
    .strictObject({
      uri: RepositoryPath.describe('The evaluation data: CSV or Parquet.'),
      sha256: Sha256.optional().describe('Its digest; without it no evidence counts.'),
    })
    .describe('The rows that every version is judged on.'),
  'primary-metric': z.enum(METRIC_NAMES).optional().describe('The metric that decides.'),
})

/** `model.yaml`: what a model is, how it is made and judged. People edit it, by pull request. */
export const ModelDefinition = z
  .strictObject({
    description: z.string().max(10_000).optional(),
    owners: z.array(Owner).optional().describe('Who looks after it.'),
    task: z.enum(TASKS),
    target: UserName.describe('The column that is predicted.'),
    'positive-class': UserName.optional().describe('For two classes: the one that probabilities are of.'),
    train: Train.optional(),
    evaluate: Evaluate.optional(),
    aliases: z
      .record(AliasName, StageName)
      .optional()
      .describe(
        'Aliases that are tied to a stage and move only with it; left out: champion to the last stage before the archive, challenger to the one before that.',
      ),
    policy: z
      .record(StageName, StagePolicy)
      .default({})
      .describe('Per stage, what a promotion to it must meet.'),
  })
  .superRefine((definition, context) => {
    const metrics = metricsOf(definition.task)
    for (const [path, metric] of metricsNamed(definition)) {
      if (!metrics.includes(metric))
        context.addIssue({
          code: 'custom',
          path,
          message: `a metric of ${definition.task} (${metrics.join(', ')})`,
        })
    }
    if (definition.task === 'binary-classification' && definition['positive-class'] === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['task'],
        message: 'accompanied by `positive-class`, the class that probabilities are of',
      })
    }
  })
export type ModelDefinition = z.infer<typeof ModelDefinition>

/** Keys of `model.yaml` that this release does not give a meaning to yet. */
export const LATER_DEFINITION_KEYS: LaterKeys = {
  environment: 'setting up what the commands need',
  lint: 'checking the code in the pipeline',
  test: 'testing the code in the pipeline',
  predict: 'scoring artifacts that are not ONNX',
  serve: 'the integration test of the serving endpoint',
  monitor: 'watching production',
  preview: 'what a pull request shows',
  'train.sample': 'training on a sample in pull requests',
  'evaluate.slices': 'metrics per group',
  'evaluate.command': 'metrics of your own',
  'policy.*.gates.latency': 'a gate on latency',
  'policy.*.gates.reproducible': 'a gate on reproducibility',
  'policy.*.gates.contract': 'a gate on the serving contract',
  'policy.*.gates.fairness': 'a gate on fairness',
  'policy.*.gates.slice': 'a gate on groups',
  'policy.*.gates.tests': 'a gate on test results',
}

/** The metric that decides on this model. */
export function primaryMetric(definition: Pick<ModelDefinition, 'evaluate' | 'task'>): MetricName {
  return definition.evaluate?.['primary-metric'] ?? DEFAULT_PRIMARY[definition.task]
}

type NamedMetric = [path: (string | number)[], metric: MetricName]

function metricsNamed({
  evaluate,
  policy,
}: {
  evaluate?: z.infer<typeof Evaluate> | undefined
  policy: Record<string, StagePolicy>
}): NamedMetric[] {
  const primary = evaluate?.['primary-metric']
  return [
    ...(primary === undefined ? [] : [[['evaluate', 'primary-metric'], primary] satisfies NamedMetric]),
    ...Object.entries(policy).flatMap(([stage, { gates = [] }]) =>
      gates.map((gate, index): NamedMetric => [['policy', stage, 'gates', index, 'metric'], gate.metric]),
    ),
  ]
}
