import { writeDays } from '../../../examples/chicago-ridership/days.ts'
import type { SeasonalLook } from '../../../scripts/ridership/figures.ts'
import { monitor } from '../../../src/commands/monitor.ts'
import type { FeatureDrift } from '../../../src/domain/drift/feature-drift.ts'
import type { DriftResult } from '../../../src/domain/results/drift.ts'
import { type RealBench, realBench, run } from '../real-bench.ts'
import { cityDays, daysOf, monthAfter, monthsBetween } from './city.ts'

/** How a month can be looked at: what is read of it, and what that is compared with. */
const LOOKS = {
  'the month, against the training data': { keys: '', isYear: false },
  'the month, against the same month of three years': { keys: ', reference: same-month', isYear: false },
  'the year that ended with it, against the training data': { keys: '', isYear: true },
} as const

/** What each way tells of the temperature, which has a season and no trend, over the months from one to another. */
export async function lookBySeason(from: string, to: string): Promise<SeasonalLook[]> {
  const bench = await seasonBench(from)
  const looks: SeasonalLook[] = []
  for (const [at, [name, { isYear }]] of Object.entries(LOOKS).entries()) {
    const found: FeatureDrift['status'][] = []
    for (const month of monthsBetween(from, to))
      found.push(await statusOf(bench, `look-${at}`, month, isYear))
    const count = (status: FeatureDrift['status']) => found.filter(one => one === status).length
    looks.push({
      look: name,
      months: found.length,
      drift: count('drift'),
      ok: count('ok'),
      untold: count('insufficient-data'),
    })
  }
  return looks
}

/** A model for each way; none has a version, so that its training data are what it would be compared with. */
async function seasonBench(from: string): Promise<RealBench> {
  const days = cityDays()
  const definitions = Object.values(LOOKS).map(({ keys }, at) => [
    `registry-data/models/look-${at}/model.yaml`,
    `task: regression
target: rides
train: {command: node train.ts, data: train.csv}
monitor: {current: {uri: days.csv, time: date, window-days: 31}, ignore: [date, rides]${keys}}
`,
  ])
  return realBench({
    '.github/modelyard.yml': 'registry: registry-data\n',
    'days.csv': writeDays(days),
    'train.csv': writeDays(daysOf(days, '2001-01', from)),
    ...Object.fromEntries(definitions),
  })
}

async function statusOf(
  bench: RealBench,
  model: string,
  month: string,
  isYear: boolean,
): Promise<FeatureDrift['status']> {
  const until = `${monthAfter(month, 1)}-01`
  const days = (Date.parse(until) - Date.parse(`${month}-01`)) / 86_400_000
  const { features } = await run<DriftResult>(monitor, bench, {
    model,
    until,
    window: `${isYear ? 365 : days}d`,
  })
  const found = features.find(({ feature }) => feature === 'temp')
  if (found === undefined) throw new Error(`the temperature was not compared: ${JSON.stringify(features)}`)
  return found.status
}
