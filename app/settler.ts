import { type Target, targetKey } from './targets.ts'

/**
 * How a settling ended. `again`: GitHub is not ready yet; `held`: it asked to be left alone, which is no try: the target is
 * looked at again as soon as it may be.
 */
export type Settling = 'settled' | 'again' | 'held' | 'failed'

/** The deliveries that asked for a look. */
export interface Heard {
  /** When the first of them was taken, by any clock. */
  readonly takenAt: number
  /** GitHub's ids of the last of them, for whoever reads the log. */
  readonly deliveries: readonly string[]
}

export interface SettlerOptions {
  /** Makes one target right, as it stands now. */
  settle(target: Target, heard: Heard | undefined): Promise<Settling>
  /** Repositories at a time. */
  readonly width?: number
  readonly sleep?: (ms: number) => Promise<void>
  /** Told of every end, for counting and logging. */
  ended?(target: Target, end: Ended): void
  /** @returns Milliseconds for which nothing of a target's installation is begun; undefined where it may be. */
  held?(target: Target): number | undefined
}

/** How a look ended. */
export interface Ended {
  readonly how: Settling
  readonly error?: unknown
  /** What asked for it; undefined where no delivery did. */
  readonly heard: Heard | undefined
  /** Whether it was the last try, and the target is left to the next event. */
  readonly isLeft: boolean
}

export interface Settler {
  /**
   * Soon, once: a target that waits already is not asked for twice; one under way is asked for once more.
   */
  ask(target: Target, heard?: Heard): void
  /** Settles when nothing is under way and nothing waits. */
  idle(): Promise<void>
  /** Takes nothing more, and lets what is under way come to its end; what waits is found again at the next start. */
  stop(): Promise<void>
  readonly waiting: number
  /** How many are left alone for a while before they are tried again. */
  readonly pausing: number
}

/** How long to wait before a target is tried again; after the last it is left to the next event. */
const PAUSES_MS = [1_000, 5_000, 30_000, 120_000]
/** Of the deliveries that one look answers so many are remembered: thousands may come while it waits. */
const MOST_DELIVERIES = 5

/**
 * One settling at a time in a repository, several repositories side by side, so that none waits for another's. Deliveries
 * that come while a target is under way become one more look at it.
 */
export function openSettler({
  settle,
  width = 8,
  sleep = ms => new Promise(resolve => setTimeout(resolve, ms).unref()),
  ended = () => {},
  held = () => undefined,
}: SettlerOptions): Settler {
  /** By repository, what waits in the order in which it was asked for. */
  const queues = new Map<string, Map<string, Waiting>>()
  const busy = new Set<string>()
  const pausing = new Set<Promise<void>>()
  /** Installations that are held, for which a waking is set. */
  const woken = new Set<number>()
  let isStopped = false
  const wake: (() => void)[] = []

  function put({ target, tries, heard }: Waiting): void {
    if (isStopped) return
    const place = placeOf(target)
    const queue = queues.get(place) ?? new Map<string, Waiting>()
    const known = queue.get(targetKey(target))
    // Whoever waits keeps its place; what was tried is tried as one that was not.
    queue.set(targetKey(target), {
      target,
      tries: Math.min(tries, known?.tries ?? tries),
      heard: both(known?.heard, heard),
    })
    queues.set(place, queue)
    next()
  }

  /** Whether the installation must be left alone; then it is looked at again when that is over. */
  function isHeld(target: Target): boolean {
    const ms = held(target)
    if (ms === undefined) return false
    const { installation } = target
    if (!woken.has(installation)) {
      woken.add(installation)
      void sleep(ms).then(() => {
        woken.delete(installation)
        next()
      })
    }
    return true
  }

  function next(): void {
    for (const [place, queue] of queues) {
      if (busy.size >= width || isStopped) return
      const [first] = queue
      if (busy.has(place) || first === undefined) continue
      const [key, waiting] = first
      if (isHeld(waiting.target)) continue
      queue.delete(key)
      if (queue.size === 0) queues.delete(place)
      busy.add(place)
      void run(place, waiting)
    }
    if (busy.size === 0 && queues.size === 0 && pausing.size === 0) tellIdle()
  }

  async function run(place: string, waiting: Waiting): Promise<void> {
    const { target, tries, heard } = waiting
    const [how, error] = await settle(target, heard).then(
      (end): [Settling, unknown] => [end, undefined],
      (problem: unknown): [Settling, unknown] => ['failed', problem],
    )
    const isTried = how === 'again' || how === 'failed'
    const pause = isTried ? PAUSES_MS[tries] : undefined
    ended(target, { how, error, heard, isLeft: isTried && pause === undefined })
    if (pause !== undefined && !isStopped) {
      const paused = sleep(pause).then(() => {
        pausing.delete(paused)
        put({ ...waiting, tries: tries + 1 })
        next()
      })
      pausing.add(paused)
    }
    busy.delete(place)
    if (how === 'held') put(waiting)
    next()
    if (isStopped && busy.size === 0) tellIdle()
  }

  function tellIdle(): void {
    for (const tell of wake.splice(0)) tell()
  }

  const idle = () =>
    new Promise<void>(resolve => {
      wake.push(resolve)
      next()
    })

  return {
    ask: (target, heard) => put({ target, tries: 0, heard }),
    idle,
    async stop() {
      isStopped = true
      queues.clear()
      if (busy.size > 0) await new Promise<void>(resolve => wake.push(resolve))
    },
    get waiting() {
      return [...queues.values()].reduce((sum, queue) => sum + queue.size, 0)
    },
    get pausing() {
      return pausing.size
    },
  }
}

interface Waiting {
  readonly target: Target
  /** How often it was tried already. */
  readonly tries: number
  readonly heard: Heard | undefined
}

function both(one: Heard | undefined, other: Heard | undefined): Heard | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return {
    takenAt: Math.min(one.takenAt, other.takenAt),
    deliveries: [...new Set([...one.deliveries, ...other.deliveries])].slice(-MOST_DELIVERIES),
  }
}

/** By its number: what was renamed is one repository still, and its copy is one. */
function placeOf({ id }: Target): string {
  return String(id)
}
