/** fairlearn's definitions; differences are largest minus smallest group, the ratio is smallest by largest. */
export const FAIRNESS_MEASURES = [
  'demographic-parity-difference',
  'demographic-parity-ratio',
  'equal-opportunity-difference',
  'equalized-odds-difference',
] as const
export type FairnessMeasure = (typeof FAIRNESS_MEASURES)[number]

export const LATENCY_QUANTILES = ['p50', 'p95', 'p99'] as const
export type LatencyQuantile = (typeof LATENCY_QUANTILES)[number]
