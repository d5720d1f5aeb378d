import * as z from 'zod/mini'

export const INTERVAL_METHODS = [
  'delong',
  'tango',
  'score',
  'closed-form',
  'bootstrap-percentile',
  'bootstrap-bca',
  'bootstrap-cluster',
  'wilson',
  'clopper-pearson',
  'newcombe',
  'block-bootstrap',
] as const

/** An interval and how it was made. `resamples` and `seed` make a drawn one repeatable. */
export const Interval = z.strictObject({
  low: z.number(),
  high: z.number(),
  level: z.number().check(z.gt(0), z.lt(1)),
  method: z.enum(INTERVAL_METHODS),
  resamples: z.optional(z.int().check(z.minimum(1))),
  seed: z.optional(z.int().check(z.minimum(0))),
})
export type Interval = z.infer<typeof Interval>
