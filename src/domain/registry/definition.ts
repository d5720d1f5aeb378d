import * as z from 'zod/mini'
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

const Command = z.string().check(z.minLength(1), z.maxLength(2000))

const Train = z.strictObject({
  command: Command.check(
    z.describe('Trains: reads $MODELYARD_DATA and $MODELYARD_SEED, leaves model.* in $MODELYARD_OUT.'),
  ),
  data: RepositoryPath.check(z.describe('The training data: a file or a folder.')),
  seed: z._default(z.int().check(z.minimum(0), z.maximum(2 ** 31 - 1)), 0),
  watch: z
    .optional(z.array(z.string().check(z.minLength(1), z.maxLength(300))))
    .check(
      z.describe(
        'Which files count as training code, as globs; left out: all but the registry, .github, docs and *.md.',
      ),
    ),
})

const Environment = z.strictObject({
  install: Command.check(
    z.describe('Installs what training needs; run where it is asked for, `reproduce --install`.'),
  ),
})

const Evaluate = z.strictObject({
  data: z
    .strictObject({
      uri: RepositoryPath.check(z.describe('The evaluation data: CSV or Parquet.')),
      sha256: z.optional(Sha256).check(z.describe('Its digest; without it no evidence counts.')),
    })
    .check(z.describe('The rows that every version is judged on.')),
  'primary-metric': z.optional(z.enum(METRIC_NAMES)).check(z.describe('The metric that decides.')),
})

/** `model.yaml`: what a model is, how it is made and judged. People edit it, by pull request. */
export const ModelDefinition = z
  .strictObject({
    description: z.optional(z.string().check(z.maxLength(10_000))),
    owners: z.optional(z.array(Owner)).check(z.describe('Who looks after it.')),
    task: z.enum(TASKS),
    target: UserName.check(z.describe('The column that is predicted.')),
    'positive-class': z
      .optional(UserName)
      .check(z.describe('For two classes: the one that probabilities are of.')),
    environment: z.optional(Environment),
    train: z.optional(Train),
    evaluate: z.optional(Evaluate),
    aliases: z
      .optional(z.record(AliasName, StageName))
      .check(
        z.describe(
          'Aliases that are tied to a stage and move only with it; left out: champion to the last stage before the archive, challenger to the one before that.',
        ),
      ),
    policy: z
      ._default(z.record(StageName, StagePolicy), {})
      .check(z.describe('Per stage, what a promotion to it must meet.')),
  })
  .check(
    z.superRefine((definition, context) => {
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
    }),
  )
export type ModelDefinition = z.infer<typeof ModelDefinition>

/** Keys of `model.yaml` that this release does not give a meaning to yet. */
export const LATER_DEFINITION_KEYS: LaterKeys = {
  'environment.python': 'setting up Python in the pipeline',
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
