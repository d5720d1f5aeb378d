import { combinedFinding, type FindingPart } from '../domain/alerts/combined-finding.ts'
import { degradationCauses, degradationFinding } from '../domain/alerts/degradation-finding.ts'
import { driftCauses, driftFinding } from '../domain/alerts/drift-finding.ts'
import type { AlertKind, MonitoringFinding } from '../domain/alerts/finding.ts'
import {
  businessCauses,
  businessFinding,
  operationsCauses,
  operationsFinding,
} from '../domain/alerts/service-finding.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { DriftingFeature } from '../domain/monitoring/drifting.ts'
import { LOOKS, type Look, lookOf } from '../domain/monitoring/looks.ts'
import type { RecordedLevel } from '../domain/monitoring/run-record.ts'
import type { Trend } from '../domain/monitoring/trends.ts'
import { metricTitle } from '../domain/performance/judge-metric.ts'
import type { MetricFinding } from '../domain/performance/metric-finding.ts'
import type { DriftResult } from '../domain/results/drift.ts'
import type { Failure } from '../domain/results/failure.ts'
import type { Reported, Result } from '../domain/results/index.ts'
import type { PerformanceResult } from '../domain/results/performance.ts'
import type { ServiceLevelsResult } from '../domain/results/service-levels.ts'
import type { ServiceLevel } from '../domain/service/level.ts'

/** Why a run could not look. */
export type FailedLook = Pick<Failure, 'code' | 'message'>

/** What a run of monitoring left of a model; undefined where it was not to look. */
export interface Looked {
  readonly drift: DriftResult | FailedLook | undefined
  readonly performance: PerformanceResult | FailedLook | undefined
  readonly 'service-levels': ServiceLevelsResult | FailedLook | undefined
}

/** What one run says of an alert. */
export interface Told {
  readonly kind: AlertKind
  readonly finding: MonitoringFinding
  readonly causes: readonly string[]
  readonly trends?: readonly Trend[]
  readonly report?: Result | undefined
}

const NOTHING_LEFT: FailedLook = {
  code: 'bad-artifact',
  message: 'it left no answer; the log of the run says why',
}

/**
 * Sorts what a run left. What was to look and left nothing, or what went wrong, could not look; without any answer and
 * any word of what was to look, that is `monitor`.
 *
 * @param expected - What was to look, whether it left an answer or not.
 * @throws {ModelyardError} `bad-artifact` where answers are of another model or command, or of several runs.
 */
export function sortAnswers(
  answers: readonly Reported[],
  model: string,
  expected: readonly Look[] = [],
): Looked {
  const other = answers.find(answer => lookOfAnswer(answer) === undefined)
  if (other !== undefined)
    throw refused(
      `a file holds an answer of another command (${other.kind === 'failure' ? other.command : other.kind})`,
      'give what `monitor`, `performance` and `service-levels` left, and no more',
    )
  const isWanted = (look: Look) =>
    expected.includes(look) || (look === 'drift' && answers.length + expected.length === 0)
  const found = <L extends Look>(look: L) =>
    onlyOf(answers, look, model) ?? (isWanted(look) ? NOTHING_LEFT : undefined)
  return {
    drift: found('drift'),
    performance: found('performance'),
    'service-levels': found('service-levels'),
  }
}

/** One that does not say which command went wrong is of an earlier release, where that was `monitor`. */
function lookOfAnswer(answer: Reported): Look | undefined {
  if (answer.kind === 'failure') return lookOf(answer.command ?? 'monitor')
  return LOOKS.find(look => look === answer.kind)
}

type Kept = DriftResult | PerformanceResult | ServiceLevelsResult

function onlyOf<L extends Look>(
  answers: readonly Reported[],
  look: L,
  model: string,
): Extract<Kept, { kind: L }> | FailedLook | undefined {
  const [first, ...more] = answers.filter(answer => lookOfAnswer(answer) === look)
  if (more.length > 0) throw refused(`${more.length + 1} files are of \`${look}\``, 'give those of one run')
  if (first === undefined || first.kind === 'failure') return first
  const kept = first as Extract<Kept, { kind: L }>
  if (kept.model !== model)
    throw refused(`the answer is one of \`${kept.model}\``, `give that of \`${model}\``)
  return kept
}

