import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import { confirmationOf } from '../domain/monitoring/confirmation.ts'
import type { MonitorRun } from '../domain/monitoring/run-record.ts'
import { retrainingWorkflow } from '../domain/registry/config.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import { directionOf, judgedMetric, type Retrain } from '../domain/registry/retrain-keys.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import { PerformanceResult } from '../domain/results/performance.ts'
import {
  type Known,
  type MeasuredMetric,
  type Retraining,
  type RetrainingFacts,
  rememberedSince,
  startOfMonth,
  type WaitingCandidate,
} from '../domain/retraining/facts.ts'
import { keptMetrics } from '../domain/retraining/kept-metrics.ts'
import { MeasuredFile, measuredIn } from '../domain/retraining/measured-file.ts'
import { retrainingOf } from '../domain/retraining/past-runs.ts'
import type { Ports } from '../ports.ts'
import { candidateBranch } from './candidate.ts'
import { likelyDefaultBranch } from './likely-branch.ts'
import { historyCommit, NEWEST_RUNS, readRuns } from './monitor-runs.ts'
import { type RegistryAt, readVersion, valueOrThrow } from './registry-reader.ts'

export interface AskedFacts {
  readonly isAsked: boolean
  readonly rows?: number | undefined
  /** A file of the user's. */
  readonly measured?: string | undefined
  /** The run that what is asked for started already. */
  readonly started?: number | undefined
}

/** The facts of a decision on retraining, and what is worth saying of them. */
export interface ReadFacts {
  readonly facts: RetrainingFacts
  readonly remarks: readonly string[]
}

/**
 * Reads what a decision rests on: the newest version, the runs of monitoring, what a job measured before, and what GitHub
 * knows of runs and pull requests. What cannot be read is a fact of its own.
 *
 * @throws {ModelyardError} What is wrong with a file; `remote-failed`, `rate-limited` and `timed-out` of GitHub's.
 */
export async function readRetrainingFacts(
  { isAsked, rows, measured: file, started }: AskedFacts,
  policy: Retrain,
  registry: RegistryAt,
  state: ModelState,
  ports: Ports,
): Promise<ReadFacts> {
  const now = ports.clock.now()
  const newest = state.versions.at(-1)
  const record = newest === undefined ? undefined : await readVersion(registry, state.name, newest)
  const monitored = await readMonitoring(state.name, ports)
  const measured = file === undefined ? undefined : await readMeasured(file, state.name, ports)
  const counted = rows ?? measured?.rows
  const name = judgedMetric(state.definition, policy)
  const runs = monitored.is === 'known' ? monitored.value.runs : []
  const trained = record && trainedVersion(record, runs)
  const kept = monitored.is === 'known' ? keptMetrics(runs, now, trained) : monitored
  return {
    facts: {
      now,
      policy,
      isAsked,
      trained,
      monitoring: monitored.is === 'known' ? known(runs) : monitored,
      confirmation: confirmationOf(state.definition.monitor),
      rows:
        counted === undefined ? unknown('how many rows there are now was not given: --rows') : known(counted),
      metric: { name, better: directionOf(state.definition, name) === 'lower' ? 'lower' : 'higher' },
      measured: knownMetrics(measured?.metrics ?? [], kept),
      retrainings: await pastRetrainings(state, now, started, ports),
      candidates: await waitingCandidates(state.name, ports),
    },
    remarks: monitored.is === 'known' ? monitored.value.remarks : [],
  }
}

const known = <T>(value: T): Known<T> => ({ is: 'known', value })
const unknown = (why: string): Known<never> => ({ is: 'unknown', why })

/** What a file gives goes before what the history kept. */
function knownMetrics(
  given: readonly MeasuredMetric[],
  kept: Known<readonly MeasuredMetric[]>,
): Known<readonly MeasuredMetric[]> {
  if (kept.is === 'unknown') return given.length === 0 ? kept : known(given)
  const named = new Set(given.map(({ metric }) => metric))
  return known([...given, ...kept.value.filter(({ metric }) => !named.has(metric))])
}

