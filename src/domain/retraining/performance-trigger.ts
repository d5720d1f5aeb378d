import { shareOf } from '../gates/latency.ts'
import type { MeasuredMetric, RetrainingFacts } from './facts.ts'
import type { TriggerFinding } from './trigger.ts'

/** Of the baseline. */
const USUAL_SHARE = 0.05

type Given = Pick<RetrainingFacts, 'policy' | 'metric' | 'measured'>
type Found = Omit<TriggerFinding, 'trigger'>

/**
 * Fires where the metric is worse than the policy allows and its interval lies on the worse side of what it is compared
 * with: of the baseline for a share of it, of the limit itself for a value. `unconfirmed` where the interval holds that,
 * or there is none.
 */
export function performanceTrigger({ policy, metric, measured }: Given): Found {
  const unknown = (why: string): Found => ({ is: 'unknown', why, figures: [] })
  if (measured.is === 'unknown') return unknown(measured.why)
  const found = measured.value.find(one => one.metric === metric.name)
  if (found === undefined) return unknown(`${metric.name} is not among what was measured`)
  const compared = comparedWith(policy.when.performance ?? {}, found, metric.better)
  if (compared === undefined) return unknown(`the baseline of ${metric.name} is not among what was measured`)
  const { limit, against, as } = compared
  const figures = [{ of: metric.name, value: found.value, limit }]
  const sign = metric.better === 'higher' ? 1 : -1
  if (sign * (found.value - limit) >= 0)
    return { is: 'quiet', why: `${metric.name} is no worse than the policy allows`, figures }
  const best = metric.better === 'higher' ? found.high : found.low
  const worse = `${metric.name} is worse than the policy allows`
  if (best === undefined)
    return { is: 'unconfirmed', why: `${worse}, by a value without an interval`, figures }
  if (sign * (best - against) >= 0)
    return { is: 'unconfirmed', why: `${worse}, but its interval holds ${as}`, figures }
  return { is: 'fired', why: `${worse}, and its interval lies beyond ${as}`, figures }
}

interface Compared {
  readonly limit: number
  readonly against: number
  readonly as: string
}

function comparedWith(
  keys: NonNullable<RetrainingFacts['policy']['when']['performance']>,
  { baseline }: MeasuredMetric,
  better: 'higher' | 'lower',
): Compared | undefined {
  const value = keys['worse-than']
  if (value !== undefined) return { limit: value, against: value, as: 'that limit' }
  if (baseline === undefined) return undefined
  const share = keys['worse-by'] === undefined ? USUAL_SHARE : shareOf(keys['worse-by'])
  const allowed = share * Math.abs(baseline)
  return {
    limit: better === 'higher' ? baseline - allowed : baseline + allowed,
    against: baseline,
    as: 'its baseline',
  }
}
