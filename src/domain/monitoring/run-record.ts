import * as z from 'zod/mini'
import { DriftThresholds, FeatureDrift, GROUNDS } from '../drift/feature-drift.ts'
import { Outcome } from '../gates/outcome.ts'
import { ModelName, Sha256, Timestamp, VersionNumber } from '../registry/names.ts'
import type { DriftResult } from '../results/drift.ts'
import { LOOKS, type Look } from './looks.ts'
import { NamedWindow } from './window.ts'

/** The branch that keeps what runs of monitoring found, and nothing else. */
export const HISTORY_BRANCH = 'modelyard-history'

const Share = z.number().check(z.minimum(0), z.maximum(1))
const Positive = z.int().check(z.minimum(1))
const Sample = z.strictObject({ sha256: Sha256, rows: z.int().check(z.minimum(0)) })

const LONGEST_MESSAGE = 1000
const RunFailure = z.strictObject({
  code: z.string().check(z.maxLength(100)),
  message: z.string().check(z.maxLength(LONGEST_MESSAGE)),
})
/** Why a run could not look. */
export type RunFailure = z.infer<typeof RunFailure>

/** What is kept of one feature: enough to tell when it drifted, and to draw its distance over time. */
const RecordedFeature = z.strictObject({
  feature: FeatureDrift.shape.feature,
  status: FeatureDrift.shape.status,
  grounds: z.optional(FeatureDrift.shape.grounds).check(z.describe('Left out where there are none.')),
  type: z
    .optional(z.enum(['number', 'category']))
    .check(z.describe('Which threshold is that of its distance; left out where it was not compared.')),
  distance: z
    .optional(Share)
    .check(z.describe('D of numbers, bias-corrected Cramér V of categories; to five decimals.')),
  threshold: z
    .optional(Share)
    .check(z.describe('Of its distance, where it was learned; left out: that of the run.')),
  'p-value': z.optional(Share).check(z.describe('Adjusted over all tests of the run; to three digits.')),
  missing: z
    .optional(Share)
    .check(z.describe('Share of current rows without a value; left out where none is missing.')),
  'missing-p-value': z.optional(Share),
})

/** What is kept of a limit that the run judged: enough to draw it over time. */
const RecordedLevel = z.strictObject({
  of: z.enum(['operations', 'business', 'performance']),
  name: z.string(),
  status: z.enum(['ok', 'bad', 'untold']),
  value: z.optional(z.number()),
  low: z.optional(z.number()).check(z.describe('Of the interval; left out where it has no end there.')),
  high: z.optional(z.number()),
  limit: z.optional(z.number()).check(z.describe('Which it was held against, where there was one.')),
  from: z.optional(z.enum(['labels', 'estimate'])).check(z.describe('Of a metric: what it is known by.')),
  baseline: z
    .optional(z.number())
    .check(z.describe('Of a metric: what it was when the version was evaluated.')),
})
export type RecordedLevel = z.infer<typeof RecordedLevel>

/** `monitoring/MODEL/YEAR/MONTH/….json` on the branch `modelyard-history`: what one run of monitoring found. */
export const MonitorRun = z.strictObject({
  schema: z.literal(1),
  model: ModelName,
  at: Timestamp.check(z.describe('When it ran, by the clock of the machine that it ran on.')),
  run: z
    .union([z.literal('terminal'), z.strictObject({ id: Positive, attempt: Positive })])
    .check(z.describe("The workflow's run; `terminal` where a person ran it.")),
  version: z.optional(VersionNumber).check(z.describe('The version monitored, where that is known.')),
  window: z
    .optional(NamedWindow)
    .check(z.describe('The time that the current rows are of, its end excluded; where that is known.')),
  failure: z.optional(RunFailure).check(z.describe('Why it could not look: then nothing was compared.')),
  failures: z
    .optional(z.partialRecord(z.enum(['performance', 'service-levels']), RunFailure))
    .check(z.describe('Why it could not judge limits: then none of them is here.')),
  reference: z.optional(Sample),
  current: z.optional(Sample),
  outcome: Outcome,
  thresholds: z.optional(DriftThresholds),
  features: z.array(RecordedFeature),
  levels: z
    .optional(z.array(RecordedLevel))
    .check(z.describe('Limits of the agreement that the run judged; left out where it judged none.')),
})
export type MonitorRun = z.infer<typeof MonitorRun>

