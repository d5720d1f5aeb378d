import { describe, expect, test } from 'vitest'
import { delongDifference } from '../../../src/domain/stats/delong.ts'
import { pairedBootstrap } from '../../../src/domain/stats/paired-bootstrap.ts'

/** A generator that shares nothing with the one under test: mulberry32. */
function uniforms(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Box and Muller's normal deviates. */
function normals(uniform: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

/** The standard normal distribution function by Simpson's rule: exact to ten digits where it is used. */
function phi(z: number): number {
  const steps = 2_000
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  const sum = Array.from({ length: steps + 1 }, (_, step) => {
    const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2
    return weight * density((z * step) / steps)
  }).reduce((total, part) => total + part, 0)
  return 0.5 + (sum * z) / steps / 3
}

interface Interval {
  readonly low: number
  readonly high: number
}

/** How many of so many simulated intervals hold the truth, and how many lie wholly above it. */
function simulate(times: number, truth: number, interval: () => Interval) {
  let [held, above] = [0, 0]
  for (let time = 0; time < times; time += 1) {
    const { low, high } = interval()
    if (low <= truth && truth <= high) held += 1
    if (low > truth) above += 1
  }
  return { coverage: held / times, above: above / times }
}

function expectCoverage(what: string, { coverage, above }: ReturnType<typeof simulate>): void {
  console.log(`${what}: ${(100 * coverage).toFixed(2)} % cover, ${(100 * above).toFixed(2)} % lie above`)
  expect(coverage).toBeGreaterThan(0.93)
  expect(coverage).toBeLessThan(0.97)
  // An interval that misses on one side only would promote too often, or never.
  expect(above).toBeLessThan(0.04)
  expect(above).toBeGreaterThan(0.01)
}

describe('DeLong’s interval of the difference of two areas', () => {
  // Scores of positives are shifted by `champion` and `challenger`; the two models share part of their noise.
  test.each([
    { positives: 150, negatives: 150, champion: 1, challenger: 1 },
    { positives: 40, negatives: 360, champion: 1, challenger: 1.2 },
    { positives: 600, negatives: 100, champion: 1.4, challenger: 1 },
  ])('covers: $positives positives, $negatives negatives, shifts $champion and $challenger', setting => {
    const { positives, negatives, champion, challenger } = setting
    const normal = normals(uniforms(20_261_001))
    const positive = Uint8Array.from({ length: positives + negatives }, (_, row) => (row < positives ? 1 : 0))
    const truth = phi(challenger / Math.SQRT2) - phi(champion / Math.SQRT2)
    const found = simulate(4_000, truth, () => {
      const shared = Float64Array.from(positive, () => normal())
      const scoresOf = (shift: number) =>
        shared.map((noise, row) => 0.8 * noise + 0.6 * normal() + shift * (positive[row] as number))
      return delongDifference(positive, scoresOf(champion), scoresOf(challenger))
    })
    expectCoverage(`DeLong, ${positives} against ${negatives}`, found)
  })
})

describe('the paired bootstrap', () => {
  const SHARE = 0.3
  const ROWS = 400
  const [POSITIVE, FIRST, SECOND] = [1, 2, 4] as const

  /** One data set: a row is bits for its label, and for what each of two models decides. They share some noise. */
  function decisions(uniform: () => number, champion: number, challenger: number): Uint8Array {
    const normal = normals(uniform)
    return Uint8Array.from({ length: ROWS }, () => {
      const positive = uniform() < SHARE
      const noise = normal()
      const decide = (shift: number) => Math.SQRT1_2 * (noise + normal()) + (positive ? shift : 0) > 0.7
      return (positive ? POSITIVE : 0) | (decide(champion) ? FIRST : 0) | (decide(challenger) ? SECOND : 0)
    })
  }

  /** Of a model that shifts positives by so much: shares of all rows. */
  function rates(shift: number) {
    const [hits, alarms] = [SHARE * (1 - phi(0.7 - shift)), (1 - SHARE) * (1 - phi(0.7))]
    return { f1: (2 * hits) / (hits + alarms + SHARE), accuracy: hits + (1 - SHARE) - alarms }
  }

  function measure(counts: Uint32Array, rows: Uint8Array, model: typeof FIRST | typeof SECOND) {
    const byKind = new Uint32Array(8)
    for (let row = 0; row < ROWS; row += 1) {
      const kind = rows[row] as number
      byKind[kind] = (byKind[kind] as number) + (counts[row] as number)
    }
    const total = (wanted: (kind: number) => boolean) =>
      byKind.reduce((sum, count, kind) => (wanted(kind) ? sum + count : sum), 0)
    const hits = total(kind => (kind & POSITIVE) > 0 && (kind & model) > 0)
    const named = total(kind => (kind & model) > 0)
    const positives = total(kind => (kind & POSITIVE) > 0)
    return { f1: (2 * hits) / (named + positives), accuracy: (ROWS - named - positives + 2 * hits) / ROWS }
  }

  test.each([
    { metric: 'f1' as const, champion: 1.2, challenger: 1.5 },
    { metric: 'accuracy' as const, champion: 1.2, challenger: 1.2 },
  ])('covers: $metric of shifts $champion and $challenger', ({ metric, champion, challenger }) => {
    const uniform = uniforms(7)
    const truth = rates(challenger)[metric] - rates(champion)[metric]
    let seed = 0
    const found = simulate(2_000, truth, () => {
      const rows = decisions(uniform, champion, challenger)
      seed += 1
      const interval = pairedBootstrap(
        ROWS,
        1_000,
        seed,
        counts => measure(counts, rows, SECOND)[metric] - measure(counts, rows, FIRST)[metric],
      )
      return interval ?? { low: Number.NaN, high: Number.NaN }
    })
    expectCoverage(`bootstrap, ${metric}`, found)
  })
})
