import { ratioDifference } from '../../../src/domain/stats/closed-form.ts'
import { bcaBootstrap, pairedBootstrap } from '../../../src/domain/stats/paired-bootstrap.ts'
import { pairedScenarios } from '../paired.ts'
import { drawScored, type ScoredPopulation, type ScoredRows } from '../populations.ts'
import { f1 as f1Of, scoredDifference } from '../truths.ts'
import { SCORED, SCORED_DATA } from './settings.ts'

const common = {
  data: SCORED_DATA,
  settings: SCORED,
  truth: (population: ScoredPopulation) => scoredDifference(f1Of, population),
}

/** F1 is Σ above / Σ below: twice the hits, by the called and the positive rows. */
function ratioOf({ positive }: ScoredRows, scores: Float64Array) {
  const called = scores.map(score => (score >= 0.5 ? 1 : 0))
  return {
    above: called.map((value, row) => 2 * value * (positive[row] as number)),
    below: called.map((value, row) => value + (positive[row] as number)),
  }
}

function f1Difference(rows: ScoredRows) {
  const [first, second] = [ratioOf(rows, rows.first), ratioOf(rows, rows.second)]
  const sum = (values: Float64Array, counts: Uint32Array) => {
    let total = 0
    for (let row = 0; row < counts.length; row += 1)
      total += (values[row] as number) * (counts[row] as number)
    return total
  }
  return (counts: Uint32Array) =>
    sum(second.above, counts) / sum(second.below, counts) -
    sum(first.above, counts) / sum(first.below, counts)
}

export const f1 = [
  ...pairedScenarios({
    ...common,
    name: 'f1-delta',
    method: 'F1, delta method',
    interval(population, rows, draws) {
      const sample = drawScored(population, rows, draws)
      return ratioDifference(ratioOf(sample, sample.first), ratioOf(sample, sample.second))
    },
  }),
  ...[
    { name: 'f1-percentile', method: 'F1, bootstrap, percentile', bootstrap: pairedBootstrap },
    { name: 'f1-bca', method: 'F1, bootstrap, BCa', bootstrap: bcaBootstrap },
  ].flatMap(({ bootstrap, ...about }) =>
    pairedScenarios({
      ...common,
      ...about,
      share: 0.2,
      interval: (population, rows, draws) =>
        bootstrap(rows, 1_000, draws.seed(), f1Difference(drawScored(population, rows, draws))),
    }),
  ),
]
