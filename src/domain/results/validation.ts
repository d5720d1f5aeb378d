import * as z from 'zod/mini'
import { Outcome } from '../gates/outcome.ts'
import { LOOKS } from '../monitoring/looks.ts'
import { Problem } from '../problem.ts'
import { ObjectId, VersionNumber } from '../registry/names.ts'
import { ApprovalRule } from '../registry/policy.ts'

/** `validate`. */
export const ValidationResult = z.strictObject({
  kind: z.literal('validation'),
  outcome: Outcome,
  judged: z.string().check(z.describe('What was judged: the working tree, or a commit against a base.')),
  base: z.optional(ObjectId),
  head: z.optional(ObjectId),
  checked: z.strictObject({ models: z.int(), versions: z.int(), records: z.int(), files: z.int() }),
  problems: z.array(Problem),
  governed: z
    .array(
      z.strictObject({
        path: z.string(),
        why: z.string(),
        models: z.array(z.string()),
        rules: z.array(z.extend(ApprovalRule, { source: z.enum(['model', 'floor']) })),
      }),
    )
    .check(z.describe('Changes to what judges, and the approval rules that they must meet.')),
  monitored: z
    .optional(z.array(z.strictObject({ model: z.string(), looks: z.array(z.enum(LOOKS)) })))
    .check(z.describe('With `monitored`: the models that say what production saw, and what of it.')),
  touched: z.optional(
    z
      .strictObject({
        models: z
          .array(z.string())
          .check(z.describe('Whose training code or model.yaml the commit changes.')),
        lint: z.array(z.string()).check(z.describe('Those of them that declare `lint`.')),
        test: z.array(z.string()).check(z.describe('Those of them that declare `test`.')),
        train: z.array(z.string()).check(z.describe('Those of them that declare `train`.')),
        predict: z.array(z.string()).check(z.describe('Those of them that declare `predict`.')),
        serve: z.array(z.string()).check(z.describe('Those of them that declare `serve`.')),
        contract: z
          .array(z.string())
          .check(
            z.describe(
              'Those of them that declare `train`, and `serve` or a gate that asks for the contract.',
            ),
          ),
        served: z
          .array(z.string())
          .check(z.describe('Those of them that declare `train` and have a champion to be compared with.')),
        compared: z
          .array(z.string())
          .check(
            z.describe(
              'Those of `served`, and others that declare `train` here and at the base: what both make of a sample can be compared.',
            ),
          ),
        'fails-on-worse': z
          .array(z.string())
          .check(
            z.describe(
              'Those of `compared` whose `preview` at the base says that a worse one does not pass.',
            ),
          ),
        'registry-alone': z.boolean().check(z.describe('Whether it changes nothing outside the registry.')),
        app: z
          .optional(z.literal(true))
          .check(z.describe('The base leaves comments and proposals to the GitHub App: `app: true`.')),
      })
      .check(z.describe('For what a pipeline has to run; with a base alone.')),
  ),
  candidates: z
    .optional(
      z.array(z.strictObject({ model: z.string(), version: z.optional(VersionNumber), serves: z.boolean() })),
    )
    .check(
      z.describe(
        'With --candidates: the models that a first promotion is due for; without a version one has to be trained.',
      ),
    ),
  remarks: z.array(z.string()).check(z.describe('What could not be looked at.')),
})
export type ValidationResult = z.infer<typeof ValidationResult>