/** Whether a part of a run could not look. */
export const isFailed = (looked: Kept | FailedLook): looked is FailedLook => 'code' in looked

/** What a part of a run found, where it could look. */
export function foundBy<K extends Kept>(looked: K | FailedLook | undefined): K | undefined {
  return looked === undefined || isFailed(looked) ? undefined : (looked as K)
}

/** What it says of drift, where it was to look. */
export function driftTold(drift: DriftResult | FailedLook, drifting: readonly DriftingFeature[]): Told {
  if (isFailed(drift))
    return {
      kind: 'drift',
      finding: { is: 'unknown', why: `it could not look: ${drift.message}` },
      causes: [],
    }
  return {
    kind: 'drift',
    finding: driftFinding(drift.features, drifting),
    causes: driftCauses(drift.features),
    report: drift,
  }
}

/**
 * What it says of limits: of operations, and of what the model does less well than it is to.
 *
 * @param before - The limits that each part judged last, by which is known what one that could not look was to judge.
 */
export function limitsTold(looked: Looked, before: readonly RecordedLevel[] = []): Told[] {
  const service = foundBy(looked['service-levels'])
  const performance = foundBy(looked.performance)
  const levels = service?.levels ?? []
  const metrics = performance?.findings ?? []
  const namesOf = (of: ServiceLevel['of']) => levels.flatMap(level => (level.of === of ? [level.name] : []))
  const blind = (look: Exclude<Look, 'drift'>, of: RecordedLevel['of']) => blindPart(looked[look], of, before)
  const told = (
    kind: AlertKind,
    parts: readonly FindingPart[],
    causes: readonly string[],
    report?: Result,
  ): Told[] => {
    const telling = parts.filter(({ names }) => names.length > 0)
    if (telling.length === 0) return []
    return [{ kind, finding: combinedFinding(telling), causes, report }]
  }
  return [
    ...told(
      'operations',
      [
        { finding: operationsFinding(levels), names: namesOf('operations') },
        ...blind('service-levels', 'operations'),
      ],
      operationsCauses(levels),
      service,
    ),
    ...told(
      'degradation',
      [
        { finding: degradationFinding(metrics), names: [...new Set(metrics.map(metricTitle))] },
        { finding: businessFinding(levels), names: namesOf('business') },
        ...blind('performance', 'performance'),
        ...blind('service-levels', 'business'),
      ],
      [...degradationCauses(metrics), ...businessCauses(levels)],
      performance ?? service,
    ),
  ]
}

/** Of limits that a part of a run was to judge and could not look at; none where it could. */
function blindPart(
  looked: Kept | FailedLook | undefined,
  of: RecordedLevel['of'],
  before: readonly RecordedLevel[],
): FindingPart[] {
  if (looked === undefined || !isFailed(looked)) return []
  const names = before.flatMap(level => (level.of === of ? [level.name] : []))
  return [{ finding: { is: 'unknown', why: `it could not look: ${looked.message}` }, names }]
}

const STATUSES: Readonly<Record<ServiceLevel['status'], RecordedLevel['status']>> = {
  ok: 'ok',
  breached: 'bad',
  'insufficient-data': 'untold',
  error: 'untold',
}

const METRIC_STATUSES = { ...STATUSES, degraded: 'bad' } as const

/** The limits as the history keeps them. */
export function recordedLevels(looked: Looked): RecordedLevel[] {
  return [
    ...(foundBy(looked.performance)?.findings ?? []).map(recordedMetric),
    ...recordedService(foundBy(looked['service-levels'])?.levels ?? []),
  ]
}

function recordedMetric(finding: MetricFinding): RecordedLevel {
  const { status, value, interval, from, baseline, limit } = finding
  return {
    of: 'performance',
    name: metricTitle(finding),
    status: METRIC_STATUSES[status],
    ...(value !== undefined && { value }),
    ...(interval !== undefined && { low: interval.low, high: interval.high }),
    ...(limit !== undefined && { limit }),
    from,
    ...(baseline !== undefined && { baseline }),
  }
}

function recordedService(levels: readonly ServiceLevel[]): RecordedLevel[] {
  return levels.map(({ of, name, status, value, low, high, limit }) => ({
    of,
    name,
    status: STATUSES[status],
    ...(value !== undefined && { value }),
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
    limit: limit.value,
  }))
}

function refused(message: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-artifact', message, next })
}
