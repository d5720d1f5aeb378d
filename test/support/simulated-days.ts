import { mergeCategories, profileCategories } from '../../src/domain/drift/category-profile.ts'
import { edgesOfFew } from '../../src/domain/drift/edges.ts'
import { DEFAULT_THRESHOLDS, type LearnedThresholds } from '../../src/domain/drift/feature-drift.ts'
import { type ColumnProfile, judgeDrift, type SampleProfile } from '../../src/domain/drift/judge-drift.ts'
import { learnThresholds } from '../../src/domain/drift/learned-thresholds.ts'
import { mergeNumbers, profileNumbers } from '../../src/domain/drift/number-profile.ts'
import { randomStream } from '../../src/domain/stats/random.ts'

export interface Days {
  readonly features: number
  readonly chunks: number
  /** Of a day. */
  readonly rows: number
  /** How far the means of days lie apart, in standard deviations of their rows. */
  readonly spread: number
}

/** How many runs told of a drift where there was none, by thresholds that were learned and by the usual ones. */
export function alarmsOf(days: Days, runs: number): { readonly learned: number; readonly usual: number } {
  let [learned, usual] = [0, 0]
  for (let run = 0; run < runs; run += 1) {
    const { parts, whole, next } = simulated(days, run + 1)
    const isAlarm = (own: LearnedThresholds | undefined) =>
      judgeDrift(whole, next, { ...DEFAULT_THRESHOLDS, learned: own }, 1).some(
        ({ status }) => status === 'drift',
      )
    if (isAlarm(learnThresholds(whole, parts, DEFAULT_THRESHOLDS.level))) learned += 1
    if (isAlarm(undefined)) usual += 1
  }
  return { learned: learned / runs, usual: usual / runs }
}

/** Days that differ by themselves: all features of one move by chance, and together. */
function simulated({ features, chunks, rows, spread }: Days, seed: number) {
  const stream = randomStream(seed)
  const uniform = () => (stream.below(1 << 20) + 0.5) / (1 << 20)
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  const cut = edgesOfFew(Array.from({ length: 61 }, (_, step) => step / 10 - 3))
  const names = new Set(['a', 'b', 'c', 'd'])
  const day = (): SampleProfile => {
    const shared = normal()
    return new Map(
      Array.from({ length: features }, (_, feature): [string, ColumnProfile] => {
        const moved = spread * Math.SQRT1_2 * (shared + normal())
        const values = Float64Array.from({ length: rows }, () => normal() + moved)
        if (feature % 3 < 2) return [`f${feature}`, profileNumbers(values, 0, cut)]
        const counts = new Map<string, number>()
        for (const value of values) {
          const word = value < -1 ? 'a' : value < 0 ? 'b' : value < 1 ? 'c' : 'd'
          counts.set(word, (counts.get(word) ?? 0) + 1)
        }
        return [`f${feature}`, profileCategories(counts, 0, names)]
      }),
    )
  }
  const parts = Array.from({ length: chunks }, day)
  return { parts, whole: together(parts), next: day() }
}

function together(parts: readonly SampleProfile[]): SampleProfile {
  const [first = new Map<string, ColumnProfile>()] = parts
  return new Map(
    [...first.keys()].map(feature => {
      const all = parts.map(part => part.get(feature) as ColumnProfile)
      return [feature, all.reduce(merge)]
    }),
  )
}

function merge(first: ColumnProfile, second: ColumnProfile): ColumnProfile {
  if (first.type === 'number' && second.type === 'number') return mergeNumbers(first, second)
  if (first.type === 'category' && second.type === 'category') return mergeCategories(first, second)
  return first
}
