import * as z from 'zod/mini'
import { ModelName, ObjectId, Sha256 } from '../registry/names.ts'
import { CommandReport } from './reproduction.ts'

/** What a command left in `MODELYARD_OUT`, by its name there. */
const Made = z.strictObject({
  name: z.string(),
  sha256: Sha256.check(z.describe("Of a folder: of its sorted manifest, as of a version's.")),
  bytes: z.int(),
  files: z.optional(z.int()).check(z.describe('How many a folder holds; left out of a file.')),
})

/** `run`. */
export const RunResult = z.strictObject({
  kind: z.literal('run'),
  outcome: z
    .enum(['passed', 'failed'])
    .check(z.describe('`failed`: it ended badly, or did not leave what it should.')),
  model: ModelName,
  commit: z.optional(ObjectId).check(z.describe('What is checked out; files may differ from it.')),
  command: CommandReport,
  why: z.optional(z.string()).check(z.describe('What is wrong with what it left, where it ended well.')),
  seed: z.int(),
  data: z
    .optional(z.strictObject({ uri: z.string(), sha256: Sha256, rows: z.optional(z.int()) }))
    .check(z.describe('What it trained on or predicted; the rows of the latter alone.')),
  artifact: z.optional(Sha256).check(z.describe('The model that it predicted with.')),
  made: z.array(Made).check(z.describe('By name; the first hundred.')),
  predictions: z.optional(z.int()).check(z.describe('How many rows it predicted.')),
  out: z.optional(z.string()).check(z.describe('Where that was kept.')),
  remarks: z.array(z.string()),
  next: z.array(z.string()),
})
export type RunResult = z.infer<typeof RunResult>
