import { ratioDifference } from '../../../src/domain/stats/closed-form.ts'
import { pairedBootstrap } from '../../../src/domain/stats/paired-bootstrap.ts'
import { comparedScores } from '../closed-forms.ts'
import { pairedScenarios } from '../paired.ts'
import { drawScored, type ScoredPopulation, type ScoredRows } from '../populations.ts'
import { f1 as f1Of, precision, scoredDifference } from '../truths.ts'
import { FEW_POSITIVES, SCORED, SCORED_DATA } from './settings.ts'

/** Shown beside the score interval, which is why it is not one of these. */
const asComparison = {
  data: SCORED_DATA,
  settings: SCORED.map(setting => ({ ...setting, gate: 'stated' as const, coverage: 'stated' as const })),
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
  ...(
    [
      ['f1', 'F1, score', f1Of],
      ['precision', 'Precision, score', precision],
    ] as const
  ).flatMap(([metric, method, truth]) =>
    pairedScenarios({
      name: `${metric}-score`,
      method,
      data: SCORED_DATA,
      settings: FEW_POSITIVES,
      truth: population => scoredDifference(truth, population),
      interval: (population, rows, draws) => comparedScores(metric, drawScored(population, rows, draws)),
    }),
  ),
  ...pairedScenarios({
    ...asComparison,
    name: 'f1-delta',
    method: 'F1, delta method',
    interval(population, rows, draws) {
      const sample = drawScored(population, rows, draws)
      return ratioDifference(ratioOf(sample, sample.first), ratioOf(sample, sample.second))
    },
  }),
  ...pairedScenarios({
    ...asComparison,
    name: 'f1-percentile',
    method: 'F1, bootstrap, percentile',
    interval: (population, rows, draws) =>
      pairedBootstrap(rows, 1_000, draws.seed(), f1Difference(drawScored(population, rows, draws))),
  }),
]
