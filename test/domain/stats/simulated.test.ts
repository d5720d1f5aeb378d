import { expect, test } from 'vitest'
import { changedPlaces } from '../../../scripts/simulate/compared.ts'
import { drawsOf } from '../../../scripts/simulate/draws.ts'
import { keptPage } from '../../../scripts/simulate/kept.ts'
import { scoredPopulation } from '../../../scripts/simulate/populations.ts'
import { drawBinary } from '../../../scripts/simulate/populations-of-tasks.ts'
import { runPortion } from '../../../scripts/simulate/run-case.ts'
import {
  byStream,
  COVERAGE,
  GATE,
  type Scenario,
  type ScenarioKind,
  type Wanted,
} from '../../../scripts/simulate/scenario.ts'
import { SCENARIOS } from '../../../scripts/simulate/scenarios.ts'
import { isHeld } from '../../../scripts/simulate/table.ts'
import { comparePredictions } from '../../../src/domain/comparison/compare-predictions.ts'
import {
  type MetricName,
  metricEntry,
  metricsOf,
  TASKS,
} from '../../../src/domain/comparison/metric-catalogue.ts'
import { GATE_KINDS, type GateKind } from '../../../src/domain/gates/result.ts'

test('the page’s tables are made of the counts that are kept beside it', async () => {
  const { is, shouldBe } = await keptPage()
  expect(is).toBe(shouldBe)
})

test('scenarios and their cases have names of their own', () => {
  const cases = SCENARIOS.flatMap(({ name, cases: all }) => all.map(({ setting }) => `${name} ${setting}`))
  expect(new Set(cases).size).toBe(cases.length)
  expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length)
})

test('cases of one stream see the same data sets, and others their own', () => {
  const one = (name: string, stream?: string): Scenario => ({
    ...scenario('test'),
    name,
    cases: [
      {
        setting: 'heads',
        wanted: 'stated',
        ...(stream === undefined ? {} : { stream }),
        run: draws => [draws.uniform() < 0.5],
      },
    ],
  })
  const headsOf = (scenarios: readonly Scenario[]) =>
    byStream(scenarios).flatMap(cases => runPortion(scenarios, { cases, from: 0, to: 200 }))
  const [first, second, ...others] = headsOf([one('a', 'coin'), one('b', 'coin'), one('c'), one('d')])
  // Of one coin the second throw stands beside the first.
  expect([first, second, ...others].flat().every((heads = 0) => heads > 60 && heads < 140)).toBe(true)
  expect(byStream([one('a', 'coin'), one('b', 'coin'), one('c')]).map(cases => cases.length)).toEqual([2, 1])
  expect(headsOf([one('e', 'coin')])).toEqual([first])
  expect(others[0]).not.toEqual(others[1])
})

/** Gates on what holds or does not, whichever rows were drawn, and why. */
const NOTHING_DRAWN: Partial<Record<GateKind, string>> = {
  size: 'bytes are counted',
  reproducible: 'two trainings are compared byte for byte',
  contract: 'promises are kept or broken',
  tests: 'tests pass or fail',
  custom: 'what it measured and how sure that is are the user’s own',
  freshness: 'days are counted',
}

test('every kind of gate that acts on a figure of drawn rows is simulated', () => {
  const simulated = new Set(SCENARIOS.flatMap(({ gates = [] }) => gates))
  expect(GATE_KINDS.filter(kind => simulated.has(kind) === kind in NOTHING_DRAWN)).toEqual([])
})

test.each(TASKS)('every metric of %s that a gate can compare has a simulated interval and gate', task => {
  const compared = metricsOf(task).filter(name => metricEntry(name).direction !== 'zero')
  const [name = ''] = task.split('-')
  const of = (kind: ScenarioKind) =>
    SCENARIOS.filter(one => one.kind === kind && one.name.startsWith(`${name}-`)).map(({ metric }) => metric)
  expect(compared.filter(metric => !of('interval').includes(metric))).toEqual([])
  expect(compared.filter(metric => !of('gate').includes(metric))).toEqual([])
})

test('the other way round a comparison is what another one of these rows would say', () => {
  const population = scoredPopulation(-1.3)
  const [champion, challenger] = drawBinary(population, 120, drawsOf(['other way round'], 0))
  const options = { target: 'target', primary: 'roc-auc', resamples: 50, seed: 1 } as const
  const turned = changedPlaces(comparePredictions(champion, challenger, options)).metrics
  const again = comparePredictions(challenger, champion, options).metrics
  for (const [name, { difference, interval }] of Object.entries(again)) {
    const found = turned[name as MetricName]
    expect(found?.difference).toBeCloseTo(difference, 12)
    // Ends of score intervals are searched for, to nine digits.
    expect(found?.interval?.low).toBeCloseTo(interval?.low ?? Number.NaN, 8)
    expect(found?.interval?.high).toBeCloseTo(interval?.high ?? Number.NaN, 8)
  }
})

const scenario = (kind: ScenarioKind): Scenario => ({
  name: 'made-up',
  kind,
  method: '',
  data: '',
  cases: [],
})

test.each([
  // Of 10,000: 2.81 % has the interval 2.5 to 3.2 %, 2.9 % that of 2.6 to 3.2 %.
  ['gate', GATE, 281, true],
  ['gate', GATE, 290, false],
  ['interval', COVERAGE, 9_360, true],
  ['interval', COVERAGE, 9_340, false],
  ['interval', COVERAGE, 9_640, false],
  ['interval', 'stated', 5_000, true],
] as const)(
  'a %s’s rate is held to what is wanted within the simulation’s interval: %o, %i',
  (kind, wanted: Wanted, hits, held) => {
    const tally = { scenario: scenario(kind), setting: '', wanted, sets: 10_000, counts: [hits] }
    expect(isHeld(tally)).toBe(held)
  },
)

test('what was not simulated is not held', () => {
  expect(isHeld({ scenario: scenario('gate'), setting: '', wanted: GATE, sets: 0, counts: [] })).toBe(false)
})

test('a data set is the same in whatever portion it is drawn', () => {
  const cases = [{ scenario: 'delong-gate', setting: '300 rows, 1 in 9 positive' }]
  const [whole = []] = runPortion(SCENARIOS, { cases, from: 0, to: 60 })
  const parts = [0, 20, 40].flatMap(from => runPortion(SCENARIOS, { cases, from, to: from + 20 }))
  expect(whole).toEqual(
    whole.map((_, index) => parts.reduce((sum, part) => sum + (part[index] as number), 0)),
  )
  expect(whole[0]).toBeLessThan(whole[2] as number)
})

test('the numbers of a simulation have the moments they should', () => {
  const draws = drawsOf(['moments', 'one'], 1)
  let [sum, squares, uniform] = [0, 0, 0]
  for (let turn = 0; turn < 20_000; turn += 1) {
    const value = draws.normal()
    sum += value
    squares += value ** 2
    uniform += draws.uniform()
  }
  // Six standard deviations of each mean.
  expect(Math.abs(sum / 20_000)).toBeLessThan(6 / Math.sqrt(20_000))
  expect(Math.abs(squares / 20_000 - 1)).toBeLessThan(6 * Math.sqrt(2 / 20_000))
  expect(Math.abs(uniform / 20_000 - 0.5)).toBeLessThan(6 * Math.sqrt(1 / 12 / 20_000))
})
