import type { Window } from '../monitoring/window.ts'
import { type PrometheusFormat, UNIT_MS, USUAL_ERRORS_FROM } from '../registry/sla-service-keys.ts'
import { type Bucket, bucketQuantile } from './buckets.ts'
import type { Estimate, Untold } from './level.ts'
import { type ServiceFigures, shareOfQuantile } from './operations-limits.ts'
import { type Answered, floatOf, type Sample } from './prometheus-answer.ts'
import { countedRate, errorRateOf } from './requests.ts'

const LEAST_REQUESTS = 1

/** What a server said of one window; an own query stands in place of its measure. */
export interface PrometheusAnswers {
  readonly buckets: Answered | undefined
  readonly requests: Answered | undefined
  readonly own: ReadonlyMap<string, Answered>
  readonly statusLabel: string
}

/** Figures out of what a Prometheus server said. */
export function prometheusFigures(
  answers: PrometheusAnswers,
  format: PrometheusFormat,
  window: Window,
): ServiceFigures {
  const own = (measure: string, scale: number) => {
    const answered = answers.own.get(measure)
    return answered === undefined ? undefined : ownFigure(answered, scale)
  }
  return {
    quantile: measure =>
      own(measure, 1000) ??
      quantileIn(answers.buckets, shareOfQuantile(measure), UNIT_MS[format.unit ?? 's']),
    errorRate: () => own('error-rate', 1) ?? errorRateIn(answers, format['errors-from'] ?? USUAL_ERRORS_FROM),
    throughput: () => own('throughput', 1) ?? throughputIn(answers.requests, window),
  }
}

const NOTHING: Untold = { status: 'insufficient-data', ground: 'nothing-seen' }
const wrongly = (detail: string): Untold => ({ status: 'error', ground: 'not-answered', detail })

/** One number without an interval: what it was computed from is the server's. */
function ownFigure(answered: Answered, scale: number): Estimate | Untold {
  if ('wrong' in answered) return wrongly(answered.wrong)
  const { samples } = answered
  if (samples.length > 1)
    return wrongly(
      `the query gives ${samples.length} series; write one that gives one number, such as sum(…)`,
    )
  const value = (samples[0]?.value ?? Number.NaN) * scale
  return Number.isFinite(value) ? { value, low: value, high: value } : NOTHING
}

function quantileIn(answered: Answered | undefined, share: number, inMs: number): Estimate | Untold {
  const buckets = bucketsOf(answered)
  if ('status' in buckets) return buckets
  const { value, low, high, ...rest } = bucketQuantile(buckets, share)
  const scaled = (bound: number | undefined) => (bound === undefined ? undefined : bound * inMs)
  return { ...rest, value: value * inMs, low: scaled(low), high: scaled(high) }
}

function bucketsOf(answered: Answered | undefined): readonly Bucket[] | Untold {
  if (answered === undefined) return { status: 'insufficient-data', ground: 'not-recorded' }
  if ('wrong' in answered) return wrongly(answered.wrong)
  const buckets = answered.samples
    .map(({ labels, value }) => ({ most: floatOf(labels.le), count: value }))
    .toSorted((a, b) => a.most - b.most)
  const last = buckets.at(-1)
  if (last === undefined || Number.isNaN(last.count)) return NOTHING
  if (last.most !== Number.POSITIVE_INFINITY || buckets.some(({ most, count }) => Number.isNaN(most + count)))
    return wrongly('its histogram has no whole set of buckets up to +Inf; name another in `histogram`')
  return last.count < LEAST_REQUESTS ? NOTHING : buckets
}

function errorRateIn({ requests, statusLabel }: PrometheusAnswers, failedFrom: number): Estimate | Untold {
  const total = totalIn(requests)
  if (typeof total !== 'number') return total
  if (total < LEAST_REQUESTS) return NOTHING
  const samples = samplesOf(requests)
  const unnamed = samples.find(({ labels }) => Number.isNaN(statusOf(labels[statusLabel])))
  // A label that is not there would count no request as failed, whatever happened.
  if (unnamed !== undefined)
    return wrongly(
      `its counter has series whose label ${statusLabel} is no status like 503 or 5xx; name the label in \`status\``,
    )
  const failed = samples
    .filter(({ labels }) => statusOf(labels[statusLabel]) >= failedFrom)
    .reduce((sum, { value }) => sum + value, 0)
  const [whole, of] = [Math.round(failed), Math.round(total)]
  return errorRateOf(Math.min(whole, of), of)
}

function throughputIn(requests: Answered | undefined, window: Window): Estimate | Untold {
  const total = totalIn(requests)
  if (typeof total !== 'number') return total
  return samplesOf(requests).length === 0 ? NOTHING : countedRate(total, window)
}

function totalIn(requests: Answered | undefined): number | Untold {
  if (requests === undefined) return { status: 'insufficient-data', ground: 'not-recorded' }
  if ('wrong' in requests) return wrongly(requests.wrong)
  const total = requests.samples.reduce((sum, { value }) => sum + value, 0)
  return Number.isFinite(total) ? total : wrongly('its counter of requests is no number; see that it is one')
}

function samplesOf(answered: Answered | undefined): readonly Sample[] {
  return answered !== undefined && 'samples' in answered ? answered.samples : []
}

/** `503`, or `5xx`, which stands for its first; NaN for anything else. */
function statusOf(text: string | undefined): number {
  if (text !== undefined && /^[1-5]xx$/i.test(text)) return Number(text[0]) * 100
  return text !== undefined && /^[1-5]\d{2}$/.test(text) ? Number(text) : Number.NaN
}
