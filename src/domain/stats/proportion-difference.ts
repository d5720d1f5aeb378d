import { ModelyardError } from '../errors/index.ts'
import type { Bounds } from './paired-bootstrap.ts'
import { type Proportion, wilsonInterval } from './proportion.ts'
import { Z_975 } from './quantiles.ts'

/**
 * Newcombe's hybrid score 95 % interval of the difference of two independent proportions, second − first, made of their
 * Wilson intervals.
 *
 * @throws {ModelyardError} `empty-sample` when a total is 0; `bad-input` when there are more hits than that.
 * @see Newcombe 1998, method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I
 */
export function newcombeInterval(first: Proportion, second: Proportion): Bounds {
  const [before, after] = [wilsonInterval(first), wilsonInterval(second)]
  const [p, q] = [first.hits / first.total, second.hits / second.total]
  return {
    low: q - p - Math.hypot(q - after.low, before.high - p),
    high: q - p + Math.hypot(after.high - q, p - before.low),
  }
}

/** Rows on which exactly one of two models is right, of how many. */
export interface Discordance {
  readonly firstOnly: number
  readonly secondOnly: number
  readonly total: number
}

/**
 * Tango's score 95 % interval of the difference of two paired proportions, second − first: the differences δ with
 * |secondOnly − firstOnly − n δ| ≤ 1.96 √(n (2 q̂ + δ (1 − δ))), where q̂ is the likeliest chance of `firstOnly` if δ is
 * the difference.
 *
 * Rests on the discordant rows alone, and stays honest where there are few of them, or none: 0 of 300 gives ±1.3
 * points, where a normal interval has no width. Chosen over Newcombe's method 10 by its one-sided error, which
 * docs/explanation/statistics.md shows.
 *
 * @throws {ModelyardError} `empty-sample` without rows; `bad-input` when more rows are discordant than there are.
 * @see Tango 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<891::AID-SIM780>3.0.CO;2-B
 */
export function tangoInterval(discordance: Discordance): Bounds {
  requireDiscordance(discordance)
  const { firstOnly, secondOnly, total } = discordance
  const estimate = (secondOnly - firstOnly) / total
  return {
    low: root(-1, estimate, delta => scoreStatistic(discordance, delta) > Z_975),
    high: root(estimate, 1, delta => scoreStatistic(discordance, delta) > -Z_975),
  }
}

/** How far the difference seen lies above δ, in standard errors as they are if δ holds. */
function scoreStatistic({ firstOnly, secondOnly, total }: Discordance, delta: number): number {
  const distance = secondOnly - firstOnly - total * delta
  if (distance === 0) return 0
  // The likeliest chance of `firstOnly` is the larger root of a q² + b q + c.
  const a = 2 * total
  const b = (2 * total - secondOnly + firstOnly) * delta - firstOnly - secondOnly
  const c = -firstOnly * delta * (1 - delta)
  const chance = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a)
  return distance / Math.sqrt(total * (2 * chance + delta * (1 - delta)))
}

/** Where a condition that holds below and not above changes, by halving: 60 times leave less than 1e-17. */
function root(low: number, high: number, holds: (value: number) => boolean): number {
  let [below, above] = [low, high]
  for (let step = 0; step < 60; step += 1) {
    const middle = (below + above) / 2
    if (holds(middle)) below = middle
    else above = middle
  }
  return (below + above) / 2
}

function requireDiscordance({ firstOnly, secondOnly, total }: Discordance): void {
  if (total < 1) {
    throw new ModelyardError({
      code: 'empty-sample',
      message: 'there are no rows to compare on',
      next: 'give at least one',
    })
  }
  if (!(firstOnly >= 0 && secondOnly >= 0 && firstOnly + secondOnly <= total)) {
    throw new ModelyardError({
      code: 'bad-input',
      message: `${firstOnly} and ${secondOnly} discordant rows of ${total}`,
      next: 'give no more discordant rows than there are',
    })
  }
}
