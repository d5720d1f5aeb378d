import type { Latency } from '../domain/evidence/latency.ts'
import { pairedTurns, planPairs, type Turns, timesByPair, turnsBetween } from '../domain/latency/schedule.ts'
import { type PairedTimes, summarizeLatency } from '../domain/latency/summary.ts'
import { type RandomStream, randomStream } from '../domain/stats/random.ts'
import type { LoadedModels } from '../ports.ts'
import type { Watch } from './define.ts'

/** Positions of the loaded models: the champion twice, each in a session of its own. */
const CHAMPION = 0
const CHAMPION_AGAIN = 1
const CHALLENGER = 2

/** Pairs before anything counts: engines allocate and compilers compile while they last. */
const WARM_UP_PAIRS = 100
/** Of the budget, at most this for warming up. */
const WARM_UP_SHARE = 0.1
/** Pairs are asked for in lots of about this long, to say how far it is and to be stopped. */
const LOT_MS = 250

export interface PairTiming {
  readonly loaded: LoadedModels
  /** How many requests are loaded. */
  readonly requests: number
  readonly rowsPerRequest: number
  /** What the engine may be busy, all in all. */
  readonly seconds: number
  readonly seed: number
}

/**
 * Times the champion against itself and then against the challenger, in pairs, as many as the budget allows but never
 * fewer than 200. The budget counts the engine's own time, so that the number of pairs needs no other clock.
 */
export async function timePairs(timing: PairTiming, { progress }: Watch): Promise<Latency> {
  const { loaded, requests, rowsPerRequest, seed } = timing
  const random = randomStream(seed)
  progress?.('warming up')
  const warm = await warmUp(timing, random)
  const { pairs, blocks } = planPairs(timing.seconds * 1000, warm.msOfBoth)
  const lot = Math.max(1, Math.floor((LOT_MS * 2) / warm.msOfBoth))
  const take = async (second: number, step: string): Promise<PairedTimes> => {
    const turns = pairedTurns(pairs, [CHAMPION, second], requests, random)
    const times = await inLots(loaded, turns, pairs, lot, share => progress?.(step, share))
    return timesByPair(turns, times, CHAMPION)
  }
  const same = await take(CHAMPION_AGAIN, 'timing the champion against itself')
  const compared = await take(CHALLENGER, 'timing champion and challenger')
  progress?.('computing intervals')
  return summarizeLatency(same, compared, { rowsPerRequest, warmUp: warm.pairs, blocks, seed })
}

async function inLots(
  loaded: LoadedModels,
  turns: Turns,
  pairs: number,
  lot: number,
  progress: (share: number) => void,
): Promise<Float64Array> {
  const times = new Float64Array(2 * pairs)
  for (let from = 0; from < pairs; from += lot) {
    progress(from / pairs)
    times.set(await loaded.time(turnsBetween(turns, from, Math.min(pairs, from + lot))), 2 * from)
  }
  return times
}

/** Times that are thrown away, of all three models; the last of them say how long a pair takes. */
async function warmUp(
  { loaded, requests, seconds }: PairTiming,
  random: RandomStream,
): Promise<{ readonly pairs: number; readonly msOfBoth: number }> {
  const budgetMs = seconds * 1000 * WARM_UP_SHARE
  let pairs = 0
  let spentMs = 0
  let msOfBoth: number
  do {
    msOfBoth = 0
    for (const second of [CHAMPION_AGAIN, CHALLENGER]) {
      const turns = pairedTurns(WARM_UP_PAIRS / 2, [CHAMPION, second], requests, random)
      const times = await loaded.time(turns)
      msOfBoth += typicalPair(times)
    }
    pairs += WARM_UP_PAIRS
    spentMs += (msOfBoth * WARM_UP_PAIRS) / 2
  } while (spentMs + (msOfBoth * WARM_UP_PAIRS) / 2 <= budgetMs && pairs < 50 * WARM_UP_PAIRS)
  return { pairs, msOfBoth }
}

/** The mean without the slowest tenth: what disturbs the machine for a moment is no measure of what a pair takes. */
function typicalPair(times: Float64Array): number {
  const pairs = Float64Array.from(
    { length: times.length / 2 },
    (_, pair) => (times[2 * pair] as number) + (times[2 * pair + 1] as number),
  ).sort()
  const kept = pairs.subarray(0, Math.ceil(pairs.length * 0.9))
  return kept.reduce((sum, time) => sum + time, 0) / kept.length
}
