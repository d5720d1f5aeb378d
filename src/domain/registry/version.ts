import * as z from 'zod'
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
  name: z.string().min(1).max(1000).describe("The tensor's name, letter for letter."),
  datatype: z.enum(DATATYPES),
  shape: z.array(z.int().min(-1)).max(16).describe('Sizes, -1 where a size is free.'),
}

export const InputTensor = z.strictObject({
  ...TensorFields,
  columns: z
    .array(UserName)
    .max(100_000)
    .optional()
    .describe("The data's columns in their order, for an input that takes several."),
})
export type InputTensor = z.infer<typeof InputTensor>

export const OutputTensor = z.strictObject(TensorFields)
export type OutputTensor = z.infer<typeof OutputTensor>

export const Signature = z.strictObject({
  inputs: z.array(InputTensor).max(100_000),
  outputs: z.array(OutputTensor).max(1000),
})
export type Signature = z.infer<typeof Signature>

/** Where artifacts may live: beside the version record, or at one of these schemes. */
export const ArtifactUri = z
  .string()
  .max(2000)
  .regex(/^(?:\.\/model(?:\.[A-Za-z0-9.]{1,40})?|(?:https|s3|gs|az|hf|release):[^\s\\]+)$/, {
    error: 'an address: ./model… beside the record, or https:, s3:, gs:, az:, hf:, release:',
  })
  .refine(uri => !uri.includes('..'), { error: 'an address without `..`' })

/** The model file or folder of a version. */
export const Artifact = z.strictObject({
  uri: ArtifactUri,
  sha256: Sha256.describe("The file's SHA-256; a folder's is that of its sorted manifest."),
  bytes: z.int().min(0),
  format: z.enum(['onnx', 'opaque']).describe('`opaque`: registered without being opened.'),
  kind: z.string().max(60).optional().describe('What an opaque artifact looks like, by its first bytes.'),
  'runs-code-when-loaded': z.literal(true).optional(),
  files: z.int().min(1).optional().describe('How many files a folder holds.'),
  opsets: sorted(z.record(z.string().max(200), z.int().min(1))).optional(),
})
export type Artifact = z.infer<typeof Artifact>

export const DataReference = z.strictObject({
  role: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, { error: 'a role like train, validation or test' }),
  uri: z.string().min(1).max(2000),
  sha256: Sha256,
  rows: z.int().min(0).optional(),
})
export type DataReference = z.infer<typeof DataReference>

const Scalar = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])
export const Params = sorted(z.record(UserName, z.union([Scalar, z.array(Scalar).max(10_000)])))
export type Params = z.infer<typeof Params>

/** The trainer's own figures: shown and searched, read by no gate. */
export const ClaimedMetrics = sorted(z.record(UserName, z.number()))

/** `versions/N/version.json`: an immutable version. */
export const VersionRecord = z.strictObject({
  schema: z.literal(1),
  version: VersionNumber,
  'created-at': Timestamp,
  'created-by': PersonName,
  commit: ObjectId.describe('The commit that was trained.'),
  tree: ObjectId.describe("That commit's tree; it outlives a squash merge."),
  'pull-request': z.int().min(1).optional(),
  run: z.int().min(1).optional(),
  artifact: Artifact,
  signature: Signature.optional(),
  data: z.array(DataReference).max(1000),
  params: Params,
  metrics: ClaimedMetrics,
})
export type VersionRecord = z.infer<typeof VersionRecord>

/** `versions/last.json`: the highest number ever given, kept so that no number is given twice. */
export const LastVersion = z.strictObject({ schema: z.literal(1), last: VersionNumber })
export type LastVersion = z.infer<typeof LastVersion>
