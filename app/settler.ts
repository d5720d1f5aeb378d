import { type Target, targetKey } from './targets.ts'

/** How a settling ended. */
export type Settling = 'settled' | 'again' | 'failed'

export interface SettlerOptions {
  /** Makes one target right, as it stands now; `again`: GitHub is not ready yet. */
  settle(target: Target): Promise<Settling>
  /** Repositories at a time. */
  readonly width?: number
  readonly sleep?: (ms: number) => Promise<void>
  /** Told of every end, for counting and logging. */
  ended?(target: Target, how: Settling, error?: unknown): void
}

export interface Settler {
  /** Soon, once: a target that waits already is not asked for twice; one under way is asked for once more. */
  ask(target: Target): void
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
}: SettlerOptions): Settler {
  /** By repository, what waits in the order in which it was asked for. */
  const queues = new Map<string, Map<string, Waiting>>()
  const busy = new Set<string>()
  const pausing = new Set<Promise<void>>()
  let isStopped = false
  const wake: (() => void)[] = []

  function put(target: Target, tries: number): void {
    if (isStopped) return
    const place = placeOf(target)
    const queue = queues.get(place) ?? new Map<string, Waiting>()
    // Whoever waits keeps its place; what was tried is tried as one that was not.
    queue.set(targetKey(target), { target, tries })
    queues.set(place, queue)
    next()
  }

  function next(): void {
    for (const [place, queue] of queues) {
      if (busy.size >= width || isStopped) return
      const [first] = queue
      if (busy.has(place) || first === undefined) continue
      const [key, waiting] = first
      queue.delete(key)
      if (queue.size === 0) queues.delete(place)
      busy.add(place)
      void run(place, waiting)
    }
    if (busy.size === 0 && queues.size === 0 && pausing.size === 0) tellIdle()
  }

  async function run(place: string, { target, tries }: Waiting): Promise<void> {
    const [how, error] = await settle(target).then(
      (end): [Settling, unknown] => [end, undefined],
      (problem: unknown): [Settling, unknown] => ['failed', problem],
    )
    ended(target, how, error)
    const pause = how === 'settled' ? undefined : PAUSES_MS[tries]
    if (pause !== undefined && !isStopped) {
      const paused = sleep(pause).then(() => {
        pausing.delete(paused)
        put(target, tries + 1)
        next()
      })
      pausing.add(paused)
    }
    busy.delete(place)
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
    ask: target => put(target, 0),
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
}

function placeOf({ owner, repository }: Target): string {
  return `${owner}/${repository}`.toLowerCase()
}
