import * as z from 'zod/mini'
import { Timestamp, timestamp } from '../registry/names.ts'
import { daysMs, MOST_BACK_OFF_DAYS, type Retraining, type RetrainingFacts, startOfMonth } from './facts.ts'
import { isFired, type TriggerFinding } from './trigger.ts'

/** What keeps a retraining from beginning. */
export const HOLDS = [
  'run-under-way',
  'open-candidate',
  'budget',
  'cooldown',
  'back-off',
  'confidence',
] as const

export const HoldFinding = z.strictObject({
  hold: z.enum(HOLDS),
  is: z
    .enum(['holds', 'overridden', 'unknown', 'free'])
    .check(z.describe('`overridden`: by a person who asks; `unknown` holds back as well.')),
  why: z.string().check(z.describe('A sentence without its full stop.')),
  until: z.optional(Timestamp).check(z.describe('Where time alone ends it.')),
})
export type HoldFinding = z.infer<typeof HoldFinding>

const USUAL = { cooldownDays: 3, budget: 8, backOffDays: 1 }

type Found = Omit<HoldFinding, 'hold'>

/** Every hold, whether it holds back or not: what is not known holds back. */
export function findHolds(facts: RetrainingFacts, triggers: readonly TriggerFinding[]): HoldFinding[] {
  return [
    { hold: 'run-under-way', ...runUnderWay(facts) },
    { hold: 'open-candidate', ...openCandidate(facts) },
    { hold: 'budget', ...budget(facts) },
    { hold: 'cooldown', ...overridable(cooldown(facts), facts) },
    { hold: 'back-off', ...overridable(backOff(facts), facts) },
    { hold: 'confidence', ...confidence(triggers) },
  ]
}

/** Who asks knows why: waiting is for what begins by itself. What others pay for, or work on, is not theirs alone. */
function overridable(found: Found, { isAsked }: RetrainingFacts): Found {
  return isAsked && found.is === 'holds' ? { ...found, is: 'overridden' } : found
}

const free = (why: string): Found => ({ is: 'free', why })

function runUnderWay({ retrainings }: RetrainingFacts): Found {
  if (retrainings.is === 'unknown') return retrainings
  const running = retrainings.value.find(({ state }) => state === 'running')
  return running === undefined
    ? free('no run trains it now')
    : { is: 'holds', why: `run ${running.run} trains it now` }
}

/** A draft is one that nobody can decide on: the next candidate takes its place. */
function openCandidate({ candidates }: RetrainingFacts): Found {
  if (candidates.is === 'unknown') return candidates
  const ready = candidates.value.find(({ isDraft }) => !isDraft)
  if (ready !== undefined) return { is: 'holds', why: `#${ready.pull} waits to be merged or closed` }
  return free(candidates.value.length === 0 ? 'no candidate waits' : 'the candidate that waits is a draft')
}

function budget({ now, policy, retrainings }: RetrainingFacts): Found {
  if (retrainings.is === 'unknown') return retrainings
  const most = policy['budget-per-month'] ?? USUAL.budget
  const month = startOfMonth(now)
  const used = retrainings.value.filter(({ at }) => startOfMonth(at) === month).length
  const why = `${used} of ${most} this month`
  return used < most ? free(why) : { is: 'holds', why, until: timestamp(startOfMonth(now, 1)) }
}

function cooldown({ now, policy, trained, retrainings }: RetrainingFacts): Found {
  const days = policy['cooldown-days'] ?? USUAL.cooldownDays
  const begun = retrainings.is === 'known' ? retrainings.value.map(({ at }) => at) : []
  const times = [...begun, ...(trained === undefined ? [] : [trained.at])]
  // What began later than now, by another clock, is the last one all the same.
  const last = Math.max(...times)
  const waited = waits(now, last, days)
  if (waited !== undefined)
    return {
      is: 'holds',
      why: `last trained ${timestamp(last)}; the next waits for ${daysText(days)}`,
      until: waited,
    }
  if (retrainings.is === 'unknown') return retrainings
  return free(times.length === 0 ? 'it was never trained here' : `last trained ${timestamp(last)}`)
}

/** Twice as long after each that failed, with none between them that ended otherwise. */
function backOff({ now, policy, retrainings }: RetrainingFacts): Found {
  if (retrainings.is === 'unknown') return retrainings
  const failed = failedInRow(retrainings.value)
  const [newest] = failed
  if (newest === undefined) return free('the last retraining did not fail')
  const base = policy['back-off-days'] ?? USUAL.backOffDays
  const days = Math.min(base * 2 ** (failed.length - 1), Math.max(base, MOST_BACK_OFF_DAYS))
  const why = `${failed.length === 1 ? 'the last retraining' : `the last ${failed.length} retrainings`} failed, the newest in run ${newest.run}; the next waits for ${daysText(days)}`
  const until = waits(now, newest.at, days)
  return until === undefined ? free(why) : { is: 'holds', why, until }
}

function failedInRow(retrainings: readonly Retraining[]): readonly Retraining[] {
  const ended = retrainings
    .filter(({ state }) => state === 'failed' || state === 'succeeded')
    .toSorted((a, b) => b.at - a.at || b.run - a.run)
  const before = ended.findIndex(({ state }) => state === 'succeeded')
  return before === -1 ? ended : ended.slice(0, before)
}

function confidence(triggers: readonly TriggerFinding[]): Found {
  const fired = triggers.filter(isFired)
  if (fired.length === 0) return free('nothing fired')
  return fired.some(({ is }) => is === 'fired')
    ? free('what fired is no chance')
    : { is: 'holds', why: 'what fired may be chance: another run tells' }
}

/** @returns Until when; undefined where it is over. */
function waits(now: number, last: number, days: number): string | undefined {
  const until = last + daysMs(days)
  return now < until ? timestamp(Math.ceil(until / 1000) * 1000) : undefined
}

const daysText = (days: number) => (days === 1 ? 'one day' : `${days} days`)
