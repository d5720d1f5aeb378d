import { kolmogorovSmirnov } from '../../src/domain/stats/kolmogorov-smirnov.ts'
import { generatedSample } from '../golden/generated-sample.ts'
import { printRow } from './measure.ts'

const ROWS = 1_000_000
const TURNS = 15

/** Kolmogorov–Smirnov from two unsorted columns to D, p and area, against sorting both with Node.js and one merge. */
export async function benchStatistics(): Promise<void> {
  const reference = generatedSample({ dist: 'ih4', seed: 1, n: ROWS })
  const current = generatedSample({ dist: 'ih4', seed: 2, n: ROWS })
  const resampling = { resamples: 2000, seed: 1 }
  const [ours, floor] = inTurn(
    () => kolmogorovSmirnov(reference, current, resampling),
    () => merge(reference.slice().sort(), current.slice().sort()),
  )
  printRow({
    work: 'Kolmogorov–Smirnov, 2 × 1,000,000 doubles',
    against: 'Float64Array.prototype.sort of both, merge',
    time: ours,
    floor,
    goal: 0.6,
  })
}

/** Median milliseconds of each, measured in turn so that whatever else the machine does falls on both. */
function inTurn(ours: () => void, theirs: () => void): [ours: number, theirs: number] {
  const times: [number[], number[]] = [[], []]
  for (let turn = -3; turn < TURNS; turn += 1) {
    for (const [which, work] of [ours, theirs].entries()) {
      const start = performance.now()
      work()
      // The first turns let the engine compile.
      if (turn >= 0) times[which as 0 | 1].push(performance.now() - start)
    }
  }
  const [first, second] = times.map(all => all.sort((a, b) => a - b)[Math.floor(TURNS / 2)] as number)
  return [first as number, second as number]
}

/** The largest distance of two distribution functions, and nothing else. */
function merge(first: Float64Array, second: Float64Array): number {
  let [i, j, distance] = [0, 0, 0]
  while (i < first.length && j < second.length) {
    const value = Math.min(first[i] as number, second[j] as number)
    while (first[i] === value) i += 1
    while (second[j] === value) j += 1
    distance = Math.max(distance, Math.abs(i / first.length - j / second.length))
  }
  return distance
}
