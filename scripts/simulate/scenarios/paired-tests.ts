import { mcnemar } from '../../../src/domain/stats/mcnemar.ts'
import { wilcoxon } from '../../../src/domain/stats/wilcoxon.ts'
import type { Draws } from '../draws.ts'
import { countHits } from '../samples.ts'
import { ASYMPTOTIC, EXACT, LEVEL, type Scenario } from '../scenario.ts'

const DISCORDANT = [
  { rows: 300, share: 0.04 },
  { rows: 300, share: 0.12 },
  { rows: 1_409, share: 0.04 },
  { rows: 1_409, share: 0.2 },
] as const

/** Differences around 0; in steps many are of one size, and some are 0. */
function differences(pairs: number, inSteps: boolean, draws: Draws): Float64Array {
  return new Float64Array(pairs).map(() => {
    // Heavy tails, as errors have them.
    const value = Math.exp(0.8 * draws.normal()) * draws.normal()
    return inSteps ? Math.round(2 * value) : value
  })
}

const PAIRS = [
  { pairs: 40, inSteps: false, wanted: EXACT },
  { pairs: 300, inSteps: false, wanted: ASYMPTOTIC },
  { pairs: 300, inSteps: true, wanted: ASYMPTOTIC },
  { pairs: 1_409, inSteps: false, wanted: ASYMPTOTIC },
  { pairs: 1_409, inSteps: true, wanted: ASYMPTOTIC },
] as const

export const pairedTests: readonly Scenario[] = [
  {
    name: 'mcnemar',
    kind: 'test',
    method: 'McNemar’s exact test',
    data: 'Rows on which one of two models alone is right, either as often.',
    cases: DISCORDANT.map(({ rows, share }) => ({
      setting: `${rows.toLocaleString('en')} rows, ${100 * share} % discordant`,
      wanted: EXACT,
      run: draws => {
        const discordant = countHits(share, rows, draws)
        const first = countHits(0.5, discordant, draws)
        const { pValue, midP } = mcnemar(first, discordant - first)
        return [pValue <= LEVEL, midP <= LEVEL]
      },
    })),
  },
  {
    name: 'wilcoxon',
    kind: 'test',
    method: 'Wilcoxon’s signed ranks, exact up to 50 pairs',
    data: 'Paired differences with heavy tails that lie symmetrically around 0.',
    cases: PAIRS.map(({ pairs, inSteps, wanted }) => ({
      setting: `${pairs.toLocaleString('en')} pairs${inSteps ? ', in whole steps' : ''}`,
      wanted,
      run: draws => [wilcoxon(differences(pairs, inSteps, draws)).pValue <= LEVEL],
    })),
  },
]
