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
import type { RecordedLevel } from '../domain/monitoring/run-record.ts'
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

/** What a run of monitoring left of a model. */
export interface Looked {
  /** Undefined where it was not to look at distributions. */
  readonly drift: DriftResult | FailedLook | undefined
  readonly service: ServiceLevelsResult | undefined
  readonly performance: PerformanceResult | undefined
}

/** What one run says of an alert. */
export interface Told {
  readonly kind: AlertKind
  readonly finding: MonitoringFinding
  readonly causes: readonly string[]
  readonly report?: Result | undefined
}

const NOTHING_LEFT: FailedLook = {
  code: 'bad-artifact',
  message: 'it left no answer; the log of the run says why',
}

/**
 * Sorts what a run left. Without any answer, or with one that says what went wrong, it could not look.
 *
 * @throws {ModelyardError} `bad-artifact` where answers are of another model or command, or of several runs.
 */
export function sortAnswers(answers: readonly Reported[], model: string): Looked {
  const drift = onlyOf(answers, 'drift', model)
  const service = onlyOf(answers, 'service-levels', model)
  const performance = onlyOf(answers, 'performance', model)
  const [failure] = answers.filter(answer => answer.kind === 'failure')
  const others = answers.filter(({ kind }) => !KINDS.includes(kind))
  if (others.length > 0)
    throw refused(
      `a file holds an answer of another command (${others[0]?.kind})`,
      'give what `monitor`, `performance` and `service-levels` left, and no more',
    )
  if (answers.length === 0) return { drift: NOTHING_LEFT, service, performance }
  return { drift: drift ?? failure, service, performance }
}

const KINDS: readonly Reported['kind'][] = ['drift', 'performance', 'service-levels', 'failure']

type Kept = DriftResult | PerformanceResult | ServiceLevelsResult

function onlyOf<K extends Kept['kind']>(
  answers: readonly Reported[],
  kind: K,
  model: string,
): Extract<Kept, { kind: K }> | undefined {
  const [first, ...more] = answers.filter((answer): answer is Kept & Reported => answer.kind === kind)
  if (more.length > 0) throw refused(`${more.length + 1} files are of \`${kind}\``, 'give those of one run')
  if (first !== undefined && first.model !== model)
    throw refused(`the answer is one of \`${first.model}\``, `give that of \`${model}\``)
  return first as Extract<Kept, { kind: K }> | undefined
}

export const isFailed = (drift: DriftResult | FailedLook): drift is FailedLook => !('features' in drift)

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

/** What it says of limits: of operations, and of what the model does less well than it is to. */
export function limitsTold({ service, performance }: Looked): Told[] {
  const levels = service?.levels ?? []
  const metrics = performance?.findings ?? []
  const namesOf = (of: ServiceLevel['of']) => levels.flatMap(level => (level.of === of ? [level.name] : []))
  const told = (
    kind: AlertKind,
    parts: readonly FindingPart[],
    causes: readonly string[],
    report?: Result,
  ): Told[] => {
    const looked = parts.filter(({ names }) => names.length > 0)
    if (looked.length === 0) return []
    return [{ kind, finding: combinedFinding(looked), causes, report }]
  }
  return [
    ...told(
      'operations',
      [{ finding: operationsFinding(levels), names: namesOf('operations') }],
      operationsCauses(levels),
      service,
    ),
    ...told(
      'degradation',
      [
        { finding: degradationFinding(metrics), names: [...new Set(metrics.map(metricTitle))] },
        { finding: businessFinding(levels), names: namesOf('business') },
      ],
      [...degradationCauses(metrics), ...businessCauses(levels)],
      performance ?? service,
    ),
  ]
}

const STATUSES: Readonly<Record<ServiceLevel['status'], RecordedLevel['status']>> = {
  ok: 'ok',
  breached: 'bad',
  'insufficient-data': 'untold',
  error: 'untold',
}

const METRIC_STATUSES = { ...STATUSES, degraded: 'bad' } as const

/** The limits as the history keeps them. */
export function recordedLevels({ service, performance }: Looked): RecordedLevel[] {
  return [...(performance?.findings ?? []).map(recordedMetric), ...recordedService(service?.levels ?? [])]
}

function recordedMetric(finding: MetricFinding): RecordedLevel {
  const { status, value, interval, from, baseline } = finding
  return {
    of: 'performance',
    name: metricTitle(finding),
    status: METRIC_STATUSES[status],
    ...(value !== undefined && { value }),
    ...(interval !== undefined && { low: interval.low, high: interval.high }),
    from,
    ...(baseline !== undefined && { baseline }),
  }
}

function recordedService(levels: readonly ServiceLevel[]): RecordedLevel[] {
  return levels.map(({ of, name, status, value, low, high }) => ({
    of,
    name,
    status: STATUSES[status],
    ...(value !== undefined && { value }),
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
  }))
}

function refused(message: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-artifact', message, next })
}
