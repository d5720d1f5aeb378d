import { ModelyardError } from '../domain/errors/index.ts'
import {
  HISTORY_BRANCH,
  MonitorRun,
  PlainRun,
  parseRunPath,
  runPath,
  runsFolder,
} from '../domain/monitoring/run-record.ts'
import { parseJson, renderJson } from '../domain/registry/json-file.ts'
import type { Ports, Repository } from '../ports.ts'
import { recordsBranch } from './records-branch.ts'

/** Which of a model's runs are read: by itself all of them. */
export interface WantedRuns {
  /** At most so many, the newest of those that the times leave. */
  readonly newest?: number | undefined
  /** UTC, milliseconds, both included. */
  readonly since?: number | undefined
  readonly until?: number | undefined
}

export interface ReadRuns {
  /** Oldest first. */
  readonly runs: readonly MonitorRun[]
  /** So many files of runs were read; those that could not be are in the remarks. */
  readonly read: number
  /** So many there are between the times. */
  readonly inAll: number
  /** A file that is no run, or one that this release does not read: what is named is left out. */
  readonly remarks: readonly string[]
}

/**
 * Adds a run to the branch; whether it stands there already makes no difference to what stands there.
 *
 * @returns The path of its file there.
 */
export async function appendRun(
  run: MonitorRun,
  { artifacts, monitorHistory }: Pick<Ports, 'artifacts' | 'monitorHistory'>,
): Promise<{ readonly path: string; readonly is: 'written' | 'there' }> {
  const content = new TextEncoder().encode(renderJson(MonitorRun, run))
  const by = run.run === 'terminal' ? 'at a terminal' : `by run ${run.run.id}`
  const path = runPath(run, artifacts.hash(content))
  const message = `${run.model}: monitored ${by}, ${run.outcome}`
  return { path, is: await monitorHistory.append(HISTORY_BRANCH, { path, content, message }) }
}

/**
 * The commit of the branch that this clone has.
 *
 * @throws {ModelyardError} `unknown-name` where it has none.
 */
export async function historyCommit(repository: Repository): Promise<string> {
  const commit = await recordsBranch(repository, HISTORY_BRANCH)
  if (commit !== undefined) return commit
  throw new ModelyardError({
    code: 'unknown-name',
    message: `this clone has no branch ${HISTORY_BRANCH}: no run of monitoring was recorded yet, or it was not fetched`,
    next: `fetch it: git fetch origin ${HISTORY_BRANCH}:refs/remotes/origin/${HISTORY_BRANCH}`,
  })
}

/** More than any rule asks for; what is older tells since when something drifts, and some may be ahead of the clock. */
export const NEWEST_RUNS = 100

/** The newest runs of a model; undefined where this clone has no branch of them, as before the first run of a repository. */
export async function readNewestRuns(
  repository: Repository,
  model: string,
  newest = NEWEST_RUNS,
): Promise<ReadRuns | undefined> {
  const commit = await recordsBranch(repository, HISTORY_BRANCH)
  return commit === undefined ? undefined : readRuns(repository, commit, model, { newest })
}

/**
 * Reads runs of a model, of thousands as many as are wanted: one listing, and one reading of the files.
 *
 * @param commit - Of the branch.
 */
export async function readRuns(
  repository: Repository,
  commit: string,
  model: string,
  { newest, since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY }: WantedRuns = {},
): Promise<ReadRuns> {
  const listed = (await repository.listFiles(commit, runsFolder(model))).map(({ path, id }) => ({
    path,
    id,
    name: parseRunPath(path),
  }))
  const files = listed.flatMap(({ path, id, name }) => {
    const time = name === undefined ? Number.NaN : Date.parse(name.at)
    return name !== undefined && time >= since && time <= until ? [{ path, id, digest: name.digest }] : []
  })
  const wanted = newest === undefined ? files : files.slice(-newest)
  const strange = listed
    .filter(({ name }) => name === undefined)
    .map(({ path }) => `\`${path}\` is not named as a run is, and is left out`)
  const parsed = await repository.readBlobs(
    wanted.map(({ id }) => id),
    (content, index) => parseRun(wanted[index] as (typeof wanted)[number], content),
  )
  return {
    runs: parsed.flatMap(one => (typeof one === 'string' ? [] : one)),
    read: wanted.length,
    inAll: files.length,
    remarks: [...strange, ...parsed.filter(one => typeof one === 'string')],
  }
}

/** @returns Why it is left out, where it is. */
function parseRun(
  { path, digest }: { readonly path: string; readonly digest: string },
  content: Uint8Array,
): MonitorRun | string {
  const { value } = parseJson(PlainRun, path, content)
  if (value === undefined) {
    const [problem] = parseJson(MonitorRun, path, content).problems
    return `\`${path}\` is left out: ${problem?.message ?? 'it cannot be read'}`
  }
  // The order is that of the names: a file that lies where another would is in nobody's place.
  if (runPath(value, digest) !== path)
    return `\`${path}\` is left out: it says that it is a run of ${value.model} at ${value.at}`
  return value
}
