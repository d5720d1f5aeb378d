/** Whether the call has taken effect when its answer goes wrong. */
export type Moment = 'before' | 'after'

export type Fault =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly message: string
      readonly moment: Moment
      readonly headers?: Readonly<Record<string, string>>
    }
  /** The connection ends in the middle: before the effect without a byte, after it within the body. */
  | { readonly kind: 'cut'; readonly moment: Moment }
  /** No answer ever comes. */
  | { readonly kind: 'silence'; readonly moment: Moment }
  /** The answer waits for a promise that is made when the call comes. */
  | { readonly kind: 'slow'; readonly until: () => Promise<unknown> }
  /** A read is answered from the state as it was when the fault was set. */
  | { readonly kind: 'stale' }

export const serverError = (status: 500 | 502 | 503, moment: Moment = 'before'): Fault => ({
  kind: 'status',
  status,
  message: 'Server Error',
  moment,
})

/** Too much at once: GitHub says after how many seconds to come again. */
export const secondaryLimit = (retryAfterSeconds = 60, status: 403 | 429 = 403): Fault => ({
  kind: 'status',
  status,
  message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  moment: 'before',
  headers: { 'retry-after': String(retryAfterSeconds) },
})

/** The hour's calls are used up until a time in seconds since 1970. */
export const primaryLimit = (resetSeconds: number, status: 403 | 429 = 403): Fault => ({
  kind: 'status',
  status,
  message: 'API rate limit exceeded for installation.',
  moment: 'before',
  headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetSeconds) },
})

/**
 * An operation id, a GraphQL operation's name, a door's such as `lfs/batch`, the number of a call of this sandbox,
 * beginning at 1, or the call that comes after so many others from now on, of one such name or of all those that can meet
 * a fault: git's cannot.
 */
export type FaultTarget =
  | string
  | { readonly call: number }
  | { readonly skipping: number; readonly of?: string }

export interface Faults {
  /** The next calls of the target go wrong in this way, after those that were set for it before. */
  next(target: FaultTarget, fault: Fault, times?: number): void
  /** Targets whose faults no call has met yet. */
  unmet(): FaultTarget[]
  /** No call meets any more what none has met. */
  takeBack(): void
}

export interface ArmedFault<Past> {
  readonly fault: Fault
  /** The state when it was set; only a stale read keeps it. */
  readonly past: Past | undefined
}

export interface FaultQueue<Past> extends Faults {
  take(target: string, call: number): ArmedFault<Past> | undefined
}

export function openFaults<Past>(remember: () => Past): FaultQueue<Past> {
  const waiting: (ArmedFault<Past> & { readonly target: FaultTarget; skips: number })[] = []
  return {
    next(target, fault, times = 1) {
      const past = fault.kind === 'stale' ? remember() : undefined
      const skips = typeof target !== 'string' && 'skipping' in target ? target.skipping : 0
      for (let time = 0; time < times; time++) waiting.push({ target, fault, past, skips: skips + time })
    },
    unmet: () => waiting.map(({ target }) => target),
    takeBack: () => void waiting.splice(0),
    take(name, call) {
      const at = waiting.findIndex(({ target, skips }) => {
        if (typeof target === 'string') return target === name
        return 'call' in target ? target.call === call : skips <= 0 && isOf(target, name)
      })
      const taken = at < 0 ? undefined : waiting.splice(at, 1)[0]
      for (const one of waiting)
        if (typeof one.target !== 'string' && 'skipping' in one.target && isOf(one.target, name))
          one.skips -= 1
      return taken
    },
  }
}

function isOf({ of }: { readonly of?: string }, name: string): boolean {
  return of === undefined || of === name
}
