import * as z from 'zod/mini'
import { METRIC_NAMES, type Task } from '../comparison/metric-catalogue.ts'
import { MetricSettings, SETTINGS_OF, type SettingName } from '../comparison/metric-settings.ts'
import { folderOfPattern, isAddress, isPattern, Sha256, SourceUri, UserName } from './names.ts'

/** What a command of the user's own measures, one number a row or one for all. */
export const OwnMetricRule = z.strictObject({
  command: z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(2000),
      z.describe(
        'Prints JSON: a list of one number a row, or one number. Reads $MODELYARD_DATA and $MODELYARD_PREDICTIONS.',
      ),
    ),
  direction: z.enum(['higher', 'lower', 'zero']).check(z.describe('Which way is better; `zero`: near 0.')),
  unit: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  per: z
    .enum(['row', 'set'])
    .check(z.describe('`row`: their mean is the metric, with an interval; `set`: no interval.')),
})
export type OwnMetricRule = z.infer<typeof OwnMetricRule>

const OwnMetricName = UserName.check(
  z.refine(name => !(METRIC_NAMES as readonly string[]).includes(name) && name !== '__proto__', {
    error: 'a name of its own, which none of the metrics here has',
  }),
)

/** `evaluate` of model.yaml: the rows that judge, and how they are read. */
export const Evaluate = z.strictObject({
  data: z
    .strictObject({
      uri: SourceUri.check(
        z.describe(
          'The evaluation data: CSV or Parquet in the repository; by a rule any files, or an address.',
        ),
      ),
      sha256: z
        .optional(Sha256)
        .check(z.describe('The digest of the file; without it, or a rule, no evidence counts.')),
      time: z
        .optional(UserName)
        .check(z.describe('By a rule: the column that says when a row is of; UTC without a zone.')),
      'window-days': z
        .optional(z.int().check(z.minimum(1), z.maximum(3599)))
        .check(
          z.describe(
            'By a rule: how many days judge, up to the last whole one; only rows later than what the models were trained on.',
          ),
        ),
    })
    .check(
      z.refine(({ time, 'window-days': days }) => (time === undefined) === (days === undefined), {
        error: '`time` and `window-days` together, or neither',
      }),
      z.refine(({ time, sha256 }) => time === undefined || sha256 === undefined, {
        error: 'either `sha256`, which pins a file, or `time` and `window-days`, by which rows are chosen',
      }),
      z.refine(({ uri }) => isAddress(uri) || !isPattern(uri) || folderOfPattern(uri) !== '', {
        error: 'files below a folder, which is then guarded as what judges: data/*.csv',
      }),
      z.refine(({ time, uri }) => time !== undefined || (!isAddress(uri) && !isPattern(uri)), {
        error: 'one file of the repository, unless `time` and `window-days` choose rows of more',
      }),
    )
    .check(z.describe('The rows that every version is judged on.')),
  'primary-metric': z.optional(z.enum(METRIC_NAMES)).check(z.describe('The metric that decides.')),
  slices: z
    .optional(z.array(UserName).check(z.minLength(1), z.maxLength(10)))
    .check(z.describe('Columns of the evaluation data whose values, at most 50 each, make groups of rows.')),
  ...MetricSettings.shape,
  cluster: z
    .optional(UserName)
    .check(z.describe('A column; rows of one value belong together and are drawn together.')),
  key: z
    .optional(UserName)
    .check(z.describe('A column that tells rows apart; rows that share a value are counted.')),
  metrics: z
    .optional(z.record(OwnMetricName, OwnMetricRule))
    .check(z.describe('Metrics of your own, by name.')),
})
export type Evaluate = z.infer<typeof Evaluate>

/** The columns of the evaluation data that `evaluate` names, each once. */
export function columnsNamed({
  slices = [],
  cluster,
  key,
}: Pick<Evaluate, 'slices' | 'cluster' | 'key'>): readonly string[] {
  return [...new Set([...slices, cluster, key].filter(name => name !== undefined))]
}

/** Keys of `evaluate` that mean nothing for a task, and what is wanted instead. */
export function* misplacedKeys(
  { task, target }: { readonly task: Task; readonly target: string },
  evaluate: Evaluate,
): Generator<{ readonly path: (string | number)[]; readonly message: string }> {
  for (const name of Object.keys(MetricSettings.shape) as SettingName[]) {
    if (evaluate[name] !== undefined && !SETTINGS_OF[task].includes(name))
      yield { path: [name], message: `left out: it means nothing for ${task}` }
  }
  const slices = evaluate.slices ?? []
  for (const [index, column] of slices.entries()) {
    if (slices.indexOf(column) < index)
      yield { path: ['slices', index], message: 'a column that is not named before' }
    if (column === target) yield { path: ['slices', index], message: 'another column than the target' }
  }
  if (evaluate['primary-metric'] === 'cost' && evaluate.cost === undefined)
    yield {
      path: ['primary-metric'],
      message: 'another metric, unless `cost` beside it says what a mistake costs',
    }
}
