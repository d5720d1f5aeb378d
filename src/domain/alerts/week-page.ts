import type { Week, WeekOfRuns } from '../monitoring/week.ts'
import type { AlertKind } from './finding.ts'
import type { AlertState } from './state.ts'

/** An alert of a model as it stands when its week is told. */
export interface WeekAlert {
  readonly kind: AlertKind
  readonly number: number
  /** Undefined while it is open. */
  readonly closedAt: string | undefined
  readonly state: AlertState | undefined
}

/** What the issue of a model's weeks shows. */
export interface WeekPage {
  readonly model: string
  readonly week: Week
  readonly runs: WeekOfRuns
  /** Open ones, and those that were closed in the week or since. */
  readonly alerts: readonly WeekAlert[]
}

/** The second line of the issue: which week was told last. */
export function weekLine(week: string): string {
  return `<!-- modelyard week ${week} -->`
}

/** @returns Undefined where the line is not as we write it. */
export function toldWeek(body: string): string | undefined {
  const [, line = ''] = body.split(/\r?\n/, 2)
  return /^<!-- modelyard week (\d{4}-W\d{2}) -->$/.exec(line)?.[1]
}
