import { meanDifference } from '../../../src/domain/stats/closed-form.ts'
import { tangoInterval } from '../../../src/domain/stats/proportion-difference.ts'
import { pairedScenarios } from '../paired.ts'
import { drawScored, type ScoredRows } from '../populations.ts'
import { accuracy as accuracyOf, scoredDifference } from '../truths.ts'
import { SCORED, SCORED_DATA } from './settings.ts'

const common = {
  data: SCORED_DATA,
  settings: SCORED,
  truth: (population: Parameters<typeof scoredDifference>[1]) => scoredDifference(accuracyOf, population),
}

/** [n] 1 where a model is right. */
const right = ({ positive }: ScoredRows, scores: Float64Array) =>
  scores.map((score, row) => (score >= 0.5 === (positive[row] === 1) ? 1 : 0))

export const accuracy = [
  ...pairedScenarios({
    ...common,
    name: 'accuracy-tango',
    method: 'Accuracy, Tango',
    interval(population, rows, draws) {
      const sample = drawScored(population, rows, draws)
      const [first, second] = [right(sample, sample.first), right(sample, sample.second)]
      const only = (one: Float64Array, other: Float64Array) =>
        one.reduce((sum, value, row) => sum + (value > (other[row] as number) ? 1 : 0), 0)
      return tangoInterval({ firstOnly: only(first, second), secondOnly: only(second, first), total: rows })
    },
  }),
  ...pairedScenarios({
    ...common,
    name: 'accuracy-normal',
    // Shown beside Tango's; where discordant rows are few it does not hold a gate.
    settings: SCORED.map(setting => ({ ...setting, gate: 'stated' as const })),
    method: 'Accuracy, closed form',
    interval(population, rows, draws) {
      const sample = drawScored(population, rows, draws)
      return meanDifference(right(sample, sample.first), right(sample, sample.second))
    },
  }),
]
