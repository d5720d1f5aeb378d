import { type ApiCall, type ApiOptions, rateLimited } from '../src/adapters/github/index.ts'

/** What GitHub asks to be left alone for a while, by installation: whoever goes on asking is locked out. */
export interface Limits {
  /** Nothing is asked for this installation for so long. */
  hold(installation: number, ms: number): void
  /** @returns Milliseconds until it may be asked again; undefined where it may. */
  left(installation: number): number | undefined
  /** One look at a target of the installation. */
  look(installation: number): Look
  /** How many are held now. */
  readonly held: number
}

/** One look, which asks nothing more after it met a limit: what it did not see must not be told as a verdict. */
export interface Look {
  readonly options: ApiOptions
  readonly hasMet: boolean
}

/** Not less: an answer may say none at all. */
const LEAST_MS = 1000

/**
 * @param called - Told of every call, with the installation that it was made for.
 * @param now - UTC, milliseconds.
 */
export function openLimits(
  called: (call: ApiCall, installation: number) => void,
  now: () => number = Date.now,
): Limits {
  const until = new Map<number, number>()
  const left = (installation: number): number | undefined => {
    const ms = (until.get(installation) ?? 0) - now()
    if (ms > 0) return ms
    until.delete(installation)
    return undefined
  }
  const hold = (installation: number, ms: number) => {
    const end = now() + Math.max(LEAST_MS, ms)
    until.set(installation, Math.max(end, until.get(installation) ?? 0))
  }
  return {
    hold,
    left,
    look(installation) {
      let hasMet = false
      return {
        options: {
          // Nobody's queue stands still while one waits: who met a limit makes room.
          longestWaitSeconds: 0,
          called(call) {
            called(call, installation)
            if (call.waitMs === undefined) return
            hasMet = true
            hold(installation, call.waitMs)
          },
          refuse() {
            hasMet ||= left(installation) !== undefined
            if (hasMet) throw rateLimited(Math.ceil((left(installation) ?? LEAST_MS) / 1000), now())
          },
        },
        get hasMet() {
          return hasMet
        },
      }
    },
    get held() {
      return [...until.keys()].filter(one => left(one) !== undefined).length
    },
  }
}
