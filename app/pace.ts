import { type Target, targetKey } from './targets.ts'

/** How often something may be made that people are told of. */
export interface Pace {
  /** Whether it is the target's turn; where it is not, it is asked for again when its turn has come. */
  isTurn(target: Target): boolean
  stop(): void
}

export interface PaceOptions {
  /** How many at once, after a time of rest. */
  readonly burst?: number
  /** Between two, on an average. */
  readonly everyMs?: number
  readonly now?: () => number
  /** Calls once, later; returns what takes that back. */
  readonly later?: (call: () => void, ms: number) => () => void
}

/**
 * A pace for each installation. GitHub takes 80 calls a minute, and 500 an hour, that make something; opening a pull
 * request are three of them, and judging needs some for itself: ten at once, then one every half minute.
 *
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function openPace(
  ask: (target: Target) => void,
  {
    burst = 10,
    everyMs = 30_000,
    now = Date.now,
    later = (call, ms) => {
      const timer = setTimeout(call, ms).unref()
      return () => clearTimeout(timer)
    },
  }: PaceOptions = {},
): Pace {
  const lanes = new Map<number, Lane>()
  let isStopped = false

  function refill(lane: Lane): void {
    const gained = Math.floor((now() - lane.since) / everyMs)
    lane.left = Math.min(burst, lane.left + gained)
    lane.since = lane.left === burst ? now() : lane.since + gained * everyMs
  }

  function wake(lane: Lane): void {
    if (isStopped || lane.waiting.size === 0 || lane.cancel !== undefined) return
    lane.cancel = later(
      () => {
        lane.cancel = undefined
        const [first] = lane.waiting
        if (first === undefined) return
        const [key, target] = first
        lane.waiting.delete(key)
        ask(target)
        wake(lane)
      },
      Math.max(everyMs, 1),
    )
  }

  return {
    isTurn(target) {
      const lane = lanes.get(target.installation) ?? { left: burst, since: now(), waiting: new Map() }
      lanes.set(target.installation, lane)
      refill(lane)
      if (lane.left > 0) {
        lane.left -= 1
        lane.waiting.delete(targetKey(target))
        return true
      }
      lane.waiting.set(targetKey(target), target)
      wake(lane)
      return false
    },
    stop() {
      isStopped = true
      for (const { cancel } of lanes.values()) cancel?.()
    },
  }
}

interface Lane {
  /** How many may be made now. */
  left: number
  /** Since when the next one is earned; UTC, milliseconds. */
  since: number
  readonly waiting: Map<string, Target>
  cancel?: (() => void) | undefined
}
