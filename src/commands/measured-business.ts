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

/**
 * Numbers of the business out of one reading of a table. A column that is not there is an error of its number alone.
 *
 * @param time - The column that says when; undefined: all rows count.
 */
export async function measureBusiness(
  path: string,
  rules: readonly BusinessRule[],
  { time, window }: { readonly time: string | undefined; readonly window: Window | undefined },
  { artifacts, tables }: Pick<Ports, 'artifacts' | 'tables'>,
): Promise<MeasuredBusiness> {
  const sha256 = await digestOfData(path, artifacts)
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
    read: { uri: path, sha256, rows, outside, unreadable },
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
      detail: `the file has no column ${timeMissing ?? rule.column}; name it as it stands there`,
    })
  if (!isReadable) return judgeBusiness(rule, { status: 'error', ground: 'unreadable' })
  return sink.level()
}
