import type { Confirmation } from '../domain/drift/confirmed.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { confirmationOf } from '../domain/monitoring/confirmation.ts'
import { driftByRun, type RunDrift } from '../domain/monitoring/drifting.ts'
import type { MonitorRun } from '../domain/monitoring/run-record.ts'
import { TREND_KINDS, trendsOf } from '../domain/monitoring/trends.ts'
import type { MonitorHistoryResult } from '../domain/results/monitor-history.ts'
import type { Ports } from '../ports.ts'
import { historyCommit, type ReadRuns, readRuns } from './monitor-runs.ts'
import { isOfRegistry, openRegistry, readModel } from './registry-reader.ts'

export interface WantedHistory {
  readonly model: string
  readonly asOf?: string | undefined
  /** UTC, milliseconds: the last that is shown. */
  readonly until?: number | undefined
  readonly limit: number
  /** Where the registry is read. */
  readonly at: string
}

/**
 * The newest runs of monitoring of a model, and what drifted in each, since when.
 *
 * @throws {ModelyardError} `unknown-name` where this clone lacks the branch; `unknown-model` where neither it nor the
 * registry knows the model.
 */
export async function readMonitorHistory(
  { model, asOf, until, limit, at }: WantedHistory,
  { repository, clock }: Pick<Ports, 'repository' | 'clock'>,
): Promise<MonitorHistoryResult> {
  const commit = await historyCommit(repository)
  const definition = readDefinition(model, repository, at)
  const confirmation = confirmationOf((await definition.catch(unlessOfRegistry))?.monitor)
  const { found, drift } = await readSettled(limit, confirmation, newest =>
    readRuns(repository, commit, model, { newest, until }),
  )
  // What has no run has a reason, or is misspelt.
  if (found.inAll === 0) await definition
  return {
    kind: 'monitor-history',
    model,
    commit,
    ...(asOf !== undefined && { 'as-of': asOf }),
    confirm: { runs: confirmation.least, of: confirmation.of },
    runs: found.runs
      .map(({ schema: _, model: __, ...run }, index) => ({
        ...run,
        drifting: [...(drift[index]?.drifting ?? [])],
      }))
      .slice(-limit)
      .reverse(),
    'runs-in-all': found.inAll - (found.read - found.runs.length),
    trends: TREND_KINDS.flatMap(of => trendsOf(of, found.runs.slice(-limit))),
    remarks: [...found.remarks, ...aheadOf(clock.now(), found.runs)],
  }
}

async function readDefinition(model: string, repository: Ports['repository'], at: string) {
  return (await readModel(await openRegistry(repository, at), model, { records: false })).definition
}

/** Runs of a model are listed though the registry has lost it, or cannot be read. */
function unlessOfRegistry(error: unknown): undefined {
  if (isOfRegistry(error) || (error instanceof ModelyardError && error.code === 'no-commit')) return undefined
  throw error
}

/** How many times as many runs are read where the first do not tell since when something drifts. */
const MORE = 8

/** Reads as many runs as are to be shown, and older ones as long as what drifted in those may have begun before. */
async function readSettled(
  limit: number,
  confirmation: Confirmation,
  read: (newest: number) => Promise<ReadRuns>,
): Promise<{ readonly found: ReadRuns; readonly drift: readonly RunDrift[] }> {
  for (let newest = limit; ; newest *= MORE) {
    const found = await read(newest)
    const drift = driftByRun(found.runs, confirmation)
    if (found.read === found.inAll || !drift.slice(-limit).some(({ isOpen }) => isOpen))
      return { found, drift }
  }
}

function aheadOf(now: number, runs: readonly MonitorRun[]): string[] {
  const ahead = runs.filter(({ at }) => Date.parse(at) > now).length
  if (ahead === 0) return []
  const which = ahead === 1 ? 'one run says that it ran' : `${ahead} runs say that they ran`
  return [`${which} later than now: the clock of that machine was ahead, and it counts as newest until then`]
}
