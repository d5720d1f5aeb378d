import * as z from 'zod/mini'
import { Outcome } from '../gates/outcome.ts'
import { ModelName, Sha256, Timestamp } from '../registry/names.ts'
import { TIME_UNITS } from '../registry/sla-service-keys.ts'
import { ServiceLevel } from '../service/level.ts'
import { UNREADABLE } from '../service/unreadable.ts'

const Count = z.int().check(z.minimum(0))

const RequestFile = z.strictObject({
  is: z.enum(['logs', 'samples']),
  uri: z.string(),
  sha256: Sha256,
  lines: Count,
  requests: Count.check(z.describe('Within the window.')),
  outside: Count.check(z.describe('Outside of it, left out.')),
  unreadable: z.partialRecord(z.enum(UNREADABLE), z.int().check(z.minimum(1))),
  fields: z
    .strictObject({
      time: z.optional(z.string()),
      duration: z.optional(z.strictObject({ name: z.string(), unit: z.enum(TIME_UNITS) })),
      status: z.optional(z.string()),
    })
    .check(z.describe('What was read of a request; left out where the file does not have it.')),
})

/** `service-levels`. */
export const ServiceLevelsResult = z.strictObject({
  kind: z.literal('service-levels'),
  model: ModelName,
  outcome: Outcome.check(
    z.describe('`failed`: a limit is broken; `inconclusive`: of one it could not be told, or there is none.'),
  ),
  window: z
    .optional(z.strictObject({ from: Timestamp, until: Timestamp }))
    .check(z.describe('Its end excluded; left out where a whole file was read.')),
  source: z
    .optional(
      z.discriminatedUnion('is', [
        RequestFile,
        z.strictObject({ is: z.literal('prometheus'), server: z.string() }),
      ]),
    )
    .check(z.describe('Where the figures of operations come from.')),
  business: z.optional(
    z.strictObject({
      uri: z.string(),
      sha256: Sha256,
      rows: Count,
      outside: Count,
      unreadable: Count.check(z.describe('Rows whose time cannot be read, left out.')),
    }),
  ),
  levels: z.array(ServiceLevel).check(z.describe('In the order of model.yaml, operations first.')),
  remarks: z.array(z.string()),
  next: z.array(z.string()),
})
export type ServiceLevelsResult = z.infer<typeof ServiceLevelsResult>
