import * as z from 'zod/mini'
import { ObjectId, PersonName, Sha256, Timestamp, UserName, VersionNumber } from './names.ts'
import { sorted } from './sorted.ts'

/** Datatypes as the Open Inference Protocol names them; `OTHER` for what it has no name for. */
export const DATATYPES = [
  'BOOL',
  'UINT8',
  'UINT16',
  'UINT32',
  'UINT64',
  'INT8',
  'INT16',
  'INT32',
  'INT64',
  'FP16',
  'BF16',
  'FP32',
  'FP64',
  'BYTES',
  'OTHER',
] as const

const TensorFields = {
  name: z
    .string()
    .check(z.minLength(1), z.maxLength(1000), z.describe("The tensor's name, letter for letter.")),
  datatype: z.enum(DATATYPES),
  shape: z
    .array(z.int().check(z.minimum(-1)))
    .check(z.maxLength(16), z.describe('Sizes, -1 where a size is free.')),
}

export const InputTensor = z.strictObject({
  ...TensorFields,
  columns: z
    .optional(z.array(UserName).check(z.maxLength(100_000)))
    .check(z.describe("The data's columns in their order, for an input that takes several.")),
})
export type InputTensor = z.infer<typeof InputTensor>

export const OutputTensor = z.strictObject(TensorFields)
export type OutputTensor = z.infer<typeof OutputTensor>

export const Signature = z.strictObject({
  inputs: z.array(InputTensor).check(z.maxLength(100_000)),
  outputs: z.array(OutputTensor).check(z.maxLength(1000)),
})
export type Signature = z.infer<typeof Signature>

/** Where artifacts may live: beside the version record, or at one of these schemes. */
export const ArtifactUri = z.string().check(
  z.maxLength(2000),
  z.regex(/^(?:\.\/model(?:\.[A-Za-z0-9.]{1,40})?|(?:https|s3|gs|az|hf|release):[^\s\\]+)$/, {
    error: 'an address: ./model… beside the record, or https:, s3:, gs:, az:, hf:, release:',
  }),
  z.refine(uri => !uri.includes('..'), { error: 'an address without `..`' }),
)

/** The model file or folder of a version. */
export const Artifact = z.strictObject({
  uri: ArtifactUri,
  sha256: Sha256.check(z.describe("The file's SHA-256; a folder's is that of its sorted manifest.")),
  bytes: z.int().check(z.minimum(0)),
  format: z.enum(['onnx', 'opaque']).check(z.describe('`opaque`: registered without being opened.')),
  kind: z
    .optional(z.string().check(z.maxLength(60)))
    .check(z.describe('What an opaque artifact looks like, by its first bytes.')),
  'runs-code-when-loaded': z.optional(z.literal(true)),
  files: z.optional(z.int().check(z.minimum(1))).check(z.describe('How many files a folder holds.')),
  opsets: z.optional(sorted(z.record(z.string().check(z.maxLength(200)), z.int().check(z.minimum(1))))),
})
export type Artifact = z.infer<typeof Artifact>

export const DataReference = z.strictObject({
  role: z
    .string()
    .check(z.regex(/^[a-z][a-z0-9-]{0,30}$/, { error: 'a role like train, validation or test' })),
  uri: z.string().check(z.minLength(1), z.maxLength(2000)),
  sha256: Sha256,
  rows: z.optional(z.int().check(z.minimum(0))),
})
export type DataReference = z.infer<typeof DataReference>

const Scalar = z.union([z.string().check(z.maxLength(10_000)), z.number(), z.boolean(), z.null()])
export const Params = sorted(
  z.record(UserName, z.union([Scalar, z.array(Scalar).check(z.maxLength(10_000))])),
)
export type Params = z.infer<typeof Params>

/** The trainer's own figures: shown and searched, read by no gate. */
export const ClaimedMetrics = sorted(z.record(UserName, z.number()))

/** `versions/N/version.json`: an immutable version. */
export const VersionRecord = z.strictObject({
  schema: z.literal(1),
  version: VersionNumber,
  'created-at': Timestamp,
  'created-by': PersonName,
  commit: ObjectId.check(z.describe('The commit that was trained.')),
  tree: ObjectId.check(z.describe("That commit's tree; it outlives a squash merge.")),
  'pull-request': z.optional(z.int().check(z.minimum(1))),
  run: z.optional(z.int().check(z.minimum(1))),
  artifact: Artifact,
  signature: z.optional(Signature),
  data: z.array(DataReference).check(z.maxLength(1000)),
  params: Params,
  metrics: ClaimedMetrics,
})
export type VersionRecord = z.infer<typeof VersionRecord>

/** `versions/last.json`: the highest number ever given, kept so that no number is given twice. */
export const LastVersion = z.strictObject({ schema: z.literal(1), last: VersionNumber })
export type LastVersion = z.infer<typeof LastVersion>
