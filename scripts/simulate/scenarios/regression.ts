import { meanDifference, rootMeanDifference } from '../../../src/domain/stats/closed-form.ts'
import { bcaBootstrap, pairedBootstrap } from '../../../src/domain/stats/paired-bootstrap.ts'
import { pairedScenarios, turned } from '../paired.ts'
import { drawErrors, type ErrorPopulation } from '../populations.ts'
import { errorDifference, mae, rmse } from '../truths.ts'
import { ERROR_DATA, ERRORS } from './settings.ts'

const squares = (errors: Float64Array) => errors.map(error => error * error)

/** From how often each row counts to the difference of the RMSE, challenger − champion. */
function rmseDifference({ first, second }: ErrorPopulation) {
  const [before, after] = [squares(first), squares(second)]
  return (counts: Uint32Array) => {
    let [ofFirst, ofSecond] = [0, 0]
    for (let row = 0; row < counts.length; row += 1) {
      ofFirst += (counts[row] as number) * (before[row] as number)
      ofSecond += (counts[row] as number) * (after[row] as number)
    }
    return Math.sqrt(ofSecond / counts.length) - Math.sqrt(ofFirst / counts.length)
  }
}

const ofRmse = {
  data: ERROR_DATA,
  settings: ERRORS,
  truth: (population: ErrorPopulation) => errorDifference(rmse, population),
}

export const regression = [
  ...pairedScenarios({
    name: 'mae',
    method: 'MAE, closed form',
    data: ERROR_DATA,
    settings: ERRORS,
    truth: (population: ErrorPopulation) => errorDifference(mae, population),
    interval(population, rows, draws) {
      const { first, second } = drawErrors(population, rows, draws)
      return turned(meanDifference(first.map(Math.abs), second.map(Math.abs)))
    },
  }),
  ...pairedScenarios({
    ...ofRmse,
    name: 'rmse',
    method: 'RMSE, delta method',
    interval(population, rows, draws) {
      const { first, second } = drawErrors(population, rows, draws)
      return turned(rootMeanDifference(squares(first), squares(second)))
    },
  }),
  ...[
    { name: 'rmse-percentile', method: 'RMSE, bootstrap, percentile', bootstrap: pairedBootstrap },
    { name: 'rmse-bca', method: 'RMSE, bootstrap, BCa', bootstrap: bcaBootstrap },
  ].flatMap(({ bootstrap, ...about }) =>
    pairedScenarios({
      ...ofRmse,
      ...about,
      share: 0.2,
      interval: (population, rows, draws) =>
        turned(bootstrap(rows, 1_000, draws.seed(), rmseDifference(drawErrors(population, rows, draws)))),
    }),
  ),
]
