import { bcaBootstrap, pairedBootstrap } from '../../../src/domain/stats/paired-bootstrap.ts'
import { resampledAuc } from '../../../src/domain/stats/resampled-auc.ts'
import { pairedScenarios } from '../paired.ts'
import { drawScored } from '../populations.ts'
import { area, scoredDifference } from '../truths.ts'
import { SCORED, SCORED_DATA } from './settings.ts'

/** Shown beside DeLong's interval, which gates read, and held to nothing: at the smaller size. */
const SMALL = SCORED.filter(({ rows }) => rows < 1_000).map(setting => ({
  ...setting,
  coverage: 'stated' as const,
  gate: 'stated' as const,
}))

export const aucBootstrap = [
  { name: 'auc-percentile', method: 'ROC AUC, bootstrap, percentile', bootstrap: pairedBootstrap },
  { name: 'auc-bca', method: 'ROC AUC, bootstrap, BCa', bootstrap: bcaBootstrap },
].flatMap(({ bootstrap, ...about }) =>
  pairedScenarios({
    ...about,
    data: SCORED_DATA,
    settings: SMALL,
    truth: population => scoredDifference(area, population),
    interval(population, rows, draws) {
      const { positive, first, second } = drawScored(population, rows, draws)
      const [before, after] = [resampledAuc(positive, first), resampledAuc(positive, second)]
      return bootstrap(rows, 1_000, draws.seed(), counts => after(counts) - before(counts))
    },
  }),
)
