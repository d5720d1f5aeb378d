import { comparedScores } from '../closed-forms.ts'
import { pairedScenarios } from '../paired.ts'
import { drawScored } from '../populations.ts'
import { brier, logLoss, scoredDifference } from '../truths.ts'
import { FEW_POSITIVES, SCORED_DATA } from './settings.ts'

export const meanLosses = (
  [
    ['brier', 'Brier score, closed form with t', brier],
    ['log-loss', 'Log loss, closed form with t', logLoss],
  ] as const
).flatMap(([metric, method, truth]) =>
  pairedScenarios({
    name: metric,
    method,
    data: SCORED_DATA,
    settings: FEW_POSITIVES,
    truth: population => scoredDifference(truth, population),
    interval: (population, rows, draws) => comparedScores(metric, drawScored(population, rows, draws)),
  }),
)
