import * as z from 'zod/mini'
import { type Bounds, Limit, sideOfLimit } from '../monitoring/limit.ts'

/**
 * Why a level has its status. `not-given`: nobody named a source for it; `not-recorded`: the source does not say; `nothing-seen`: no
 * request or row; `too-few`: so few bound nothing on the side that counts; `limit-within-interval`: they cannot tell on which side it
 * is; `no-window`: a rate over time wants to know the time. Errors: `unreadable`: too much of the source is; `other-values`: the column
 * holds what is no number or no 0 and 1; `no-column`; `not-answered`: a server could not be asked.
 */
export const LEVEL_GROUNDS = [
  'not-given',
  'not-recorded',
  'nothing-seen',
  'too-few',
  'limit-within-interval',
  'no-window',
  'unreadable',
  'other-values',
  'no-column',
  'not-answered',
] as const
export type LevelGround = (typeof LEVEL_GROUNDS)[number]

/** One line of the agreement, judged. */
export const ServiceLevel = z.strictObject({
  of: z.enum(['operations', 'business']),
  name: z.string().check(z.describe('p50, p95, p99, error-rate, throughput, or that of a business number.')),
  status: z
    .enum(['ok', 'breached', 'insufficient-data', 'error'])
    .check(z.describe('`breached` and `ok`: the whole interval lies on that side of the limit.')),
  grounds: z.array(z.enum(LEVEL_GROUNDS)).check(z.describe('Why it is not told; empty where it is.')),
  detail: z.optional(z.string()).check(z.describe('Of an error: where, what, and what to do.')),
  limit: Limit,
  unit: z.enum(['ms', 'share', 'requests/s', 'own']),
  value: z.optional(z.number()),
  low: z.optional(z.number()).check(z.describe('95 % interval; left out where nothing bounds it.')),
  high: z.optional(z.number()),
  observations: z.optional(z.int().check(z.minimum(0))).check(z.describe('Requests or rows behind it.')),
  missing: z.optional(z.int().check(z.minimum(1))).check(z.describe('Rows without a value, left out.')),
})
export type ServiceLevel = z.infer<typeof ServiceLevel>

/** What is asked of one figure. */
export type Wanted = Pick<ServiceLevel, 'of' | 'name' | 'limit' | 'unit'>

/** A figure with its 95 % interval. What was counted in full has no width. */
export interface Estimate extends Bounds {
  readonly value: number
  readonly observations?: number
  readonly missing?: number
}

/** What stands in place of a figure. */
export interface Untold {
  readonly status: 'insufficient-data' | 'error'
  readonly ground: LevelGround
  readonly detail?: string
}

/** A figure held against its limit: by the end of the interval that would have to lie beyond it. */
export function judgeLevel(wanted: Wanted, found: Estimate | Untold): ServiceLevel {
  if ('status' in found) {
    const { status, ground, detail } = found
    return { ...wanted, status, grounds: [ground], ...(detail !== undefined && { detail }) }
  }
  const { value, low, high, observations, missing } = found
  const side = sideOfLimit(wanted.limit, found)
  return {
    ...wanted,
    status: STATUSES[side],
    grounds: side === 'open' ? [whyOpen(wanted.limit, found)] : [],
    value,
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
    ...(observations !== undefined && { observations }),
    ...(missing !== undefined && missing > 0 && { missing }),
  }
}

const STATUSES = { beyond: 'breached', within: 'ok', open: 'insufficient-data' } as const

/** Without an end on the side of the limit no interval is whole on the other. */
function whyOpen({ is }: Limit, { low, high }: Bounds): LevelGround {
  return (is === 'at-most' ? high : low) === undefined ? 'too-few' : 'limit-within-interval'
}
