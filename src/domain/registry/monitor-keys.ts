import * as z from 'zod/mini'
import { UserName } from './names.ts'

const MOST_RUNS = 50
const Runs = z.int().check(z.minimum(1), z.maximum(MOST_RUNS))
const Days = z.int().check(z.minimum(0), z.maximum(365))
/** GitHub's own bound of a label's name, and of a login. */
const Label = z.string().check(z.minLength(1), z.maxLength(50))
const Login = z
  .string()
  .check(z.regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, { error: 'a login, without @' }))

const Distance = z.number().check(z.gt(0), z.maximum(1))

/** What is watched of what production sees, and from when on somebody is told. */
export const Monitor = z.strictObject({
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
      }),
    )
    .check(z.describe('From which change on a feature drifted, where it is no chance.')),
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
