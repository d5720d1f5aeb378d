import * as z from 'zod/mini'
import { StageName } from '../domain/registry/names.ts'
import { ArtifactUri } from '../domain/registry/version.ts'
import { evidenceFolder, model } from './inputs.ts'

const File = z.string().check(z.minLength(1), z.maxLength(4000))
const Assignments = z._default(z.array(z.string().check(z.minLength(1), z.maxLength(10_000))), [])

export const registerInput = z.strictObject({
  model,
  artifact: z.optional(File).check(z.describe('The model file or folder.')),
  trained: z
    .optional(File)
    .check(
      z.describe(
        'Instead of the artifact: the folder that train left, with metrics.json and params.json where it left them.',
      ),
    ),
  params: z.optional(File).check(z.describe('JSON or YAML file of the parameters that it was trained with.')),
  param: Assignments.check(z.describe('One parameter as name=value; may be repeated.')),
  metrics: z
    .optional(File)
    .check(
      z.describe("JSON or YAML file of the trainer's own metrics: shown and searched, read by no gate."),
    ),
  metric: Assignments.check(z.describe('One metric as name=value; may be repeated.')),
  data: Assignments.check(
    z.describe("Data as role=path; may be repeated; left out: the model's training data."),
  ),
  columns: z
    .optional(z.array(z.string().check(z.minLength(1), z.maxLength(200))))
    .check(z.describe('The columns of an input that takes several, in order.')),
  signature: z
    .optional(File)
    .check(z.describe('JSON file of inputs and outputs, for what is registered unopened.')),
  as: z
    ._default(z.enum(['auto', 'onnx', 'opaque']), 'auto')
    .check(z.describe('How to take the artifact; `opaque` leaves it unopened.')),
  uri: z
    .optional(ArtifactUri)
    .check(
      z.describe(
        'Where the artifact lives, when not in the repository: https:, s3:, gs:, az:, hf:, release:.',
      ),
    ),
  commit: z
    .optional(z.string().check(z.minLength(1), z.maxLength(300)))
    .check(z.describe('The commit that was trained; left out: the last that changed code.')),
  description: z
    .optional(z.string().check(z.maxLength(10_000)))
    .check(z.describe('What to say about the version.')),
  tag: Assignments.check(z.describe('A tag as name=value; may be repeated.')),
  pullRequest: z
    .optional(z.int().check(z.minimum(1)))
    .check(z.describe('The pull request whose merge trained it.')),
  run: z.optional(z.int().check(z.minimum(1))).check(z.describe('The workflow run that trained it.')),
  stage: z
    .optional(StageName)
    .check(z.describe('Also plan the first promotion to this stage, in the same change.')),
  evidence: evidenceFolder,
  retrained: z
    ._default(z.boolean(), false)
    .check(
      z.describe(
        'With stage: a retraining made it. It is proposed whatever its gates say: as a draft where they cannot tell, closed where they failed.',
      ),
    ),
  alert: z
    ._default(z.array(z.string().check(z.regex(/^[1-9]\d{0,9}$/, { error: 'the number of an issue' }))), [])
    .check(z.describe('The issue of an alert that asked for it; may be repeated.')),
  merge: z
    ._default(z.boolean(), false)
    .check(
      z.describe(
        'Commit to the branch that is checked out instead of making one; nothing is pushed, so in a workflow only the steps of the same job see it.',
      ),
    ),
  dryRun: z._default(z.boolean(), false).check(z.describe('Show what would happen and change nothing.')),
})
export type RegisterInput = z.output<typeof registerInput>
