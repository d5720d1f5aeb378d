import * as z from 'zod/mini'
import { Moment } from '../domain/monitoring/window.ts'
import { ModelName } from '../domain/registry/names.ts'

/** Inputs that several commands share. */
export const model = ModelName.check(z.describe('The model.'))
export const version = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(200),
    z.describe('A number, an alias, a stage or `latest`; with @2026-10-01 as it stood then.'),
  )
export const at = z
  ._default(z.string().check(z.minLength(1), z.maxLength(300)), 'HEAD')
  .check(z.describe('Branch, tag or commit to read.'))

export const alertIssue = z
  .int()
  .check(z.minimum(1), z.describe('The number of the issue of an alert; in a comment that of its issue.'))

/** The inputs of every command that moves pointers. */
export const moveInputs = {
  reason: z
    .optional(z.string().check(z.minLength(1), z.maxLength(10_000)))
    .check(z.describe('Why; kept in the record.')),
  merge: z
    ._default(z.boolean(), false)
    .check(z.describe('Apply it to the current branch instead of making a branch.')),
  unapproved: z
    .optional(z.string().check(z.minLength(1), z.maxLength(10_000)))
    .check(
      z.describe(
        'With --merge: why it is done without the approvals that the policy asks for; kept in the record.',
      ),
    ),
  dryRun: z._default(z.boolean(), false).check(z.describe('Show what would happen and change nothing.')),
}

/** Of every promotion: what other jobs measured comes along. */
export const evidenceFolder = z
  .optional(z.string().check(z.minLength(1), z.maxLength(4000)))
  .check(z.describe('A folder with evidence that measuring jobs left; taken as drafts of this version are.'))

/** Of every measurement that a schedule runs. */
export const metrics = z
  .optional(z.string().check(z.minLength(1), z.maxLength(4000)))
  .check(z.describe('A file to write what was found to, for Prometheus; replaced where it is there.'))

export const predictions = z
  .optional(z.string().check(z.minLength(1), z.maxLength(4000)))
  .check(
    z.describe('A file with what it predicted, a row for each of the data: for versions that are no ONNX.'),
  )

/** The inputs of every command that scores versions. */
export const measureInputs = {
  data: z
    .optional(z.string().check(z.minLength(1), z.maxLength(4000)))
    .check(z.describe('Other rows than those that model.yaml names; no gate takes them.')),
  until: z
    .optional(Moment)
    .check(
      z.describe(
        'Where a rule chooses the rows: where its window ends in place of the last whole day; no gate takes them.',
      ),
    ),
  evidence: z
    ._default(z.boolean(), true)
    .check(z.describe('Leave evidence beside the version; --no-evidence only looks.')),
}
