import { isForNow } from '../src/commands/shared-head.ts'
import type { JudgementResult } from '../src/domain/results/judgement.ts'
import type { PullState } from '../src/ports.ts'
import { checkAnswer } from './check-answer.ts'
import type { Reach } from './reach.ts'
import type { Settling } from './settler.ts'

/**
 * Judges, and lets the check run of the commit say so.
 *
 * GitHub changes a check run whatever it says by then, so that a process that read first and wrote last would leave an answer
 * of yesterday over one of now. What another answer was written over is therefore read once more, and judged again where it
 * is not as it was: whoever writes last has read last.
 *
 * @param judge - Through the reach that it is given; undefined while GitHub is not ready, or something moved meanwhile.
 * @param read - Pull requests that were read already.
 */
export async function sayJudgement(
  reach: Reach,
  judge: (noted: Reach) => Promise<JudgementResult | undefined>,
  read: readonly PullState[] = [],
): Promise<Settling> {
  const { noted, isMoved } = noting(reach, read)
  const judgement = await judge(noted)
  if (judgement === undefined) return 'again'
  const { change } = await reach.checks.settle(checkAnswer(judgement, reach.ports.artifacts))
  if (isForNow(judgement)) return 'again'
  return change === 'updated' && (await isMoved()) ? 'again' : 'settled'
}

/** The same reach, of which is kept where the branches stood, and the pull requests. */
function noting(reach: Reach, read: readonly PullState[]) {
  const { fetch, pulls } = reach
  const refs = new Map<string, string | undefined>()
  const seen = new Map(read.map(pull => [pull.number, standing(pull)]))
  const noted: Reach = {
    ...reach,
    async fetch(names) {
      const found = await fetch(names)
      // A trial is GitHub's own, and made anew by it whenever it likes.
      for (const name of names) if (!name.endsWith('/merge')) refs.set(name, found.get(name))
      return found
    },
    pulls: {
      ...pulls,
      async read(number) {
        const pull = await pulls.read(number)
        seen.set(number, standing(pull))
        return pull
      },
    },
  }
  const isMoved = async () => {
    const now = await fetch([...refs.keys()])
    if ([...refs].some(([name, commit]) => now.get(name) !== commit)) return true
    for (const [number, before] of seen) if (standing(await pulls.read(number)) !== before) return true
    return false
  }
  return { noted, isMoved }
}

/** All of a pull request that is judged; whether git would merge it GitHub finds out when it likes. */
function standing(pull: PullState | undefined): string {
  return JSON.stringify({ ...pull, merges: undefined })
}
