import { delongDifference } from '../../src/domain/stats/delong.ts'
import { pairedBootstrap } from '../../src/domain/stats/paired-bootstrap.ts'
import { randomStream } from '../../src/domain/stats/random.ts'
import { resampledAuc } from '../../src/domain/stats/resampled-auc.ts'
import { printRow } from './measure.ts'

const MANY = 1_000_000
/** The rows of the Telco churn data. */
const ROWS = 7_043
const RESAMPLES = 2_000
const TURNS = 7

/** Paired intervals against what any of their kind must do at least. */
export async function benchIntervals(): Promise<void> {
  const many = scoredRows(MANY)
  compareInTurn(
    { work: 'DeLong, 1e6 rows', against: 'sort of one model’s scores', goal: 4 },
    () => delongDifference(many.positive, many.first, many.second),
    () => many.first.slice().sort(),
  )
  const { positive, first, second } = scoredRows(ROWS)
  const walks = [labelsByScore(positive, first), labelsByScore(positive, second)]
  compareInTurn(
    {
      work: 'paired bootstrap of AUC, B = 2,000, 7,043 rows',
      against: '2 × 2,000 walks, constant weights',
      goal: 5,
    },
    () => {
      const [before, after] = [resampledAuc(positive, first), resampledAuc(positive, second)]
      return pairedBootstrap(ROWS, RESAMPLES, 1, counts => after(counts) - before(counts))
    },
    () => {
      let sum = 0
      for (let turn = 0; turn < RESAMPLES; turn += 1) for (const labels of walks) sum += areaOf(labels)
      return sum
    },
  )
}

let sink: unknown

/** Measures both in turn, so that whatever else the machine does falls on both; the median of each. */
function compareInTurn(
  row: { readonly work: string; readonly against: string; readonly goal: number },
  work: () => unknown,
  floor: () => unknown,
): void {
  const [times, floors]: [number[], number[]] = [[], []]
  for (let turn = 0; turn <= TURNS; turn += 1) {
    for (const [measured, list] of [
      [floor, floors],
      [work, times],
    ] as const) {
      const start = performance.now()
      sink = measured()
      if (turn > 0) list.push(performance.now() - start)
    }
  }
  if (sink === undefined) throw new Error('nothing was computed')
  const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] as number
  printRow({ ...row, time: median(times), floor: median(floors) })
}

/** Rows of which 27 % are positive, and two models that share much of what they know. */
function scoredRows(rows: number) {
  const random = randomStream(1)
  const uniform = () => (random.below(2 ** 21) + random.below(2 ** 21) / 2 ** 21) / 2 ** 21
  const positive = new Uint8Array(rows)
  const [first, second] = [new Float64Array(rows), new Float64Array(rows)]
  for (let row = 0; row < rows; row += 1) {
    positive[row] = uniform() < 0.27 ? 1 : 0
    const shared = 3 * uniform() + (positive[row] as number)
    first[row] = 1 / (1 + Math.exp(2.5 - shared - 2 * uniform()))
    second[row] = 1 / (1 + Math.exp(2.5 - shared - 2 * uniform()))
  }
  return { positive, first, second }
}

function labelsByScore(positive: Uint8Array, scores: Float64Array): Uint8Array {
  const rows = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number))
  return Uint8Array.from(rows, row => positive[row] as number)
}

/** The area by one walk over the labels from the highest score down, each row counting once. */
function areaOf(labels: Uint8Array): number {
  let [positives, negatives, area] = [0, 0, 0]
  for (let at = 0; at < labels.length; at += 1) {
    if (labels[at] === 1) positives += 1
    else {
      negatives += 1
      area += positives
    }
  }
  return area / (positives * negatives)
}
