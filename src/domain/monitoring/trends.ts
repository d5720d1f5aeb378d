import * as z from 'zod/mini'
import { Timestamp } from '../registry/names.ts'
import { lookedAtDrift, type MonitorRun, thresholdOf } from './run-record.ts'

/** So many runs make a trend, at most. */
export const TREND_RUNS = 30
/** So many trends are told of one kind, at most. */
export const MOST_TRENDS = 5

export const TREND_KINDS = ['drift', 'performance', 'business', 'operations'] as const

/** How one figure moved from run to run. */
export const Trend = z.strictObject({
  of: z
    .enum(TREND_KINDS)
    .check(z.describe('`drift`: the distance of a feature; otherwise the value of a limit.')),
  name: z.string(),
  from: Timestamp.check(z.describe('Of the first of these runs.')),
  to: Timestamp.check(z.describe('Of the last.')),
  values: z
    .array(z.nullable(z.number()))
    .check(z.describe('Of each run, oldest first; null where it could not tell.')),
  limit: z
    .optional(z.number())
    .check(z.describe('The newest that is on record: what the value is held against.')),
})
export type Trend = z.infer<typeof Trend>

interface Point {
  readonly name: string
  readonly value: number | undefined
  readonly limit: number | undefined
  readonly bad: boolean
}

/**
 * How what runs looked at moved over the last 30 of them: those that were bad most often first, then those that were furthest
 * beyond their limit, at most five. What fewer than two runs could tell has no trend.
 *
 * @param runs - Oldest first.
 * @param names - Which of them; left out: of features those that drifted in any of the runs, of limits all.
 */
export function trendsOf(of: Trend['of'], runs: readonly MonitorRun[], names?: readonly string[]): Trend[] {
  const last = lastAttempts(runs.filter(run => isAbout(of, run)))
    .slice(-TREND_RUNS)
    .map(run => ({ at: run.at, points: pointsOf(of, run) }))
  const found = new Map<string, Point[]>()
  for (const { points } of last)
    for (const point of points) found.set(point.name, [...(found.get(point.name) ?? []), point])
  const wanted = names === undefined ? undefined : new Set(names)
  return [...found.values()]
    .filter(points => points.filter(({ value }) => value !== undefined).length >= 2)
    .filter(points => wanted?.has(nameOf(points)) ?? (of !== 'drift' || points.some(({ bad }) => bad)))
    .sort((a, b) => badIn(b) - badIn(a) || reachOf(b) - reachOf(a) || (nameOf(a) < nameOf(b) ? -1 : 1))
    .slice(0, MOST_TRENDS)
    .map(points => trendOf(of, nameOf(points), last))
}

const nameOf = (points: readonly Point[]) => points[0]?.name ?? ''
const badIn = (points: readonly Point[]) => points.filter(({ bad }) => bad).length
const reachOf = (points: readonly Point[]) => Math.max(...points.map(({ value = 0 }) => value))

/** Of a workflow's run that was tried again the last try stands for it. */
function lastAttempts(runs: readonly MonitorRun[]): MonitorRun[] {
  return [...new Map(runs.map((one, at) => [one.run === 'terminal' ? `at ${at}` : one.run.id, one])).values()]
}

function isAbout(of: Trend['of'], run: MonitorRun): boolean {
  return of === 'drift' ? lookedAtDrift(run) : (run.levels ?? []).some(level => level.of === of)
}

function pointsOf(of: Trend['of'], run: MonitorRun): Point[] {
  const { features, levels = [] } = run
  if (of === 'drift')
    return features.map(found => ({
      name: found.feature,
      value: found.distance,
      limit: thresholdOf(found, run),
      bad: found.status === 'drift',
    }))
  return levels.flatMap(({ of: which, name, value, limit, status }) =>
    which === of ? [{ name, value, limit, bad: status === 'bad' }] : [],
  )
}

function trendOf(
  of: Trend['of'],
  name: string,
  runs: readonly { readonly at: string; readonly points: readonly Point[] }[],
): Trend {
  const points = runs.map(({ points }) => points.find(point => point.name === name))
  const limit = points.findLast(point => point?.limit !== undefined)?.limit
  return {
    of,
    name,
    from: runs[0]?.at ?? '',
    to: runs.at(-1)?.at ?? '',
    values: points.map(point => point?.value ?? null),
    ...(limit !== undefined && { limit }),
  }
}
