import { type Target, targetKey } from './targets.ts'

/**
 * How a settling ended. `again`: GitHub is not ready yet; `held`: it asked to be left alone, which is no try: the target is
 * looked at again as soon as it may be.
 */
export type Settling = 'settled' | 'again' | 'held' | 'failed'

export interface SettlerOptions {
  /** Makes one target right, as it stands now. */
  settle(target: Target, takenAt: number | undefined): Promise<Settling>
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
  /** When the delivery was taken that asked for it, as it was given; undefined where none did. */
  readonly takenAt: number | undefined
  /** Whether it was the last try, and the target is left to the next event. */
  readonly isLeft: boolean
}

export interface Settler {
  /**
   * Soon, once: a target that waits already is not asked for twice; one under way is asked for once more.
   *
   * @param takenAt - When a delivery that asks for it was taken, by any clock; of several the first counts.
   */
  ask(target: Target, takenAt?: number): void
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

  function put({ target, tries, takenAt }: Waiting): void {
    if (isStopped) return
    const place = placeOf(target)
    const queue = queues.get(place) ?? new Map<string, Waiting>()
    const known = queue.get(targetKey(target))
    // Whoever waits keeps its place; what was tried is tried as one that was not.
    queue.set(targetKey(target), {
      target,
      tries: Math.min(tries, known?.tries ?? tries),
      takenAt: earlier(takenAt, known?.takenAt),
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
    const { target, tries, takenAt } = waiting
    const [how, error] = await settle(target, takenAt).then(
      (end): [Settling, unknown] => [end, undefined],
      (problem: unknown): [Settling, unknown] => ['failed', problem],
    )
    const isTried = how === 'again' || how === 'failed'
    const pause = isTried ? PAUSES_MS[tries] : undefined
    ended(target, { how, error, takenAt, isLeft: isTried && pause === undefined })
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
    ask: (target, takenAt) => put({ target, tries: 0, takenAt }),
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
  readonly takenAt: number | undefined
}

function earlier(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other)
}

/** By its number: what was renamed is one repository still, and its copy is one. */
function placeOf({ id }: Target): string {
  return String(id)
}
