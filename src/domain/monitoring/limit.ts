import * as z from 'zod/mini'

/** What a figure may be at the most, or is to be at the least. */
export const Limit = z.strictObject({
  is: z.enum(['at-most', 'at-least']),
  value: z.number(),
})
export type Limit = z.infer<typeof Limit>

/** An interval, without an end where nothing bounds it. */
export interface Bounds {
  readonly low: number | undefined
  readonly high: number | undefined
  /** Whether the low end itself is no part of it, as that of a histogram's bucket. */
  readonly isAboveLow?: boolean
}

/** On which side of a limit all of an interval lies: beyond it, within it, or `open` where it reaches over. The limit itself is within. */
export function sideOfLimit(
  { is, value: limit }: Limit,
  { low, high, isAboveLow = false }: Bounds,
): 'beyond' | 'within' | 'open' {
  if (is === 'at-most') {
    if (low !== undefined && (low > limit || (isAboveLow && low === limit))) return 'beyond'
    return high !== undefined && high <= limit ? 'within' : 'open'
  }
  if (high !== undefined && high < limit) return 'beyond'
  return low !== undefined && low >= limit ? 'within' : 'open'
}
