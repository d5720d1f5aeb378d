import type { Confirmation } from '../drift/confirmed.ts'
import { timestamp } from '../registry/names.ts'
import { type DriftingFeature, driftByRun } from './drifting.ts'
import { latenessOf } from './lateness.ts'
import { couldTell, lookedAtDrift, type MonitorRun, thresholdOf } from './run-record.ts'
import { type Trend, trendsOf } from './trends.ts'

const DAY_MS = 86_400_000
/** A feature is near its threshold from this share of it on. */
const NEAR = 0.8

/** A week of ISO 8601, Monday to Sunday in UTC. */
export interface Week {
  /** `2026-W48`: the order of names is that of weeks. */
  readonly name: string
  /** UTC to the second; the end excluded. */
  readonly from: string
  readonly to: string
}

/** The week of a moment, UTC in milliseconds; its year is that of its Thursday. */
export function weekOf(moment: number): Week {
  const day = Math.floor(moment / DAY_MS)
  // The first of 1970 was a Thursday.
  const monday = day - ((((day + 3) % 7) + 7) % 7)
  const thursday = new Date((monday + 3) * DAY_MS)
  const year = thursday.getUTCFullYear()
  const number = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS))
  return {
    name: `${year}-W${String(number).padStart(2, '0')}`,
    from: timestamp(monday * DAY_MS),
    to: timestamp((monday + 7) * DAY_MS),
  }
}

export function weekBefore({ from }: Week): Week {
  return weekOf(Date.parse(from) - DAY_MS)
}

/** What runs of a week told of a model. */
export interface WeekOfRuns {
  readonly runs: number
  /** Of those that looked at distributions, how many could tell of none. */
  readonly blind: number
  /** As of its last run. */
  readonly drifting: readonly DriftingFeature[]
  readonly near: readonly { readonly feature: string; readonly distance: number; readonly limit: number }[]
  /** Limits that a run found broken, with how many did. */
  readonly broken: readonly { readonly name: string; readonly runs: number }[]
  /** The last run before a time in which none came for far longer than usual. */
  readonly silentSince: string | undefined
  readonly trends: readonly Trend[]
}

/** @param runs - Oldest first, those before the week too. */
export function runsOfWeek(
  { from, to }: Week,
  runs: readonly MonitorRun[],
  confirmation: Confirmation,
): WeekOfRuns {
  const known = runs.filter(({ at }) => at < to)
  const inWeek = known.filter(({ at }) => at >= from)
  const looked = inWeek.filter(lookedAtDrift)
  const broken = inWeek.flatMap(({ levels = [] }) => levels.filter(({ status }) => status === 'bad'))
  return {
    runs: inWeek.length,
    blind: looked.filter(run => couldTell(run, 'drift') === false).length,
    drifting:
      looked.length === 0
        ? []
        : (driftByRun(known.filter(lookedAtDrift), confirmation).at(-1)?.drifting ?? []),
    near: nearIn(looked.findLast(run => couldTell(run, 'drift') === true)),
    broken: [...Map.groupBy(broken, ({ name }) => name)].map(([name, { length }]) => ({
      name,
      runs: length,
    })),
    silentSince: silenceIn(
      known.map(({ at }) => at),
      from,
      to,
    ),
    trends: trendsOf('drift', inWeek),
  }
}

function nearIn(run: MonitorRun | undefined): WeekOfRuns['near'] {
  if (run === undefined) return []
  return run.features
    .flatMap(found => {
      const { feature, status, distance } = found
      const limit = thresholdOf(found, run)
      const isNear = limit !== undefined && distance !== undefined && distance / limit >= NEAR
      return isNear && status === 'ok' ? [{ feature, distance, limit }] : []
    })
    .sort((a, b) => b.distance / b.limit - a.distance / a.limit)
}

/** By the periods of the runs themselves, those before the week too. */
function silenceIn(times: readonly string[], from: string, to: string): string | undefined {
  return times.find((last, at) => {
    const next = times[at + 1] ?? to
    return next > from && latenessOf(times.slice(0, at + 1), Date.parse(next)) !== undefined && next > last
  })
}
