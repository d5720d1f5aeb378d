import { compareRuns, levelsOf, type MonitorRun, type RecordedLevel } from '../monitoring/run-record.ts'
import { daysMs, type Known, type MeasuredMetric, STALE_DAYS, type TrainedVersion } from './facts.ts'

/**
 * What the newest run of monitoring that looked at metrics in production kept of them. A run from a clock that is ahead is not
 * asked, an old one tells nothing of now, and one from before the newest version was trained was answered by that.
 *
 * @param runs - In any order.
 * @param now - UTC, milliseconds.
 */
export function keptMetrics(
  runs: readonly MonitorRun[],
  now: number,
  trained: TrainedVersion | undefined,
): Known<readonly MeasuredMetric[]> {
  const unknown = (why: string) => ({ is: 'unknown', why }) as const
  const last = runs
    .filter(run => Date.parse(run.at) <= now && levelsOf(run, 'performance').length > 0)
    .toSorted(compareRuns)
    .at(-1)
  if (last === undefined)
    return unknown('no run of monitoring kept metrics, and no file was given: --measured')
  const [at, day] = [Date.parse(last.at), last.at.slice(0, 10)]
  if (now - at > daysMs(STALE_DAYS)) return unknown(`the last run that kept metrics is of ${day}`)
  if (trained !== undefined && at < trained.at)
    return unknown(`the metrics of ${day} are older than version ${trained.version}`)
  return { is: 'known', value: settled(levelsOf(last, 'performance')) }
}

/** Each metric once: as it was measured on labels, otherwise as it was estimated, where that is believed. */
function settled(levels: readonly RecordedLevel[]): MeasuredMetric[] {
  const told = levels.filter(({ status, from }) => from === 'labels' || status !== 'untold')
  const metrics = [...Map.groupBy(told, ({ name }) => name)]
  return metrics.flatMap(([metric, looks]) => {
    const look = looks.find(({ from, value }) => from === 'labels' && value !== undefined) ?? looks[0]
    if (look?.value === undefined) return []
    const { value, low, high, baseline } = look
    return [{ metric, value, low, high, baseline }]
  })
}
