import { fixture, ownPredictions } from './fixture-models.ts'

/** Two models' scores of the same rows, with what other libraries say of them. */
export interface PairedScores {
  readonly name: string
  readonly positive: Uint8Array
  readonly first: Float64Array
  readonly second: Float64Array
  readonly expected: {
    readonly areas: readonly [number, number]
    readonly 'average-precisions': readonly [number, number]
    readonly difference: number
    readonly low: number
    readonly high: number
    readonly variance: number
    readonly p: number
  }
}

interface Vectors {
  readonly small: readonly {
    readonly name: string
    readonly positive: readonly number[]
    readonly first: readonly number[]
    readonly second: readonly number[]
    readonly expected: PairedScores['expected']
  }[]
  readonly 'telco-churn': readonly (PairedScores['expected'] & {
    readonly first: number
    readonly second: number
  })[]
}

/** `test/fixtures/statistics/delong.json`, which says how it was made. */
export function goldenPairs(): PairedScores[] {
  const { small, 'telco-churn': pairs }: Vectors = JSON.parse(
    fixture('statistics/delong.json').toString('utf8'),
  )
  return [
    ...small.map(({ name, positive, first, second, expected }) => ({
      name,
      positive: Uint8Array.from(positive),
      first: Float64Array.from(first),
      second: Float64Array.from(second),
      expected,
    })),
    ...pairs.map(({ first, second, ...expected }) => ({
      name: `telco-churn v${first} and v${second}`,
      positive: telcoScores(first).positive,
      first: telcoScores(first).probability,
      second: telcoScores(second).probability,
      expected,
    })),
  ]
}

function telcoScores(version: number) {
  const predictions = ownPredictions(`telco-churn/v${version}`)
  if (predictions.task !== 'binary-classification') throw new Error('telco-churn has two classes')
  return predictions
}
