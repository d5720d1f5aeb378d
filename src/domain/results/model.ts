import * as z from 'zod/mini'
import { ModelName, ObjectId, StageName, Timestamp, VersionNumber } from '../registry/names.ts'
import { Notes } from '../registry/notes.ts'
import { Pointers } from '../registry/pointers.ts'
import { VersionRecord } from '../registry/version.ts'

/** Where a version stands and what it claims, on one line. */
export const VersionLine = z.strictObject({
  version: VersionNumber,
  stage: StageName,
  aliases: z.array(z.string()),
  'created-at': Timestamp,
  'created-by': z.string(),
  metric: z
    .optional(z.number())
    .check(z.describe('The primary metric as evaluated, otherwise as the trainer claims it.')),
  'metric-is': z.optional(z.enum(['evaluated', 'claimed'])),
})
export type VersionLine = z.infer<typeof VersionLine>

/** `show` without a model. */
export const ModelListResult = z.strictObject({
  kind: z.literal('model-list'),
  commit: ObjectId,
  models: z.array(
    z.strictObject({
      model: ModelName,
      task: z.string(),
      versions: z.int(),
      aliases: Pointers.shape.aliases,
      stages: Pointers.shape.stages,
    }),
  ),
})
export type ModelListResult = z.infer<typeof ModelListResult>

/** `show MODEL`. */
export const ModelResult = z.strictObject({
  kind: z.literal('model'),
  commit: ObjectId,
  model: ModelName,
  description: z.optional(z.string()),
  task: z.string(),
  target: z.string(),
  'primary-metric': z.string(),
  pointers: Pointers,
  records: z.int(),
  'pointers-agree': z.boolean().check(z.describe('Whether the fold of the records equals stages.json.')),
  versions: z
    .array(VersionLine)
    .check(z.describe('Those that a stage in use or an alias names, and the newest.')),
  'versions-in-all': z.int(),
})
export type ModelResult = z.infer<typeof ModelResult>

/** `show MODEL VERSION`. */
export const VersionResult = z.strictObject({
  kind: z.literal('version'),
  commit: ObjectId,
  model: ModelName,
  stage: StageName,
  aliases: z.array(z.string()),
  purged: z.boolean(),
  record: VersionRecord,
  notes: Notes,
  card: z.optional(z.string()).check(z.describe('Where its model card lies, if it has one.')),
  evidence: z.array(
    z.strictObject({
      kind: z.string(),
      digest: z.string(),
      data: z.optional(z.string()),
      champion: z.optional(z.string()),
      rows: z.optional(z.int()),
      metrics: z.record(z.string(), z.number()),
      'measured-at': Timestamp,
    }),
  ),
  promotions: z.array(z.strictObject({ record: z.int(), kind: z.string(), text: z.string(), at: Timestamp })),
})
export type VersionResult = z.infer<typeof VersionResult>
