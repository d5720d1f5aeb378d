import { type OperationsRule, slaMilliseconds, slaShare } from '../registry/sla-service-keys.ts'
import { type Estimate, judgeLevel, type ServiceLevel, type Untold, type Wanted } from './level.ts'

const SHARES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const

/** The share of requests that take at most the quantile. */
export function shareOfQuantile(measure: keyof typeof SHARES): number {
  return SHARES[measure]
}

/** What requests did, by whoever can tell: each figure, or why there is none. */
export interface ServiceFigures {
  /** Milliseconds. */
  quantile(measure: 'p50' | 'p95' | 'p99'): Estimate | Untold
  errorRate(): Estimate | Untold
  /** Requests a second. */
  throughput(): Estimate | Untold
}

/** Each rule about operations, judged. */
export function judgeOperations(
  rules: readonly OperationsRule[],
  figures: ServiceFigures | Untold,
): ServiceLevel[] {
  return rules.map(rule =>
    judgeLevel(wantedOf(rule), 'status' in figures ? figures : figureOf(rule, figures)),
  )
}

function figureOf({ measure }: OperationsRule, figures: ServiceFigures): Estimate | Untold {
  if (measure === 'error-rate') return figures.errorRate()
  return measure === 'throughput' ? figures.throughput() : figures.quantile(measure)
}

function wantedOf(rule: OperationsRule): Wanted {
  const of = 'operations'
  switch (rule.measure) {
    case 'error-rate':
      return { of, name: rule.measure, limit: { is: 'at-most', value: slaShare(rule.max) }, unit: 'share' }
    case 'throughput':
      return { of, name: rule.measure, limit: { is: 'at-least', value: rule.min }, unit: 'requests/s' }
    default:
      return {
        of,
        name: rule.measure,
        limit: { is: 'at-most', value: slaMilliseconds(rule.max) },
        unit: 'ms',
      }
  }
}