/** Records of candidates leave out how many rows they were trained on; a run of monitoring that read them tells. */
function trainedVersion(record: VersionRecord, runs: readonly MonitorRun[]): RetrainingFacts['trained'] {
  const data = record.data.find(({ role }) => role === 'train')
  const seen = runs.find(({ reference }) => reference !== undefined && reference.sha256 === data?.sha256)
    ?.reference?.rows
  return { version: record.version, at: Date.parse(record['created-at']), rows: data?.rows ?? seen }
}

async function readMonitoring(
  model: string,
  { repository }: Ports,
): Promise<Known<{ readonly runs: readonly MonitorRun[]; readonly remarks: readonly string[] }>> {
  try {
    return known(await readRuns(repository, await historyCommit(repository), model, { newest: NEWEST_RUNS }))
  } catch (error) {
    if (error instanceof ModelyardError && error.code === 'unknown-name') return unknown(error.message)
    throw error
  }
}

/** What a job wrote itself, or what `performance` answered of this model. */
async function readMeasured(
  file: string,
  model: string,
  { artifacts }: Ports,
): Promise<{ readonly rows?: number | undefined; readonly metrics: readonly MeasuredMetric[] }> {
  await artifacts.hashPath(file)
  const bytes = await artifacts.readAll(file)
  if (parseJson(ANSWER, file, bytes).value === undefined)
    return valueOrThrow(parseJson(MeasuredFile, file, bytes))
  const answer = valueOrThrow(parseJson(PerformanceResult, file, bytes))
  if (answer.model === model) return { metrics: measuredIn(answer.findings) }
  throw new ModelyardError({
    code: 'bad-input',
    message: `the answer is one of \`${answer.model}\``,
    next: `give that of \`${model}\``,
    place: { path: file },
  })
}

const ANSWER = z.looseObject({ kind: z.literal('performance') })

/** By the runs of the workflow that is listed; where none is, of the one that this is a step of. */
async function pastRetrainings(
  { name, config }: ModelState,
  now: number,
  started: number | undefined,
  { host, runs }: Ports,
): Promise<Known<readonly Retraining[]>> {
  const workflow = retrainingWorkflow(config) ?? host.run?.workflow
  const own = host.run?.workflow === workflow ? host.run?.id : started
  if (workflow === undefined)
    return unknown('no workflow that retrains is listed under `workflows` of .github/modelyard.yml')
  return knownOf(async () => {
    const listed = await runs.startedSince(workflow, rememberedSince(now))
    if (listed === undefined) return unknown(`${workflow} is not on the default branch`)
    const past: Retraining[] = []
    for (const run of listed) {
      // Each costs a call: before this month only what failed in a row counts, and one that did not fail ends that.
      if (run.at < startOfMonth(now) && past.some(({ state }) => state === 'succeeded')) break
      // What a push or a pull request started trains what it changed. A run that began after this one sees this one.
      if (!RETRAINS.has(run.event) || (own !== undefined && run.id >= own)) continue
      const found = retrainingOf({ ...run, jobs: await runs.jobs(run) }, name)
      if (found !== undefined) past.push(found)
    }
    return known(past)
  })
}

const RETRAINS: ReadonlySet<string> = new Set(['schedule', 'workflow_dispatch'])

/** The pull requests with a candidate that are open; of our own account alone. */
export async function waitingCandidates(
  model: string,
  ports: Pick<Ports, 'openPulls' | 'provenance' | 'repository'>,
): Promise<Known<readonly WaitingCandidate[]>> {
  return knownOf(async () => {
    const into = (await ports.provenance?.defaultBranch()) ?? (await likelyDefaultBranch(ports))
    const open = await ports.openPulls.list(into)
    return known(
      open
        .filter(({ branch, isOurs }) => isOurs && branch === candidateBranch(model))
        .map(({ number, isDraft }) => ({ pull: number, isDraft })),
    )
  })
}

/** What GitHub may not be asked, or is not there to be, is not known; a retry may help the rest. */
export async function knownOf<T>(read: () => Promise<Known<T>>): Promise<Known<T>> {
  try {
    return await read()
  } catch (error) {
    const isLacking =
      error instanceof ModelyardError && (error.code === 'no-github' || error.code === 'missing-permission')
    if (isLacking) return unknown(error.message)
    throw error
  }
}
