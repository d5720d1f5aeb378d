import { meanDifference } from '../../../src/domain/stats/closed-form.ts'
import { type PairedMethod, pairedScenarios, turned } from '../paired.ts'
import { drawScored, type ScoredPopulation } from '../populations.ts'
import { brier, logLoss, scoredDifference } from '../truths.ts'
import { SCORED, SCORED_DATA } from './settings.ts'

const lossInterval =
  (loss: (positive: number, score: number) => number): PairedMethod<ScoredPopulation>['interval'] =>
  (population, rows, draws) => {
    const { positive, first, second } = drawScored(population, rows, draws)
    const losses = (scores: Float64Array) => scores.map((score, row) => loss(positive[row] as number, score))
    return turned(meanDifference(losses(first), losses(second)))
  }

export const meanLosses = [
  ...pairedScenarios({
    name: 'brier',
    method: 'Brier score, closed form',
    data: SCORED_DATA,
    settings: SCORED,
    truth: population => scoredDifference(brier, population),
    interval: lossInterval((positive, score) => (score - positive) ** 2),
  }),
  ...pairedScenarios({
    name: 'log-loss',
    method: 'Log loss, closed form',
    data: SCORED_DATA,
    settings: SCORED,
    truth: population => scoredDifference(logLoss, population),
    interval: lossInterval((positive, score) => -Math.log(positive === 1 ? score : 1 - score)),
  }),
]
