import * as z from 'zod/mini'
import { type Window, windowUntil } from '../monitoring/window.ts'
import { Timestamp, UserName } from '../registry/names.ts'

const DAY_MS = 86_400_000

/** `evaluate.data` of model.yaml: one file by its digest, or the newest rows of a source by a rule. */
export interface NamedRows {
  readonly uri: string
  readonly sha256?: string | undefined
  readonly time?: string | undefined
  readonly 'window-days'?: number | undefined
}

/** Rows of so many days, by the column that says when a row is of. */
export interface RowsRule {
  readonly uri: string
  readonly time: string
  readonly 'window-days': number
}

/** The rows that a rule chose, as a run resolved it. */
export const ChosenWindow = z.strictObject({
  uri: z.string().check(z.minLength(1), z.maxLength(1024)),
  time: UserName.check(z.describe('The column that says when a row is of.')),
  from: Timestamp.check(z.describe('Later than all that the models were trained on.')),
  to: Timestamp.check(z.describe('Excluded.')),
})
export type ChosenWindow = z.infer<typeof ChosenWindow>

/** The rule, where rows are named by one. */
export function rowsRule({ uri, time, 'window-days': days }: NamedRows): RowsRule | undefined {
  return time === undefined || days === undefined ? undefined : { uri, time, 'window-days': days }
}

/**
 * The times that a rule names at a moment, UTC in milliseconds: its days, up to the last whole one.
 *
 * @param until - Another end, of `Moment`.
 */
export function windowByRule({ 'window-days': days }: RowsRule, now: number, until?: string): Window {
  return windowUntil(days * DAY_MS, until, now)
}

/** A subject of evidence, as far as it says what was measured on. */
interface MeasuredOn {
  readonly data?: string | undefined
  readonly window?: ChosenWindow | undefined
}

/**
 * Why what was measured is not of the rows that a policy names now; undefined where it is, and where no rows had a part in it.
 * By a rule these are the rows of the window that the rule named when it was measured, or of the later part of it: how long that may be
 * ago is for a gate on freshness to say.
 *
 * @param measuredAt - UTC.
 * @returns What the evidence did, and the policy wants: `used …, but …`.
 */
export function whyOtherRows(
  { data, window }: MeasuredOn,
  measuredAt: string,
  named: NamedRows | undefined,
): string | undefined {
  if (data === undefined) return undefined
  const rule = named && rowsRule(named)
  if (rule === undefined) {
    if (data === named?.sha256) return undefined
    const pinned = named?.sha256 === undefined ? 'pins none' : `pins ${named.sha256.slice(0, 12)}`
    return `used the data ${data.slice(0, 12)}, but the policy ${pinned}`
  }
  if (window === undefined || !isOfRule(window, rule)) {
    const used = window === undefined ? `the data ${data.slice(0, 12)}` : sourceText(window)
    return `used ${used}, but the policy takes ${sourceText(rule)}`
  }
  const { from, to } = windowByRule(rule, Date.parse(measuredAt))
  return Date.parse(window.to) === to && Date.parse(window.from) >= from
    ? undefined
    : `used the rows of ${window.from} to ${window.to}, but on ${measuredAt} the policy took the ${rule['window-days']} days to ${new Date(to).toISOString().slice(0, 10)}`
}

/** Whether what was measured is of rows that judge, of now or of earlier: what a version was worth on the rows of its time. */
export function isOfNamedRows({ data, window }: MeasuredOn, named: NamedRows): boolean {
  const rule = rowsRule(named)
  return rule === undefined ? data === named.sha256 : window !== undefined && isOfRule(window, rule)
}

function isOfRule(window: ChosenWindow, rule: RowsRule): boolean {
  return window.uri === rule.uri && window.time === rule.time
}

function sourceText({ uri, time }: { readonly uri: string; readonly time: string }): string {
  return `rows of ${uri} by \`${time}\``
}

/** Whether a policy names rows by which evidence counts. */
export function bindsRows(named: NamedRows | undefined): named is NamedRows {
  return named !== undefined && (named.sha256 !== undefined || rowsRule(named) !== undefined)
}
