import { ModelyardError } from '../domain/errors/index.ts'
import { type RowsRule, windowByRule } from '../domain/evidence/judging-rows.ts'
import { once } from '../domain/once.ts'
import { timestamp } from '../domain/registry/names.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { Ports, TemporaryFolder } from '../ports.ts'
import type { EvaluationData } from './labelled-scores.ts'
import { findRowTraps } from './row-traps.ts'
import { placeOfTrainingData } from './training-data.ts'

/** Who is judged: a version, or what was made of a file and is none yet. */
export type Trained = VersionRecord | { readonly path: string; readonly called: string }

/**
 * The rows that a rule chooses now: of its window those that are later than everything that was trained on, so that no model is
 * judged by what it has seen. What a version was trained on ends with the last time in its training data; where these are gone,
 * or have no such column, with the moment at which it was registered.
 *
 * @param until - Where the window ends in place of the last whole day. Then no gate takes it, and the models may have seen its rows.
 * @param folder - For the rows, and for training data that only a commit has.
 * @throws {ModelyardError} `bad-data` where there are no such rows; otherwise as `Tables.gather`.
 */
export async function rowsByRule(
  rule: RowsRule,
  until: string | undefined,
  trainedOn: readonly Trained[],
  folder: TemporaryFolder,
  ports: Ports,
): Promise<EvaluationData> {
  const window = windowByRule(rule, ports.clock.now(), until)
  let { from } = window
  let newest: Ending | undefined
  for (const [at, trained] of (until === undefined ? trainedOn : []).entries()) {
    const to = `${folder.path}/ends/${at}/rows.parquet`
    const ending = await endOfTraining(trained, rule.time, { folder, to }, ports)
    if (ending.at < from) continue
    // Evidence names times by the second.
    from = (Math.floor(ending.at / 1000) + 1) * 1000
    newest = ending
  }
  if (from >= window.to) throw allSeen(rule, window.to, newest)
  const times = { column: rule.time, windows: [{ from, to: window.to }] }
  const path = `${folder.path}/judging/rows.parquet`
  const { rows, sha256 } = await ports.tables.gather({ from: { files: rule.uri }, isKept: true, times }, path)
  const [first, last] = [timestamp(from), timestamp(window.to)]
  if (rows === 0) throw noRows(rule, first, last, newest)
  return {
    uri: rule.uri,
    path,
    sha256,
    pinned: until === undefined,
    window: { uri: rule.uri, time: rule.time, from: first, to: last },
    // None of them was trained on.
    rowTraps: once(() => findRowTraps(ports.tables, path, undefined)),
  }
}

/** When what was trained on ends, UTC in milliseconds, and who says so. */
interface Ending {
  readonly at: number
  readonly why: string
}

async function endOfTraining(
  trained: Trained,
  column: string,
  { folder, to }: { readonly folder: TemporaryFolder; readonly to: string },
  ports: Ports,
): Promise<Ending> {
  if ('called' in trained) {
    const at = await lastTime(trained.path, column, to, ports)
    if (at === undefined) throw untimed(trained.called, column)
    return { at, why: `what ${trained.called} was trained on ends at ${timestamp(at)}` }
  }
  const name = `version ${trained.version}`
  const place = await placeOfTrainingData(trained, folder, ports)
  const at = 'path' in place ? await lastTime(place.path, column, to, ports) : undefined
  if (at !== undefined) return { at, why: `the training data of ${name} end at ${timestamp(at)}` }
  const created = trained['created-at']
  return {
    at: Date.parse(created),
    why: `${name} was registered at ${created}, and nothing says what it was trained on`,
  }
}

/**
 * Undefined where there is no such column, or no time in it.
 *
 * @param to - A file that is not there yet.
 */
async function lastTime(
  path: string,
  column: string,
  to: string,
  { tables }: Ports,
): Promise<number | undefined> {
  if (!(await tables.columns(path)).some(({ name }) => name === column)) return undefined
  // No row is kept: what the times of all of them are is told beside it.
  const times = { column, windows: [{ from: 0, to: 0 }] }
  const { times: seen } = await tables.gather({ from: { files: path }, isKept: false, times }, to)
  return seen?.last
}

function untimed(called: string, column: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-data',
    message: `nothing says until when ${called} was trained: the training data have no times in \`${column}\``,
    next: 'keep that column in the training data, or name other rows: --data FILE',
  })
}

function allSeen({ uri }: RowsRule, to: number, newest: Ending | undefined): ModelyardError {
  return new ModelyardError({
    code: 'bad-data',
    message: `no rows of ${uri} before ${timestamp(to)} are left to judge by: ${newest?.why}`,
    next: 'train on rows that end earlier, or wait for rows that come later',
  })
}

function noRows(
  { uri, time }: RowsRule,
  from: string,
  to: string,
  newest: Ending | undefined,
): ModelyardError {
  const why = newest === undefined ? '' : `; ${newest.why}`
  return new ModelyardError({
    code: 'bad-data',
    message: `no row of ${uri} is of ${from} to ${to} by \`${time}\`${why}`,
    next: 'look whether the rows have come, or take more days: evaluate.data.window-days of model.yaml',
  })
}
