import { ModelyardError } from '../errors/index.ts'
import type { Bounds } from './paired-bootstrap.ts'
import { betaQuantile, Z_975 } from './quantiles.ts'

/** How many of how many. */
export interface Proportion {
  readonly hits: number
  readonly total: number
}

/**
 * Wilson's 95 % score interval of a proportion: the shares p with |hits/total − p| ≤ 1.96 √(p (1 − p) / total).
 *
 * Covers 95 % on average over p; for a p near 0 or 1 it can be a few points less.
 *
 * @param hits - Whole number from 0 to `total`.
 * @param total - ≥ 1.
 * @throws {ModelyardError} `empty-sample` when the total is 0; `bad-input` when there are more hits than that.
 * @see Wilson 1927, doi:10.1080/01621459.1927.10502953; Brown, Cai & DasGupta 2001, doi:10.1214/ss/1009213286
 */
export function wilsonInterval({ hits, total }: Proportion): Bounds {
  requireProportion({ hits, total })
  const share = hits / total
  const square = Z_975 ** 2 / total
  const centre = (share + square / 2) / (1 + square)
  const half = (Math.sqrt(square) * Math.sqrt(share * (1 - share) + square / 4)) / (1 + square)
  // At the ends the bound is the end itself; rounding would leave it beside.
  return { low: hits === 0 ? 0 : centre - half, high: hits === total ? 1 : centre + half }
}

/**
 * Clopper and Pearson's exact 95 % interval of a proportion: covers at least 95 % whatever the share, mostly more.
 *
 * @param hits - Whole number from 0 to `total`.
 * @param total - ≥ 1.
 * @throws {ModelyardError} As {@link wilsonInterval}.
 * @see Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404
 */
export function clopperPearsonInterval({ hits, total }: Proportion): Bounds {
  requireProportion({ hits, total })
  return {
    low: hits === 0 ? 0 : betaQuantile(0.025, hits, total - hits + 1),
    high: hits === total ? 1 : betaQuantile(0.975, hits + 1, total - hits),
  }
}

function requireProportion({ hits, total }: Proportion): void {
  if (total < 1) {
    throw new ModelyardError({
      code: 'empty-sample',
      message: 'a share of nothing has no interval',
      next: 'give at least one row',
    })
  }
  if (!(hits >= 0 && hits <= total)) {
    throw new ModelyardError({
      code: 'bad-input',
      message: `${hits} of ${total} is no share`,
      next: 'give from 0 to all of them',
    })
  }
}
