import * as z from 'zod/mini'
import { metricsOf, TASKS } from '../comparison/metric-catalogue.ts'
import { metricsNamedIn } from '../gates/rule.ts'
import { Evaluate, misplacedKeys } from './evaluate-keys.ts'
import type { LaterKeys } from './explain.ts'
import { Monitor } from './monitor-keys.ts'
import { AliasName, RepositoryPath, StageName, UserName } from './names.ts'
import { Owner, StagePolicy } from './policy.ts'
import { Retrain, retrainIssues } from './retrain-keys.ts'
import { Serve } from './serve-keys.ts'
import { MetricsSla } from './sla-keys.ts'
import { ServiceSla } from './sla-service-keys.ts'

const Command = z.string().check(z.minLength(1), z.maxLength(2000))

const Sample = z
  .strictObject({
    share: z
      .optional(z.number().check(z.gt(0), z.maximum(1)))
      .check(z.describe('Of the rows, above 0 and up to 1; left out where `rows` says how many: 0.1.')),
    rows: z.optional(z.int().check(z.minimum(1), z.maximum(2 ** 40))).check(z.describe('How many rows.')),
    stratify: z
      .optional(UserName)
      .check(
        z.describe('The column whose values keep their shares; left out: the target, where it is a class.'),
      ),
  })
  .check(
    z.refine(({ share, rows }) => share === undefined || rows === undefined, {
      error: 'either `share` or `rows`',
    }),
  )

const Train = z.strictObject({
  command: Command.check(
    z.describe('Trains: reads $MODELYARD_DATA and $MODELYARD_SEED, leaves model.* in $MODELYARD_OUT.'),
  ),
  data: RepositoryPath.check(z.describe('The training data: a file or a folder.')),
  seed: z._default(z.int().check(z.minimum(0), z.maximum(2 ** 31 - 1)), 0),
  sample: z.optional(Sample).check(z.describe('The rows that pull requests train on.')),
  watch: z
    .optional(z.array(z.string().check(z.minLength(1), z.maxLength(300))))
    .check(
      z.describe(
        'Which files count as training code, as globs; left out: all but the registry, .github, docs and *.md.',
      ),
    ),
})

const Predict = z.strictObject({
  command: Command.check(
    z.describe(
      'Predicts with what is no ONNX: reads $MODELYARD_MODEL and the rows in $MODELYARD_DATA, leaves predictions.csv in $MODELYARD_OUT.',
    ),
  ),
})

const Lint = z.strictObject({
  command: Command.check(z.describe('Checks the code; any other status than 0 fails.')),
})

const Test = z.strictObject({
  command: Command.check(
    z.describe('Tests the code; any other status than 0 fails. What it leaves in $MODELYARD_OUT is kept.'),
  ),
})

const Environment = z.strictObject({
  install: Command.check(
    z.describe('Installs what training needs; run where it is asked for, `reproduce --install`.'),
  ),
})

const Sla = z.strictObject({ ...MetricsSla, ...ServiceSla })

/** What a comparison on a pull request may do; no gate takes it. */
const Preview = z.strictObject({
  'fail-on': z
    .optional(z.enum(['worse']))
    .check(
      z.describe(
        'With `worse` a pull request whose model is worse than the champion does not pass. Left out: it is shown alone.',
      ),
    ),
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
    lint: z.optional(Lint),
    test: z.optional(Test),
    train: z.optional(Train),
    predict: z.optional(Predict),
    evaluate: z.optional(Evaluate),
    serve: z.optional(Serve).check(z.describe('How it is served, for trying its endpoint.')),
    monitor: z.optional(Monitor).check(z.describe('How what production sees is watched.')),
    retrain: z.optional(Retrain).check(z.describe('When it is trained again, and what holds that back.')),
    sla: z.optional(Sla).check(z.describe('What is promised of it in production, declared once.')),
    preview: z.optional(Preview).check(z.describe('What the comparison on a pull request may do.')),
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
      const primary = definition.evaluate?.['primary-metric']
      if (primary !== undefined && !metrics.includes(primary)) {
        context.addIssue({
          code: 'custom',
          path: ['evaluate', 'primary-metric'],
          message: `a metric of ${definition.task} (${metrics.join(', ')})`,
        })
      }
      for (const [index, { metric }] of (definition.sla?.metrics ?? []).entries()) {
        if (metrics.includes(metric)) continue
        context.addIssue({
          code: 'custom',
          path: ['sla', 'metrics', index, 'metric'],
          message: `a metric of ${definition.task} (${metrics.join(', ')})`,
        })
      }
      for (const [stage, policy] of Object.entries(definition.policy)) {
        for (const { path, message } of gateIssues(definition, policy))
          context.addIssue({ code: 'custom', path: ['policy', stage, ...path], message })
      }
      for (const { path, message } of definition.evaluate === undefined
        ? []
        : misplacedKeys(definition, definition.evaluate))
        context.addIssue({ code: 'custom', path: ['evaluate', ...path], message })
      for (const { path, message } of retrainIssues(definition))
        context.addIssue({ code: 'custom', path: ['retrain', ...path], message })
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
}

/** The schema of one stage's policy, held to what a model's definition says elsewhere. */
export function stagePolicyOf(definition: Pick<ModelDefinition, 'task' | 'evaluate'>) {
  return StagePolicy.check(
    z.superRefine((policy, context) => {
      for (const issue of gateIssues(definition, policy)) context.addIssue({ code: 'custom', ...issue })
    }),
  )
}

/** What is wrong with gates that their own schema cannot see. */
function* gateIssues(
  {
    task,
    evaluate,
  }: Pick<ModelDefinition, 'task'> & {
    readonly evaluate?: { readonly metrics?: Readonly<Record<string, unknown>> | undefined } | undefined
  },
  { gates = [] }: StagePolicy,
): Generator<{ readonly path: (string | number)[]; readonly message: string }> {
  const metrics: readonly string[] = [...metricsOf(task), ...Object.keys(evaluate?.metrics ?? {})]
  for (const [index, rule] of gates.entries()) {
    for (const { keys, metric } of metricsNamedIn(rule)) {
      if (metrics.includes(metric)) continue
      yield { path: ['gates', index, ...keys], message: `a metric of ${task} (${metrics.join(', ')})` }
    }
    if ('fairness' in rule && task !== 'binary-classification') {
      yield { path: ['gates', index, 'fairness'], message: 'a gate of binary-classification' }
    }
  }
}
