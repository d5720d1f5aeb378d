import { shareOf } from '../gates/latency.ts'
import { timestamp } from '../registry/names.ts'
import { driftTrigger } from './drift-trigger.ts'
import type { RetrainingFacts } from './facts.ts'
import { performanceTrigger } from './performance-trigger.ts'
import { lastDue, nextDue } from './schedule.ts'
import type { TriggerFinding } from './trigger.ts'

type Found = Omit<TriggerFinding, 'trigger'>

/** What each trigger comes to that the policy names, and a person's command where there is one. */
export function findTriggers(facts: RetrainingFacts): TriggerFinding[] {
  const { drift, performance, schedule, 'new-rows': newRows } = facts.policy.when
  return [
    ...(drift === undefined ? [] : [{ trigger: 'drift' as const, ...driftTrigger(facts) }]),
    ...(performance === undefined ? [] : [{ trigger: 'performance' as const, ...performanceTrigger(facts) }]),
    ...(schedule === undefined
      ? []
      : [{ trigger: 'schedule' as const, ...scheduleTrigger(facts, schedule) }]),
    ...(newRows === undefined ? [] : [{ trigger: 'new-rows' as const, ...rowsTrigger(facts, newRows) }]),
    ...(facts.isAsked
      ? [{ trigger: 'command' as const, is: 'fired' as const, why: 'a person asks for it', figures: [] }]
      : []),
  ]
}

const NO_VERSION = 'no version is registered yet'

/** A schedule that nobody kept, as one of a workflow that started late, is still due. */
function scheduleTrigger({ now, trained, retrainings }: RetrainingFacts, schedule: string): Found {
  if (trained === undefined) return { is: 'unknown', why: NO_VERSION, figures: [] }
  const due = lastDue(schedule, now)
  const next = nextDue(schedule, now)
  if (due === undefined || next === undefined)
    return { is: 'unknown', why: 'this schedule never comes', figures: [] }
  // Whether it ended well or not: one that failed is begun again by what backs off, not by the day.
  const begun = retrainings.is === 'known' ? retrainings.value : []
  const last = Math.max(trained.at, ...begun.filter(({ state }) => state !== 'failed').map(({ at }) => at))
  if (last < due)
    return { is: 'fired', why: `due since ${timestamp(due)}, last trained ${timestamp(last)}`, figures: [] }
  return {
    is: 'quiet',
    why: `trained since ${timestamp(due)}, next due ${timestamp(next)}`,
    figures: [],
  }
}

function rowsTrigger({ trained, rows }: RetrainingFacts, wanted: number | string): Found {
  const unknown = (why: string): Found => ({ is: 'unknown', why, figures: [] })
  if (rows.is === 'unknown') return unknown(rows.why)
  if (trained === undefined) return unknown(NO_VERSION)
  if (trained.rows === undefined)
    return unknown(`how many rows version ${trained.version} was trained on is not recorded`)
  const limit = typeof wanted === 'number' ? wanted : Math.ceil(shareOf(wanted) * trained.rows)
  const value = rows.value - trained.rows
  const figures = [{ of: 'rows', value, limit }]
  if (value < 0)
    return { is: 'quiet', why: `fewer rows than version ${trained.version} was trained on`, figures }
  const told = `${value} rows more than version ${trained.version} was trained on`
  return { is: value >= limit ? 'fired' : 'quiet', why: told, figures }
}