type RecordedFeature = MonitorRun['features'][number]

/**
 * The same, with features that are looked at where they stand: nearly all of a file is features, and of thousands of files
 * the schema would take several times as long as git does. It takes what {@link MonitorRun} takes, which says what is
 * wrong with the rest.
 */
export const PlainRun = z.extend(MonitorRun, {
  features: z.custom<RecordedFeature[]>(data => Array.isArray(data) && data.every(isRecordedFeature)),
})

const isShare = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1
const isOneOf = (values: readonly string[]) => {
  const known = new Set<unknown>(values)
  return (value: unknown) => known.has(value)
}
const isGround = isOneOf(GROUNDS)

const IS: Readonly<Record<keyof RecordedFeature, (value: unknown) => boolean>> = {
  feature: value => typeof value === 'string',
  status: isOneOf(FeatureDrift.shape.status.options),
  grounds: value => Array.isArray(value) && value.every(isGround),
  type: isOneOf(['number', 'category']),
  distance: isShare,
  threshold: isShare,
  'p-value': isShare,
  missing: isShare,
  'missing-p-value': isShare,
}

function isRecordedFeature(value: unknown): value is RecordedFeature {
  if (typeof value !== 'object' || value === null || !('feature' in value && 'status' in value)) return false
  for (const key in value) {
    if (!Object.hasOwn(IS, key)) return false
    if (!IS[key as keyof RecordedFeature](value[key as keyof typeof value])) return false
  }
  return true
}

/** What a result does not say of its run. */
export interface AboutRun {
  /** UTC to the second. */
  readonly at: string
  /** Undefined at a terminal. */
  readonly run: { readonly id: number; readonly attempt: number } | undefined
  readonly version?: number | undefined
}

/** What is kept of a run. Numbers are rounded: a hundred features take less than 20 kB, and nothing is judged by them again. */
export function toMonitorRun(result: DriftResult, about: AboutRun): MonitorRun {
  const { model, reference, current, outcome, thresholds, features } = result
  const [window] = current.windows ?? []
  return {
    ...headOf(model, about),
    ...(window !== undefined && { window: { ...window } }),
    reference: { sha256: reference.sha256, rows: reference.rows },
    current: { sha256: current.sha256, rows: current.rows },
    outcome,
    thresholds: { ...thresholds },
    features: features.map(recorded),
  }
}

/** What is kept of a run that could not look. */
export function toFailedRun(model: string, about: AboutRun, failure: RunFailure): MonitorRun {
  return { ...headOf(model, about), failure: toFailure(failure), outcome: 'inconclusive', features: [] }
}

/** What is kept of why a part of a run could not look. */
export function toFailure({ code, message }: RunFailure): RunFailure {
  return { code, message: message.slice(0, LONGEST_MESSAGE) }
}

function headOf(model: string, { at, run, version }: AboutRun) {
  return {
    schema: 1,
    model,
    at,
    run: run === undefined ? ('terminal' as const) : { id: run.id, attempt: run.attempt },
    ...(version !== undefined && { version }),
  } as const
}

/** What is kept of a run that looked at no distributions. */
export function toLevelsRun(model: string, about: AboutRun, levels: readonly RecordedLevel[]): MonitorRun {
  const statuses = new Set(levels.map(({ status }) => status))
  const isTold = statuses.size > 0 && !statuses.has('untold')
  const outcome = statuses.has('bad') ? 'failed' : isTold ? 'passed' : 'inconclusive'
  return {
    ...headOf(model, about),
    outcome,
    features: [],
    ...(levels.length > 0 && { levels: [...levels] }),
  }
}

/** Whether a run looked at distributions, or was to. */
export function lookedAtDrift(run: MonitorRun): boolean {
  return couldTell(run, 'drift') !== undefined
}

