import { comparedScores } from '../closed-forms.ts'
import { pairedScenarios } from '../paired.ts'
import { drawScored } from '../populations.ts'
import { area, scoredDifference } from '../truths.ts'
import { SCORED, SCORED_DATA } from './settings.ts'

export const delong = pairedScenarios({
  name: 'delong',
  method: 'ROC AUC, DeLong with t',
  data: SCORED_DATA,
  settings: SCORED,
  truth: population => scoredDifference(area, population),
  interval: (population, rows, draws) => comparedScores('roc-auc', drawScored(population, rows, draws)),
})
