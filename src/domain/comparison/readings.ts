import type { Comparison } from '../evidence/comparison.ts'
import type { Outcome } from '../gates/outcome.ts'
import { type Direction, type MetricName, metricEntry } from './metric-catalogue.ts'
import { signedInterval, type Verdict, verdictOf } from './verdict.ts'

/** Per metric, on which side of 0 the challenger's interval lies; `unread` without one. */
export interface Reading {
  readonly metric: MetricName
  readonly direction: Direction
  readonly reading: 'better' | 'worse' | 'open' | 'unread'
}

/** What a verdict means where no policy is asked. */
export const VERDICT_OUTCOMES: Readonly<Record<Verdict, Outcome>> = {
  better: 'passed',
  'not-worse': 'passed',
  worse: 'failed',
  inconclusive: 'inconclusive',
}

/** The verdict on the primary metric; without a value or an interval it is open. */
export function verdictOn({ metrics }: Comparison, primary: MetricName, margin: number): Verdict {
  const paired = metrics[primary]
  if (paired?.interval === undefined) return 'inconclusive'
  return verdictOf(signedInterval(primary, paired.difference, paired.interval), margin)
}

export function readingsOf({ metrics }: Comparison): Reading[] {
  return Object.entries(metrics).map(([name, paired]): Reading => {
    const metric = name as MetricName
    const { direction } = metricEntry(metric)
    if (paired.interval === undefined || direction === 'zero') return { metric, direction, reading: 'unread' }
    const { low, high } = signedInterval(metric, paired.difference, paired.interval)
    return { metric, direction, reading: low > 0 ? 'better' : high < 0 ? 'worse' : 'open' }
  })
}
