import * as z from 'zod/mini'
import { Season } from '../monitoring/window.ts'
import { parseLength } from '../service/window.ts'
import { RepositoryPath, SourceUri, UserName } from './names.ts'

const MOST_RUNS = 50
const Runs = z.int().check(z.minimum(1), z.maximum(MOST_RUNS))
const Days = z.int().check(z.minimum(0), z.maximum(365))
/** GitHub's own bound of a label's name, and of a login. */
const Label = z.string().check(z.minLength(1), z.maxLength(50))
const Login = z
  .string()
  .check(z.regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, { error: 'a login, without @' }))

const Distance = z.number().check(z.gt(0), z.maximum(1))

/** Rows that a run of monitoring reads. */
export const MonitoredSource = z
  .strictObject({
    uri: z
      .optional(SourceUri)
      .check(z.describe('Files: CSV, Parquet or JSON lines; a path with * stands for all that match.')),
    sql: z
      .optional(z.string().check(z.minLength(1), z.maxLength(20_000)))
      .check(z.describe('A query of DuckDB in place of files; it reads what lies in the repository.')),
    time: z
      .optional(UserName)
      .check(z.describe('The column that says when a row is of; UTC without a zone.')),
    'window-days': z
      .optional(z.int().check(z.minimum(1), z.maximum(3599)))
      .check(z.describe('Rows of so many days are read.')),
  })
  .check(
    z.refine(({ uri, sql }) => (uri === undefined) !== (sql === undefined), {
      error: 'either `uri` or `sql`',
    }),
    z.refine(source => (source.time === undefined) === (source['window-days'] === undefined), {
      error: '`time` and `window-days` together, or neither',
    }),
  )
export type MonitoredSource = z.infer<typeof MonitoredSource>

/** What a model predicted in production, and the labels that have come. */
const MonitoredPredictions = z
  .strictObject({
    predictions: RepositoryPath.check(
      z.describe('A file of predictions, with the target where it is known and stands beside them.'),
    ),
    labels: z.optional(RepositoryPath).check(z.describe('Labels in a file of their own, found by `key`.')),
    key: z.optional(UserName).check(z.describe('The column of both files that a label is found by.')),
  })
  .check(
    z.refine(({ labels, key }) => (labels === undefined) === (key === undefined), {
      error: '`labels` and `key` together, or neither',
    }),
  )

/** How long a time is looked at. */
export const Length = z
  .string()
  .check(z.refine(text => parseLength(text) !== undefined, { error: 'a length like 24h, 30m or 7d' }))
const Server = z
  .string()
  .check(z.maxLength(1024), z.regex(/^https?:\/\/[^/]/, { error: 'an address: https://…' }))

/** Where a run reads how a model is served, and what the business had of it. */
const MonitoredService = z
  .strictObject({
    logs: z.optional(RepositoryPath).check(z.describe('An access log in JSON lines.')),
    samples: z.optional(RepositoryPath).check(z.describe('A table of requests in its place.')),
    prometheus: z.optional(Server).check(z.describe('A Prometheus server in their place.')),
    business: z.optional(RepositoryPath).check(z.describe('A table with the numbers of the business.')),
    window: z
      .optional(Length)
      .check(z.describe('How long before the run is looked at, such as 24h; left out: all of a file.')),
  })
  .check(
    z.refine(
      ({ logs, samples, prometheus }) =>
        [logs, samples, prometheus].filter(source => source !== undefined).length <= 1,
      { error: 'one of `logs`, `samples` and `prometheus`' },
    ),
    z.refine(({ window, ...sources }) => Object.keys(sources).length > 0, {
      error: 'a source: `logs`, `samples`, `prometheus` or `business`',
    }),
    z.refine(({ prometheus, window }) => prometheus === undefined || window !== undefined, {
      error: '`prometheus` needs `window`',
    }),
  )

/** What is watched of what production sees, and from when on somebody is told. */
export const Monitor = z.strictObject({
  current: z
    .optional(MonitoredSource)
    .check(z.describe('What production saw; left out: each run names it. Its window ends with yesterday.')),
  reference: z
    .optional(z.union([Season, MonitoredSource]))
    .check(
      z.describe(
        'What it is compared with in place of the training data: rows of the current source of the same weekdays in eight weeks before or of the same months in three years before, or a source whose window ends where the current one begins.',
      ),
    ),
  performance: z
    .optional(MonitoredPredictions)
    .check(z.describe('What each run measures the metrics on; left out: each run names it.')),
  service: z
    .optional(MonitoredService)
    .check(z.describe('Where each run reads how it is served; left out: each run names it.')),
  ignore: z
    .optional(z.array(UserName).check(z.maxLength(1000)))
    .check(z.describe('Columns that are not compared, such as identifiers and times.')),
  thresholds: z
    .optional(
      z.strictObject({
        level: z
          .optional(z.number().check(z.gt(0), z.maximum(0.5)))
          .check(z.describe('Of the p-value, adjusted over all tests of a run; left out: 0.05.')),
        numbers: z
          .optional(Distance)
          .check(z.describe('Of D, the Kolmogorov–Smirnov distance of numbers; left out: 0.1.')),
        categories: z
          .optional(Distance)
          .check(z.describe('Of the bias-corrected V of Cramér, for categories; left out: 0.1.')),
        missing: z
          .optional(Distance)
          .check(z.describe('Of the difference between the shares of missing values; left out: 0.05.')),
        learned: z
          .optional(z.boolean())
          .check(
            z.describe(
              'Whether distances are held against what parts of the reference show, each as large as the current sample.',
            ),
          ),
      }),
    )
    .check(z.describe('From which change on a feature drifted, where it is no chance.')),
  together: z
    .optional(z.boolean())
    .check(
      z.describe(
        'Whether each run asks a classifier if all features together moved, even where none did by itself.',
      ),
    ),
  confirm: z
    .optional(
      z
        .strictObject({ runs: Runs, of: Runs })
        .check(z.refine(({ runs, of }) => runs <= of, { error: '`runs` is at most `of`' })),
    )
    .check(
      z.describe(
        'In how many of the last runs that could tell a feature must have drifted; left out: 2 of 3.',
      ),
    ),
  alerts: z
    .optional(
      z.strictObject({
        labels: z
          .optional(z.array(Label).check(z.maxLength(20)))
          .check(z.describe('Of a new alert, beside `modelyard`.')),
        assignees: z.optional(z.array(Login).check(z.maxLength(10))).check(z.describe('Of a new alert.')),
        summary: z
          .optional(z.literal('weekly'))
          .check(z.describe('An issue that tells each week; left out: none.')),
        'close-after': z
          .optional(Runs)
          .check(z.describe('Good runs in a row that close an alert; left out: 3.')),
        'reopen-days': z
          .optional(Days)
          .check(z.describe('What returns within so many days opens the same alert again; left out: 14.')),
        'worse-by': z
          .optional(z.number().check(z.gt(1), z.maximum(100)))
          .check(
            z.describe('Worse is what grew above so many times the worst that was told; left out: 1.5.'),
          ),
        'blind-after': z
          .optional(Runs)
          .check(
            z.describe('Runs in a row that could tell nothing, from which on that is told; left out: 3.'),
          ),
      }),
    )
    .check(z.describe('When alerts speak and end, and who hears of them.')),
})
export type Monitor = z.infer<typeof Monitor>
