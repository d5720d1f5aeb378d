import { fixture } from './fixture-models.ts'

type Pair = readonly [number, number]

/** `test/fixtures/statistics/intervals.json`, which says how it was made. */
export interface GoldenIntervals {
  readonly proportions: readonly {
    readonly hits: number
    readonly total: number
    readonly wilson: Pair
    readonly exact: Pair
  }[]
  readonly independent: readonly { readonly first: Pair; readonly second: Pair; readonly newcombe: Pair }[]
  readonly tango: readonly {
    readonly firstOnly: number
    readonly secondOnly: number
    readonly total: number
    readonly low: number
    readonly high: number
  }[]
  readonly quantiles: {
    readonly normal: readonly Pair[]
    readonly cdf: readonly Pair[]
    readonly beta: readonly (readonly [share: number, alpha: number, beta: number, value: number])[]
  }
}

export function goldenIntervals(): GoldenIntervals {
  return JSON.parse(fixture('statistics/intervals.json').toString('utf8'))
}
