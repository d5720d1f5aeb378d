import { pairedBootstrap } from '../../../src/domain/stats/paired-bootstrap.ts'
import { comparedErrors } from '../closed-forms.ts'
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

export const regression = [
  ...(
    [
      ['mae', 'MAE, closed form with t', mae],
      ['rmse', 'RMSE, delta method with t', rmse],
    ] as const
  ).flatMap(([metric, method, truth]) =>
    pairedScenarios({
      name: metric,
      method,
      data: ERROR_DATA,
      settings: ERRORS,
      truth: (population: ErrorPopulation) => errorDifference(truth, population),
      interval: (population, rows, draws) => comparedErrors(metric, drawErrors(population, rows, draws)),
    }),
  ),
  ...pairedScenarios({
    data: ERROR_DATA,
    // Shown beside the delta method, which is why it is not this.
    settings: ERRORS.map(setting => ({ ...setting, gate: 'stated' as const, coverage: 'stated' as const })),
    truth: (population: ErrorPopulation) => errorDifference(rmse, population),
    name: 'rmse-percentile',
    method: 'RMSE, bootstrap, percentile',
    interval: (population, rows, draws) =>
      turned(pairedBootstrap(rows, 1_000, draws.seed(), rmseDifference(drawErrors(population, rows, draws)))),
  }),
]
