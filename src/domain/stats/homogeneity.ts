import { type ChiSquared, chiSquared } from './chi-squared.ts'
import { fisherExact } from './fisher.ts'

/** The usual rule for Pearson's test: at least five rows expected in each cell. */
const LEAST_EXPECTED = 5

export interface Homogeneity extends ChiSquared {
  /** `fisher-mid-p`: two categories are left and a cell expects fewer than five rows; the p-value is Fisher's. */
  readonly method: 'chi-squared' | 'fisher-mid-p'
  /** Categories that were put together because they are rare, by name. */
  readonly pooled: readonly string[]
  /** Categories that only the current sample holds, by name. */
  readonly added: readonly string[]
  /** Categories that only the reference holds, by name. */
  readonly vanished: readonly string[]
}

interface Level {
  readonly name: string
  readonly reference: number
  readonly current: number
}

/**
 * Whether two samples of a categorical column come from one distribution. Never goodness of fit against the reference
 * as if it were exact: that would fire on columns that did not drift.
 *
 * Over the union of the categories. Those that expect fewer than five rows on a side are pooled, and what they make
 * with the next rarest until it expects five, but never to fewer than two.
 *
 * @param reference - Rows per category.
 * @param current - Rows per category.
 * @throws {ModelyardError} `empty-sample` when a side has no rows; `bad-data` for what is no count.
 * @see Pearson 1900, doi:10.1080/14786440009463897; Cochran 1954, doi:10.2307/3001616
 */
export function homogeneity(
  reference: ReadonlyMap<string, number>,
  current: ReadonlyMap<string, number>,
): Homogeneity {
  const levels = unionOf(reference, current)
  const { kept, pooled } = poolRare(levels)
  const rest = { name: '', reference: total(pooled, 'reference'), current: total(pooled, 'current') }
  const columns = pooled.length === 0 ? kept : [...kept, rest]
  const table = [columns.map(level => level.reference), columns.map(level => level.current)]
  return {
    ...judge(table),
    pooled: namesOf(pooled),
    added: namesOf(levels.filter(level => level.reference === 0)),
    vanished: namesOf(levels.filter(level => level.current === 0)),
  }
}

function judge(table: readonly (readonly number[])[]): ChiSquared & Pick<Homogeneity, 'method'> {
  const result = chiSquared(table)
  const isTwoByTwo = result.degreesOfFreedom === 1
  const isWhole = table.flat().every(Number.isInteger)
  if (!isTwoByTwo || !isWhole || result.smallestExpected >= LEAST_EXPECTED) {
    return { ...result, method: 'chi-squared' }
  }
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = table
  const { midP } = fisherExact(a, b, c, d)
  return { ...result, pValue: midP, logP: Math.log(midP), method: 'fisher-mid-p' }
}

/** Categories that either sample holds, rarest first. */
function unionOf(reference: ReadonlyMap<string, number>, current: ReadonlyMap<string, number>): Level[] {
  return [...new Set([...reference.keys(), ...current.keys()])]
    .map(name => ({ name, reference: reference.get(name) ?? 0, current: current.get(name) ?? 0 }))
    .filter(level => level.reference !== 0 || level.current !== 0)
    .sort((a, b) => rows(a) - rows(b) || (a.name < b.name ? -1 : 1))
}

function poolRare(levels: readonly Level[]): { kept: Level[]; pooled: Level[] } {
  const [all, smaller] = [
    total(levels, 'reference') + total(levels, 'current'),
    Math.min(total(levels, 'reference'), total(levels, 'current')),
  ]
  const isRare = (count: number) => (count * smaller) / all < LEAST_EXPECTED
  const kept = [...levels]
  const pooled: Level[] = []
  let inPool = 0
  while (kept.length + Math.sign(pooled.length) > 2) {
    const [next] = kept
    if (next === undefined || !(isRare(rows(next)) || (pooled.length > 0 && isRare(inPool)))) break
    pooled.push(next)
    inPool += rows(next)
    kept.shift()
  }
  return { kept, pooled }
}

function rows(level: Level): number {
  return level.reference + level.current
}

function total(levels: readonly Level[], side: 'reference' | 'current'): number {
  return levels.reduce((sum, level) => sum + level[side], 0)
}

function namesOf(levels: readonly Level[]): string[] {
  return levels.map(level => level.name).sort()
}
