import { ModelyardError } from '../domain/errors/index.ts'
import { plainFile, type SampleSource, sourceName } from '../domain/monitoring/sample-source.ts'
import { isWithin, type Window } from '../domain/monitoring/window.ts'
import type { BusinessRule } from '../domain/registry/sla-service-keys.ts'
import type { ServiceLevelsResult } from '../domain/results/service-levels.ts'
import { type BusinessSink, judgeBusiness, openBusiness } from '../domain/service/business.ts'
import type { ServiceLevel } from '../domain/service/level.ts'
import { parseTime } from '../domain/service/window.ts'
import type { Ports } from '../ports.ts'
import { digestOfData } from './move-facts.ts'
import { textRows } from './text-rows.ts'

/** A share of rows without a time above which nothing is told of the rest. */
const MOST_UNREADABLE = 0.05

export interface MeasuredBusiness {
  readonly levels: readonly ServiceLevel[]
  readonly read: NonNullable<ServiceLevelsResult['business']>
}

type Outside = Pick<Ports, 'artifacts' | 'tables' | 'process'>

/** Of which rows numbers are counted. */
interface Wanted {
  /** The column that says when; undefined: all rows count. */
  readonly time: string | undefined
  readonly window: Window | undefined
}

/**
 * Numbers of the business out of a file, or out of what a query gives, which is written once and read as a file is. A query
 * reaches the files of the repository and nothing else. One of model.yaml that fails is an error of these numbers alone: those
 * of operations are judged all the same.
 *
 * @throws {ModelyardError} `bad-data` and `bad-input` where a call names what cannot be read; `too-large`.
 */
export async function measureBusiness(
  source: SampleSource,
  rules: readonly BusinessRule[],
  wanted: Wanted,
  ports: Outside,
): Promise<Pick<MeasuredBusiness, 'levels'> & Partial<MeasuredBusiness>> {
  const file = plainFile(source)
  if (file !== undefined) {
    const facts = { uri: file, sha256: await digestOfData(file, ports.artifacts) }
    return readBusiness(file, facts, rules, wanted, ports.tables)
  }
  const folder = await ports.process.temporaryFolder()
  try {
    const path = `${folder.path}/business/rows.parquet`
    const { sha256 } = await ports.tables.gather(source, path)
    return await readBusiness(path, { uri: sourceName(source), sha256 }, rules, wanted, ports.tables)
  } catch (error) {
    if (!source.isKept || !(error instanceof ModelyardError) || !OF_QUERY.includes(error.code)) throw error
    const detail = `${error.message}; ${error.next}`
    return {
      levels: rules.map(rule => judgeBusiness(rule, { status: 'error', ground: 'unreadable', detail })),
    }
  } finally {
    await folder.remove()
  }
}

const OF_QUERY: readonly string[] = ['bad-data', 'bad-input']

/** One reading of a table. A column that is not there is an error of its number alone. */
async function readBusiness(
  path: string,
  { uri, sha256 }: { readonly uri: string; readonly sha256: string },
  rules: readonly BusinessRule[],
  { time, window }: Wanted,
  tables: Ports['tables'],
): Promise<MeasuredBusiness> {
  const present = new Set((await tables.columns(path)).map(({ name }) => name))
  const sinks = new Map(
    rules.filter(({ column }) => present.has(column)).map(rule => [rule.name, openBusiness(rule)]),
  )
  const limited = window === undefined ? undefined : time
  const isTimed = limited === undefined || present.has(limited)
  const columns = [
    ...new Set([...(limited === undefined ? [] : [limited]), ...rules.map(rule => rule.column)]),
  ]
  const known = columns.filter(name => present.has(name))
  let [rows, outside, unreadable] = [0, 0, 0]
  if (isTimed && known.length > 0) {
    for await (const cells of textRows(path, known, tables)) {
      rows += 1
      const at = limited === undefined ? undefined : parseTime(cells[known.indexOf(limited)])
      if (Number.isNaN(at)) unreadable += 1
      else if (at !== undefined && window !== undefined && !isWithin(window, at)) outside += 1
      else for (const rule of rules) sinks.get(rule.name)?.take(cells[known.indexOf(rule.column)] ?? '')
    }
  }
  const isReadable = unreadable <= MOST_UNREADABLE * rows
  return {
    levels: rules.map(rule => levelOf(rule, sinks, isTimed ? undefined : limited, isReadable)),
    read: { uri, sha256, rows, outside, unreadable },
  }
}

function levelOf(
  rule: BusinessRule,
  sinks: ReadonlyMap<string, BusinessSink>,
  timeMissing: string | undefined,
  isReadable: boolean,
): ServiceLevel {
  const sink = sinks.get(rule.name)
  if (timeMissing !== undefined || sink === undefined)
    return judgeBusiness(rule, {
      status: 'error',
      ground: 'no-column',
      detail: `the table has no column ${timeMissing ?? rule.column}; name it as it stands there`,
    })
  if (!isReadable) return judgeBusiness(rule, { status: 'error', ground: 'unreadable' })
  return sink.level()
}
