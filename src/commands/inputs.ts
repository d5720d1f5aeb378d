import * as z from 'zod'
import { ModelName } from '../domain/registry/names.ts'

/** Inputs that several commands share. */
export const model = ModelName.describe('The model.')
export const version = z
  .string()
  .min(1)
  .max(200)
  .describe('A number, an alias, a stage or `latest`; with @2026-10-01 as it stood then.')
export const at = z.string().min(1).max(300).default('HEAD').describe('Branch, tag or commit to read.')

/** The inputs of every command that moves pointers. */
export const moveInputs = {
  reason: z.string().min(1).max(10_000).optional().describe('Why; kept in the record.'),
  merge: z.boolean().default(false).describe('Apply it to the current branch instead of making a branch.'),
  unapproved: z
    .string()
    .min(1)
    .max(10_000)
    .optional()
    .describe(
      'With --merge: why it is done without the approvals that the policy asks for; kept in the record.',
    ),
  dryRun: z.boolean().default(false).describe('Show what would happen and change nothing.'),
}

export const predictions = z
  .string()
  .min(1)
  .max(4000)
  .optional()
  .describe('A file with what it predicted, a row for each of the data: for versions that are no ONNX.')

/** The inputs of every command that scores versions. */
export const measureInputs = {
  data: z
    .string()
    .min(1)
    .max(4000)
    .optional()
    .describe('Other rows than those that model.yaml names; no gate takes them.'),
  evidence: z
    .boolean()
    .default(true)
    .describe('Leave evidence beside the version; --no-evidence only looks.'),
}
