import * as z from 'zod/mini'
import { ModelName, ObjectId, StageName, Timestamp, VersionNumber } from '../registry/names.ts'

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** `search`. */
export const SearchResult = z.strictObject({
  kind: z.literal('search'),
  commit: ObjectId,
  filter: z.string(),
  columns: z.array(z.string()).check(z.describe('The fields that the filter and the order name.')),
  found: z.int().check(z.describe('How many versions fit, before the limit.')),
  searched: z.int(),
  versions: z.array(
    z.strictObject({
      model: ModelName,
      version: VersionNumber,
      stage: StageName,
      aliases: z.array(z.string()),
      'created-at': Timestamp,
      values: z.array(Value).check(z.describe('One for each of `columns`.')),
    }),
  ),
})
export type SearchResult = z.infer<typeof SearchResult>
