import * as z from 'zod/mini'
import { Latency } from '../evidence/latency.ts'
import { Measured, Side } from './measurement.ts'

/** `bench`. */
export const LatencyResult = z.strictObject({
  kind: z.literal('latency'),
  champion: Side,
  challenger: Side,
  facts: Latency,
  noisy: z
    .array(z.enum(['p50', 'p95']))
    .check(
      z.describe('Where the champion differs from itself by more than a tenth: the machine is too noisy.'),
    ),
  ...Measured,
})
export type LatencyResult = z.infer<typeof LatencyResult>
