import { meanDifference } from '../../../src/domain/stats/closed-form.ts'
import { comparedScores } from '../closed-forms.ts'
import { pairedScenarios } from '../paired.ts'
import { drawScored, type ScoredRows } from '../populations.ts'
import { accuracy as accuracyOf, balancedAccuracy, recall, scoredDifference } from '../truths.ts'
import { FEW_POSITIVES, SCORED, SCORED_DATA } from './settings.ts'

const truthOf =
  (metric: typeof accuracyOf) =>
  (population: Parameters<typeof scoredDifference>[1]): number =>
    scoredDifference(metric, population)

/** [n] 1 where a model is right. */
const right = ({ positive }: ScoredRows, scores: Float64Array) =>
  scores.map((score, row) => (score >= 0.5 === (positive[row] === 1) ? 1 : 0))

export const accuracy = [
  ...(
    [
      ['accuracy', 'Accuracy, Tango', accuracyOf, SCORED],
      ['recall', 'Recall, Tango on the positive rows', recall, FEW_POSITIVES],
      ['balanced-accuracy', 'Balanced accuracy, Tango of both classes', balancedAccuracy, FEW_POSITIVES],
    ] as const
  ).flatMap(([metric, method, truth, settings]) =>
    pairedScenarios({
      name: `${metric}-tango`,
      method,
      data: SCORED_DATA,
      settings,
      truth: truthOf(truth),
      interval: (population, rows, draws) => comparedScores(metric, drawScored(population, rows, draws)),
    }),
  ),
  ...pairedScenarios({
    name: 'accuracy-normal',
    // Shown beside Tango's; where discordant rows are few it does not hold a gate.
    settings: SCORED.map(setting => ({ ...setting, gate: 'stated' as const })),
    method: 'Accuracy, normal',
    data: SCORED_DATA,
    truth: truthOf(accuracyOf),
    interval(population, rows, draws) {
      const sample = drawScored(population, rows, draws)
      return meanDifference(right(sample, sample.first), right(sample, sample.second))
    },
  }),
]
