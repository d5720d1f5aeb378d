import * as z from 'zod/mini'
import { METRIC_NAMES } from '../comparison/metric-catalogue.ts'
import { VERDICTS } from '../comparison/verdict.ts'
import { Comparison } from '../evidence/comparison.ts'
import { Contract } from '../evidence/contract.ts'
import { Evaluation } from '../evidence/evaluation.ts'
import { Fairness } from '../evidence/fairness.ts'
import { Latency } from '../evidence/latency.ts'
import { DataChange, Importance, Size } from '../evidence/other-kinds.ts'
import { Reproducibility } from '../evidence/reproducibility.ts'
import { Tests } from '../evidence/tests.ts'
import { Outcome } from '../gates/outcome.ts'
import { GateTree } from '../gates/result.ts'
import { NamedWindow } from '../monitoring/window.ts'
import { ModelName, ObjectId, Sha256, StageName, UserName, VersionNumber } from '../registry/names.ts'
import { VersionRecord } from '../registry/version.ts'

export const Written = z.strictObject({
  path: z.string(),
  digest: Sha256,
  is: z.enum(['new', 'repeat']).check(z.describe('`repeat`: the same finding was on record already.')),
})

export const Measured = {
  model: ModelName,
  commit: ObjectId,
  data: z.strictObject({
    uri: z.string(),
    sha256: Sha256,
    pinned: z
      .boolean()
      .check(
        z.describe('Whether these are the rows that the policy names, so that gates take what was measured.'),
      ),
    window: z.optional(NamedWindow).check(z.describe('Where a rule chose the rows.')),
  }),
  engine: z.string(),
  seconds: z.number(),
  evidence: z.array(Written),
  remarks: z.array(z.string()),
  next: z.array(z.string()),
  importance: z.optional(Importance),
  size: z.optional(Size).check(z.describe("The artifact's; of the challenger where two are compared.")),
  'decided-before': z
    .optional(z.int().check(z.minimum(0)))
    .check(z.describe('How often these evaluation rows decided on a promotion already.')),
}

/** A parameter that differs; a side that does not have it is left out. */
const ParamChange = z.strictObject({
  name: UserName,
  champion: z.optional(z.string()),
  challenger: z.optional(z.string()),
})

export const Side = z.strictObject({ version: VersionNumber, artifact: Sha256, aliases: z.array(z.string()) })

/** One of two models that are compared: a version of the registry, or a file. */
const ComparedSide = z.strictObject({
  version: z.optional(VersionNumber),
  file: z.optional(z.string()).check(z.describe('A model, or its predictions; in place of a version.')),
  artifact: Sha256.check(z.describe("The file's digest.")),
  aliases: z.optional(z.array(z.string())),
})

/** `evaluate`. */
export const EvaluationResult = z.strictObject({
  kind: z.literal('evaluation'),
  version: Side,
  'primary-metric': z.string(),
  facts: Evaluation,
  'judged-for': z.optional(StageName),
  gates: z.optional(GateTree).check(z.describe('Where there is no champion yet: floors alone judge.')),
  ...Measured,
})
export type EvaluationResult = z.infer<typeof EvaluationResult>

/** `compare`. */
export const ComparisonResult = z.strictObject({
  kind: z.literal('comparison'),
  outcome: Outcome,
  champion: ComparedSide,
  challenger: ComparedSide,
  'primary-metric': z.string(),
  verdict: z.enum(VERDICTS),
  margin: z.number().check(z.describe('The loss that would matter, from the policy; 0 where it names none.')),
  identical: z.boolean().check(z.describe('Whether both predicted the same for every row.')),
  readings: z
    .array(
      z.strictObject({
        metric: z.enum(METRIC_NAMES),
        reading: z.enum(['better', 'worse', 'open', 'unread']),
        direction: z
          .optional(z.enum(['higher', 'lower', 'zero']))
          .check(z.describe('Which way is better; `zero`: neither.')),
      }),
    )
    .check(
      z.describe("Per metric, on which side of 0 the challenger's interval lies; `unread` without one."),
    ),
  facts: Comparison,
  fairness: z.optional(Fairness),
  'judged-for': z.optional(StageName),
  gates: z.optional(GateTree),
  'policy-commit': z.optional(ObjectId),
  'rows-to-settle': z
    .optional(z.int().check(z.minimum(1)))
    .check(
      z.describe('About how many rows would settle an open verdict, were the difference what it seems.'),
    ),
  'champion-evaluation': z.optional(Evaluation),
  'challenger-evaluation': z.optional(Evaluation),
  latency: z.optional(Latency),
  reproducibility: z.optional(Reproducibility),
  contract: z.optional(Contract),
  tests: z.optional(Tests),
  'data-change': z.optional(DataChange),
  params: z.optional(z.array(ParamChange)),
  record: z.optional(VersionRecord).check(z.describe("The challenger's version record.")),
  description: z.optional(z.string()).check(z.describe('What the model is for, as model.yaml says.')),
  ...Measured,
  model: z.optional(ModelName).check(z.describe('Left out where two files were compared.')),
  commit: z.optional(ObjectId),
})
export type ComparisonResult = z.infer<typeof ComparisonResult>
