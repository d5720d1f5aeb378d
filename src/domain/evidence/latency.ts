import * as z from 'zod/mini'

export { LATENCY_QUANTILES, type LatencyQuantile } from './measures.ts'

const Positive = z.number().check(z.gt(0))
const Ratio = z.strictObject({ value: Positive, low: Positive, high: Positive })

/** Times of one quantile; the ratio is challenger by champion with a 95 % interval over blocks of pairs. */
const Compared = z.strictObject({ 'champion-ms': Positive, 'challenger-ms': Positive, ratio: Ratio })

const each = <T extends z.ZodMiniType>(schema: T) => z.strictObject({ p50: schema, p95: schema, p99: schema })

/**
 * Service time of single requests, one at a time, champion and challenger interleaved in one process in random order
 * within each pair; no queue is in it.
 */
export const Latency = z.strictObject({
  'rows-per-request': z.int().check(z.minimum(1)),
  pairs: z.int().check(z.minimum(1)),
  'warm-up': z.int().check(z.minimum(0)),
  blocks: z.int().check(z.minimum(1)),
  seed: z.int().check(z.minimum(0)),
  'same-against-same': each(Ratio).check(
    z.describe('The champion against itself, measured first: what this machine shows where nothing differs.'),
  ),
  quantiles: each(Compared),
})
export type Latency = z.infer<typeof Latency>