/** Whether a run found anything out where it looked; undefined where it was not to. */
export function couldTell(run: MonitorRun, look: Look): boolean | undefined {
  const { failure, failures = {}, reference, features } = run
  if (look === 'drift') {
    if (failure === undefined && reference === undefined) return undefined
    return features.some(({ status }) => status === 'ok' || status === 'drift')
  }
  const levels = levelsOf(run, look)
  if (levels.length === 0 && failures[look] === undefined) return undefined
  return levels.some(wasSeen)
}

/** An interval on both sides of its limit was seen, though it says nothing yet. */
const wasSeen = ({ status, low, high }: RecordedLevel) =>
  status !== 'untold' || low !== undefined || high !== undefined

/** What the distance of a feature was held against; undefined where it was not compared. */
export function thresholdOf(
  { threshold, type }: RecordedFeature,
  { thresholds }: Pick<MonitorRun, 'thresholds'>,
): number | undefined {
  return threshold ?? thresholds?.[type === 'category' ? 'categories' : 'numbers']
}

/** The limits that a part of a run judged. */
export function levelsOf(
  { levels = [] }: Pick<MonitorRun, 'levels'>,
  look: Exclude<Look, 'drift'>,
): RecordedLevel[] {
  return levels.filter(({ of }) => (of === 'performance') === (look === 'performance'))
}

/** Where a run looked, or was to. */
export function looksOfRun(run: MonitorRun): Look[] {
  return LOOKS.filter(look => couldTell(run, look) !== undefined)
}

function recorded({ feature, status, grounds, values, missing }: FeatureDrift): RecordedFeature {
  return {
    feature,
    status,
    ...(grounds.length > 0 && { grounds: [...grounds] }),
    ...(values !== undefined && {
      type: values.test === 'kolmogorov-smirnov' ? 'number' : 'category',
      distance: rounded(values.distance),
      ...(values.threshold !== undefined && { threshold: rounded(values.threshold) }),
      'p-value': roundedChance(values['p-value']),
    }),
    ...(missing !== undefined && {
      missing: rounded(missing.rates[1] ?? 0),
      'missing-p-value': roundedChance(missing['p-value']),
    }),
  }
}

const rounded = (share: number) => Number(share.toFixed(5))
const roundedChance = (pValue: number) => Number(pValue.toPrecision(3))

/**
 * Where a run lies on the branch: by model and month, so that no folder grows without end, and sorted by time, so that the
 * newest are found without reading any. The same run has the same path however often it is written, and two that differ,
 * as two of one second and one workflow's run may, have two.
 *
 * @param sha256 - Of the file.
 */
export function runPath(run: MonitorRun, sha256: string): string {
  const { model, at } = run
  return `monitoring/${model}/${at.slice(0, 4)}/${at.slice(5, 7)}/${stemOf(run)}-${sha256.slice(0, DIGITS)}.json`
}

const DIGITS = 12

/** `20260301T100000Z-4242.1` */
function stemOf({ at, run }: MonitorRun): string {
  return `${at.replaceAll(/[-:]/g, '')}-${run === 'terminal' ? run : `${run.id}.${run.attempt}`}`
}

/** A folder holds the runs of one model alone. */
export function runsFolder(model: string): string {
  return `monitoring/${model}`
}

const FILE =
  /^monitoring\/[a-z0-9-]+\/(\d{4})\/(\d{2})\/\1\2(\d{2})T(\d{2})(\d{2})(\d{2})Z-(?:terminal|[1-9]\d*\.[1-9]\d*)-([0-9a-f]{12})\.json$/

/**
 * When the run of a path ran, UTC to the second, and its digest's first digits; undefined for a file that is none of a
 * run by its name.
 */
export function parseRunPath(path: string): { readonly at: string; readonly digest: string } | undefined {
  const [, year, month, day, hours, minutes, seconds, digest] = FILE.exec(path) ?? []
  if (digest === undefined) return undefined
  return { at: `${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`, digest }
}

/** The order of the branch: by the time that each says, then by its run. Less than 0 where `a` comes first. */
export function compareRuns(a: MonitorRun, b: MonitorRun): number {
  const [first, second] = [stemOf(a), stemOf(b)]
  return first < second ? -1 : first > second ? 1 : 0
}
